import EscalationDomain
import Screen
import Testing

@testable import Console

/// Much room is used, and not by stretching what is read.
@Suite struct WideScreenTests {
  private static let size = Size(columns: 300, rows: 100)

  @Test func `every column of the board shows, and titles whole`() throws {
    let layout = BoardLayout(Self.size, lines: 40)
    let columns = BoardColumn.layout(width: layout.list.columns - BoardRowView.lead - 1, BoardColumn.Needs())
    #expect(columns.columns.map(\.id).count == 15)
    #expect(try #require(columns[.title]).width >= 44)
    let last = try #require(columns.columns.last)
    #expect(last.column + last.width >= layout.list.columns - BoardRowView.lead - 2, "no room is left over")
    #expect(try #require(layout.preview).columns == 84)
  }

  @Test(arguments: [2, 4]) func `at 80 the owner shows, be a grade called S0 or High`(grade: Int) {
    var needs = BoardColumn.Needs()
    (needs.grade, needs.owner) = (grade, 15)
    let layout = BoardColumn.layout(width: 80 - BoardRowView.lead - 1, needs)
    #expect(layout[.owner] != nil)
    #expect(layout[.title] != nil && layout[.clock] != nil && layout[.left] != nil)
  }

  @Test func `a long note is broken into lines that can be read`() throws {
    let console = Scene(try Fixture.store(), size: Self.size)
    console.press("n", "text:" + String(repeating: "word after word ", count: 30), "enter", "enter")
    let lines = console.text.split(separator: "\n").filter { $0.contains("word after word") }
    #expect(lines.count >= 5)
    for line in lines { #expect(line.matches(of: /word/).count <= 24) }
  }
}
