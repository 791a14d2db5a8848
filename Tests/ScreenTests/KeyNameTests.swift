import Screen
import Testing

@Suite struct KeyNameTests {
  @Test(
    arguments: [
      ("g", .character("g")), ("G", .character("G")), ("?", .character("?")), ("é", .character("é")),
      ("space", .character(" ")),
      ("-", .character("-")), ("ctrl-r", .control("r")), ("ctrl-space", .control(" ")), ("ctrl-\\", .control("\\")),
      ("alt-x", .alt("x")), ("alt-X", .alt("X")), ("alt--", .alt("-")), ("f5", .function(5)), ("f20", .function(20)),
      ("up", .up),
      ("shift-tab", .backTab), ("ctrl-left", .controlLeft), ("pageup", .pageUp), ("esc", .escape), ("enter", .enter),
      ("backspace", .backspace), ("focus-in", .focus(true)),
    ] as [(String, Key)])
  func `a key's name is read back`(name: String, key: Key) {
    #expect(Key(name: name) == key)
    #expect(key.name == name)
  }

  @Test(
    arguments: [
      ("Ctrl-R", .control("r")), ("PgDn", .pageDown), ("Escape", .escape), ("DEL", .delete), ("F1", .function(1)),
    ] as [(String, Key)])
  func `names are read in either case, and by their other names`(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", " ", "gg", "ctrl-", "ctrl-é", "ctrl-1", "f0", "f21", "hyper-x", "\u{1B}", "\u{200B}"])
  func `what no terminal sends has no key`(name: String) {
    #expect(Key(name: name) == nil)
  }
}
