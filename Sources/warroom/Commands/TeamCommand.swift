import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

struct TeamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "team", abstract: "The contact matrix: who fills its lines.",
    subcommands: [Listing.self, Setting.self, Clearing.self])

  struct Listing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the lines of the contact matrix, filled or not.")
    @Argument(help: "Only this playbook's.") var playbook: String?
    @Flag(help: "Only lines that nobody fills.") var unfilled = false
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let session = try global.session()
      let store = try session.store()
      let policy = try store.policies().current
      if let playbook, policy.playbooks[playbook] == nil {
        throw Refusal.unknownPlaybook(playbook, known: policy.playbooks.keys.sorted())
      }
      let team = try store.team(now: session.now)
      let lines = policy.playbooks.filter { playbook == nil || $0.key == playbook }.sorted { $0.key < $1.key }
        .flatMap { id, book in book.value.contactMatrix.map { MatrixLine(id, $0, team) } }
        .filter { !unfilled || $0.filled == nil }
      MatrixLine.show(lines, json: json)
    }
  }

  struct Setting: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "set", abstract: "Say who fills a line.")
    @Argument(help: "The playbook's id.") var playbook: String
    @Argument(help: "The line, as team list shows it.") var slot: String
    @Option(help: "The person's name.") var name: String
    @Option(help: "An e-mail address.") var email: String?
    @Option(help: "A phone number.") var phone: String?
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let contact = Contact(name: name, email: email?.nonEmpty, phone: phone?.nonEmpty)
      try TeamVerb(global).write(.slotFilled(slot: slot, by: contact), of: playbook, why: nil) { team, book in
        MatrixLine.show(MatrixLine.of(slot, book, team), json: json)
      }
    }
  }

  struct Clearing: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "clear", abstract: "Leave a line to nobody.")
    @Argument(help: "The playbook's id.") var playbook: String
    @Argument(help: "The line, as team list shows it.") var slot: String
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try TeamVerb(global).write(.slotCleared(slot: slot), of: playbook, why: nil) { team, book in
        MatrixLine.show(MatrixLine.of(slot, book, team), json: json)
      }
    }
  }
}

/// Writes a fact about the team down and shows what came of it.
struct TeamVerb {
  let session: Session

  init(_ global: GlobalOptions) throws { session = try global.session() }

  func write(
    _ fact: TeamFact, of playbook: String, why: String?, _ show: (Team, Playbook) -> Void
  ) throws {
    let store = try session.storeForWriting()
    let team = try session.retrying(isDated: false) { session in
      try store.write(fact, of: playbook, why: why, act: Act(actor: session.actor, now: session.now))
    }
    if let book = try store.policies().current.playbooks[playbook]?.value { show(team, book) }
  }
}

extension MatrixLine {
  static func of(_ slot: String, _ book: Playbook, _ team: Team) -> [MatrixLine] {
    book.contactMatrix.filter { $0.id.lowercased() == slot.lowercased() }.map { MatrixLine(book.id, $0, team) }
  }

  static func show(_ lines: [MatrixLine], json: Bool) {
    if json { return Output.json(.list(lines.map { TeamJSON.slot($0.slot, of: $0.playbook, $0.filled) })) }
    Output.table(
      lines.map { line in
        [
          line.playbook, line.slot.id, line.slot.role, line.filled?.contact.name ?? "nobody yet",
          line.filled?.contact.email ?? "-", line.filled?.contact.phone ?? "-",
        ]
      }, header: ["playbook", "line", "role", "name", "e-mail", "phone"])
  }
}
