/// What a listener asks of a store, who is told each change as it comes.
public protocol NewsStoring: Sendable {
  /// What was written down after an event number, of escalations that were not imported since, and the open clocks as of
  /// `now`. The cost is that of the new events, the logs of the escalations that they are of, and all open clocks; it
  /// does not grow with the history of the others.
  func news(after number: Int64, now: Instant) throws -> News
}
