/// What a log gained after a number, and the clocks as they stand then: see ``NewsStoring``.
public struct News: Sendable {
  /// The number up to which the log was looked at.
  public var through: Int64
  public var asOf: Instant
  /// The escalations that something happened to, in the order in which it was written down.
  public var records: [NewsRecord]
  /// Every open clock, those that outlive an end included.
  public var clocks: [EscalationID: [ClockCycle]]

  public init(through: Int64, asOf: Instant, records: [NewsRecord], clocks: [EscalationID: [ClockCycle]]) {
    self.through = through
    self.asOf = asOf
    self.records = records
    self.clocks = clocks
  }
}

/// An escalation that something happened to, and what.
public struct NewsRecord: Sendable {
  public var escalation: Escalation
  /// What is new of its timeline, in the order of the log.
  public var entries: [TimelineEntry]

  /// Replays one log. O(its events); nil where it had not opened by `now`, or holds nothing after the number.
  public init?(_ history: History, after number: Int64, policies: PolicyBook, now: Instant) throws {
    guard let record = try Escalation.replayIfOpened(history, policies: policies, now: now) else { return nil }
    escalation = record
    entries = record.timeline(history, now: now).filter { $0.sequence.map { $0 > number } ?? false }
      .sorted { ($0.sequence ?? 0) < ($1.sequence ?? 0) }
    if entries.isEmpty { return nil }
  }
}
