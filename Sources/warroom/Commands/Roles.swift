import ArgumentParser
import EscalationDomain

struct GiveRole: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Give a role of the war room to somebody.")
  @OptionGroup var act: ActOptions
  @Argument(help: "The role, as the playbook names it: commander, scribe …") var role: String
  @Argument(help: "Who plays it; “me” is you, “nobody” is nobody.") var person: String
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try perform { context in .giveRole(role, to: Owner.named(person, actor: context.session.actor)) }
  }
}

struct Confirm: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Record that the customer confirmed that it is solved.")
  @OptionGroup var act: ActOptions
  @Option(help: "What the customer said.") var note: String?
  @OptionGroup var global: GlobalOptions

  func run() throws { try perform { _ in .confirmByCustomer(note: note) } }
}
