/// What the console and the commands ask of a store. SQLite is the embedded one; others may join behind this.
///
/// Every call may wait for another writer and may throw ``StoreFailure``; none is made on a drawing thread.
public protocol EscalationStoring: Sendable {
  /// The open escalations as of `now`; at or after the last event this reads indexed columns only.
  func board(now: Instant) throws -> Board
  /// Open and ended ones, for lists.
  func rows(_ scope: ListQuery.Scope, now: Instant) throws -> [BoardRow]
  /// The log of one escalation; none where there is no such id.
  func history(of id: EscalationID) throws -> History?
  /// Every policy edition so far.
  func policies() throws -> PolicyBook
  /// A person's act on one escalation, in one transaction.
  func perform(_ command: Command, on id: EscalationID, act: Act) throws -> Performed
  /// The same for several acts in one transaction: all of them or none.
  func perform(_ acts: [(EscalationID, Command, Act)]) throws -> [Performed]
  /// What is known of an account by its escalations and its register, whatever the case of its name.
  func account(_ name: String) throws -> AccountFacts?
  /// A new escalation; without an id it gets the next of the store's own.
  func open(_ opening: Opening, id: EscalationID?, act: Act) throws -> Performed
  /// A number that changes when another process wrote.
  func changeMark() throws -> Int64
}

/// What an act came to.
public struct Performed: Sendable {
  public var record: Escalation
  /// What was appended, what time had brought about included.
  public var events: [Event]

  public init(record: Escalation, events: [Event]) {
    self.record = record
    self.events = events
  }
}

/// Why a store could not do what it was asked, apart from a rule's ``Refusal``.
public enum StoreFailure: Error, Hashable, Sendable {
  case missing(path: String)
  case noSuchEscalation(EscalationID)
  case noSuchRisk(RiskID)
  case idTaken(EscalationID)
  /// Another writer held the store for longer than the wait.
  case busy(path: String)
  case readOnly(path: String)
  case notPermitted(path: String)
  case newerSchema(path: String, found: Int, known: Int)
  case notAStore(path: String)
  case isFolder(path: String)
  case damaged(path: String, detail: String)
  case disk(path: String, detail: String)
}
