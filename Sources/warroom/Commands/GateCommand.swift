import ArgumentParser
import EscalationDomain
import Interchange

struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate", abstract: "What must hold before an escalation is closed.",
    subcommands: [Listing.self, Add.self, Override.self, Waive.self])

  struct Listing: WorkList {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the gates, each with what would satisfy it or who passed it over.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try list(\.gates, json: { EscalationJSON.gates($1.gates) }, ifNone: "has no gates")
    }
  }

  struct Add: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add a gate of this escalation's own; the playbook's stay.")
    @OptionGroup var act: ActOptions
    @Argument(help: "An id for it.") var gate: String
    @Option(help: "What it says.") var label: String
    @Option(help: ArgumentHelp("What satisfies it.", discussion: Gate.Condition.spellings.joined(separator: ", ")))
    var needs: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
      guard let condition = Gate.Condition(parsing: needs) else {
        let known = Gate.Condition.spellings.joined(separator: ", ")
        throw CommandFailure(.usage, "“\(needs)” satisfies no gate; known: \(known)")
      }
      try perform { _ in .addGate(id: gate, label: label, needs: condition) }
    }
  }

  struct Override: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "override", abstract: "Pass a gate over with authority; it stays listed, with who and why.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The gate's id, as gate list shows it.") var gate: String
    @Option(name: .customLong("as"), help: "The role that has the authority.") var role: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try perform { _ in .overrideGate(GateOverride(gate: gate, authority: role), reason: reason) }
    }
  }

  struct Waive: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "waive", abstract: "Decide that a gate which is asked for if needed is not needed.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The gate's id, as gate list shows it.") var gate: String
    @Option(help: "Why not.") var reason: String
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .waiveGate(gate, reason: reason) } }
  }
}
