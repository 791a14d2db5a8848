import ArgumentParser
import EscalationDomain
import Interchange

struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Whom to bring in inside the house, and when.",
    subcommands: [Listing.self, Call.self, Raise.self])

  struct Listing: WorkList {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the internal paths: called for, raised, or neither.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try list(\.paths, json: { EscalationJSON.paths($1) }, ifNone: "has no internal paths")
    }
  }

  struct Call: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "call",
      abstract: "Record that a path is called for: somebody noticed what it is about, and nobody is brought in yet.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The path's id, as path list shows it.") var path: String
    @Option(help: "What was noticed.") var note: String?
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .callPath(path, note: note) } }
  }

  struct Raise: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "raise", abstract: "Record that a path holds and that its people were brought in.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The path's id, as path list shows it.") var path: String
    @Option(help: "What they were told or asked.") var note: String?
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .raisePath(path, note: note) } }
  }
}
