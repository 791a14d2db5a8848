import ArgumentParser
import EscalationDomain
import EscalationStore

struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "open", abstract: "Open a new escalation.")
  @Argument(help: "What it is about, in a line.") var title: String
  @Option(help: "The customer's account.") var account: String
  @Option(help: "The signal that speaks for it, by its id or by words of its label; it suggests how grave it is.")
  var signal: String?
  @Option(help: ArgumentHelp("The sum in dispute: “IDR 12,000,000”.", valueName: "money")) var amount: String?
  @Option(help: "Severity, as the playbook names it.") var severity: String?
  @Option(help: "Level, for playbooks by level.") var level: String?
  @Option(help: "Stage, for playbooks by stage.") var stage: String?
  @Option(help: "Why; due where another grade is chosen than the facts suggest, and for the last stage.") var reason:
    String?
  @Option(help: "The governing playbook; by default the account's, its segment's, or the one that has the severity.")
  var playbook: String?
  @Option(help: "Who owns it.") var owner: String?
  @OptionGroup var facts: AccountOptions
  @Option(help: ArgumentHelp("Someone to reach: “Ann Lee <ann@example.com> (sponsor)”.", valueName: "contact"))
  var contact: [String] = []
  @Option(
    name: .customLong("needed-by"), parsing: .unconditional,
    help: ArgumentHelp("By when it is needed.", valueName: "time"))
  var neededBy: String?
  @Option(help: "More about it.") var details: String?
  @Option(help: "A tag; may be given more than once.") var tag: [String] = []
  @Flag(help: "We saw it before the customer spoke up.") var early = false
  @Flag(help: "The customer raised it.") var reactive = false
  @Option(help: "Its id; by default the store's next.") var id: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("When it began, if not now.", valueName: "time")) var at: String?
  @Flag(help: "Answer with the record as JSON.") var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.session()
    let store = try session.storeForWriting()
    let policy = try store.policies().current
    var account = try store.account(account) ?? AccountFacts(name: account)
    try facts.change(&account)
    let book = try policy.governing(
      asked: playbook, account: account, team: try store.team(now: session.now), grade: severity ?? level ?? stage,
      signal: signal, standing: session.settings[.playbook])
    let calendar = policy.calendarID(rule: nil, account: account, playbook: book)
    let times = Times(session: session, timeline: policy.calendars[calendar]?.value)
    let opening = EscalationDomain.Opening(
      title: title, account: account, playbook: book.id, edition: policy.edition, severity: severity, level: level,
      stage: stage, owner: owner?.nonEmpty, contacts: try contact.map(ContactText.read),
      neededBy: try neededBy.map { try times.by($0, as: "needed by") }, details: details?.nonEmpty, tags: tag,
      detection: early ? .early : reactive ? .reactive : nil, signal: signal?.nonEmpty,
      disputed: try amount.map { try Money(parsing: $0) })
    let act = Act(
      actor: session.actor, occurred: try at.map { try times.past($0, as: "opened") }, now: session.now)
    do {
      let performed = try store.open(opening, id: try id.map(EscalationID.init(typed:)), why: reason, act: act)
      times.echoes.print()
      OpenedText(performed: performed, policy: policy, session: session, json: json).print()
    } catch Refusal.reasonRequired {
      throw try ReasonDue.failure(opening, book, zone: policy.zone(of: account, playbook: book.id), now: act.occurred)
    }
  }
}

/// What is known of an account, as options.
struct AccountOptions: ParsableArguments {
  @Option(help: "SMB, Mid-Market, Enterprise …, or none.") var segment: String?
  @Option(help: "Annual recurring revenue: “120k USD”, or none.") var arr: String?
  @Option(help: ArgumentHelp("The renewal date, or none.", valueName: "date")) var renewal: String?
  @Option(help: ArgumentHelp("The next QBR's date, or none.", valueName: "date")) var qbr: String?
  @Option(help: "The calendar by which the account works, its zone the account's; or none.") var calendar: String?

  func change(_ account: inout AccountFacts) throws {
    if let segment { account.segment = segment == "none" ? nil : segment.nonEmpty }
    if let arr { account.arr = arr == "none" ? nil : try Money(parsing: arr, defaultCurrency: account.arr?.currency) }
    if let renewal { account.renewal = try date(renewal) }
    if let qbr { account.qbr = try date(qbr) }
    if let calendar { account.calendar = calendar == "none" ? nil : calendar }
  }

  var isEmpty: Bool { segment == nil && arr == nil && renewal == nil && qbr == nil && calendar == nil }
}

/// `Ann Lee <ann@example.com> (sponsor)`: a contact in one text.
enum ContactText {
  static func read(_ text: String) throws -> Contact {
    var rest = text
    func cut(_ open: Character, _ close: Character) -> String? {
      guard let start = rest.firstIndex(of: open), let end = rest[start...].firstIndex(of: close) else { return nil }
      let inside = String(rest[rest.index(after: start)..<end])
      rest.removeSubrange(start...end)
      return inside.nonEmpty
    }
    let email = cut("<", ">")
    let role = cut("(", ")")
    guard let name = rest.nonEmpty else {
      throw CommandFailure(.usage, "“\(text)” names nobody; write “Ann Lee <ann@example.com> (sponsor)”")
    }
    return Contact(name: name, role: role, email: email)
  }
}
