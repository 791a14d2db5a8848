import Screen
import Testing

@Suite struct FrameTests {
  let size = Size(columns: 12, rows: 3)

  func lines(_ frame: Frame) -> [String] {
    frame.plainText().split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test(
    arguments: [
      (0, nil, "escalations"), (4, nil, "    escalat…"), (0, 5, "esca…"), (11, nil, "           …"), (12, nil, ""),
      (-1, nil, ""),
    ] as [(Int, Int?, String)])
  func `text stays within its room and the frame`(column: Int, room: Int?, line: String) {
    var frame = Frame(size: size)
    frame.write("escalations", at: Point(column: column, row: 0), maxWidth: room)
    #expect(lines(frame) == [line, "", ""])
  }

  @Test func `rows outside the frame take nothing`() {
    var frame = Frame(size: size)
    #expect(frame.write("x", at: Point(column: 0, row: 3)) == 0)
    #expect(frame.write("x", at: Point(column: 0, row: -1)) == 0)
    #expect(frame == Frame(size: size))
  }

  @Test func `overwriting half of a wide cluster blanks the other half`() {
    var frame = Frame(size: size)
    frame.write("日本", at: Point(column: 0, row: 0))
    frame.write("x", at: Point(column: 1, row: 0))
    frame.write("y", at: Point(column: 2, row: 0))
    #expect(lines(frame)[0] == " xy")
  }

  @Test func `a wide cluster that does not fit is left out`() {
    var frame = Frame(size: Size(columns: 3, rows: 1))
    #expect(frame.write("日本", at: Point(column: 0, row: 0)) == 3)
    #expect(frame.plainText() == "日…\n")
    #expect(frame.width(at: Point(column: 0, row: 0)) == 2)
    #expect(frame.width(at: Point(column: 1, row: 0)) == 0)
  }

  @Test(arguments: [("👨‍👩‍👧‍👦", "👨"), ("👍🏽", "👍"), ("❤️", "❤ "), ("🇩🇪", "DE"), ("1️⃣", "1 "), ("e\u{301}", "e\u{301}")])
  func `a sequence is sent as what every terminal measures alike`(text: String, sent: String) {
    var frame = Frame(size: size)
    let used = frame.write(text + "|", at: Point(column: 0, row: 0))
    #expect(frame.text(at: Point(column: 0, row: 0)) == text)
    #expect(lines(frame)[0] == sent + "|")
    #expect(Width.of(sent) + 1 == used)
  }

  @Test func `a tower of marks is cut to what a cell holds`() {
    var frame = Frame(size: size)
    frame.write("e" + String(repeating: "\u{301}", count: 50) + "x", at: Point(column: 0, row: 0))
    #expect(frame.text(at: Point(column: 0, row: 0)).unicodeScalars.count == 5)
    #expect(frame.text(at: Point(column: 1, row: 0)) == "x")
  }

  @Test func `ASCII output has only ASCII and the same columns`() {
    var frame = Frame(size: size, glyphs: .ascii)
    frame.write("é日🚨🇩🇪…", at: Point(column: 0, row: 0))
    frame.box(Rect(column: 0, row: 1, columns: 6, rows: 2))
    #expect(frame.plainText(ascii: true) == "e????DE~\n+----+\n+----+\n")
  }

  @Test func `a box has a title and answers its inside`() {
    var frame = Frame(size: size)
    #expect(frame.box(frame.bounds, title: "Board and more") == Rect(column: 1, row: 1, columns: 10, rows: 1))
    #expect(lines(frame) == ["╭─ Board… ─╮", "│          │", "╰──────────╯"])
    #expect(frame.box(Rect(column: 0, row: 0, columns: 1, rows: 9)).columns == 1)
  }

  @Test(arguments: [
    (0.0, "····"), (0.001, "▏···"), (0.5, "██··"), (0.53, "██▏·"), (0.999, "███▉"), (1.0, "████"), (7, "████"),
    (-1, "····"),
    (.nan, "····"), (.infinity, "████"),
  ])
  func `a bar is filled to the eighth, and full only when all is used`(fraction: Double, drawn: String) {
    var frame = Frame(size: size)
    frame.bar(at: Point(column: 0, row: 0), width: 4, fraction: fraction)
    #expect(lines(frame)[0] == drawn)
  }

  @Test func `a frame laid over another cuts at its edge and brings its cursor`() {
    var frame = Frame(size: size)
    var dialog = Frame(size: Size(columns: 5, rows: 2), style: Style(.text, on: .dialog))
    dialog.write("ab日c", at: Point(column: 0, row: 0))
    dialog.cursor = Point(column: 1, row: 1)
    dialog.rest = Point(column: 2, row: 0)
    frame.draw(dialog, at: Point(column: 9, row: 1))
    #expect(lines(frame) == ["", "         ab", ""])
    #expect(frame.cursor == Point(column: 10, row: 2))
    #expect(frame.rest == Point(column: 11, row: 1))
    #expect(frame[Point(column: 9, row: 2)].style.ground == .dialog)
  }

  @Test func `a hidden cursor's place counts only while it is hidden`() {
    var (one, other) = (Frame(size: size), Frame(size: size))
    other.rest = Point(column: 3, row: 1)
    #expect(one != other)
    one.cursor = Point(column: 0, row: 0)
    other.cursor = one.cursor
    #expect(one == other)
  }

  @Test func `the selected row's ground keeps each role`() {
    var frame = Frame(size: size)
    frame.write("1", at: Point(column: 0, row: 1), .band1)
    frame.ground(frame.bounds.line(1), .selection)
    #expect(frame[Point(column: 0, row: 1)].style == Style(.band1, on: .selection))
    #expect(frame[Point(column: 0, row: 0)].style == Style(.text))
  }
}
