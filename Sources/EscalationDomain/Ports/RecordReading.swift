/// Reads whole records for reports, without holding more than one of them.
public protocol RecordReading: Sendable {
  /// Calls `body` with each escalation that has anything in the window: opened before its end, and still open, with a
  /// clock that runs, or with something that happened at its beginning or later. Some that have nothing there may come
  /// along. Each as it stood at `now`; in a fixed order.
  ///
  /// The cost grows with what reaches from the window's beginning to this day, not with all history.
  func eachRecord(touching window: Range<Instant>, now: Instant, _ body: (Escalation) throws -> Void) throws
}
