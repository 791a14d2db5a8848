/// Where a row stands in its file.
struct RowPlace: Hashable, Sendable {
  /// The line it begins on, from 1.
  var line: Int
  var offset: UInt64
  /// In bytes, without its line end.
  var length: Int
}

/// The values that a profile asks for, as they stand in one row: trimmed, and empty where there is none.
struct SourceRow: Sendable {
  var place: RowPlace
  /// One for each name that was asked for, in that order.
  var values: [String]
}

/// What a reader finds next.
enum ReadRow {
  case row(SourceRow)
  case bad(RowError, RowPlace)
}

/// Reads the rows of a file front to back, and any of them again by its place.
protocol RowReader {
  /// Nil at the end of the file. Memory is bounded by the longest row allowed.
  mutating func next() throws -> ReadRow?
  /// A row that was read before.
  mutating func row(at place: RowPlace) throws -> ReadRow
  /// What to call each of the names that were asked for, in errors.
  var columns: [RowError.Column] { get }
  /// How far the reader is, in bytes.
  var position: UInt64 { get }
  /// The header line as it stands, where the format has one.
  var header: RowPlace? { get }
}

/// Bounds on what one row may hold.
public struct RowLimits: Hashable, Sendable {
  public var field: Int
  public var row: Int

  public init(field: Int = 1 << 20, row: Int = 8 << 20) {
    self.field = field
    self.row = max(row, field)
  }
}
