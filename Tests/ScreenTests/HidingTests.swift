import Testing

@testable import Screen

/// Words that must not be read on a screen that others see.
@Suite struct HidingTests {
  static let rows: [(text: String, names: [String], shown: String)] = [
    ("W-1 Fabrikam  late", ["Fabrikam"], "W-1 ••••••••  late"),
    ("two words: Northwind Trading", ["Northwind Trading"], "two words: ••••••••• •••••••"),
    ("cut short: Northw… here", ["Northwind Trading"], "cut short: ••••••• here".replacingLast),
    ("北浜製作所 wide", ["北浜製作所"], "•••••••••• wide"), ("not in aFabrikam", ["Fabrikam"], "not in aFabrikam"),
    ("EUR 410k at risk, USD 1.2M", [], "••• •••• at risk, ••• ••••"),
    ("MAX 410 is no money", [], "MAX 410 is no money"),
    ("the longer one: Fabrikam East", ["Fabrikam", "Fabrikam East"], "the longer one: •••••••• ••••"),
    ("A", ["A"], "A"), ("", ["Fabrikam"], ""),
  ]

  @Test(arguments: rows) func whatIsLeft(row: (text: String, names: [String], shown: String)) {
    var frame = Frame(size: Size(columns: 40, rows: 1))
    frame.write(row.text, at: Point(column: 0, row: 0), Style(.title))
    frame.hide(row.names, amounts: ["EUR", "USD"])
    #expect(frame.plainText() == row.shown + "\n")
    #expect(frame[Point(column: 0, row: 0)].style == (row.text.isEmpty ? Style(.text) : Style(.title)))
  }
}

extension String {
  /// The mark of what was cut off stays.
  fileprivate var replacingLast: String { replacing("••••••• here", with: "••••••… here") }
}
