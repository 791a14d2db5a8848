import Testing

@testable import EscalationDomain

/// A row of the board as a table writes it: a clock with a deadline of 4h and more, or none.
func row(
  _ id: EscalationID, band: Int = 2, severity: String? = "S1", due: Instant? = "03-02 13:00", status: Status = .active,
  account: String = "Acme", owner: String? = "ann", arr: Money? = nil, opened: Instant = "03-02 09:00",
  changed: Instant = "03-02 09:00", title: String = "Exports fail", playbook: String = "desk", ended: Bool = false
) -> BoardRow {
  let clock = due.map { due in
    ClockCycle(
      rule: "clock", label: "Clock", cycle: 1, target: .instant(due), started: opened, countsFrom: opened,
      due: .at(due), phase: .running, breach: nil, pauses: [], slots: nil, elapses: false, pausable: false,
      warnings: .standard, calendar: "utc", calendarVersion: 1, policyVersion: 1, edition: 1, promised: nil)
  }
  return BoardRow(
    id: id, title: title, account: account, playbook: playbook, severity: severity, level: nil, stage: nil, band: band,
    status: status, owner: owner, arr: arr, renewal: nil, opened: opened, changed: changed, pausedUntil: nil,
    clock: clock, openClocks: due == nil ? 0 : 1, staleAfter: nil)
}

@Suite("The board")
struct BoardTests {
  @Test("By band, then by deadline, then by age, then by id; without a deadline last")
  func order() {
    let rows = [
      row("G", band: 3, due: "03-02 10:00"), row("F", due: nil, opened: "03-01 09:00"), row("D"), row("C"),
      row("E", opened: "03-01 09:00"), row("B", due: "03-02 12:00"), row("A", band: 1, due: "03-09 12:00"),
    ]
    #expect(
      Board(rows: rows, revision: 7, asOf: "03-02 09:00").rows.map(\.id.text) == ["A", "B", "E", "C", "D", "F", "G"])
  }

  @Test("Every row is there once and in its place, however they come", arguments: [0, 1, 2, 3, 100, 257])
  func anyNumber(count: Int) {
    var rows = (0..<count).map { number in
      row(
        EscalationID("E-\(number)"), band: number * 7 % 4,
        due: number % 5 == 0 ? nil : Instant(Int64(number * 31 % 17)),
        opened: Instant(Int64(number * 13 % 11)))
    }
    let sorted = rows.sorted(by: BoardRow.boardOrder)
    for _ in 0..<5 {
      rows.shuffle()
      #expect(Board(rows: rows, revision: 1, asOf: Instant(0)).rows == sorted)
    }
  }

  @Test("Totals by band, breached, due within the hour, paused and ARR at risk")
  func totals() {
    func usd(_ whole: Int64) -> Money { Money(minorUnits: whole * 100, currency: "USD") }
    let rows = [
      row("A", band: 1, severity: "S0", due: "03-02 11:59:59", arr: usd(100)),
      row("B", band: 1, severity: "P1", due: "03-02 12:00", arr: usd(150)),
      row("C", due: "03-02 13:00", account: "Bolt", arr: Money(minorUnits: 500, currency: "EUR")),
      row("D", due: "03-02 13:00:01", account: "Cord"),
      row("E", due: nil, status: .paused, account: "Dune", arr: usd(1)),
      // One account whose records name two currencies counts once in each.
      row("F", due: nil, account: "Bolt", arr: Money(minorUnits: 900_000, currency: "IDR")),
    ]
    let totals = BoardTotals(rows, now: "03-02 12:00")
    #expect(totals.open == 6)
    #expect(totals.bands.map(\.band) == [1, 2] && totals.bands.map(\.count) == [2, 4])
    #expect(totals.bands.map(\.grades) == [["P1", "S0"], ["S1"]])
    #expect((totals.breached, totals.dueWithinHour, totals.paused) == (1, 2, 1))
    #expect(totals.atRisk.amounts.map(\.description) == ["EUR 5", "IDR 9,000", "USD 151"])
  }

  @Test("A row shows the most urgent clock: the earliest deadline, then a paused one, then one that waits")
  func mostUrgent() throws {
    let log = Log([
      rule("renewal-30d", "waits"), rule("1h", "paused", pausable: true), rule("8h", "late"), rule("4h", "early"),
      rule("30m", "ended", stops: [.done("x")]),
    ])
    func urgent(_ log: Log, _ now: Instant = "03-02 09:20") throws -> String? {
      BoardRow(try log.record(now)).clock?.rule
    }
    #expect(try urgent(log) == "ended")
    #expect(try urgent(log.then("03-02 09:10", .marked("x"))) == "paused")
    let paused = log.then("03-02 09:10", .marked("x")).then("03-02 09:15", .wait("03-05 09:00"))
    #expect(try urgent(paused) == "early")
    let row = BoardRow(try paused.record("03-02 09:20"))
    #expect((row.openClocks, row.pausedUntil, row.status) == (4, "03-05 09:00", .paused))
    let two = Log([rule("renewal-30d", "waits"), rule("1h", "paused", pausable: true)]).then("03-02 09:15", .wait())
    #expect(try urgent(two) == "paused")
    #expect(try urgent(two.then("03-02 09:16", .close)) == nil)
  }

  @Test("A row is stale once a slot or a period has passed")
  func stale() throws {
    let log = Log(
      [rule("4h"), cadence("working-days")].enumerated().map { position, rule in
        var rule = rule
        rule.id = "clock-\(position)"
        return rule
      })
    #expect(BoardRow(try log.record("03-02 10:00")).staleAfter == "03-03 17:00")
    #expect(BoardRow(try log.record("03-03 18:00")).staleAfter == "03-04 17:00")
  }
}

@Suite("How loudly a clock asks")
struct UrgencyTests {
  static func urgency(_ log: Log, _ now: Instant) throws -> Urgency? {
    let clock = try log.clock(now)
    let timeline = try #require(log.policies.current.calendars[clock?.calendar ?? "utc"]).value
    return clock?.urgency(at: now, on: timeline)
  }

  @Test(
    "At 50, 75 and 90 per cent of the counted time, and 15 minutes before",
    arguments: [
      ("03-02 09:00", .calm), ("03-02 13:59:59", .calm), ("03-02 14:00", .half), ("03-02 16:30", .threeQuarters),
      ("03-02 18:00", .nearly), ("03-02 18:44:59", .nearly), ("03-02 18:45", .imminent), ("03-02 19:00", .imminent),
      ("03-02 19:00:01", .breached),
    ] as [(Instant, Urgency)])
  func elapsed(now: Instant, urgency: Urgency) throws {
    #expect(try Self.urgency(Log([rule("10h")]), now) == urgency)
  }

  @Test(
    "Working time counts for business targets: 8bh from Monday 15:00",
    arguments: [
      ("03-02 17:00", .calm), ("03-03 08:00", .calm), ("03-03 11:00", .half), ("03-03 13:00", .threeQuarters),
      ("03-03 14:12", .nearly), ("03-03 14:45", .imminent),
    ] as [(Instant, Urgency)])
  func business(now: Instant, urgency: Urgency) throws {
    #expect(try Self.urgency(Log([rule("8bh")], opened: "03-02 15:00"), now) == urgency)
  }

  @Test("Pauses do not count; paused, pending and ended clocks are idle")
  func idle() throws {
    let log = Log([rule("10h", pausable: true)]).then("03-02 10:00", .wait())
    #expect(try Self.urgency(log, "03-02 18:00") == .idle)
    let resumed = log.then("03-02 18:00", .resumed)
    // Due 03:00; one hour of ten used.
    #expect(try Self.urgency(resumed, "03-02 21:59:59") == .calm)
    #expect(try Self.urgency(resumed, "03-02 22:00") == .half)
    #expect(try Self.urgency(resumed.then("03-02 19:00", .ack), "03-02 19:00") == .idle)
    #expect(try Self.urgency(Log([rule("renewal-30d")]), "03-02 19:00") == .idle)
  }

  @Test("A pause that is carried to a business target counts in working time")
  func carried() throws {
    // Paused 11:00–10:00: 7 working hours lost; 4bh are due Tuesday 12:00, half used at 10:00.
    let log = Log([rule(.by(.severity, ["S1": "48h", "S2": "4bh"]), pausable: true)]).then("03-02 11:00", .wait())
      .then("03-03 10:00", .resumed).then("03-03 10:00", .severity("S2"))
    let clock = try #require(try log.clock("03-03 11:00"))
    let timeline = try #require(log.policies.current.calendars["utc"]).value
    #expect(clock.used(at: "03-03 11:00", on: timeline) == 0.75)
  }
}
