/// A whole screen as a value: a grid of cells, drawn into by views and compared to decide what a terminal is sent.
/// Drawing outside the grid draws nothing.
public struct Frame: Sendable {
  public let size: Size
  /// The characters that boxes, bars and cut text are made of.
  public let glyphs: Glyphs
  /// Where typing goes; nil where nothing is typed.
  public var cursor: Point?
  /// What is selected: there the terminal's cursor stands where nothing is typed, for what reads a screen aloud or
  /// enlarges it follows it. The upper left corner stands for nothing.
  public var rest = Point(column: 0, row: 0)
  /// What parts of it stand for; no part of the picture.
  var targets: [Target] = []

  /// What is hidden of the texts that are written into it.
  private let veil: Veil?

  var cells: [Cell]
  /// Clusters of several scalars; a cell names one by its index.
  private(set) var clusters: [String] = []
  private var clusterIndex: [String: UInt32] = [:]

  /// A blank frame. O(cells).
  public init(size: Size, glyphs: Glyphs = .unicode, style: Style = Style(.text)) {
    self.size = size
    self.glyphs = glyphs
    veil = Veil.current
    cells = Array(repeating: Cell(code: 0x20, style: style), count: size.columns * size.rows)
  }

  public var bounds: Rect { Rect(size) }

  /// The cell at a place. The place must be inside the frame.
  public subscript(point: Point) -> Cell { cells[index(point)] }

  /// What the cell at a place inside the frame shows: one cluster, or nothing where a wide one covers it.
  public func text(at point: Point) -> String { text(of: self[point]) }

  /// How many cells the cluster at a place inside the frame takes; 0 where a wide one covers it.
  public func width(at point: Point) -> Int {
    if self[point].isCovered { return 0 }
    let next = Point(column: point.column + 1, row: point.row)
    return next.column < size.columns && self[next].isCovered ? 2 : 1
  }

  /// The text as it may be shown here.
  func veiled(_ text: String) -> String { veil.map { $0.hide(Visible.text(text)) } ?? text }

  func index(_ point: Point) -> Int { point.row * size.columns + point.column }

  func text(of cell: Cell) -> String {
    if let scalar = cell.scalar { return String(Character(scalar)) }
    return cell.isCovered ? "" : clusters[Int(cell.code - Cell.clusterBase)]
  }

  /// The code by which cells name a cluster.
  mutating func code(for cluster: String) -> UInt32 {
    if let known = clusterIndex[cluster] { return known }
    let code = Cell.clusterBase + UInt32(clusters.count)
    clusters.append(cluster)
    clusterIndex[cluster] = code
    return code
  }

  /// Puts one unit of `width` 1 or 2 at a place where it is known to fit, blanking what is left of a wide cluster that it
  /// cuts in two.
  mutating func put(code: UInt32, width: Int, row: Int, column: Int, paint: UInt32) {
    let start = row * size.columns
    let place = start + column
    if cells[place].code == Cell.covered, column > 0 { cells[place - 1].code = 0x20 }
    let end = column + width
    if end < size.columns, cells[start + end].code == Cell.covered { cells[start + end].code = 0x20 }
    cells[place] = Cell(code: code, paint: paint)
    if width == 2 { cells[place + 1] = Cell(code: Cell.covered, paint: paint) }
  }
}

extension Frame {
  /// Where the terminal's cursor shows; nil hides it, where there is neither anything typed nor selected.
  public var pointed: Point? {
    if let cursor, bounds.contains(cursor) { return cursor }
    return bounds.contains(rest) && rest != Point(column: 0, row: 0) ? rest : nil
  }

  /// Whether the cursor is in the same place.
  public func hasCursor(of other: Frame) -> Bool { pointed == other.pointed }
}

extension Frame: Equatable {
  /// The same picture and cursor. O(cells).
  public static func == (left: Frame, right: Frame) -> Bool {
    left.size == right.size && left.hasCursor(of: right) && left.changes(from: right).isEmpty
  }
}
