/// Folds a history into an escalation: the one place where events become state and clocks.
///
/// Pure: the same history, policy and `now` give the same escalation, whoever asks and however often.
struct Replay {
  let policies: PolicyBook
  let now: Instant
  var record: Escalation
  var policy: Policy
  var playbook: Versioned<Playbook>
  /// Start instants of rules that have no target for the present grades.
  var dormant: [String: Instant] = [:]
  /// How often each rule has started.
  var runs: [String: Int] = [:]
  /// When each repeating rule was last served.
  var served: [String: Instant] = [:]
  /// The pauses of the record that are over.
  var waits: [Range<Instant>] = []
  /// Indices into `record.clocks` of what is open.
  var open: [Int] = []
  /// The local date of the opening or the latest reopening.
  var openingDate: LocalDate
}

/// Why a history cannot be read.
public enum ReplayError: Error, Hashable, Sendable {
  /// Nothing had happened yet.
  case notOpenedYet
  case policy(PolicyError)
}

extension Escalation {
  /// The escalation at `now`; events after `now` have not happened.
  ///
  /// O(events + slots passed). Throws where nothing had opened by `now` or the policy it names is missing.
  public static func replay(_ history: History, policies: PolicyBook, now: Instant) throws(ReplayError) -> Escalation {
    let history = history.until(now)
    let events = history.effective
    guard let first = events.first(where: { if case .opened = $0.fact { true } else { false } }),
      case .opened(let opening) = first.fact
    else { throw .notOpenedYet }
    do {
      var replay = try Replay(first, opening, policies: policies, now: now)
      try replay.apply(first)
      for var event in events where event.sequence != first.sequence {
        // An import may hold what is dated before the opening: nothing could happen to the escalation earlier.
        event.occurred = max(event.occurred, first.occurred)
        replay.advance(to: event.occurred)
        let status = replay.record.status
        try replay.apply(event)
        replay.record.noteTurn(from: status, at: event.occurred)
      }
      replay.advance(to: now)
      replay.noteStoredBreaches(events)
      return replay.record
    } catch {
      throw .policy(error)
    }
  }
}

extension Escalation {
  /// The escalation at `now`, or none where it had not opened by then.
  public static func replayIfOpened(_ history: History, policies: PolicyBook, now: Instant) throws -> Escalation? {
    let opened = history.events.contains { event in
      if case .opened = event.fact { return event.occurred <= now }
      return false
    }
    return opened ? try replay(history, policies: policies, now: now) : nil
  }
}

extension Replay {
  init(_ event: Event, _ opening: Opening, policies: PolicyBook, now: Instant) throws(PolicyError) {
    self.policies = policies
    self.now = now
    policy = try policies.policy(opening.edition)
    guard let playbook = policy.playbooks[opening.playbook] else {
      throw .unknownPlaybook(opening.playbook, edition: opening.edition)
    }
    self.playbook = playbook
    record = Escalation(
      id: event.escalation, title: opening.title, details: opening.details, tags: opening.tags,
      account: opening.account, contacts: opening.contacts, owner: opening.owner, detection: opening.detection,
      playbook: opening.playbook, edition: opening.edition, severity: opening.severity, level: opening.level,
      stage: opening.stage, band: 4, opened: event.occurred, neededBy: opening.neededBy, condition: .open,
      asOf: now, changed: event.occurred, clocks: [], correctedBreaches: [],
      signal: opening.signal, risk: opening.risk, disputed: opening.disputed, work: Work(since: event.occurred))
    record.work.trigger = opening.health
    for score in opening.health.map({ $0.past + [$0.score] }) ?? [] { record.work.scores[score.date] = score }
    openingDate = LocalDate(daysSinceEpoch: 0)
    openingDate = date(of: event.occurred)
    record.entry = .init(
      severity: opening.severity, level: opening.level, stage: opening.stage, renewal: opening.account.renewal,
      date: openingDate)
    gradesChanged()
  }

  func date(of instant: Instant) -> LocalDate {
    policy.zone(of: record.account, playbook: record.playbook).local(instant).date
  }

  mutating func gradesChanged() {
    record.band = playbook.value.band(severity: record.severity, level: record.level, stage: record.stage)
  }

  /// Marks breaches that the log holds and the clocks no longer show: corrected, never erased.
  mutating func noteStoredBreaches(_ events: [Event]) {
    for event in events {
      guard case .breached(let breach) = event.fact else { continue }
      guard let index = record.clocks.firstIndex(where: { $0.rule == breach.rule && $0.cycle == breach.cycle }) else {
        record.correctedBreaches.append(breach)
        continue
      }
      if let shown = record.clocks[index].breach {
        if shown.at != event.occurred { record.correctedBreaches.append(breach) }
      } else {
        record.clocks[index].breach = .init(
          at: event.occurred, deadline: breach.deadline, byReclassification: breach.byReclassification, corrected: true)
      }
    }
  }
}
