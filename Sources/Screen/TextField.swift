/// A text being typed, of one line or of several: text and a cursor between two graphemes. A value; a view draws it, an
/// update edits it.
public struct TextField: Hashable, Sendable {
  /// What stands before and behind the cursor.
  private(set) var before: String
  private(set) var after: String
  /// Whether line ends are kept, and can be typed.
  public let hasLines: Bool

  /// The cursor stands at the end.
  ///
  /// - Parameter lines: whether it may have several.
  public init(_ text: String = "", lines: Bool = false) {
    hasLines = lines
    before = Visible.text(text, newlines: lines ? .keep : .space)
    after = ""
  }

  public var text: String { before + after }
  public var isEmpty: Bool { before.isEmpty && after.isEmpty }
  /// Graphemes before the cursor.
  public var cursor: Int { before.count }

  /// Types text in at the cursor: what is invisible becomes a mark, and in one line, line ends become spaces.
  public mutating func insert(_ text: String) { before += Visible.text(text, newlines: hasLines ? .keep : .space) }

  public mutating func deleteBackward() { _ = before.popLast() }
  public mutating func deleteForward() { if !after.isEmpty { after.removeFirst() } }
  public mutating func deleteToStart() { before = "" }
  public mutating func deleteToEnd() { after = "" }
  public mutating func deleteWordBackward() { before = String(before[..<Self.wordStart(before)]) }
  public mutating func deleteWordForward() { after = String(after[Self.wordEnd(after)...]) }

  public mutating func moveLeft() { if let last = before.popLast() { after = String(last) + after } }
  public mutating func moveRight() { if !after.isEmpty { before.append(after.removeFirst()) } }
  public mutating func moveToStart() { (before, after) = ("", text) }
  public mutating func moveToEnd() { (before, after) = (text, "") }

  public mutating func moveWordLeft() {
    let start = Self.wordStart(before)
    (before, after) = (String(before[..<start]), before[start...] + after)
  }

  public mutating func moveWordRight() {
    let end = Self.wordEnd(after)
    (before, after) = (before + after[..<end], String(after[end...]))
  }

  /// Does what a key does in a line of text, and answers whether the key was one of those.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text)
    case .alt("\r"), .control("j"):
      guard hasLines else { return false }
      insert("\n")
    case .backspace, .control("h"): deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .left, .control("b"): moveLeft()
    case .right, .control("f"): moveRight()
    case .home, .control("a"): moveToStart()
    case .end, .control("e"): moveToEnd()
    case .controlLeft, .alt("b"): moveWordLeft()
    case .controlRight, .alt("f"): moveWordRight()
    case .control("w"): deleteWordBackward()
    case .alt("d"): deleteWordForward()
    case .control("u"): deleteToStart()
    case .control("k"): deleteToEnd()
    default: return false
    }
    return true
  }

  /// The part that shows in `width` cells, and the cells from its left edge to the cursor, which is always within.
  public func view(width: Int) -> (text: String, cursor: Int) {
    guard width > 0 else { return ("", 0) }
    if let veil = Veil.current {
      let text = Array(veil.hide(text))
      return TextField(before: text[..<self.cursor], after: text[self.cursor...]).part(width: width)
    }
    return part(width: width)
  }

  private init(before: ArraySlice<Character>, after: ArraySlice<Character>) {
    (self.before, self.after, hasLines) = (String(before), String(after), true)
  }

  private func part(width: Int) -> (text: String, cursor: Int) {
    var left = Substring(before)
    var cursor = Width.of(before)
    while cursor >= width, let first = left.popFirst() { cursor -= Cluster(first).width }
    return (String(left) + Fit.prefix(after, width: width - cursor), cursor)
  }

  private static func wordStart(_ text: String) -> String.Index {
    var index = text.endIndex
    while index > text.startIndex, !isWord(text[text.index(before: index)]) { index = text.index(before: index) }
    while index > text.startIndex, isWord(text[text.index(before: index)]) { index = text.index(before: index) }
    return index
  }

  private static func wordEnd(_ text: String) -> String.Index {
    let rest = text[...].drop { !isWord($0) }.drop(while: isWord)
    return rest.startIndex
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}

extension Frame {
  /// Draws a text field in one row and puts the cursor where typing goes; `placeholder` shows while it is empty.
  public mutating func draw(
    _ field: TextField, at point: Point, width: Int, placeholder: String = "", focused: Bool = true,
    _ style: Style = Style(.input)
  ) {
    fill(Rect(column: point.column, row: point.row, columns: width, rows: 1), style)
    let (text, cursor) = field.view(width: width)
    write(text, at: point, style, maxWidth: width)
    if field.isEmpty {
      write(placeholder, at: point, Style(.placeholder, on: style.role), maxWidth: width)
    }
    if focused { self.cursor = Point(column: point.column + cursor, row: point.row) }
  }
}
