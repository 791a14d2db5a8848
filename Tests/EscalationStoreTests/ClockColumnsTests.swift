import EscalationDomain
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

/// A cycle goes into its columns and comes back, whatever its shape.
@Suite struct ClockColumnsTests {
  static let start = RoomPolicy.start

  static func cycle(_ target: String = "4bh", _ change: (inout ClockCycle) -> Void = { _ in }) throws -> ClockCycle {
    var cycle = ClockCycle(
      rule: "update", label: "Customer update", cycle: 3, target: try Target(parsing: target), started: start,
      countsFrom: start, due: .at(start + 14_400), phase: .running, breach: nil, pauses: [], slots: nil, elapses: false,
      pausable: true, warnings: .standard, calendar: "standard", calendarVersion: 2, policyVersion: 4, edition: 5,
      promised: nil)
    change(&cycle)
    return cycle
  }

  static var shapes: [ClockCycle?] {
    get throws {
      [
        try cycle(), try cycle("2bd") { $0.countsFrom = start + 60 },
        try cycle("24h..48h") { $0.due = .window(opens: start + 86_400, late: start + 172_800) },
        try cycle("renewal-30d") { $0.due = .waiting(.accountDate(.renewal)) },
        try cycle("qbr") { $0.due = .waiting(.accountDate(.qbr)) },
        try cycle("needed-by") { $0.due = .waiting(.neededBy) }, try cycle("promise") { $0.due = .waiting(.promised) },
        try cycle("min(24h, first-response)") { $0.due = .waiting(.rule("first-response")) },
        try cycle { $0.due = .never }, try cycle { $0.phase = .paused(since: start + 60, remaining: 14_340) },
        try cycle("24h..48h") {
          $0.due = .window(opens: start + 86_400, late: start + 172_800)
          $0.phase = .paused(since: start + 60, remaining: 86_340)
        },
        try cycle { $0.breach = .init(at: start + 14_400) },
        try cycle { $0.breach = .init(at: start + 20_000, byReclassification: true) },
        try cycle { $0.breach = .init(at: start + 14_400, corrected: true) },
        try cycle { $0.breach = .init(at: start + 20_000, byReclassification: true, corrected: true) },
        try cycle {
          $0.pauses = [
            .init(from: start + 10, to: start + 70, lost: 60), .init(from: start + 90, to: start + 99, lost: 0),
          ]
        },
        try cycle("mon,wed,fri"), try cycle("every 14d"), try cycle("weekly"), try cycle("same-day"), try cycle("14d"),
        try cycle("90s"),
        try cycle("promise") { $0.promised = start + 9000 }, try cycle("3h") { $0.terms.elapses = true },
        try cycle { $0.terms.warnings = WarningPlan(percent: [], before: 0) },
        try cycle { $0.terms.warnings = WarningPlan(percent: [80], before: 60) },
        try cycle { $0.terms.pausable = false },
        try cycle("\(start + 500)"), try cycle { $0.label = "Öffnen – “soon”" },
      ]
    }
  }

  @Test func everyShapeComesBack() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    try test.store.write { db in
      var back: [ClockCycle?] = []
      for cycle in try ClockColumnsTests.shapes + [nil] {
        var rows = try #require(try Projection(db: db).stored(key: 1))
        rows.board = rows.board.map { $0.prefix(ProjectedRows.boardFront.count) + ClockColumns.values(cycle) }
        try Projection(db: db).write(rows, key: 1)
        #expect(try Projection(db: db).stored(key: 1) == rows)
        let terms = try ClockColumns.Terms(db)
        try db.eachRow("SELECT \(Projection.list(["terms"] + ClockColumns.own)) FROM board") {
          back.append(try ClockColumns.cycle($0, from: 0, terms))
        }
      }
      let expected = try ClockColumnsTests.shapes.map { $0?.squeezed(ClockColumnsTests.start) }
      #expect(back == expected + [nil])
    }
  }
}
