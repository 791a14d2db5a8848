import Testing

@testable import EscalationDomain

@Suite("Orders of rows")
struct BoardOrderTests {
  static let rows: [BoardRow] = {
    var rows = [
      row(
        "A", band: 1, due: "03-02 15:00", account: "bolt", owner: "cy", arr: Money(minorUnits: 900, currency: "USD"),
        opened: "03-01 09:00", changed: "03-02 08:00"),
      row(
        "B", band: 1, due: nil, account: "Acme", owner: nil, arr: nil, opened: "03-01 10:00", changed: "03-02 09:00"),
      row(
        "C", band: 2, due: "03-02 14:00", account: "Acme", owner: "Bo", arr: Money(minorUnits: 1, currency: "EUR"),
        opened: "03-01 09:00", changed: "03-02 10:00"),
      row(
        "D", band: 3, due: "03-02 15:00", account: "Cord", owner: "ann", arr: Money(minorUnits: 5000, currency: "USD"),
        opened: "03-01 08:00", changed: "03-02 07:00"),
      row(
        "E", band: 4, due: "03-09 15:00", account: "bolt", owner: "Bo", arr: Money(minorUnits: 7000, currency: "EUR"),
        opened: "03-01 12:00", changed: "03-02 08:00"),
    ]
    rows[3].renewal = LocalDate(iso: "2026-04-01")
    rows[0].renewal = LocalDate(iso: "2026-05-01")
    rows[4].renewal = LocalDate(iso: "2026-03-01")
    return rows.sorted(by: BoardRow.boardOrder)
  }()

  struct Expected: Sendable, CustomStringConvertible {
    var order: BoardOrder
    var ids: String
    var reversed: String
    var description: String { order.rawValue }
  }

  @Test(
    "Each order both ways; equal rows stay by urgency, and what has no value is last either way",
    arguments: [
      Expected(order: .severity, ids: "ABCDE", reversed: "EDCBA"),
      Expected(order: .deadline, ids: "CADEB", reversed: "EADCB"),
      Expected(order: .account, ids: "BCAED", reversed: "DAEBC"),
      Expected(order: .owner, ids: "DCEAB", reversed: "ACEDB"),
      Expected(order: .arr, ids: "ECDAB", reversed: "CEADB"),
      Expected(order: .renewal, ids: "EDABC", reversed: "ADEBC"),
      Expected(order: .opened, ids: "EBACD", reversed: "DACBE"),
      Expected(order: .changed, ids: "CBAED", reversed: "DAEBC"),
      Expected(order: .id, ids: "ABCDE", reversed: "EDCBA"),
    ])
  func bothWays(_ expected: Expected) {
    func sorted(_ reversed: Bool) -> String {
      expected.order.places(of: Self.rows, reversed: reversed).map { Self.rows[$0].id.text }.joined()
    }
    #expect(sorted(false) == expected.ids)
    #expect(sorted(true) == expected.reversed)
  }

  @Test("Numbers in names count as numbers")
  func counted() {
    let rows = [row("A", owner: "Team 12"), row("B", owner: "team 7"), row("C", owner: "Team 7")]
    #expect(BoardOrder.owner.places(of: rows) == [1, 2, 0])
  }

  @Test("Every order has its place for every row, once", arguments: BoardOrder.allCases)
  func total(_ order: BoardOrder) {
    for reversed in [false, true] {
      #expect(order.places(of: Self.rows, reversed: reversed).sorted() == Array(Self.rows.indices))
    }
  }
}
