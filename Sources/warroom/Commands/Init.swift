import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a store, with the playbooks and calendars that ship.")
  @Option(help: "The calendar where nothing else names one: a file or standard, 24x7.") var calendar: String?
  @Flag(help: "As JSON.") var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.session()
    if session.isReadOnly { throw StoreFailure.readOnly(path: session.path) }
    let chosen = try calendar.map { try CalendarSource.usable($0, global) }
    let made = try SQLiteStore.create(
      path: session.path, reader: .files, policy: try FirstPolicy.texts(defaultCalendar: chosen), actor: session.actor,
      now: session.now)
    if !made, chosen != nil {
      throw CommandFailure(
        .refused, "\(session.path) is a store already; calendar install FILE --default changes its calendar")
    }
    if json { return Output.json(.object(["store": .text(session.path), "made": .bool(made)])) }
    Output.line(made ? "made \(session.path)" : "\(session.path) is a store already; nothing changed")
  }
}
