import Screen
import Testing

@Suite struct FrameChangesTests {
  let size = Size(columns: 20, rows: 2)

  func frame(_ text: String, _ role: Role = .text) -> Frame {
    var frame = Frame(size: size)
    frame.write(text, at: Point(column: 0, row: 1), role)
    return frame
  }

  @Test(
    arguments: [
      ("01:02:03", "01:02:03", []), ("01:02:03", "01:02:04", [7..<8]), ("01:02:59", "01:03:00", [4..<5, 6..<8]),
      ("日本語", "日木語", [2..<4]), ("日本語", "ab本語", [0..<2]), ("👨‍👩‍👧‍👦x", "👩‍👩‍👧x", [0..<2]), ("e\u{301}", "e\u{300}", [0..<1]),
      ("👩‍👩‍👧", "👩‍👩‍👧", []),
    ] as [(String, String, [Range<Int>])])
  func `only what differs is sent, in whole clusters`(old: String, new: String, columns: [Range<Int>]) {
    #expect(frame(new).changes(from: frame(old)) == columns.map { FrameRun(row: 1, columns: $0) })
  }

  @Test func `a style alone is a change`() {
    #expect(frame("ab", .muted).changes(from: frame("ab")) == [FrameRun(row: 1, columns: 0..<2)])
    #expect(frame("ab", .muted) != frame("ab"))
  }

  @Test func `clusters compare by what they show, whatever the order of their first drawing`() {
    var one = Frame(size: size)
    var other = Frame(size: size)
    let (left, right) = (Point(column: 0, row: 0), Point(column: 5, row: 0))
    one.write("👩‍🚀", at: left)
    one.write("👩‍🔧", at: right)
    other.write("👩‍🔧", at: right)
    other.write("👩‍🚀", at: left)
    #expect(one == other)
  }

  @Test func `another size is another picture`() {
    #expect(Frame(size: Size(columns: 3, rows: 2)).changes(from: frame("x")).count == 2)
    #expect(Frame(size: Size(columns: 0, rows: 2)).changes(from: frame("x")).isEmpty)
  }
}
