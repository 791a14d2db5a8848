import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

/// What every verb on one escalation takes.
struct ActOptions: ParsableArguments {
  @Argument(help: "The escalation's id, as list shows it.")
  var id: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When it happened, if not now: 17:00, -20m, yesterday 15:00 …", valueName: "time"))
  var at: String?

  @Flag(help: "Answer with the record as JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  /// Carries a command out and says what came of it.
  func perform(_ make: (ActContext) throws -> Command) throws {
    let context = try ActContext(self)
    let performed = try context.store.perform(try make(context), on: context.id, act: context.act)
    try context.report(performed, json: json)
  }
}

/// One act under way: the store, the escalation as it stands, and who acts when.
struct ActContext {
  let session: Session
  let store: SQLiteStore
  let id: EscalationID
  let act: Act
  private let echoes = Echoes()

  init(_ options: ActOptions) throws {
    session = try options.global.session()
    if session.isReadOnly { throw StoreFailure.readOnly(path: session.path) }
    store = try session.store()
    id = EscalationID(options.id)
    let times = Times(session: session, timeline: nil)
    act = Act(actor: session.actor, occurred: try options.at.map { try times.read($0) }, now: session.now)
  }

  func record() throws -> (record: Escalation, history: History, policies: PolicyBook) {
    guard let history = try store.history(of: id) else { throw StoreFailure.noSuchEscalation(id) }
    let policies = try store.policies()
    return (try Escalation.replay(history, policies: policies, now: act.occurred), history, policies)
  }

  /// Reads times by the calendar of this escalation's account, so that +1bd means its business days.
  func times() throws -> Times {
    let (record, _, policies) = try record()
    let policy = try policies.policy(record.edition)
    let calendar = policy.calendarID(
      rule: nil, account: record.account, playbook: policy.playbooks[record.playbook]?.value)
    return Times(session: session, timeline: policy.calendars[calendar]?.value, echoes: echoes)
  }

  /// - Parameter told: whether what was done is on the screen already.
  func report(_ performed: Performed, json: Bool, told: Bool = false) throws {
    echoes.print()
    let record = performed.record
    let policies = try store.policies()
    let policy = try policies.policy(record.edition)
    if json {
      guard let history = try store.history(of: record.id) else { throw StoreFailure.noSuchEscalation(record.id) }
      Output.json(EscalationJSON.record(record, history: history, policy: policy, now: session.now))
      return
    }
    let done = performed.events.filter { $0.source == .act }.map { $0.fact.sentence(zone: session.zone) }
    if !told { Output.line(Output.visible("\(record.id) \(done.joined(separator: "; "))")) }
    if let next = record.openClocks.mostUrgent(), let deadline = next.deadline {
      let left = next.countdown(at: session.now)
      Output.line(Output.visible("  next: \(next.label) by \(deadline.words(in: session.zone)) (\(left))"))
    }
  }
}

/// Times as people type them, and the echo of the instant understood.
struct Times {
  let session: Session
  let timeline: WorkingTimeline?
  var echoes = Echoes()

  func read(_ text: String) throws -> Instant {
    try TypedTime.parse(text, now: session.now, zone: session.zone, timeline: timeline)
  }

  /// Reads a time and notes how it was understood, unless it was exact already.
  func readEchoing(_ text: String, as what: String) throws -> Instant {
    let instant = try read(text)
    if Instant(iso8601: text) == nil { echoes.lines.append("\(what): \(instant.words(in: session.zone)) (\(instant))") }
    return instant
  }
}

/// How times were understood, told on standard error once the act is done.
final class Echoes {
  var lines: [String] = []

  func print() {
    for line in lines { ProcessEnd.writeError(line) }
    lines = []
  }
}

/// A date option: `2026-03-01`, or `none` to take it away.
func date(_ text: String) throws -> LocalDate? {
  if text == "none" { return nil }
  guard let date = LocalDate(iso: text) else {
    throw CommandFailure(.usage, "“\(text)” is no date; write it like 2026-03-01")
  }
  return date
}
