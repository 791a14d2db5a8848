import EscalationDomain
import Screen
import Testing

@testable import Console

/// A filter that names a clock: the rows show that one, and stand in its order.
@Suite struct NamedClockTests {
  private func rows(_ console: Scene) -> [BoardRow] { console.model.board.shown.indices.map(console.model.board.row) }

  private func console(_ filter: String) throws -> Scene {
    let console = Scene(try Fixture.store(), size: Size(columns: 120, rows: 40))
    console.press("/", "text:\(filter)", "enter")
    return console
  }

  @Test(
    arguments: [
      ("clock:first-response", ["response"]), ("clock:next-update", ["update"]),
      ("clock:update or clock:response", ["update", "response"]), ("breached clock:update", ["update"]),
    ])
  func `is the one that shows`(filter: String, rules: [String]) throws {
    let console = try console(filter)
    let rows = rows(console)
    #expect(!rows.isEmpty)
    for row in rows {
      let clock = try #require(row.clock)
      #expect(rules.contains { clock.rule.contains($0) })
      if filter.hasPrefix("breached") { #expect(clock.state(at: Fixture.now) == .breached) }
    }
    #expect(console.text.contains(try #require(rows[0].clock).label))
  }

  @Test(arguments: [false, true]) func `sorting follows it`(reversed: Bool) throws {
    let console = try console("clock:next-update")
    console.press("S")
    console.press("down", "enter")
    #expect(console.model.board.sorting.order == .deadline)
    if reversed { console.press("R") }
    let due = rows(console).compactMap(\.clock?.deadline)
    #expect(due.count > 1)
    if console.model.board.sorting.isReversed == reversed {
      #expect(due == due.sorted { reversed ? $0 > $1 : $0 < $1 })
    }
  }

  @Test(arguments: ["", "-clock:next-update", "sev:S0..S3"])
  func `another shows the most urgent`(filter: String) throws {
    let console = Scene(try Fixture.store())
    if !filter.isEmpty { console.press("/", "text:\(filter)", "enter") }
    for index in console.model.board.shown.indices {
      #expect(console.model.board.row(at: index) == console.model.board.board.rows[console.model.board.shown[index]])
    }
  }
}
