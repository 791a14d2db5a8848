/// Steps over a row that is too long to hold, and says what made it so. Keeps nothing of it.
struct CSVOversizedRow {
  enum Verdict: Equatable {
    /// A field over the limit, or the row as a whole.
    case tooLong(field: Int?)
    /// A quote that nothing closes; what follows its line is read again.
    case unclosed(field: Int, lineFeedsBefore: Int)
  }

  private(set) var verdict: Verdict?
  /// The row's bytes, its line end aside.
  private(set) var length: UInt64 = 0
  /// Where the next row begins, counted from this one's start.
  private(set) var next: UInt64 = 0
  /// The line feeds up to there.
  private(set) var lineFeeds = 0

  private enum State { case fieldStart, plain, quoted, quoteInQuoted, afterQuote }
  private var state = State.fieldStart
  private let separator: UInt8
  private let limit: Int
  private var position: UInt64 = 0
  private var field = 0
  private var fieldLength = 0
  private var longField: Int?
  private var opening: Opening?

  /// The latest quoted field: where the line of its quote ends.
  private struct Opening {
    var field: Int
    var lineFeedsBefore: Int
    var lineEnd: UInt64?
  }

  init(separator: UInt8, limit: Int) {
    self.separator = separator
    self.limit = limit
  }

  /// Takes the next bytes of the file until the row has ended; gives false then.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes {
      step(byte)
      if verdict != nil { return false }
      position += 1
    }
    return true
  }

  /// The file has ended.
  mutating func finish() {
    if verdict != nil { return }
    if state == .quoted { return fail() }
    end(next: position)
  }

  private mutating func step(_ byte: UInt8) {
    switch (state, byte) {
    case (.quoted, CSVRowScanner.quote): state = .quoteInQuoted
    case (.quoted, CSVRowScanner.lineFeed):
      if opening?.lineEnd == nil { opening?.lineEnd = position }
      lineFeeds += 1
      grow()
    case (.quoteInQuoted, CSVRowScanner.quote):
      state = .quoted
      grow()
    case (.quoted, _): grow()
    case (_, separator):
      state = .fieldStart
      field += 1
      fieldLength = 0
    case (_, CSVRowScanner.lineFeed):
      lineFeeds += 1
      end(next: position + 1)
    case (.fieldStart, CSVRowScanner.quote):
      state = .quoted
      opening = Opening(field: field, lineFeedsBefore: lineFeeds, lineEnd: nil)
    case (.quoteInQuoted, CSVRowScanner.carriageReturn): state = .afterQuote
    case (.quoteInQuoted, _), (.afterQuote, _):
      if opening?.lineEnd != nil { return fail() }
      state = .plain
      grow()
    default:
      state = .plain
      grow()
    }
  }

  private mutating func grow() {
    fieldLength += 1
    if fieldLength > limit, longField == nil { longField = field }
  }

  private mutating func end(next: UInt64) {
    verdict = .tooLong(field: longField)
    length = position
    self.next = next
  }

  private mutating func fail() {
    guard let opening else { return end(next: position) }
    verdict = .unclosed(field: opening.field, lineFeedsBefore: opening.lineFeedsBefore)
    length = opening.lineEnd ?? position
    next = opening.lineEnd.map { $0 + 1 } ?? position
    lineFeeds = opening.lineFeedsBefore + (opening.lineEnd == nil ? 0 : 1)
  }
}
