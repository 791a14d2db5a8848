/// What a console asks of a store to find what has left the board, and whom a new escalation may be about.
public protocol EndedStoring: Sendable {
  /// Resolved, closed and cancelled escalations in which each word occurs, what changed last first.
  ///
  /// Without words the cost does not grow with history; with words it is that of looking through it until enough are
  /// found.
  func ended(_ words: String, atMost limit: Int, now: Instant) throws -> [BoardRow]
  /// The name of every account that an escalation or the register knows, as people spell it. O(accounts).
  func accountNames() throws -> [String]
}
