import EscalationDomain

/// Works out deadlines or elapsed working time for a stream of JSON lines: an audit of another system's deadlines, and
/// the check of our own.
///
/// Bytes go in by chunks of any size, bytes come out; nothing is read or written here. Every row comes back on one line
/// in the order it came, its own keys untouched and in place:
/// - `deadline` rows, `{"from", "target"}`, gain `deadline`, and a window `opens` too;
/// - `elapsed` rows, `{"from", "to"}`, gain `seconds`, whole working seconds, 0 where `to` is not after `from`;
/// - a bad row gains `error`; a line that is no JSON object comes back as `{"line", "error"}`.
///
/// An answer's key that the row already has is replaced where it stands; it becomes null in a bad row, so that an old
/// answer cannot pass for a new one, and an old `error` is dropped from a good row. Blank lines are skipped.
public struct BatchAudit {
  public enum Question: Hashable, Sendable {
    case deadline, elapsed
  }

  public let question: Question
  /// Rows answered and refused so far, blank lines not counted.
  public private(set) var rows = 0
  /// Rows that came back with `error`; not zero at the end means exit status 65.
  public internal(set) var refused = 0

  let timeline: WorkingTimeline
  var object = JSONObjectLine()
  var targets: [String: Result<Target, Refusal>] = [:]
  /// The part of a line that is still without its end.
  private var pending: [UInt8] = []
  private var isAtStart = true
  private var isSkippingLongLine = false

  /// A longer line is refused unread, and comes back with its beginning only.
  public static let longestLine = 1 << 20
  static let quotedOfLongLine = 200
  /// Distinct target spellings remembered; an export has a handful.
  static let rememberedTargets = 4096

  /// Why a row has no answer, as it is told.
  struct Refusal: Error {
    let text: String
  }

  enum Answer {
    case deadline(Instant)
    case window(opens: Instant, late: Instant)
    case seconds(Int64)
  }

  public init(_ question: Question, on timeline: WorkingTimeline) {
    self.question = question
    self.timeline = timeline
  }

  // MARK: Lines

  /// Takes the next bytes and appends the rows they complete. O(bytes).
  public mutating func feed(_ chunk: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var rest = chunk[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = rest[..<end]
      rest = rest[(end + 1)...]
      if isSkippingLongLine {
        isSkippingLongLine = false
      } else if pending.isEmpty {
        read(UnsafeBufferPointer(rebasing: line), into: &output)
      } else {
        pending += line
        readPending(into: &output)
      }
    }
    if !isSkippingLongLine { pending += rest }
    if pending.count > BatchAudit.longestLine {
      readPending(into: &output)
      isSkippingLongLine = true
    }
  }

  public mutating func feed(_ chunk: [UInt8], into output: inout [UInt8]) {
    chunk.withUnsafeBufferPointer { feed($0, into: &output) }
  }

  /// Reads the last line where no newline ends it.
  public mutating func finish(into output: inout [UInt8]) {
    if !pending.isEmpty { readPending(into: &output) }
    isSkippingLongLine = false
  }

  private mutating func readPending(into output: inout [UInt8]) {
    let line = pending
    pending.removeAll(keepingCapacity: true)
    line.withUnsafeBufferPointer { read($0, into: &output) }
  }

  private mutating func read(_ raw: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var line = raw[...]
    if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    isAtStart = false
    while let first = line.first, JSONText.isSpace(first) { line.removeFirst() }
    while let last = line.last, JSONText.isSpace(last) { line.removeLast() }
    guard !line.isEmpty else { return }
    rows += 1
    answer(UnsafeBufferPointer(rebasing: line), into: &output)
    output.append(UInt8(ascii: "\n"))
  }
}
