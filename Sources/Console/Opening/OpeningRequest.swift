import EscalationDomain

/// A new escalation as a form asks for it. What is known of its account is the store's to say.
public struct OpeningRequest: Hashable, Sendable {
  public var opening: Opening
  public var why: String?

  public init(_ opening: Opening, why: String? = nil) {
    self.opening = opening
    self.why = why
  }
}

/// How it would stand once it was opened: the look before it.
public struct OpeningReview: Hashable, Sendable {
  public var account: String
  public var playbook: String
  /// In words.
  public var grade: String?
  public var signal: String?
  /// Why it opens: what a person says, else what the facts say.
  public var why: String?
  /// Every clock that starts, by deadline, those that wait last.
  public var clocks: [ClockCycle]

  init(_ record: Escalation, why: String?) {
    account = record.account.name
    playbook = record.playbook
    grade = record.gradeLabel?.words
    signal = record.signal
    self.why = why
    clocks = record.openClocks.sorted { ($0.deadline ?? .max, $0.label) < ($1.deadline ?? .max, $1.label) }
  }
}

/// A step to another playbook, completed, with each deadline before and after.
public struct MoveReview: Hashable, Sendable {
  /// From where to where, as a sentence.
  public var sentence: String
  /// In words.
  public var grade: String?
  public var deadlines: [DeadlineMove]
}

extension Effect {
  /// The request with what the store knows of its account.
  private static func completed(_ request: OpeningRequest, in store: some ConsoleStore) throws -> Opening {
    var opening = request.opening
    opening.account = try store.account(opening.account.name) ?? opening.account
    return opening
  }

  /// What the effects on new escalations and on moves come to; nil for any other.
  func opening(from store: some ConsoleStore, actor: String, now: Instant) throws -> Message? {
    let act = Act(actor: actor, now: now)
    switch self {
    case .loadOpening:
      return .openingLoaded(OpeningBook(accounts: try store.accountNames(), team: try store.team(now: now)))
    case .loadAccount(let name): return .accountLoaded(name, try store.account(name))
    case .loadEnded(let words): return .endedLoaded(words, try store.ended(words, atMost: EndedPanel.most, now: now))
    case .previewOpening(let request):
      let opening = try Effect.completed(request, in: store)
      let policies = try store.policies()
      let draft = try Decision.open(opening, policy: policies.current, act: act, why: request.why)
      let record = try Decision.preview(opening: opening, policies: policies, act: act, why: request.why)
      return .openingPreviewed(request, OpeningReview(record, why: draft.why))
    case .open(let request):
      let opening = try Effect.completed(request, in: store)
      return .opened(try store.open(opening, id: nil, why: request.why, act: act))
    case .previewMove(let move, let id):
      guard let history = try store.history(of: id) else { throw StoreFailure.noSuchEscalation(id) }
      let policies = try store.policies()
      let preview = try Decision(history: history, policies: policies, act: act).preview(move: move)
      let record = try Escalation.replay(history, policies: policies, now: now)
      let grade = preview.move.severity ?? preview.move.level ?? preview.move.stage
      return .movePreviewed(
        id, move,
        MoveReview(sentence: record.sentence(for: preview.move), grade: grade, deadlines: preview.deadlines))
    default: return nil
    }
  }
}
