/// A record as it was at an earlier moment and as it is now, with what happened in between: what every look back is
/// made of.
public struct Meanwhile: Sendable {
  /// Nil where it was not there yet.
  public let before: Escalation?
  public let after: Escalation
  /// In their order; those that were taken back are not among them.
  public let events: [Event]

  /// From what the room knew at `since` to what is known of `now`; nil for one that has not opened by then. Two replays.
  public init?(_ log: History, since: Instant, now: Instant, policies: PolicyBook) throws {
    guard let after = try Escalation.replayIfOpened(log, policies: policies, now: now) else { return nil }
    try self.init(after, log, since: since, policies: policies)
  }

  /// The same where the record is at hand already. One replay.
  ///
  /// - Parameter after: `log` replayed as of its own moment.
  public init(_ after: Escalation, _ log: History, since: Instant, policies: PolicyBook) throws {
    let known = log.known(at: since)
    let old = Set(known.events.map(\.sequence))
    self.after = after
    before = try Escalation.replayIfOpened(known, policies: policies, now: since)
    events = log.until(after.asOf).effective.filter { !old.contains($0.sequence) }
  }

  /// In the order in which a room tells them. O(events + clocks + milestones × tasks).
  public var changes: [RecordChange] { after.changes(since: before, events) }
}
