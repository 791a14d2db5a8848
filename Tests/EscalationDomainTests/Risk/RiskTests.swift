import Testing

@testable import EscalationDomain

@Suite struct `The Risk Register` {
  static let entry = RiskEntry(
    title: "The champion may leave", account: "Acme", likelihood: 4, impactScore: 3,
    identifiedOn: LocalDate(daysSinceEpoch: 20_514), identifiedBy: "ann")
  static let today = LocalDate(daysSinceEpoch: 20_514)

  /// Entries a minute apart from Monday 2 March 2026, 09:00 UTC.
  static func entries(_ facts: RiskFact...) -> [RegisterEntry<RiskFact>] {
    facts.enumerated().map { index, fact in
      let at: Instant = "03-02 09:00" + Int64(index * 60)
      return RegisterEntry(sequence: Int64(index + 1), occurred: at, recorded: at, actor: "ann", fact: fact)
    }
  }

  static func risk(_ facts: RiskFact...) throws -> Risk {
    let first = entries(.registered(entry))
    let more = facts.enumerated().map { index, fact in
      RegisterEntry(
        sequence: Int64(index + 2), occurred: "03-02 09:01" + Int64(index * 60), recorded: "03-02 09:01", actor: "bo",
        why: "w", fact: fact)
    }
    return try #require(Risk(RiskID("R-1"), first + more))
  }

  static func decision(_ now: Instant = "03-02 12:00", zone: Zone = .utc) -> RiskDecision {
    RiskDecision(policy: OpeningDesk.policy, zone: zone, act: Act(actor: "ann", now: now))
  }

  static func changed(_ change: (inout RiskEntry) -> Void) -> RiskEntry {
    var copy = entry
    change(&copy)
    return copy
  }

  @Test func `its state follows its entries`() throws {
    #expect(Risk(RiskID("R-1"), []) == nil)
    let open = try Self.risk()
    #expect((open.status, open.entry.inherent, open.escalation) == (.open, 12, nil))
    let revised = Self.changed { ($0.likelihood, $0.residual) = (2, 4) }
    let next = Self.today.adding(days: 7)
    let promoted = try Self.risk(.revised(revised), .reviewed(next: next, note: nil), .promoted("W-1"))
    #expect(promoted.status == .promoted)
    #expect(promoted.escalation == "W-1")
    #expect((promoted.entry.inherent, promoted.entry.nextReview) == (6, next))
    #expect(promoted.lastReview?.by == "bo")
    let closed = try Self.risk(.promoted("W-1"), .closed)
    #expect((closed.status, closed.escalation) == (.closed, "W-1"))
    #expect(closed.changed == "03-02 09:02")
  }

  @Test(
    arguments: [
      (changed { $0.title = " " }, .textRequired("a title")),
      (changed { $0.account = "" }, .textRequired("an account")),
      (changed { $0.identifiedBy = "" }, .textRequired("who identified it")),
      (changed { $0.likelihood = 0 }, .outOfRange("the likelihood", 0, 1...5)),
      (changed { $0.likelihood = 6 }, .outOfRange("the likelihood", 6, 1...5)),
      (changed { $0.impactScore = 6 }, .outOfRange("the impact", 6, 1...5)),
      (changed { $0.residual = 13 }, .outOfRange("the residual score", 13, 1...12)),
      (changed { $0.residual = 0 }, .outOfRange("the residual score", 0, 1...12)),
      (changed { $0.signal = "renewal" }, .severalSignals("renewal", ["renewal-90", "renewal-30"])),
      (changed { $0.identifiedOn = today.adding(days: 1) }, .inTheFuture("03-03 00:00")),
      (changed { $0.nextReview = today.adding(days: -1) }, .notAhead("03-01 00:00", what: "the next review")),
      (changed { $0.cause = "a\0" }, .unreadableText("a\0")),
    ] as [(RiskEntry, Refusal)])
  func `what is wrong is not registered`(entry: RiskEntry, refusal: Refusal) {
    #expect(throws: refusal) { try Self.decision().register(entry) }
  }

  @Test func `an entry is kept as it should be spelled`() throws {
    let told = Self.changed {
      ($0.title, $0.signal, $0.residual, $0.nextReview) = (" T ", "Legal touched", 12, Self.today)
    }
    let kept = Self.changed { ($0.title, $0.signal, $0.residual, $0.nextReview) = ("T", "legal", 12, Self.today) }
    #expect(try Self.decision().register(told) == .registered(kept))
  }

  @Test func `dates are those of the account's zone`() throws {
    // 03-02 19:00 UTC is 3 March in Kolkata.
    let tomorrow = Self.changed { $0.identifiedOn = Self.today.adding(days: 1) }
    #expect(throws: Never.self) {
      try Self.decision("03-02 19:00", zone: Zone("Asia/Kolkata")).register(tomorrow)
    }
    let today = Self.changed { $0.nextReview = Self.today }
    #expect(throws: Refusal.self) { try Self.decision("03-02 19:00", zone: Zone("Asia/Kolkata")).register(today) }
  }

  @Test func `a review is overdue once its date is over`() throws {
    let risk = try Self.risk(.reviewed(next: Self.today, note: nil))
    #expect(!risk.isReviewOverdue(today: Self.today))
    #expect(risk.isReviewOverdue(today: Self.today.adding(days: 1)))
    let closed = try Self.risk(.reviewed(next: Self.today, note: nil), .closed)
    #expect(!closed.isReviewOverdue(today: Self.today.adding(days: 1)))
    #expect(try !Self.risk().isReviewOverdue(today: Self.today.adding(days: 999)))
  }

  @Test func `acts that make no sense are refused`() throws {
    let open = try Self.risk()
    let promoted = try Self.risk(.promoted("W-1"))
    let closed = try Self.risk(.closed)
    var change = RiskChange()
    change.likelihood = 4
    let rows: [(Risk, RiskCommand, Refusal)] = [
      (open, .close(reason: " "), .reasonRequired), (open, .revise(change, reason: nil), .nothingToChange),
      (open, .review(next: Self.today.adding(days: -1), note: nil), .notAhead("03-01 00:00", what: "the next review")),
      (closed, .close(reason: "w"), .riskNotOpen(.closed)),
      (closed, .review(next: nil, note: nil), .riskNotOpen(.closed)),
      (closed, .revise(change, reason: nil), .riskNotOpen(.closed)),
    ]
    for (risk, command, refusal) in rows {
      #expect(throws: refusal) { try Self.decision().decide(command, risk) }
    }
    #expect(throws: Refusal.laterActExists("03-02 09:01")) {
      try Self.decision("03-02 09:00:30").decide(.close(reason: "w"), promoted)
    }
    // What was promoted is still looked at, revised and closed.
    #expect(try Self.decision().decide(.close(reason: " w "), promoted) == (.closed, "w"))
    change.likelihood = 5
    change.residual = .set(20)
    #expect(throws: Refusal.outOfRange("the residual score", 20, 1...15)) {
      try Self.decision().decide(.revise(change, reason: nil), promoted)
    }
    change.residual = .set(15)
    let (fact, _) = try Self.decision().decide(.revise(change, reason: nil), promoted)
    #expect(fact == .revised(Self.changed { ($0.likelihood, $0.residual) = (5, 15) }))
  }

  @Test func `a promotion carries over what is known and needs a time`() throws {
    let risk = try Self.risk(
      .revised(Self.changed { ($0.owner, $0.signal, $0.description) = ("bo", "sponsor-left", "D") }))
    var promotion = Promotion(
      neededBy: "03-03 12:00", account: AccountFacts(name: "other", segment: "SMB"), playbook: "desk", severity: "S1")
    let opening = try Self.decision().promote(risk, promotion)
    #expect(
      opening
        == Opening(
          title: "The champion may leave", account: AccountFacts(name: "Acme", segment: "SMB"), playbook: "desk",
          edition: 1, severity: "S1", owner: "bo", neededBy: "03-03 12:00", details: "D", detection: .early,
          signal: "sponsor-left", risk: "R-1"))
    promotion.owner = "cy"
    #expect(try Self.decision().promote(risk, promotion).owner == "cy")
    promotion.neededBy = nil
    #expect(throws: Refusal.neededByRequired) { try Self.decision().promote(risk, promotion) }
    promotion.neededBy = "03-03 12:00"
    #expect(throws: Refusal.riskNotOpen(.promoted)) {
      try Self.decision().promote(try Self.risk(.promoted("W-1")), promotion)
    }
    #expect(throws: Refusal.riskNotOpen(.closed)) { try Self.decision().promote(try Self.risk(.closed), promotion) }
  }

  @Test func `the list goes by score, and sums are kept by currency`() throws {
    func row(_ id: String, _ score: Int, _ review: Int?, _ arr: String?) throws -> RiskRow {
      let money = try arr.map { try Money(parsing: $0) }
      let entry = Self.changed { entry in
        (entry.likelihood, entry.impactScore, entry.arrExposed) = (1, score, money)
        entry.nextReview = review.map { Self.today.adding(days: $0) }
      }
      return RiskRow(try #require(Risk(RiskID(id), Self.entries(.registered(entry)))))
    }
    let rows = try [
      row("R-10", 3, nil, "USD 10"), row("R-2", 3, nil, "IDR 500"), row("R-3", 5, 9, "USD 5"), row("R-4", 3, 2, nil),
    ]
    #expect(rows.byScore.map(\.id.text) == ["R-3", "R-4", "R-2", "R-10"])
    #expect(rows.exposed.amounts.map(\.description) == ["IDR 500", "USD 15"])
  }
}
