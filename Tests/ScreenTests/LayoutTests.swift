import Screen
import Testing

@Suite struct LayoutTests {
  let wanted = [
    Column("severity", minimum: 4, rank: 9), Column("account", minimum: 10, ideal: 20, rank: 8, flex: 1),
    Column("bar", minimum: 8, ideal: 12, rank: 1), Column("clock", minimum: 9, rank: 7),
    Column("title", minimum: 12, ideal: 24, rank: 8, flex: 3),
  ]

  @Test(arguments: [
    (100, "severity 4, account 26, bar 12, clock 9, title 45"),
    (73, "severity 4, account 20, bar 12, clock 9, title 24"),
    (47, "severity 4, account 10, bar 8, clock 9, title 12"), (46, "severity 4, account 18, clock 9, title 12"),
    (37, "severity 4, account 19, title 12"), (27, "severity 4, account 22"), (8, "severity 4"), (3, "severity 3"),
    (0, ""), (-4, ""),
  ])
  func `columns give way by rank, and room goes to the highest rank first`(width: Int, shown: String) {
    let layout = ColumnLayout(wanted, width: width)
    #expect(layout.columns.map { "\($0.id) \($0.width)" }.joined(separator: ", ") == shown)
    #expect((layout.columns.last.map { $0.column + $0.width } ?? 0) <= max(0, width))
  }

  @Test(
    arguments: [
      (0, 0, 0..<10), (0, 9, 0..<10), (0, 10, 1..<11), (5, 3, 3..<13), (90, 99, 90..<100), (95, nil, 90..<100),
      (-3, nil, 0..<10),
    ] as [(Int, Int?, Range<Int>)])
  func `a list scrolls as little as it must`(offset: Int, selected: Int?, visible: Range<Int>) {
    #expect(Viewport(height: 10, count: 100, offset: offset, selected: selected).visible == visible)
  }

  @Test func `a margin keeps neighbours in sight, except at the ends`() {
    #expect(Viewport(height: 10, count: 100, selected: 9, margin: 2).offset == 2)
    #expect(Viewport(height: 10, count: 100, offset: 50, selected: 99, margin: 2).offset == 90)
    #expect(Viewport(height: 1, count: 5, selected: 3, margin: 4).visible == 3..<4)
    #expect(Viewport(height: 0, count: 5, selected: 3).visible.isEmpty)
    #expect(Viewport(height: 5, count: 0, selected: 0).visible.isEmpty)
  }

  @Test func `a scroll bar reaches both ends`() {
    #expect(Viewport(height: 10, count: 10).thumb == nil)
    #expect(Viewport(height: 10, count: 100).thumb == 0..<1)
    #expect(Viewport(height: 10, count: 100, offset: 90).thumb == 9..<10)
    #expect(Viewport(height: 10, count: 20, offset: 10).thumb == 5..<10)
  }

  @Test(arguments: [
    ("the quick brown fox", 10, ["the quick", "brown fox"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("one\n\ntwo", 9, ["one", "", "two"]),
    ("日本電気株式会社", 5, ["日本", "電気", "株式", "会社"]), ("a 日本 b", 4, ["a 日", "本 b"]), ("", 5, [""]), ("x", 0, []),
    ("to  bed", 3, ["to", "bed"]), ("see abcdefgh now", 5, ["see", "abcde", "fgh", "now"]), ("\u{1B}x", 9, ["␛x"]),
  ])
  func `text wraps between words and clusters`(text: String, width: Int, lines: [String]) {
    #expect(Wrap.lines(text, width: width) == lines)
  }

  @Test func `splitting a rectangle loses nothing and takes no more than there is`() {
    let rect = Rect(column: 2, row: 3, columns: 10, rows: 4)
    #expect(rect.split(top: 9).top == rect)
    #expect(rect.split(bottom: 1).bottom == Rect(column: 2, row: 6, columns: 10, rows: 1))
    #expect(rect.split(right: 3).rest.columns == 7)
    #expect(rect.centred(Size(columns: 4, rows: 9)) == Rect(column: 5, row: 3, columns: 4, rows: 4))
    #expect(rect.inset(columns: 6).isEmpty)
    #expect(rect.intersection(Rect(column: 100, row: 0, columns: 5, rows: 5)).isEmpty)
  }
}
