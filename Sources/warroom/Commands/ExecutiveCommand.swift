import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

struct ExecutiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "executive", abstract: "The executive contacts of accounts, kept up to date while all is well.",
    subcommands: [Listing.self, Add.self, Reached.self, Remove.self])

  struct Listing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List executives with the last contact, and who has gone stale.")
    @Argument(help: "The account's name; without one, every account's.") var account: String?
    @Flag(help: "Only those that nobody reached for too long.") var stale = false
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let session = try global.session()
      let store = try session.store()
      let policy = try ExecutiveCommand.policy(store)
      let customers = try customers(store, session)
      let lines = customers.flatMap { customer in customer.executives.map { (customer, $0) } }.filter {
        customer, executive in
        !stale
          || executive.isStale(
            on: customer.zone.local(session.now).date, policy, hasOpenRecord: customer.openRecord != nil)
      }
      if json {
        Output.json(.list(lines.map { EscalationJSON.executive($1, of: $0, policy: policy, now: session.now) }))
        return
      }
      Output.table(
        lines.map { ExecutiveCommand.row($1, of: $0, policy, session.now) },
        header: ["account", "name", "role", "last contact", "", "reach"])
      for customer in customers where !stale {
        let missing = Account(customer).missingRoles(policy, value: customer.facts.arr)
        if !missing.isEmpty {
          let roles = missing.map(\.rawValue).joined(separator: " and no ")
          Output.line(Output.visible("\(customer.facts.name): no \(roles) on record"))
        }
      }
    }

    private func customers(_ store: SQLiteStore, _ session: Session) throws -> [Customer] {
      guard let account else { return try store.customersWithExecutives(now: session.now) }
      guard let customer = try store.customer(account, now: session.now) else {
        throw CommandFailure(.noInput, "nothing is known of an account “\(account)”; account list shows the names")
      }
      return [customer]
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add an executive, or change what is known of one.")
    @OptionGroup var who: ExecutiveOptions
    @Option(help: "economic-buyer, senior-stakeholder, sponsor or other.") var role: String
    @Option(help: "An email address.") var email: String?
    @Option(help: "A phone number.") var phone: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      guard let known = ExecutiveContact.Role(rawValue: role.lowercased().replacing(" ", with: "-")) else {
        let roles = ExecutiveContact.Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(.usage, "“\(role)” is no role of an executive; known: \(roles)")
      }
      let contact = ExecutiveContact(name: who.name, role: known, email: email?.nonEmpty, phone: phone?.nonEmpty)
      try who.write(global) { _ in .executiveAdded(contact) }
    }
  }

  struct Reached: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reached", abstract: "Write down that somebody spoke with an executive.")
    @OptionGroup var who: ExecutiveOptions
    @Option(help: ArgumentHelp("The account's local date, if not today.", valueName: "date")) var on: String?
    @Option(help: "A call, a dinner, the QBR …") var how: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let given = try on.map { text in
        guard let date = try date(text) else { throw CommandFailure(.usage, "--on needs a date") }
        return date
      }
      try who.write(global) { today in
        .executiveReached(ExecutiveReached(name: who.name, on: given ?? today, how: how?.nonEmpty))
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take an executive off the list; the register keeps what was.")
    @OptionGroup var who: ExecutiveOptions
    @Option(help: "Why.") var reason: String?
    @OptionGroup var global: GlobalOptions

    func run() throws { try who.write(global, why: reason?.nonEmpty) { _ in .executiveRemoved(name: who.name) } }
  }

  /// When a contact is stale.
  static func policy(_ store: SQLiteStore) throws -> HealthPolicy {
    try store.policies().current.healthPlaybook(last: nil)?.health ?? HealthPolicy()
  }

  static func row(_ executive: Executive, of customer: Customer, _ policy: HealthPolicy, _ now: Instant) -> [String] {
    let today = customer.zone.local(now).date
    let hasOpen = customer.openRecord != nil
    let isStale = executive.isStale(on: today, policy, hasOpenRecord: hasOpen)
    let days = executive.freshDays(policy, hasOpenRecord: hasOpen)
    return [
      customer.facts.name, executive.contact.name, executive.contact.role.rawValue,
      executive.reached.map { "\($0.on)" + ($0.how.map { ", \($0)" } ?? "") } ?? "never",
      isStale ? "STALE (over \(days) days)" : "",
      [executive.contact.email, executive.contact.phone].compactMap(\.self).joined(separator: ", "),
    ]
  }
}

/// Which executive of which account.
struct ExecutiveOptions: ParsableArguments {
  @Argument(help: "The account's name.") var account: String
  @Argument(help: "The executive's name.") var name: String
  @Flag(help: "Answer with the account's executives as JSON.") var json = false

  /// - Parameter fact: what to write down, by the account's local date.
  func write(_ global: GlobalOptions, why: String? = nil, _ fact: (LocalDate) -> AccountFact) throws {
    let session = try global.session()
    let store = try session.storeForWriting()
    let zone = try store.customer(account, now: session.now)?.zone ?? HealthCommand.zone(store)
    let act = Act(actor: session.actor, now: session.now)
    _ = try store.write(fact(zone.local(session.now).date), of: account, why: why, act: act)
    guard let customer = try store.customer(account, now: session.now) else {
      return Output.line(Output.visible("\(name): no longer on record"))
    }
    let policy = try ExecutiveCommand.policy(store)
    if json {
      Output.json(
        .list(
          customer.executives.map { EscalationJSON.executive($0, of: customer, policy: policy, now: session.now) }))
      return
    }
    guard let executive = Account(customer).executive(name) else {
      return Output.line(Output.visible("\(name): no longer on record"))
    }
    Output.table([ExecutiveCommand.row(executive, of: customer, policy, session.now)])
  }
}
