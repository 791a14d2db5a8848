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
      commandName: "set", abstract: "Change what is known of an account; its open escalations' clocks follow.",
      discussion: "What is set holds for records that open later too: by health, by a signal or by hand.")
    @Argument(help: "The account's name.") var name: String
    @OptionGroup var facts: AccountOptions
    @Option(help: ArgumentHelp("Who looks after the account, or none.", valueName: "name")) var csm: String?
    @Flag(help: "It is an account that nothing is known of yet.") var new = false
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      if facts.isEmpty, csm == nil {
        throw CommandFailure(.usage, "nothing to change; say --arr, --renewal, --qbr, --segment, --calendar or --csm")
      }
      let (customer, told) = try global.session().retrying(isDated: false, change)
      if json {
        let records = told.map { EscalationJSON.account($0.record.account, of: $0.record.id, csm: customer.csm) }
        Output.json(
          .list(records.isEmpty ? [EscalationJSON.account(customer.facts, of: nil, csm: customer.csm)] : records))
        return
      }
      for performed in told {
        Output.line(Output.visible("\(performed.record.id) \(performed.record.account.summary)"))
      }
      if told.isEmpty { Output.line(Output.visible(customer.facts.summary)) }
      if csm != nil { Output.line(Output.visible("  CSM \(customer.csm ?? "nobody")")) }
    }

    private func change(_ session: Session) throws -> (customer: Customer, told: [Performed]) {
      let store = try session.store()
      if session.isReadOnly { throw StoreFailure.readOnly(path: session.path) }
      let isKnown = try store.customer(name, now: session.now) != nil
      guard try new || isKnown || store.health(of: name, days: 1, now: session.now) != nil else {
        throw CommandFailure(
          .noInput, "nothing is known of an account “\(name)”; account list shows names, --new adds this one")
      }
      return try store.describe(name, by: Act(actor: session.actor, now: session.now)) { description in
        try facts.change(&description.facts)
        if let csm { description.csm = csm == "none" ? nil : csm.nonEmpty }
      }
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
