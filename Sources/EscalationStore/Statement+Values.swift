import EscalationDomain
import GRDB
import GRDBSQLite

extension Database {
  /// Runs a statement that answers nothing, kept prepared under its text.
  ///
  /// Values are bound and columns read straight through SQLite's own calls: imports and the start of the board pass
  /// millions of them. A text with a NUL would come back cut short, so it is refused here, the one door to the file.
  func run(_ sql: String, _ values: [DatabaseValue] = []) throws {
    try prepared(sql, values) { statement in
      let result = sqlite3_step(statement)
      guard result == SQLITE_DONE || result == SQLITE_ROW else { throw failure(result) }
    }
  }

  /// Calls `body` for each row. The statement must not be run again inside.
  func eachRow(_ sql: String, _ values: [DatabaseValue] = [], _ body: (Columns) throws -> Void) throws {
    try prepared(sql, values) { statement in
      let columns = Columns(statement: statement)
      while true {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: try body(columns)
        case SQLITE_DONE: return
        case let result: throw failure(result)
        }
      }
    }
  }

  private func prepared(_ sql: String, _ values: [DatabaseValue], _ body: (OpaquePointer) throws -> Void) throws {
    let cached = try cachedStatement(sql: sql)
    // A change of schema empties the cache, under a statement that runs too.
    try withExtendedLifetime(cached) {
      let statement = cached.sqliteStatement
      defer {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
      }
      for (index, value) in values.enumerated() { try bind(value, to: statement, at: Int32(index + 1)) }
      try body(statement)
    }
  }

  private func bind(_ value: DatabaseValue, to statement: OpaquePointer, at index: Int32) throws {
    let result: Int32
    switch value.storage {
    case .null: result = sqlite3_bind_null(statement, index)
    case .int64(let number): result = sqlite3_bind_int64(statement, index, number)
    case .double(let number): result = sqlite3_bind_double(statement, index, number)
    case .string(var text):
      let bound = text.withUTF8 { bytes -> Int32? in
        guard !bytes.contains(0) else { return nil }
        // An empty buffer may have no address, and a text without one would be NULL.
        guard !bytes.isEmpty else { return sqlite3_bind_text(statement, index, "", 0, Columns.copied) }
        return bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), Columns.copied)
        }
      }
      guard let bound else { throw Refusal.unreadableText(text) }
      result = bound
    case .blob: result = SQLITE_MISMATCH
    }
    guard result == SQLITE_OK else { throw failure(result) }
  }

  private func failure(_ result: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: result), message: sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
  }
}

/// The columns of the row a statement stands on. A type that is not what the schema says is damage, never a trap.
///
/// A value is fetched once and asked for its type and its content: half the calls of `sqlite3_column_…`, and safe as
/// the store serves one call at a time.
struct Columns {
  let statement: OpaquePointer

  /// SQLite copies what is bound.
  static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  func int(_ index: Int) throws -> Int64 {
    guard let value = try maybeInt(index) else { throw wrong(index, "a number") }
    return value
  }

  func maybeInt(_ index: Int) throws -> Int64? {
    let value = sqlite3_column_value(statement, Int32(index))
    switch sqlite3_value_type(value) {
    case SQLITE_INTEGER: return sqlite3_value_int64(value)
    case SQLITE_NULL: return nil
    default: throw wrong(index, "a number")
    }
  }

  func instant(_ index: Int) throws -> Instant? { try maybeInt(index).map(Instant.init) }

  func text(_ index: Int) throws -> String {
    guard let value = try maybeText(index) else { throw wrong(index, "a text") }
    return value
  }

  func maybeText(_ index: Int) throws -> String? {
    let value = sqlite3_column_value(statement, Int32(index))
    switch sqlite3_value_type(value) {
    case SQLITE_TEXT:
      guard let start = sqlite3_value_text(value) else { return "" }
      return String(
        decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value))), as: UTF8.self)
    case SQLITE_NULL: return nil
    default: throw wrong(index, "a text")
    }
  }

  private func wrong(_ index: Int, _ expected: String) -> DatabaseError {
    let name = sqlite3_column_name(statement, Int32(index)).map { String(cString: $0) } ?? "\(index)"
    return DatabaseError(resultCode: .SQLITE_CORRUPT, message: "column \(name) does not hold \(expected)")
  }
}
