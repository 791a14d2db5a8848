import Screen
import Testing

@Suite struct TextFieldTests {
  /// A field from text with `|` for the cursor.
  func field(_ text: String) -> TextField {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    var field = TextField(String(parts[0]))
    let rest = String(parts[1])
    field.insert(rest)
    for _ in rest { field.moveLeft() }
    return field
  }

  func shown(_ field: TextField) -> String {
    String(field.text.prefix(field.cursor)) + "|" + String(field.text.dropFirst(field.cursor))
  }

  @Test(
    arguments: [
      ("ab|c", .character("x"), "abx|c"), ("ab|", .backspace, "a|"), ("|ab", .backspace, "|ab"), ("|ab", .delete, "|b"),
      ("ab|", .delete, "ab|"),
      ("a👨‍👩‍👧‍👦|b", .backspace, "a|b"), ("ae\u{301}|", .left, "a|e\u{301}"), ("|日b", .right, "日|b"),
      ("ab|cd", .home, "|abcd"),
      ("ab|cd", .control("e"), "abcd|"), ("one two|", .control("w"), "one |"),
      ("one, two  |x", .control("w"), "one, |x"),
      ("|one two", .alt("d"), "| two"), ("one two|", .alt("b"), "one |two"), ("one| two", .controlRight, "one two|"),
      ("ab|cd", .control("u"), "|cd"), ("ab|cd", .control("k"), "ab|"), ("a|b", .paste("x\r\ny\u{1B}"), "ax y␛|b"),
    ] as [(String, Key, String)])
  func `keys edit by grapheme`(before: String, key: Key, after: String) {
    var field = field(before)
    let handled = field.handle(key)
    #expect(handled)
    #expect(shown(field) == after)
  }

  @Test func `other keys are left to others`() {
    var field = field("a|")
    let handled = [Key.enter, .escape, .up].map { field.handle($0) }
    #expect(handled == [false, false, false])
    #expect(field.text == "a")
  }

  @Test(arguments: [
    ("abc|", 10, "abc", 3), ("abcdef|", 4, "def", 3), ("abc|def", 4, "abcd", 3), ("日本語|", 4, "語", 2),
    ("|abcdef", 4, "abcd", 0), ("ab|", 0, "", 0),
  ])
  func `the cursor is always in sight`(state: String, width: Int, text: String, cursor: Int) {
    let view = field(state).view(width: width)
    #expect(view.text == text)
    #expect(view.cursor == cursor)
  }

  @Test func `a drawn field shows its placeholder while empty, and the cursor`() {
    var frame = Frame(size: Size(columns: 10, rows: 1))
    frame.draw(TextField(), at: Point(column: 2, row: 0), width: 6, placeholder: "search all")
    #expect(frame.plainText() == "  searc…\n")
    #expect(frame.cursor == Point(column: 2, row: 0))
  }
}
