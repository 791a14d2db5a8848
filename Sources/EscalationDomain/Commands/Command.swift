/// A person's act, before it is checked. Each verb of the command line and each key is one of these.
public enum Command: Hashable, Sendable {
  case acknowledge(note: String?)
  case update(CustomerUpdate)
  case customerReplied(text: String)
  case check(note: String?)
  case notify(Notification)
  case note(text: String)
  case assign(owner: String?)
  case changeSeverity(to: String, reason: String?)
  case enterLevel(String, reason: String?)
  case enterStage(String, reason: String?)
  case setNeededBy(Instant?)
  case mark(String)
  case pause(reason: String, until: Instant)
  case resume(note: String?)
  case resolve(Resolution)
  case close(Closing, reason: String?)
  case cancel(reason: String)
  case reopen(reason: String)
  case amend(Amendment)
  case changeAccount(AccountFacts)
  case addContact(Contact)
  case removeContact(name: String)
  /// Takes back the newest act; with a number only where that is the newest.
  case undo(event: Int64?)
}

/// Who acts, when it happened and when it is written down. `occurred` may lie before `now`, never after it.
public struct Act: Hashable, Sendable {
  public var actor: String
  public var occurred: Instant
  public var now: Instant

  public init(actor: String, occurred: Instant? = nil, now: Instant) {
    self.actor = actor
    self.occurred = occurred ?? now
    self.now = now
  }
}

/// Why a rule refuses an act: facts only, worded in ``Wording``.
public enum Refusal: Error, Hashable, Sendable {
  case inTheFuture(Instant)
  case beforeOpening(Instant)
  case laterActExists(Instant)
  case notOpen(Status)
  case alreadyOpen
  case alreadyAcknowledged(Instant)
  case alreadyPaused
  case notPaused
  case alreadyResolved(Instant)
  case cancelledForGood
  case sameSeverity(String)
  case unknownSeverity(String, known: [String])
  case unknownLevel(String, known: [String])
  case unknownStage(String, known: [String])
  case unknownStep(String, known: [String])
  case unknownPlaybook(String, known: [String])
  case unknownCalendar(String, known: [String])
  case severityRequired(known: [String])
  case reasonRequired
  case textRequired(String)
  case notAhead(Instant, what: String)
  case unknownContact(String)
  case unreadableText(String)
  case unusableID(String)
  case csatOutOfRange(Int)
  case nothingToUndo
  /// Another act came between the question and the answer.
  case overtaken
}
