/// One line of an escalation's timeline, what time brought about included.
public struct TimelineEntry: Hashable, Sendable {
  public enum Mark: String, Hashable, Sendable {
    case undone
    /// A breach that a late record showed to be none; it stays, apart.
    case corrected
    /// Brought about by time, not by a person.
    case derived
  }
  public var sequence: Int64?
  public var at: Instant
  public var recorded: Instant
  public var actor: String
  public var why: String?
  public var fact: Fact
  public var mark: Mark?
  public var source: Event.Source = .act
  /// What an undo took back.
  public var tookBack: Fact?
  /// What was done again, by taking its undo back.
  public var didAgain: Fact?
  /// The clock that a breach is of, as people call it.
  public var clock: String?

  /// What happened; an undo names what it took back, and doing that again what counts again.
  public func what(zone: Zone, playbook: Playbook? = nil) -> String {
    if let didAgain { return "did again: \(didAgain.sentence(zone: zone, playbook: playbook))" }
    return tookBack.map { "took back: \($0.sentence(zone: zone, playbook: playbook))" }
      ?? fact.sentence(zone: zone, clock: clock, playbook: playbook)
  }

  /// Whether a person wrote it down a minute or more after it happened. What an import brings always comes later.
  public var isLate: Bool { source == .act && recorded - at >= 60 }

  /// What happened and why. A pause's reason stands in what happened already.
  public func sentence(zone: Zone, playbook: Playbook? = nil) -> String {
    let what = what(zone: zone, playbook: playbook)
    if case .paused(let pause) = fact, pause.reason == why { return what }
    return what + (why.map { " (\($0))" } ?? "")
  }
}

extension Escalation {
  /// Everything that happened up to `now`, oldest first, with breaches that no writer has stored yet.
  public func timeline(_ history: History, now: Instant) -> [TimelineEntry] {
    let history = history.until(now)
    let voided = history.voided
    let facts = Dictionary(history.events.map { ($0.sequence, $0.fact) }) { first, _ in first }
    var entries = history.events.map { event in
      var entry = TimelineEntry(
        sequence: event.sequence, at: event.occurred, recorded: event.recorded, actor: event.actor, why: event.why,
        fact: event.fact, mark: mark(of: event, voided: voided), source: event.source)
      if case .undone(let taken) = event.fact {
        if case .undone(let again) = facts[taken] {
          entry.didAgain = facts[again]
        } else {
          entry.tookBack = facts[taken]
        }
      }
      entry.clock = label(of: event.fact)
      return entry
    }
    for draft in unstored(in: history) {
      entries.append(
        TimelineEntry(
          sequence: nil, at: draft.occurred, recorded: draft.occurred, actor: draft.actor, why: nil, fact: draft.fact,
          mark: .derived, source: .derived, clock: label(of: draft.fact)))
    }
    return entries.sorted { ($0.at, $0.sequence ?? .max) < ($1.at, $1.sequence ?? .max) }
  }

  private func label(of fact: Fact) -> String? {
    guard case .breached(let breach) = fact else { return nil }
    return (clocks.last { $0.rule == breach.rule && $0.cycle == breach.cycle } ?? clock(breach.rule))?.label
  }

  private func mark(of event: Event, voided: Set<Int64>) -> TimelineEntry.Mark? {
    if voided.contains(event.sequence) { return .undone }
    if case .breached(let breach) = event.fact {
      return isCorrected(breach, at: event.occurred) ? .corrected : .derived
    }
    return event.source == .derived ? .derived : nil
  }
}
