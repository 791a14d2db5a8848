import Screen
import Testing

@testable import Terminal

@Suite struct KeyParserTests {
  private static func mouse(_ kind: MouseEvent.Kind, _ column: Int, _ row: Int) -> Key {
    .mouse(MouseEvent(kind, at: Point(column: column, row: row)))
  }

  @Test(
    arguments: [
      ("gG?", [.character("g"), .character("G"), .character("?")]),
      ("é日🚨", [.character("é"), .character("日"), .character("🚨")]),
      ("\u{01}\u{1A}\u{0}\u{1F}", [.control("a"), .control("z"), .control(" "), .control("_")]),
      ("\t\r\n", [.tab, .enter, .control("j")]), ("\u{1B}\r\u{1B}\n", [.alt("\r"), .alt("\r")]),
      ("\u{7F}\u{08}", [.backspace, .backspace]),
      ("\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}[1;2D", [.up, .down, .controlRight, .shiftLeft]),
      ("\u{1B}[H\u{1B}[4~\u{1B}[5~\u{1B}[3~\u{1B}[Z", [.home, .end, .pageUp, .delete, .backTab]),
      ("\u{1B}OP\u{1B}[15~\u{1B}[24~\u{1B}[[A", [.function(1), .function(5), .function(12), .function(1)]),
      ("\u{1B}x\u{1B}X\u{1B}é\u{1B}\u{7F}", [.alt("x"), .alt("X"), .alt("é"), .control("w")]),
      ("\u{1B}\u{1B}[A", [.escape, .up]),
      ("\u{1B}[I\u{1B}[O", [.focus(true), .focus(false)]),
      ("\u{1B}[105;5u\u{1B}[97u\u{1B}[9;2u", [.control("i"), .character("a"), .backTab]),
      ("\u{1B}[?64;1;2c\u{1B}[12;40Rq", [.character("q")]), ("\u{1B}[38;5\u{1B}[Aq", [.up, .character("q")]),
      ("\u{9B}A", [.character("A")]),
      ("\u{1B}[<0;5;3M\u{1B}[<0;5;3m", [Self.mouse(.press(.left), 4, 2), Self.mouse(.release, 4, 2)]),
      (
        "\u{1B}[<64;200;60M\u{1B}[<65;1;1Mq",
        [Self.mouse(.wheelUp, 199, 59), Self.mouse(.wheelDown, 0, 0), .character("q")]
      ),
      (
        "\u{1B}[<2;1;1M\u{1B}[<4;1;1M\u{1B}[<16;1;1M",
        [
          Self.mouse(.press(.right), 0, 0), Self.mouse(.press(.left), 0, 0), Self.mouse(.press(.left), 0, 0),
        ]
      ),
      (
        "\u{1B}[<32;5;5Mq\u{1B}[<0;0;5Mq\u{1B}[<0;5Mq\u{1B}[<0;99999;5M",
        [.character("q"), .character("q"), .character("q")]
      ),
      ("\u{1B}[M !!\u{1B}[M#!!q", [Self.mouse(.press(.left), 0, 0), Self.mouse(.release, 0, 0), .character("q")]),
    ] as [(String, [Key])])
  func `bytes become keys, in one piece and one by one`(text: String, keys: [Key]) {
    var whole = KeyParser()
    #expect(whole.feed(text.utf8) == keys)
    #expect(!whole.isWaiting)
    var piecemeal = KeyParser()
    #expect(text.utf8.flatMap { piecemeal.feed([$0]) } == keys)
    #expect(!piecemeal.isWaiting)
  }

  @Test(
    arguments: [
      ("\u{1B}", [.escape]), ("\u{1B}[", [.alt("[")]), ("\u{1B}O", [.alt("O")]), ("\u{1B}[1;5", []),
      ("\u{1B}\u{1B}", [.escape, .escape]),
    ] as [(String, [Key])])
  func `what nothing follows is taken for itself`(text: String, keys: [Key]) {
    var parser = KeyParser()
    var seen = parser.feed(text.utf8)
    #expect(parser.isWaiting)
    seen += parser.flush()
    #expect(seen == keys)
    #expect(!parser.isWaiting)
  }

  @Test func `a paste is one key whatever it holds and however it comes`() {
    let text = "line one\r\n\u{1B}[A\u{1B}[31m line two \u{1B}"
    let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~q".utf8)
    for size in [1, 2, 3, 7, bytes.count] {
      var parser = KeyParser()
      var keys: [Key] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        keys += parser.feed(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(keys == [.paste(text), .character("q")])
    }
  }

  @Test func `a paste without end is bounded`() {
    var parser = KeyParser()
    _ = parser.feed("\u{1B}[200~".utf8)
    let piece = [UInt8](repeating: 0x61, count: 1 << 16)
    for _ in 0..<40 {
      let keys = parser.feed(piece)
      #expect(keys.isEmpty)
    }
    let keys = parser.feed("\u{1B}[201~".utf8)
    #expect(keys == [.paste(String(repeating: "a", count: KeyParser.pasteLimit))])
  }

  @Test func `broken UTF-8 is one replacement each, and never waits for ever`() {
    var parser = KeyParser()
    let keys = parser.feed([0xFF, 0xC3, 0x28, 0xE2, 0x82, 0x61])
    #expect(
      keys == [
        .character("\u{FFFD}"), .character("\u{FFFD}"), .character("("), .character("\u{FFFD}"), .character("a"),
      ])
    let held = parser.feed([0xE2, 0x82])
    #expect(held.isEmpty)
    let rest = parser.flush()
    #expect(rest == [.character("\u{FFFD}")])
  }

  @Test func `the terminal's own sequences come first`() {
    var parser = KeyParser(described: [
      (Array("\u{1B}[a".utf8), .shiftUp), (Array("\u{1B}A".utf8), .up), ([0x7F], .delete),
    ])
    let keys = parser.feed("\u{1B}[a\u{1B}A\u{7F}".utf8)
    #expect(keys == [.shiftUp, .up, .backspace])
  }
}
