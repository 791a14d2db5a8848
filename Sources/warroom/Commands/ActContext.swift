import EscalationDomain
import EscalationStore
import Interchange

/// One act under way: the store, the escalation as it stands, and who acts when.
struct ActContext {
  let session: Session
  let store: SQLiteStore
  let id: EscalationID
  let act: Act
  private let echoes = Echoes()

  /// - Parameter changing: whether the store will be written to, and not only looked at.
  init(_ options: ActOptions, session: Session, changing: Bool) throws {
    self.session = session
    if changing, session.isReadOnly { throw StoreFailure.readOnly(path: session.path) }
    store = try session.store()
    id = EscalationID(options.id)
    let times = Times(session: session, timeline: nil, echoes: echoes)
    act = Act(
      actor: session.actor, occurred: try options.at.map { try times.past($0, as: "happened") }, now: session.now)
  }

  func record() throws -> (record: Escalation, history: History, policies: PolicyBook) {
    guard let history = try store.history(of: id) else { throw StoreFailure.noSuchEscalation(id) }
    let policies = try store.policies()
    return (try Escalation.replay(history, policies: policies, now: act.occurred), history, policies)
  }

  func decision() throws -> Decision {
    let (_, history, policies) = try record()
    return Decision(history: history, policies: policies, act: act)
  }

  /// What is asked of the escalation when it happens.
  func view() throws -> WorkView {
    let (record, _, policies) = try record()
    return WorkView(record, policy: try policies.policy(record.edition), now: act.occurred)
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
    if let playbook = policy.playbooks[record.playbook]?.value {
      tellEarly(performed, playbook)
      tellOwed(performed, playbook)
      tellUnrecorded(performed, playbook)
    }
    if let next = record.openClocks.mostUrgent(), let deadline = next.deadline {
      let left = next.countdown(at: session.now)
      let due = deadline < session.now ? "was due" : "is due"
      Output.line(Output.visible("  next: \(next.label) \(due) \(deadline.words(in: session.zone)) (\(left))"))
    }
  }

  /// Whom the matrix names for a channel has not heard until it is said by which one.
  private func tellOwed(_ performed: Performed, _ playbook: Playbook) {
    for event in performed.events {
      guard event.source == .act, case .notified(let notice) = event.fact, notice.channel == nil else { continue }
      for who in notice.who {
        let channels = performed.record.obligations(of: playbook).filter { owed in
          owed.state == .open && owed.stakeholder.lowercased() == who.lowercased()
        }.compactMap(\.channel)
        guard !channels.isEmpty else { continue }
        Output.line(
          Output.visible("  \(who) is still to hear by \(channels.joined(separator: " and ")); --channel says which"))
      }
    }
  }

  /// What closing left out is missing from every figure, and cannot be added to a closed escalation.
  private func tellUnrecorded(_ performed: Performed, _ playbook: Playbook) {
    for event in performed.events {
      guard event.source == .act, case .closed(let closing) = event.fact else { continue }
      let asksForCSAT = playbook.metrics.contains { $0.id == Metric.csat.rawValue }
      let missing = [closing.outcome == nil ? "outcome" : nil, asksForCSAT && closing.csat == nil ? "CSAT" : nil]
        .compactMap(\.self).joined(separator: " and no ")
      guard !missing.isEmpty else { continue }
      Output.line("  no \(missing) on record; if there is one, undo and close again with it")
    }
  }

  /// A step that is done before its time stays asked for.
  private func tellEarly(_ performed: Performed, _ playbook: Playbook) {
    for event in performed.events {
      guard event.source == .act, case .marked(let step) = event.fact,
        let clock = performed.record.tooEarly(for: step, at: event.occurred, of: playbook), let opens = clock.due.opens
      else { continue }
      Output.line(
        Output.visible(
          "  too early for \(clock.label), which opens \(opens.words(in: session.zone)); mark it again then"))
    }
  }
}
