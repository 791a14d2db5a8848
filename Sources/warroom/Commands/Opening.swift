import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "open", abstract: "Open a new escalation.")
  @Argument(help: "What it is about, in a line.") var title: String
  @Option(help: "The customer's account.") var account: String
  @Option(help: "Severity, as the playbook names it.") var severity: String?
  @Option(help: "Level, for playbooks by level.") var level: String?
  @Option(help: "Stage, for playbooks by stage.") var stage: String?
  @Option(help: "The governing playbook; by default the one that has the severity.") var playbook: String?
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
    let playbook = try playbook ?? Open.playbook(having: severity ?? level ?? stage, in: policy)
    let calendar = policy.calendarID(rule: nil, account: account, playbook: policy.playbooks[playbook]?.value)
    let times = Times(session: session, timeline: policy.calendars[calendar]?.value)
    let opening = EscalationDomain.Opening(
      title: title, account: account, playbook: playbook, edition: policy.edition, severity: severity, level: level,
      stage: stage, owner: owner?.nonEmpty, contacts: try contact.map(ContactText.read),
      neededBy: try neededBy.map { try times.ahead($0, as: "needed by") }, details: details?.nonEmpty, tags: tag,
      detection: early ? .early : reactive ? .reactive : nil)
    let act = Act(
      actor: session.actor, occurred: try at.map { try times.past($0, as: "opened") }, now: session.now)
    let id = try id.map { text in
      let id = EscalationID(text)
      guard id.isTypeable else { throw Refusal.unusableID(text) }
      return id
    }
    let performed = try store.open(opening, id: id, act: act)
    times.echoes.print()
    report(performed, session, policy)
  }

  private func report(_ performed: Performed, _ session: Session, _ policy: Policy) {
    let record = performed.record
    if json {
      let history = History(performed.events)
      Output.json(EscalationJSON.record(record, history: history, policy: policy, now: session.now))
      return
    }
    Output.line(
      Output.visible("\(record.id) opened: \(record.severity ?? record.level ?? record.stage ?? "") \(record.title)"))
    Output.table(
      record.openClocks.map { clock in
        [
          "  \(clock.label)",
          clock.deadline?.words(in: session.zone) ?? "waits for \(clock.due.waitingFor ?? "its start")",
          clock.countdown(at: session.now),
        ]
      })
  }

  /// The one installed playbook that has the grade.
  static func playbook(having grade: String?, in policy: Policy) throws -> String {
    guard let grade else {
      let known = policy.playbooks.values.flatMap(\.value.severities).map(\.id).sorted().joined(separator: ", ")
      throw CommandFailure(.usage, "say how severe it is: --severity with one of \(known)")
    }
    let having = policy.playbooks.values.map(\.value).filter { $0.gradeID(matching: grade) != nil }
    guard let only = having.first, having.count == 1 else {
      let ids = (having.isEmpty ? policy.playbooks.keys.map(\.self) : having.map(\.id)).sorted().joined(separator: ", ")
      throw CommandFailure(
        .usage,
        having.isEmpty
          ? "no playbook has “\(grade)”; say --playbook, one of \(ids)"
          : "“\(grade)” is in several playbooks; say --playbook, one of \(ids)")
    }
    return only.id
  }
}

/// What is known of an account, as options.
struct AccountOptions: ParsableArguments {
  @Option(help: "SMB, Mid-Market, Enterprise …") var segment: String?
  @Option(help: "Annual recurring revenue: “120k USD”.") var arr: String?
  @Option(help: ArgumentHelp("The renewal date, or none.", valueName: "date")) var renewal: String?
  @Option(help: ArgumentHelp("The next QBR's date, or none.", valueName: "date")) var qbr: String?
  @Option(help: "The calendar by which the account works; its zone is the account's.") var calendar: String?

  func change(_ account: inout AccountFacts) throws {
    if let segment { account.segment = segment.nonEmpty }
    if let arr { account.arr = try Money(parsing: arr, defaultCurrency: account.arr?.currency) }
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
