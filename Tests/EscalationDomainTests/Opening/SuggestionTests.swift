import Testing

@testable import EscalationDomain

@Suite struct `What the facts suggest before anything opens` {
  struct Row: Sendable, CustomTestStringConvertible {
    var now: Instant
    var zone: String
    var away: String
    var grade: String?
    var testDescription: String { "\(now) in \(zone) is \(away)" }
  }

  /// The renewal is on 2026-12-01: D-30 is 1 November, D-31 31 October, D-90 2 September, D-91 1 September. A date begins
  /// at 18:30 UTC of the day before in Kolkata, at 04:00 UTC in New York, also on 1 November, when its clocks go back.
  static let renewals = [
    Row(now: "09-01 23:59:59", zone: "UTC", away: "D-91", grade: nil),
    Row(now: "09-02 00:00", zone: "UTC", away: "D-90", grade: "S1"),
    Row(now: "10-31 23:59:59", zone: "UTC", away: "D-31", grade: "S1"),
    Row(now: "11-01 00:00", zone: "UTC", away: "D-30", grade: "S0"),
    Row(now: "09-01 18:29:59", zone: "Asia/Kolkata", away: "D-91", grade: nil),
    Row(now: "09-01 18:30", zone: "Asia/Kolkata", away: "D-90", grade: "S1"),
    Row(now: "10-31 18:29:59", zone: "Asia/Kolkata", away: "D-31", grade: "S1"),
    Row(now: "10-31 18:30", zone: "Asia/Kolkata", away: "D-30", grade: "S0"),
    Row(now: "09-02 03:59:59", zone: "America/New_York", away: "D-91", grade: nil),
    Row(now: "09-02 04:00", zone: "America/New_York", away: "D-90", grade: "S1"),
    Row(now: "11-01 03:59:59", zone: "America/New_York", away: "D-31", grade: "S1"),
    Row(now: "11-01 04:00", zone: "America/New_York", away: "D-30", grade: "S0"),
    Row(now: "12-01 12:00", zone: "UTC", away: "D-0", grade: "S0"),
    Row(now: "12-04 12:00", zone: "UTC", away: "D+3", grade: "S0"),
  ]

  @Test(arguments: renewals)
  func `by the renewal's date in the account's zone`(row: Row) throws {
    let facts = try OpeningDesk.facts(row.now, zone: row.zone, renewal: "2026-12-01")
    let suggestion = Suggestion(OpeningDesk.desk, facts)
    #expect(suggestion.grade?.id == row.grade)
    #expect(suggestion.entry == row.grade)
    let reading = try #require(OpeningDesk.desk.readings(facts).first { $0.signal.id == "renewal-90" })
    #expect(reading.sentence.contains("renewal 2026-12-01 is \(row.away)"))
  }

  @Test(
    arguments: [
      (nil, nil), ("IDR 9,999,999.99", false), ("IDR 10,000,000", false), ("IDR 10,000,000.01", true),
      ("IDR 12,000,000", true), ("USD 12,000,000", nil), ("JPY 10,000,001", nil),
    ] as [(String?, Bool?)])
  func `by a sum strictly above the bound, in its own currency only`(sum: String?, holds: Bool?) throws {
    let facts = try OpeningDesk.facts("03-02 09:00", disputed: try sum.map { try Money(parsing: $0) })
    let reading = try #require(OpeningDesk.ladder.readings(facts).first { $0.signal.id == "dispute" })
    #expect(reading.holds == holds)
    #expect(Suggestion(OpeningDesk.ladder, facts).grade?.id == (holds == true ? "L2" : nil))
    // A person may say that it holds where nothing measures it, and must insist where the facts speak against it.
    #expect(Suggestion(OpeningDesk.ladder, told: "dispute", facts).grade?.id == (holds == false ? nil : "L2"))
    #expect(Suggestion(OpeningDesk.ladder, told: "dispute", insisting: true, facts).grade?.id == "L2")
  }

  @Test func `the gravest decides and all are named`() throws {
    let facts = try OpeningDesk.facts("11-04 12:00", renewal: "2026-12-01", qbr: "2026-11-04")
    let suggestion = Suggestion(OpeningDesk.desk, told: "nps-low", facts)
    #expect(suggestion.readings.map(\.signal.id) == ["renewal-30", "renewal-90", "qbr", "nps-low"])
    #expect(
      suggestion.sentence
        == "The renewal is 30 days away or nearer → S0, renewal 2026-12-01 is D-27; "
        + "The renewal is 90 days away or nearer → S1, renewal 2026-12-01 is D-27; "
        + "The QBR is near → S2, qbr 2026-11-04 is D-0; NPS of 6 or lower")
  }

  @Test func `a ladder is entered at its foot and points higher`() throws {
    let suggestion = Suggestion(OpeningDesk.ladder, told: "legal", try OpeningDesk.facts("03-02 09:00"))
    #expect(suggestion.entry == "L1")
    #expect(suggestion.grade?.id == "L3")
    #expect(suggestion.scale == .level)
  }

  @Test func `each measure in words`() throws {
    func sentence(_ id: String, _ playbook: Playbook, _ facts: OpeningFacts) -> String? {
      playbook.readings(facts).first { $0.signal.id == id }?.sentence
    }
    let empty = try OpeningDesk.facts("11-04 12:00")
    #expect(
      sentence("renewal-30", OpeningDesk.desk, empty)
        == "The renewal is 30 days away or nearer → S0, the account has no renewal date")
    #expect(
      sentence("renewal-30", OpeningDesk.desk, try OpeningDesk.facts("11-04 12:00", renewal: "2026-12-15"))
        == "The renewal is 30 days away or nearer → S0, renewal 2026-12-15 is D-41, not yet D-30")
    #expect(
      sentence("dispute", OpeningDesk.ladder, empty)
        == "A disputed payment → L2, no sum in dispute is known to compare with IDR 10,000,000")
    let words = try ["IDR 10M", "IDR 12M", "EUR 900"].map { sum in
      sentence("dispute", OpeningDesk.ladder, try OpeningDesk.facts("11-04 12:00", disputed: try Money(parsing: sum)))
    }
    #expect(
      words == [
        "A disputed payment → L2, IDR 10,000,000 is not above IDR 10,000,000",
        "A disputed payment → L2, IDR 12,000,000 is above IDR 10,000,000",
        "A disputed payment → L2, EUR 900 is in another currency than IDR 10,000,000: for a person to judge",
      ])
  }

  @Test(arguments: [
    ("renewal-30", "renewal-30"), ("RENEWAL-90", "renewal-90"), ("sponsor", "sponsor-left"),
    ("renewal 90", "renewal-90"), ("nearer 30", "renewal-30"), ("qbr", "qbr"),
  ])
  func `a signal is named by its id or by words of its label`(text: String, id: String) throws {
    #expect(try OpeningDesk.desk.signal(matching: text).id == id)
  }

  @Test func `words that fit none or several are refused`() {
    #expect(throws: Refusal.severalSignals("renewal", ["renewal-90", "renewal-30"])) {
      try OpeningDesk.desk.signal(matching: "renewal")
    }
    let known = OpeningDesk.desk.signals.map(\.id)
    for text in ["sprocket", " "] {
      #expect(throws: Refusal.unknownSignal(text, known: known)) { try OpeningDesk.desk.signal(matching: text) }
    }
  }
}
