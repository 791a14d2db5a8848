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
    frame.hide(behind: Veil(names: row.names, currencies: ["EUR", "USD"]))
    #expect(frame.plainText() == row.shown + "\n")
    #expect(frame[Point(column: 0, row: 0)].style == (row.text.isEmpty ? Style(.text) : Style(.title)))
  }

  /// Amounts as people write them, and what is none.
  static let amounts: [(text: String, shown: String)] = [
    ("EUR 410k", "••• ••••"), ("USD -1,250.50.", "••• •••••••••."), ("410,000 EUR", "••••••• •••"),
    ("Rp 48,000,000 late", "•• •••••••••• late"), ("$1.2M or € 500", "••••• or • •••"), ("1 200 € now", "• ••• • now"),
    ("US$ 40", "••• ••"), ("EUR 5 and USD 6", "••• • and ••• •"), ("at 14:05 EUR 3k", "at 14:05 ••• ••"),
    ("USD 120k-150k", "••• •••••••••"), ("P1 EURO 2024", "P1 EURO 2024"), ("3 of 4", "3 of 4"),
    ("W-3 EUR 410k", "W-3 ••• ••••"),
  ]

  @Test(arguments: amounts) func amountsOfMoney(row: (text: String, shown: String)) {
    let veil = Veil(names: [], currencies: ["EUR", "USD"])
    #expect(veil.hide(row.text) == row.shown)
    #expect(veil.hide(row.shown) == row.shown)
  }

  /// Whatever cuts a text, wraps it or scrolls it: no three letters of a name are left, and nothing moves.
  @Test(arguments: 1...40) func piecesOfANameDoNotShow(width: Int) {
    let text = "The Xqzvwk & Jqvxzk of\u{1B} 北浜製作所 owe SGD 1,020,000 since Tue"
    let veil = Veil(names: ["Xqzvwk & Jqvxzk", "北浜製作所"], currencies: ["SGD"])
    func drawn() -> (fit: String, wrap: [String], field: String, row: String, cursors: [Int]) {
      var frame = Frame(size: Size(columns: 60, rows: 1))
      frame.write(text, at: Point(column: 0, row: 0), maxWidth: width)
      var field = TextField(text)
      field.moveWordLeft()
      return (
        Fit.truncated(text, to: width), Wrap.lines(text, width: width), field.view(width: width).text,
        frame.plainText(),
        [
          Width.of(Fit.truncated(text, to: width)), Wrap.lines(text, width: width).count,
          field.view(width: width).cursor,
        ]
      )
    }
    let plain = drawn()
    let hidden = Veil.$current.withValue(veil) { drawn() }
    #expect(plain.cursors == hidden.cursors)
    let pieces = ["Xqz", "qzv", "zvw", "vwk", "Jqv", "qvx", "vxz", "xzk", "北", "浜", "020", "000"]
    for text in [hidden.fit, hidden.field, hidden.row] + hidden.wrap {
      #expect(!pieces.contains { text.contains($0) }, "\(text)")
    }
  }
}

extension String {
  /// The mark of what was cut off stays.
  fileprivate var replacingLast: String { replacing("••••••• here", with: "••••••… here") }
}
