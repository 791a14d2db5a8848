import ArgumentParser
import EscalationDomain
import EscalationStore
import Foundation
import PolicyFiles

struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Open the board on a throw-away store of about forty believable escalations.")
  @OptionGroup var screen: ScreenOptions
  @Option(help: ArgumentHelp("Keep the demo's store in this new file, and do not open the board.", valueName: "file"))
  var keep: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    var global = global
    if global.store != nil { throw CommandFailure(.usage, "demo makes a store of its own; --keep FILE keeps it") }
    if let keep {
      if FileManager.default.fileExists(atPath: keep) {
        throw CommandFailure(.refused, "\(keep) is there already; name a new file")
      }
      global.store = keep
      try Demo.fill(try Session(global))
      return Output.line("made \(keep); open it with warroom --store \(keep)")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("warroom-demo-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    global.store = "\(folder)/demo.db"
    let session = try Session(global)
    try Demo.fill(session)
    try BoardRun(session: session, screen: screen, keepsDesk: false).run(try session.store())
  }

  /// A new store with the demo's accounts, calendars and escalations, alive at the session's now.
  /// - Parameter calendar: the one where nothing else names one; the standard calendar if none.
  static func fill(_ session: Session, calendar: BusinessCalendar? = nil) throws {
    let scenario = try DemoScenario(now: session.now)
    let calendars = scenario.calendars.map { PolicyText(.calendar, id: $0.id, text: CalendarFile.text($0)) }
    _ = try SQLiteStore.create(
      path: session.path, reader: .files, policy: calendars + (try FirstPolicy.texts(defaultCalendar: calendar)),
      actor: "demo", now: session.now)
    try SQLiteStore(path: session.path, reader: .files).open(scenario.stories)
  }
}
