import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "Accounts: their ARR, renewal, calendar.",
    subcommands: [Listing.self, Setting.self])

  struct Listing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List accounts with open escalations.")
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let session = try global.session()
      let rows = try session.store().rows(.open, now: session.now)
      let accounts = Dictionary(grouping: rows, by: \.account).sorted { $0.key < $1.key }
      if json {
        Output.json(
          .list(
            accounts.map { name, rows in
              .object([
                "account": .text(name), "open": .int(Int64(rows.count)), "arr": .maybe(rows[0].arr),
                "currency": .maybe(rows[0].arr?.currency), "renewal": .maybe(rows[0].renewal),
              ])
            }))
      } else {
        Output.table(
          accounts.map { name, rows in
            [name, "\(rows.count)", rows[0].arr?.description ?? "-", rows[0].renewal?.description ?? "-"]
          }, header: ["account", "open", "ARR", "renewal"])
      }
    }
  }

  struct Setting: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Change what is known of an account; its open escalations' clocks follow.")
    @Argument(help: "The account's name.") var name: String
    @OptionGroup var facts: AccountOptions
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      if facts.isEmpty {
        throw CommandFailure(.usage, "nothing to change; say --arr, --renewal, --qbr, --segment or --calendar")
      }
      let changed = try global.session().retrying(isDated: false, change)
      if json {
        Output.json(.list(changed.map { EscalationJSON.account($0.account, of: $0.id) }))
      } else {
        for record in changed { Output.line(Output.visible("\(record.id) \(record.account.summary)")) }
      }
    }

    private func change(_ session: Session) throws -> [Escalation] {
      let store = try session.store()
      if session.isReadOnly { throw StoreFailure.readOnly(path: session.path) }
      let open = try store.rows(.open, now: session.now).filter { $0.account == name }
      guard !open.isEmpty else {
        throw CommandFailure(.noInput, "no open escalation belongs to “\(name)”; account list shows the names")
      }
      let policies = try store.policies()
      let commands = try open.map { row in
        guard let history = try store.history(of: row.id) else { throw StoreFailure.noSuchEscalation(row.id) }
        var account = try Escalation.replay(history, policies: policies, now: session.now).account
        try facts.change(&account)
        return (row.id, Command.changeAccount(account), Act(actor: session.actor, now: session.now))
      }
      return try store.perform(commands).map(\.record)
    }
  }
}

struct ContactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact", abstract: "The people to reach about an escalation.", subcommands: [Add.self, Remove.self])

  struct Add: ActVerb {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a contact.")
    @OptionGroup var act: ActOptions
    @Argument(help: "“Ann Lee <ann@example.com> (sponsor)”") var contact: String
    @Option(help: "A phone number.") var phone: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      var contact = try ContactText.read(contact)
      contact.phone = phone
      let added = contact
      try perform { _ in .addContact(added) }
    }
  }

  struct Remove: ActVerb {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Remove a contact.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The contact's name.") var name: String
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .removeContact(name: name) } }
  }
}
