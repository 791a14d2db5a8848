import Glibc

/// Splits one row of CSV (RFC 4180) that lies in memory.
///
/// Beyond the RFC it takes LF for a line end as well as CRLF, any byte for a separator, and a quote inside an unquoted
/// field for itself.
struct CSVRowScanner {
  struct Field: Equatable {
    var start: Int
    var end: Int
    /// Holds doubled quotes.
    var escaped = false
  }

  enum Outcome: Equatable {
    /// The row is `bytes[..<length]`, and the next begins at `next`.
    case row(length: Int, next: Int)
    /// The end of the row is not here yet.
    case more
    /// A quote opened at `quote` and nothing after it makes sense with it; its line ends at `length`.
    case unclosed(quote: Int, length: Int, next: Int)
  }

  let separator: UInt8
  private(set) var fields: [Field] = []
  /// The first thing wrong with the row, and in which field.
  private(set) var fault: (problem: RowProblem, field: Int)?

  init(separator: UInt8) { self.separator = separator }

  /// Finds the row at the start of some bytes. O(its length).
  /// - Parameter isLast: nothing follows these bytes.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    fault = nil
    var index = 0
    while true {
      let isQuoted = index < bytes.count && bytes[index] == CSVRowScanner.quote
      var field = Field(start: index, end: index)
      var rest = index
      if isQuoted {
        guard let closing = closingQuote(bytes, after: index, isLast: isLast, escaped: &field.escaped) else {
          return isLast ? unclosed(bytes, at: index) : .more
        }
        field.start = index + 1
        field.end = closing
        rest = closing + 1
      }
      let end = endOfText(bytes, from: rest)
      guard end < bytes.count || isLast else { return .more }
      let endsRow = end == bytes.count || bytes[end] == CSVRowScanner.lineFeed
      let textEnd = endsRow && end > rest && bytes[end - 1] == CSVRowScanner.carriageReturn ? end - 1 : end
      if isQuoted, textEnd > rest {
        // Text after a quote that closed on another line: it was the opening one that did not belong there.
        if find(CSVRowScanner.lineFeed, bytes, from: field.start, to: field.end) != nil {
          return unclosed(bytes, at: index)
        }
        note(.textAfterQuote)
      }
      if !isQuoted { field.end = textEnd }
      if find(CSVRowScanner.carriageReturn, bytes, from: rest, to: textEnd) != nil { note(.bareCarriageReturn) }
      fields.append(field)
      if endsRow { return .row(length: textEnd, next: min(end + 1, bytes.count)) }
      index = end + 1
    }
  }

  private mutating func note(_ problem: RowProblem) {
    if fault == nil { fault = (problem, fields.count) }
  }

  private func unclosed(_ bytes: UnsafeBufferPointer<UInt8>, at quote: Int) -> Outcome {
    let end = find(CSVRowScanner.lineFeed, bytes, from: quote, to: bytes.count)
    return .unclosed(quote: quote, length: end ?? bytes.count, next: end.map { $0 + 1 } ?? bytes.count)
  }

  /// The quote that ends a field; nil where it is not among these bytes, or could still prove to be a doubled one.
  private func closingQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, after opening: Int, isLast: Bool, escaped: inout Bool
  ) -> Int? {
    var from = opening + 1
    while let quote = find(CSVRowScanner.quote, bytes, from: from, to: bytes.count) {
      guard quote + 1 < bytes.count else { return isLast ? quote : nil }
      guard bytes[quote + 1] == CSVRowScanner.quote else { return quote }
      escaped = true
      from = quote + 2
    }
    return nil
  }

  /// The first separator or line feed; the number of bytes where there is none.
  private func endOfText(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
    var index = from
    while index < bytes.count, bytes[index] != separator, bytes[index] != CSVRowScanner.lineFeed { index += 1 }
    return index
  }

  private func find(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Int? {
    firstIndex(of: byte, in: bytes, from: from, to: end)
  }

  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}

/// The first place of a byte in part of some bytes.
func firstIndex(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Int? {
  guard from < end, let base = bytes.baseAddress, let found = memchr(base + from, Int32(byte), end - from) else {
    return nil
  }
  return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}

/// How many line feeds are among some bytes.
func lineFeeds(in bytes: UnsafeBufferPointer<UInt8>, to end: Int) -> Int {
  var count = 0
  var from = 0
  while let found = firstIndex(of: CSVRowScanner.lineFeed, in: bytes, from: from, to: end) {
    count += 1
    from = found + 1
  }
  return count
}
