import ArgumentParser
import EscalationDomain
import Interchange

struct NotifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notify", abstract: "Who must hear, and who was told.",
    subcommands: [Tell.self, Listing.self, NotNeeded.self], defaultSubcommand: Tell.self)

  struct Tell: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "tell", abstract: "Record that stakeholders were told; the word tell may be left out.")
    @OptionGroup var act: ActOptions
    @Option(help: "Who was told; may be given more than once.") var who: [String] = []
    @Flag(help: "Everyone whom the matrix names and who was not told yet.") var all = false
    @Option(help: "How: email, call, Slack …") var channel: String?
    @Option(help: "What was said.") var note: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      if who.isEmpty != all { throw CommandFailure(.usage, "say who was told with --who, or --all") }
      try performAll { context in
        guard all else { return [.notify(Notification(who: who, channel: channel, note: note))] }
        let told = try context.view().toTell(through: channel, note: note)
        if told.isEmpty {
          throw CommandFailure(
            .refused,
            "\(context.id): nobody is left to tell" + (channel.map { " by \($0)" } ?? "")
              + "; notify list shows who was")
        }
        return told.map(Command.notify)
      }
    }
  }

  struct Listing: WorkList {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List who must hear through which channel, with proof where they were told.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try list(\.obligations, json: { EscalationJSON.obligations($1) }, ifNone: "has nobody whom the matrix names")
    }
  }

  struct NotNeeded: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "not-needed", abstract: "Decide that a stakeholder need not be told.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The stakeholder, as notify list shows it.") var who: String
    @Option(help: "Only through this channel.") var channel: String?
    @Option(help: "Why not.") var reason: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try perform { _ in .waiveNotice(NoticeWaived(stakeholder: who, channel: channel), reason: reason) }
    }
  }
}
