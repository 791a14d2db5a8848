extension Key {
  /// The key's name as it is written in help, in documentation and in a configuration: `ctrl-r`, `alt-x`, `G`, `space`,
  /// `f5`, `shift-tab`. `init(name:)` reads it back, except a paste.
  public var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(" "): "ctrl-space"
    case .control(let character): "ctrl-\(character)"
    case .alt(" "): "alt-space"
    case .alt("\r"): "alt-enter"
    case .alt(let character): "alt-\(character)"
    case .function(let number): "f\(number)"
    case .paste: "paste"
    case .focus(let gained): gained ? "focus-in" : "focus-out"
    default: Self.namesByKey[self] ?? ""
    }
  }

  /// Reads a key's name. Letters stand for themselves, so case matters in `g` and `G`; names of keys and modifiers may be
  /// written in either case. Nil for what no terminal sends.
  public init?(name: String) {
    if name.count == 1, let character = name.first {
      guard character != " ", Visible.text(name) == name else { return nil }
      self = .character(character)
      return
    }
    let lower = name.lowercased()
    if let key = Self.keysByName[lower] {
      self = key
    } else if lower.hasPrefix("ctrl-"), let character = Self.oneCharacter(lower.dropFirst(5)),
      Self.controls.contains(character)
    {
      self = .control(character)
    } else if lower.hasPrefix("alt-"), let character = Self.oneCharacter(name.dropFirst(4)) {
      self = .alt(character)
    } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...20).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static func oneCharacter(_ text: Substring) -> Character? {
    if text.lowercased() == "space" { return " " }
    if text.lowercased() == "enter" { return "\r" }
    return text.count == 1 ? text.first : nil
  }

  private static let controls: Set<Character> = Set("abcdefghijklmnopqrstuvwxyz@[\\]^_ ")

  private static let named: [(String, Key)] = [
    ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("shift-up", .shiftUp),
    ("shift-down", .shiftDown), ("shift-left", .shiftLeft), ("shift-right", .shiftRight), ("ctrl-up", .controlUp),
    ("ctrl-down", .controlDown), ("ctrl-left", .controlLeft), ("ctrl-right", .controlRight), ("home", .home),
    ("end", .end), ("pageup", .pageUp), ("pagedown", .pageDown), ("insert", .insert), ("delete", .delete),
    ("backspace", .backspace), ("enter", .enter), ("esc", .escape), ("tab", .tab), ("shift-tab", .backTab),
  ]
  private static let aliases: [(String, Key)] = [
    ("space", .character(" ")), ("escape", .escape), ("return", .enter), ("del", .delete), ("ins", .insert),
    ("pgup", .pageUp), ("pgdn", .pageDown), ("backtab", .backTab), ("focus-in", .focus(true)),
    ("focus-out", .focus(false)),
  ]
  private static let namesByKey = Dictionary(uniqueKeysWithValues: named.map { ($1, $0) })
  private static let keysByName = Dictionary(uniqueKeysWithValues: (named + aliases).map { ($0, $1) })
}
