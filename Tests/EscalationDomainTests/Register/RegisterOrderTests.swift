import Testing

@testable import EscalationDomain

/// What the register sorts by and picks out.
@Suite("The register")
struct RegisterOrderTests {
  /// Three escalations, one of them ended, and three risks: open, promoted and closed.
  static let rows: [RegisterRow] = {
    func money(_ units: Int64, _ currency: String) -> Money { Money(minorUnits: units, currency: currency) }
    func risk(
      _ id: String, _ status: Risk.Status, _ account: String, likelihood: Int, impact: Int, owner: String?,
      residual: Int? = nil, review: String? = nil, arr: Money? = nil, became: EscalationID? = nil, life: RiskLife
    ) -> RegisterRow {
      .risk(
        RiskRow(
          id: RiskID(id), title: "Risk \(id)", account: account, category: status == .open ? "people" : nil,
          status: status, likelihood: likelihood, impactScore: impact, residual: residual, owner: owner,
          nextReview: review.flatMap { LocalDate(iso: $0) }, arrExposed: arr, escalation: became), life)
    }
    var first = row(
      "W-2", band: 2, due: "03-02 15:00", account: "bolt", owner: "cy", arr: money(900, "USD"), opened: "03-01 09:00",
      changed: "03-02 08:00", title: "b")
    first.renewal = LocalDate(iso: "2026-05-01")
    let second = row(
      "W-10", band: 1, due: "03-02 14:00", status: .paused, account: "Acme", owner: "Bo", arr: money(5, "EUR"),
      opened: "03-01 10:00", changed: "03-02 09:00", title: "A")
    let ended = row(
      "W-1", band: 3, due: nil, status: .closed, account: "Cord", owner: nil, opened: "02-01 09:00",
      changed: "02-03 09:00", title: "c", playbook: "care")
    return [
      .escalation(first, ended: nil), .escalation(second, ended: nil), .escalation(ended, ended: "02-03 08:00"),
      risk(
        "R-1", .open, "Acme", likelihood: 3, impact: 4, owner: "ann", residual: 6, review: "2026-03-09",
        arr: money(70, "EUR"), life: RiskLife(registered: "03-01 08:00", changed: "03-01 08:30", ended: nil)),
      risk(
        "R-2", .promoted, "bolt", likelihood: 5, impact: 4, owner: "Bo", became: "W-2",
        life: RiskLife(registered: "01-05 08:00", changed: "03-01 09:00", ended: "03-01 09:00")),
      risk(
        "R-3", .closed, "Dune", likelihood: 1, impact: 2, owner: nil, review: "2026-02-01",
        life: RiskLife(registered: "01-06 08:00", changed: "01-09 08:00", ended: "01-09 08:00")),
    ]
  }()

  /// What no row says.
  static let facts: FilterFacts = {
    var facts = FilterFacts()
    facts.tags = [EscalationID("W-2"): ["vip", "eu"], EscalationID("W-1"): ["Batch"]]
    return facts
  }()

  static func picked(_ query: RegisterQuery, atMost limit: Int? = nil, _ rows: [RegisterRow] = rows) -> [String] {
    var selection = RegisterSelection(
      query, atMost: limit, context: query.context(now: Instant(0), playbooks: []), facts: facts)
    for row in rows { selection.offer(row) }
    return selection.rows().map(\.id.text)
  }

  struct Expected: Sendable, CustomStringConvertible {
    var column: RegisterColumn
    var ids: String
    var reversed: String
    var description: String { column.rawValue }
  }

  @Test(
    "Every column both ways: what has no value is last either way, equal ones stand by id",
    arguments: [
      Expected(column: .kind, ids: "W-1 W-2 W-10 R-1 R-2 R-3", reversed: "R-1 R-2 R-3 W-1 W-2 W-10"),
      Expected(column: .id, ids: "R-1 R-2 R-3 W-1 W-2 W-10", reversed: "W-10 W-2 W-1 R-3 R-2 R-1"),
      Expected(column: .grade, ids: "W-10 W-2 W-1 R-1 R-2 R-3", reversed: "W-1 W-2 W-10 R-1 R-2 R-3"),
      Expected(column: .account, ids: "R-1 W-10 R-2 W-2 W-1 R-3", reversed: "R-3 W-1 R-2 W-2 R-1 W-10"),
      Expected(column: .title, ids: "W-10 W-2 W-1 R-1 R-2 R-3", reversed: "R-3 R-2 R-1 W-1 W-2 W-10"),
      Expected(column: .status, ids: "R-1 W-2 W-10 W-1 R-2 R-3", reversed: "R-2 R-3 W-1 W-10 W-2 R-1"),
      Expected(column: .owner, ids: "R-1 R-2 W-10 W-2 R-3 W-1", reversed: "W-2 R-2 W-10 R-1 R-3 W-1"),
      Expected(column: .clock, ids: "W-2 W-10 R-1 R-2 R-3 W-1", reversed: "W-2 W-10 R-1 R-2 R-3 W-1"),
      Expected(column: .due, ids: "W-10 W-2 R-1 R-2 R-3 W-1", reversed: "W-2 W-10 R-1 R-2 R-3 W-1"),
      Expected(column: .arr, ids: "R-1 W-10 W-2 R-2 R-3 W-1", reversed: "W-10 R-1 W-2 R-2 R-3 W-1"),
      Expected(column: .renewal, ids: "W-2 R-1 R-2 R-3 W-1 W-10", reversed: "W-2 R-1 R-2 R-3 W-1 W-10"),
      Expected(column: .playbook, ids: "W-1 W-2 W-10 R-1 R-2 R-3", reversed: "W-2 W-10 W-1 R-1 R-2 R-3"),
      Expected(column: .opened, ids: "W-10 W-2 R-1 W-1 R-3 R-2", reversed: "R-2 R-3 W-1 R-1 W-2 W-10"),
      Expected(column: .changed, ids: "W-10 W-2 R-2 R-1 W-1 R-3", reversed: "R-3 W-1 R-1 R-2 W-2 W-10"),
      Expected(column: .ended, ids: "R-2 W-1 R-3 R-1 W-2 W-10", reversed: "R-3 W-1 R-2 R-1 W-2 W-10"),
      Expected(column: .category, ids: "R-1 R-2 R-3 W-1 W-2 W-10", reversed: "R-1 R-2 R-3 W-1 W-2 W-10"),
      Expected(column: .likelihood, ids: "R-2 R-1 R-3 W-1 W-2 W-10", reversed: "R-3 R-1 R-2 W-1 W-2 W-10"),
      Expected(column: .impact, ids: "R-1 R-2 R-3 W-1 W-2 W-10", reversed: "R-3 R-1 R-2 W-1 W-2 W-10"),
      Expected(column: .score, ids: "R-2 R-1 R-3 W-1 W-2 W-10", reversed: "R-3 R-1 R-2 W-1 W-2 W-10"),
      Expected(column: .residual, ids: "R-1 R-2 R-3 W-1 W-2 W-10", reversed: "R-1 R-2 R-3 W-1 W-2 W-10"),
      Expected(column: .review, ids: "R-3 R-1 R-2 W-1 W-2 W-10", reversed: "R-1 R-3 R-2 W-1 W-2 W-10"),
      Expected(column: .promoted, ids: "R-2 R-1 R-3 W-1 W-2 W-10", reversed: "R-2 R-1 R-3 W-1 W-2 W-10"),
      Expected(column: .tags, ids: "W-1 W-2 R-1 R-2 R-3 W-10", reversed: "W-2 W-1 R-1 R-2 R-3 W-10"),
    ])
  func bothWays(_ expected: Expected) {
    func sorted(_ isReversed: Bool) -> String {
      Self.picked(RegisterQuery(scope: .all, order: RegisterOrder(expected.column, isReversed: isReversed)))
        .joined(separator: " ")
    }
    #expect(sorted(false) == expected.ids)
    #expect(sorted(true) == expected.reversed)
  }

  @Test(
    "Of an escalation and a risk with one id the escalation is first, whichever comes first", arguments: [false, true])
  func sameID(isReversed: Bool) {
    let risk = RegisterRow.risk(
      RiskRow(
        id: RiskID("X-1"), title: "r", account: "Acme", category: nil, status: .open, likelihood: 1, impactScore: 1,
        residual: nil, owner: nil, nextReview: nil, arrExposed: nil, escalation: nil),
      RiskLife(registered: "03-01 08:00", changed: "03-01 08:30", ended: nil))
    let escalation = RegisterRow.escalation(row("X-1"), ended: nil)
    for rows in [[risk, escalation], [escalation, risk]] {
      for column in [RegisterColumn.account, .id] {
        let query = RegisterQuery(scope: .all, order: RegisterOrder(column, isReversed: isReversed))
        var selection = RegisterSelection(query, context: query.context(now: Instant(0), playbooks: []))
        for row in rows { selection.offer(row) }
        #expect(selection.rows().map(\.kind) == [.escalation, .risk])
      }
    }
  }

  @Test("Tags are read where they are told, sorted or asked by")
  func neededFacts() {
    var told = RegisterQuery()
    #expect(told.neededFacts == [])
    told.tellsTags = true
    #expect(told.neededFacts == [.tags])
    #expect(RegisterQuery(order: RegisterOrder(.tags)).neededFacts == [.tags])
    #expect(RegisterQuery(filter: .term(.missing(.tag))).neededFacts == [.tags])
  }

  @Test("Open, everything, ended: a promoted risk is over")
  func scopes() {
    func ids(_ scope: RegisterQuery.Scope) -> Set<String> { Set(Self.picked(RegisterQuery(scope: scope))) }
    #expect(ids(.open) == ["W-2", "W-10", "R-1"])
    #expect(ids(.ended) == ["W-1", "R-2", "R-3"])
    #expect(ids(.all).count == 6)
    var counts = RegisterCounts()
    for row in Self.rows { counts.count(row) }
    #expect(
      [counts.openEscalations, counts.endedEscalations, counts.openRisks, counts.endedRisks] == [2, 1, 1, 2])
    #expect(RegisterQuery.Scope.allCases.map(\.next) == [.all, .ended, .open])
  }

  @Test(
    "Each word occurs somewhere, in a risk as in an escalation",
    arguments: [
      ("acme", ["R-1", "W-10"]), ("ACME ann", ["R-1"]), ("w-2", ["R-2", "W-2"]), ("people", ["R-1"]), ("zebra", []),
      ("  ", ["R-1", "R-2", "R-3", "W-1", "W-2", "W-10"]),
    ])
  func words(words: String, ids: [String]) {
    #expect(Self.picked(RegisterQuery(scope: .all, words: words, order: RegisterOrder(.id))) == ids)
  }

  @Test("The first of many are those that sorting everything would give, whatever comes when", arguments: [1, 7, 100])
  func bounded(limit: Int) {
    let rows = (0..<2000).map { index -> RegisterRow in
      .escalation(
        row(
          EscalationID("W-\(index)"), account: "Account \(index * 7919 % 613)",
          owner: index % 5 == 0 ? nil : "p\(index % 17)"),
        ended: nil)
    }
    for column in [RegisterColumn.account, .owner, .id, .renewal] {
      for isReversed in [false, true] {
        let query = RegisterQuery(scope: .all, order: RegisterOrder(column, isReversed: isReversed))
        #expect(Self.picked(query, atMost: limit, rows) == Array(Self.picked(query, rows).prefix(limit)))
      }
    }
    let query = RegisterQuery()
    var selection = RegisterSelection(query, atMost: limit, context: query.context(now: Instant(0), playbooks: []))
    for row in rows { selection.offer(row) }
    #expect(selection.matching == 2000)
  }
}
