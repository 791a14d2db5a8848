import Testing

@testable import EscalationDomain

@Suite struct `Opening by a signal` {
  static let now: Instant = "11-04 12:00"

  static func draft(
    _ playbook: String = "desk", signal: String? = nil, renewal: String? = nil, severity: String? = nil,
    level: String? = nil, disputed: String? = nil, detection: Detection? = nil, why: String? = nil
  ) throws -> (opening: Opening, why: String?) {
    let opening = Opening(
      title: "T", account: AccountFacts(name: "Acme", renewal: renewal.flatMap { LocalDate(iso: $0) }),
      playbook: playbook, edition: 1, severity: severity, level: level, detection: detection, signal: signal,
      disputed: try disputed.map { try Money(parsing: $0) })
    let draft = try Decision.open(opening, policy: OpeningDesk.policy, act: Act(actor: "ann", now: now), why: why)
    guard case .opened(let opened) = draft.fact else { throw Refusal.overtaken }
    return (opened, draft.why)
  }

  @Test func `the signal gives the grade and the reason`() throws {
    let (opening, why) = try Self.draft(signal: "sponsor", renewal: nil)
    #expect(opening.severity == "S1")
    #expect(opening.signal == "sponsor-left")
    #expect(opening.detection == .early)
    #expect(why == "The sponsor left → S1")
  }

  @Test func `what holds by itself gives the grade where nobody says anything`() throws {
    let (opening, why) = try Self.draft(renewal: "2026-12-01")
    #expect(opening.severity == "S0")
    #expect(opening.signal == "renewal-30")
    #expect(why?.hasPrefix("The renewal is 30 days away or nearer → S0, renewal 2026-12-01 is D-27") == true)
  }

  @Test func `a graver fact beside the named signal decides`() throws {
    #expect(try Self.draft(signal: "sponsor-left", renewal: "2026-12-01").opening.severity == "S0")
    #expect(try Self.draft(signal: "sponsor-left", renewal: "2026-12-01").opening.signal == "sponsor-left")
  }

  @Test func `to choose otherwise is to say why`() throws {
    for (severity, level, playbook, signal) in [
      ("S2", nil, "desk", "sponsor-left"), ("S0", nil, "desk", "sponsor-left"), (nil, "L2", "ladder", "legal"),
    ] {
      #expect(throws: Refusal.reasonRequired) {
        try Self.draft(playbook, signal: signal, severity: severity, level: level)
      }
      #expect(throws: Refusal.reasonRequired) {
        try Self.draft(playbook, signal: signal, severity: severity, level: level, why: "  ")
      }
      let chosen = try Self.draft(playbook, signal: signal, severity: severity, level: level, why: "We know them")
      #expect((chosen.opening.severity, chosen.opening.level) == (severity, level))
      #expect(chosen.why == "We know them")
    }
    // What was suggested may be said aloud, in any spelling.
    #expect(try Self.draft(signal: "sponsor-left", severity: "high").opening.severity == "S1")
    #expect(try Self.draft("ladder", signal: "legal", level: "l3").opening.level == "L3")
    #expect(try Self.draft("ladder", signal: "legal", level: "L1").opening.level == "L1")
  }

  @Test func `a signal that the facts speak against wants a reason, and then counts`() throws {
    #expect(throws: Refusal.reasonRequired) { try Self.draft(signal: "renewal-30", renewal: "2026-12-15") }
    #expect(throws: Refusal.reasonRequired) { try Self.draft("ladder", signal: "dispute", disputed: "IDR 10M") }
    let early = try Self.draft(signal: "renewal-30", renewal: "2026-12-15", why: "They decide early")
    #expect(early.opening.severity == "S0")
    #expect(early.why == "They decide early")
  }

  @Test func `without a suggestion a person grades it`() throws {
    #expect(throws: Refusal.severityRequired(known: ["S0", "S1", "S2", "S3"])) { try Self.draft(signal: "nps-low") }
    #expect(try Self.draft(signal: "nps-low", severity: "S3").opening.severity == "S3")
    #expect(throws: Refusal.unknownSignal("x", known: OpeningDesk.ladder.signals.map(\.id))) {
      try Self.draft("ladder", signal: "x")
    }
    #expect(throws: Refusal.unknownSeverity("S9", known: ["S0", "S1", "S2", "S3"])) {
      try Self.draft(signal: "sponsor-left", severity: "S9")
    }
  }

  @Test func `without a signal nothing changes`() throws {
    let (opening, why) = try Self.draft(severity: "S3")
    #expect((opening.severity, opening.signal, opening.detection, why) == ("S3", nil, nil, nil))
    #expect(try Self.draft(renewal: "2026-12-01", severity: "S3").opening.severity == "S3")
    #expect(try Self.draft("ladder").opening.level == "L1")
  }

  @Test func `who saw it first follows from the signal, unless a person says`() throws {
    #expect(try Self.draft(signal: "call").opening.detection == .reactive)
    #expect(try Self.draft(signal: "call", detection: .early).opening.detection == .early)
    #expect(try Self.draft(signal: "sponsor-left", detection: .reactive).opening.detection == .reactive)
  }

  @Test func `a sum in dispute opens a ladder at its foot and points to the level`() throws {
    let (opening, why) = try Self.draft("ladder", disputed: "IDR 12M")
    #expect((opening.level, opening.signal) == ("L1", "dispute"))
    #expect(why == "A disputed payment → L2, IDR 12,000,000 is above IDR 10,000,000")
    let record = try Self.record(opening).record("11-04 13:00")
    #expect(record.level == "L1")
    let suggestion = record.suggestion(of: OpeningDesk.ladder, zone: .utc, now: "11-04 13:00")
    #expect(suggestion?.grade?.id == "L2")
  }

  private static func record(_ opening: Opening) -> Log {
    var log = Log(policies: PolicyBook(OpeningDesk.policy), opened: now)
    log.events = []
    return log.then(now, .opened(opening))
  }

  @Test func `a level once entered is no longer suggested`() throws {
    let log = Self.record(try Self.draft("ladder", signal: "legal").opening)
    func suggested(_ log: Log) throws -> String? {
      try log.record("11-05 12:00").suggestion(of: OpeningDesk.ladder, zone: .utc, now: "11-05 12:00")?.grade?.id
    }
    #expect(try suggested(log) == "L3")
    #expect(try suggested(log.then("11-04 13:00", .levelEntered("L3"))) == nil)
    #expect(try suggested(log.then("11-04 13:00", .levelEntered("L2"))) == nil)
    #expect(try suggested(log.then("11-04 13:00", .resolve)) == nil)
  }

  @Test func `as the renewal comes nearer a graver severity is suggested`() throws {
    let log = Self.record(try Self.draft(renewal: "2026-12-15").opening)
    #expect(try log.record("11-04 12:00").severity == "S1")
    func suggested(_ now: Instant) throws -> String? {
      try log.record(now).suggestion(of: OpeningDesk.desk, zone: .utc, now: now)?.grade?.id
    }
    // D-30 of 15 December is 15 November.
    #expect(try suggested("11-14 23:59:59") == nil)
    #expect(try suggested("11-15 00:00") == "S0")
  }
}
