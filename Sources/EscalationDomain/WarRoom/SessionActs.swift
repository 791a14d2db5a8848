/// What people wrote down about one escalation while a session lasted, each matter once: as it was when the session
/// began and as it is at its end.
struct SessionActs {
  private(set) var decisions: [Minutes.Line] = []
  /// What was raised, moved or taken up again and is still to be done.
  private(set) var actions: [OpenAction] = []
  private(set) var acts: [Minutes.Line] = []

  /// Whether any of it is about this escalation rather than about its account.
  var isAboutIt: Bool { !decisions.isEmpty || !actions.isEmpty || acts.contains { !$0.isOfAccount } }

  /// - Parameters:
  ///   - log: all that stood in it at the end.
  ///   - known: what stood in it at the beginning.
  ///   - earlier: the record then; nil where it was not there yet.
  ///   - record: the record at the end.
  /// O(events + matters × changes), and a replay of one that opened in the session.
  init(
    _ log: History, after known: History, from earlier: Escalation?, to record: Escalation, began: Instant,
    policies: PolicyBook, zone: Zone
  ) throws {
    let writings = SessionActs.writings(log, after: known)
    guard !writings.isEmpty else { return }
    // What opened in the session is told from its opening on.
    let before = try earlier ?? Escalation.asOpened(log, policies: policies) ?? record
    let teller = Teller(
      before: before, record: record, changes: record.changes(since: before, []), began: began,
      policy: policies.editions[record.edition] ?? policies.current, zone: zone)

    var matters: [SessionMatter] = []
    var last: [SessionMatter: Int] = [:]
    var choices: [SessionMatter: [ItemDecision.Choice]] = [:]
    for (index, writing) in writings.enumerated() {
      if case .decisionTaken(let text) = writing.fact, writing.way == .done {
        decisions.append(Minutes.Line(text: text, stamp: writing.stamp))
        continue
      }
      for matter in writing.matters {
        if last.updateValue(index, forKey: matter) == nil { matters.append(matter) }
        if case .itemDecided(let decision) = writing.fact { choices[matter, default: []].append(decision.choice) }
      }
    }
    actions = matters.compactMap(teller.action)
    let told = matters.enumerated().sorted { a, b in
      (last[a.element] ?? 0, a.offset) < (last[b.element] ?? 0, b.offset)
    }
    for (_, matter) in told {
      guard let index = last[matter] else { continue }
      let writing = writings[index]
      acts += teller.texts(matter, writing, choices[matter] ?? [], told: actions).map {
        Minutes.Line(text: $0, stamp: writing.stamp, isOfAccount: writing.isOfAccount)
      }
    }
  }

  /// What a person wrote in the session and stands, in its order. What was done in it and taken back left nothing.
  private static func writings(_ log: History, after known: History) -> [Writing] {
    let old = Dictionary(known.events.map { ($0.sequence, $0.fact) }, uniquingKeysWith: { first, _ in first })
    let voided = log.voided
    return log.events.compactMap { event -> Writing? in
      guard event.source == .act, old[event.sequence] == nil, !voided.contains(event.sequence) else { return nil }
      guard case .undone(let number) = event.fact else { return Writing(event, event.fact, .done) }
      guard let taken = old[number] else { return nil }
      if case .undone(let again) = taken { return old[again].map { Writing(event, $0, .again) } }
      return Writing(event, taken, .back)
    }
  }
}

extension SessionActs {
  /// An act of a person: a fact, one of before that no longer counts, or one that counts again.
  struct Writing {
    enum Way {
      case done
      case back
      case again
    }
    let fact: Fact
    let way: Way
    let stamp: Work.Stamp
    let matters: [SessionMatter]

    init(_ event: Event, _ fact: Fact, _ way: Way) {
      (self.fact, self.way) = (fact, way)
      stamp = Work.Stamp(at: event.occurred, by: event.actor, why: event.why)
      if case .itemDecided = fact, way != .done {
        matters = [.act(event.sequence)]
      } else {
        matters = SessionMatter.matters(of: fact, event.sequence)
      }
    }

    var isOfAccount: Bool { if case .accountChanged = fact { true } else { false } }
  }
}

extension Escalation {
  /// The record at its opening alone; nil where it never opened.
  fileprivate static func asOpened(_ log: History, policies: PolicyBook) throws -> Escalation? {
    let first = log.effective.first { if case .opened = $0.fact { true } else { false } }
    return try first.map { try replay(History([$0]), policies: policies, now: $0.occurred) }
  }
}
