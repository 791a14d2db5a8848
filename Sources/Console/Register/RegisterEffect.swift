import EscalationDomain

/// What the register asks of a store.
public enum RegisterEffect: Hashable, Sendable {
  case load(RegisterQuery)
  case loadRisk(RiskID)
  case add(RiskEntry)
  /// Where what its form rested on still stands.
  case perform(RiskCommand, Ground, on: RiskID)
  /// Works out how the escalation would stand that a risk becomes, every clock included.
  case previewPromotion(Promotion, of: RiskID)
  case promote(RiskID, Promotion)
}

extension RegisterEffect {
  /// The risk that it is about.
  var risk: RiskID? {
    switch self {
    case .load, .add: nil
    case .loadRisk(let id), .perform(_, _, let id), .previewPromotion(_, let id), .promote(let id, _): id
    }
  }
}

/// What such an effect came to.
public enum RegisterAnswer: Sendable {
  case loaded(RegisterQuery, RegisterPage)
  case riskLoaded(RiskID, RiskFile?)
  /// With where it was written.
  case riskPerformed(RiskID, RiskFile, RegisterMark?)
  case promotionPreviewed(RiskID, Promotion, OpeningReview)
  case promoted(RiskFile, Performed)
}

extension RegisterEffect {
  /// Does it, on a worker's thread.
  func answer(
    from store: some ConsoleStore, actor: String, now: Instant, clock: () -> Instant
  ) throws -> RegisterAnswer {
    switch self {
    case .load(let query):
      return .loaded(query, try store.registerPage(query, atMost: RegisterState.most, now: now))
    case .loadRisk(let id): return .riskLoaded(id, try RegisterEffect.file(of: id, in: store, now: now))
    case .add(let entry):
      let risk = try Act.whenItsTurnComes(now, clock: clock) { instant in
        try store.register(
          entry, zone: store.zone(ofAccount: entry.account, now: instant), act: Act(actor: actor, now: instant))
      }
      return .riskPerformed(RiskID(""), try RegisterEffect.known(risk.id, in: store, now: clock()), nil)
    case .perform(let command, let ground, let id):
      let risk = try Act.whenItsTurnComes(now, clock: clock) { instant in
        try ground.onceMore { () throws -> Risk in
          guard let (risk, entries) = try store.risk(id, now: .max) else { throw StoreFailure.noSuchRisk(id) }
          guard ground.holds(in: risk) else { throw Failure.changedMeanwhile }
          let zone = try store.zone(ofAccount: risk.entry.account, now: instant)
          return try store.perform(
            command, on: id, zone: zone, act: Act(actor: actor, now: instant),
            asOf: entries.map(\.sequence).max() ?? 0)
        }
      }
      let mark = risk.log.newest.map { RegisterMark(.risk(risk.id), $0.sequence) }
      return .riskPerformed(id, try RegisterEffect.known(id, in: store, now: clock()), mark)
    case .previewPromotion(let promotion, let id):
      let risk = try RegisterEffect.known(id, in: store, now: now).risk
      let promotion = try RegisterEffect.completed(promotion, risk, in: store)
      let policies = try store.policies()
      let act = Act(actor: actor, now: now)
      let zone = policies.current.zone(of: promotion.account, playbook: promotion.playbook)
      let opening = try RiskDecision(policy: policies.current, zone: zone, act: act).promote(risk, promotion)
      let draft = try Decision.open(opening, policy: policies.current, act: act, why: promotion.reason)
      let record = try Decision.preview(opening: opening, policies: policies, act: act, why: promotion.reason)
      return .promotionPreviewed(id, promotion, OpeningReview(record, why: draft.why))
    case .promote(let id, let promotion):
      let done = try Act.whenItsTurnComes(now, clock: clock) { instant in
        try store.promote(id, promotion, as: nil, act: Act(actor: actor, now: instant))
      }
      return .promoted(try RegisterEffect.known(id, in: store, now: clock()), done.performed)
    }
  }

  /// What the store knows of the account goes along.
  private static func completed(
    _ promotion: Promotion, _ risk: Risk, in store: some ConsoleStore
  ) throws -> Promotion {
    var promotion = promotion
    promotion.account = try store.account(risk.entry.account) ?? AccountFacts(name: risk.entry.account)
    return promotion
  }

  private static func file(of id: RiskID, in store: some ConsoleStore, now: Instant) throws -> RiskFile? {
    guard let (risk, entries) = try store.risk(id, now: now) else { return nil }
    let zone = try store.zone(ofAccount: risk.entry.account, now: now)
    return RiskFile(risk: risk, entries: entries, today: zone.local(now).date)
  }

  private static func known(_ id: RiskID, in store: some ConsoleStore, now: Instant) throws -> RiskFile {
    guard let file = try file(of: id, in: store, now: now) else { throw StoreFailure.noSuchRisk(id) }
    return file
  }
}
