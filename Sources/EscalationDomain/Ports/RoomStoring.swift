/// What a console and the commands ask of a store about the sessions of the war room. See ``EscalationStoring``.
public protocol RoomStoring: Sendable {
  /// A session as of `now`; one that nobody wrote about is planned and empty. O(entries of that session).
  func room(_ id: RoomID, now: Instant) throws -> Room
  /// The sessions that anything was written about, the newest first. O(those that are asked for).
  func rooms(atMost limit: Int, now: Instant) throws -> [RoomID]
  /// Writes a fact down about a session, checked, in one transaction.
  func write(_ fact: RoomFact, in room: RoomID, why: String?, act: Act) throws -> Room
}
