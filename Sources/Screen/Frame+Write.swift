/// A piece of text in one style; several in a row make a line of mixed styles.
public struct Span: Hashable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = Style(.text)) {
    self.text = text
    self.style = style
  }

  public init(_ text: String, _ role: Role) { self.init(text, Style(role)) }
}

extension Frame {
  /// Draws text to the right of a place, made visible first, in no more than `maxWidth` cells (all to the frame's edge
  /// when nil). What does not fit ends in the ellipsis, and no wide cluster is split. Answers the cells used.
  /// O(clusters drawn) for printable ASCII, O(n) otherwise.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, _ style: Style = Style(.text), maxWidth: Int? = nil
  ) -> Int {
    guard point.row >= 0, point.row < size.rows, point.column >= 0 else { return 0 }
    let room = min(maxWidth ?? .max, size.columns - point.column)
    guard room > 0 else { return 0 }
    let text = veiled(text)
    let paint = Cell.packed(style)
    if let used = writePlain(text, at: point, paint, room) { return used }
    if Width.of(text) <= room { return writeClusters(text, at: point, paint, room) }
    let mark = glyphs.ellipsis
    let used = writeClusters(text, at: point, paint, room - 1)
    let end = Point(column: point.column + used, row: point.row)
    return used + writeClusters(mark, at: end, paint, 1)
  }

  @discardableResult
  public mutating func write(_ text: String, at point: Point, _ role: Role, maxWidth: Int? = nil) -> Int {
    write(text, at: point, Style(role), maxWidth: maxWidth)
  }

  /// Draws spans one after the other; the one that does not fit is cut, and those behind it are left out. Answers the
  /// cells used.
  @discardableResult
  public mutating func write(_ spans: [Span], at point: Point, maxWidth: Int? = nil) -> Int {
    let room = min(maxWidth ?? .max, size.columns - point.column)
    var used = 0
    for span in spans where !span.text.isEmpty {
      guard used < room else { break }
      let place = Point(column: point.column + used, row: point.row)
      used += write(span.text, at: place, span.style, maxWidth: room - used)
    }
    return used
  }

  /// Draws text in exactly the given number of cells: cut or filled with blanks of its style.
  public mutating func write(
    _ text: String, at point: Point, width: Int, align: Fit.Alignment, _ style: Style = Style(.text)
  ) {
    fill(Rect(column: point.column, row: point.row, columns: width, rows: 1), style)
    let blank = max(0, width - Width.of(text))
    let offset =
      switch align {
      case .left: 0
      case .right: blank
      case .centre: blank / 2
      }
    write(text, at: Point(column: point.column + offset, row: point.row), style, maxWidth: width - offset)
  }

  /// Printable ASCII, straight from its bytes. Nil, with nothing drawn, for any other text.
  private mutating func writePlain(_ text: String, at point: Point, _ paint: UInt32, _ room: Int) -> Int? {
    guard Visible.isPlain(text) else { return nil }
    let count = text.utf8.count
    let whole = count <= room
    var column = point.column
    for byte in text.utf8.prefix(whole ? count : room - 1) {
      put(code: UInt32(byte), width: 1, row: point.row, column: column, paint: paint)
      column += 1
    }
    if !whole {
      column += writeClusters(glyphs.ellipsis, at: Point(column: column, row: point.row), paint, 1)
    }
    return column - point.column
  }

  /// Whole clusters as far as there is room. Answers the cells used.
  private mutating func writeClusters(_ text: String, at point: Point, _ paint: UInt32, _ room: Int) -> Int {
    var used = 0
    Cluster.forEach(in: text) { cluster in
      guard used + cluster.width <= room else { return false }
      let column = point.column + used
      used += cluster.width
      switch cluster.content {
      case .scalar(let value):
        put(code: value, width: cluster.width, row: point.row, column: column, paint: paint)
      case .character(let character):
        put(character, width: cluster.width, row: point.row, column: column, paint: paint)
      }
      return true
    }
    return used
  }

  private mutating func put(_ character: Character, width: Int, row: Int, column: Int, paint: UInt32) {
    if Cluster.isEmojiSequence(character) {
      put(code: code(for: String(character)), width: width, row: row, column: column, paint: paint)
      return
    }
    var column = column
    for unit in Cluster.units(of: character) {
      let scalars = unit.text.unicodeScalars
      let single = scalars.count == 1 ? scalars.first?.value : nil
      put(code: single ?? code(for: unit.text), width: unit.width, row: row, column: column, paint: paint)
      column += unit.width
    }
  }
}
