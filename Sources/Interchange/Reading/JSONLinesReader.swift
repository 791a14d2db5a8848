/// Reads a file in which each line is a JSON object. Lines that hold nothing are passed over.
struct JSONLinesReader: RowReader {
  private let file: InputFile
  private let encoding: TextEncoding
  private let limits: RowLimits
  private let scanner: JSONScanner
  private var window: ByteWindow
  private var line = 1
  let columns: [RowError.Column]
  var header: RowPlace? { nil }
  var position: UInt64 { window.offset }

  /// - Parameter sources: keys of the object, or dotted paths into objects inside it.
  init(
    _ file: InputFile, encoding: TextEncoding, limits: RowLimits, sources: [(name: String, required: Bool)],
    joiner: String
  ) throws {
    self.file = file
    self.encoding = encoding
    self.limits = limits
    scanner = JSONScanner(paths: sources.map(\.name), joiner: joiner)
    columns = sources.map { RowError.Column(name: $0.name) }
    window = ByteWindow(file)
    try window.skipByteOrderMark(path: file.path)
    if window.count == 0 { throw RowError(file: file.path, line: 1, problem: .emptyFile) }
  }

  mutating func next() throws -> ReadRow? {
    while true {
      if window.count == 0 { try window.readMore() }
      guard window.count > 0 else { return nil }
      let lineEnd = window.withBytes { firstIndex(of: CSVRowScanner.lineFeed, in: $0, from: 0, to: $0.count) }
      guard let end = lineEnd ?? (window.reachesEnd ? window.count : nil) else {
        if window.count > limits.row { return try skipOversized() }
        try window.readMore()
        continue
      }
      let place = RowPlace(line: line, offset: window.offset, length: end)
      let row = window.withBytes { bytes in
        bytes[..<end].allSatisfy(isBlank) ? nil : read(UnsafeBufferPointer(rebasing: bytes[..<end]), place)
      }
      window.drop(lineEnd == nil ? end : end + 1)
      line += 1
      if let row { return row }
    }
  }

  mutating func row(at place: RowPlace) throws -> ReadRow {
    try file.read(place) { bytes in read(bytes, place) }
  }

  private mutating func skipOversized() throws -> ReadRow {
    let start = window.offset
    var length = 0
    while window.count > 0 {
      let end = window.withBytes { firstIndex(of: CSVRowScanner.lineFeed, in: $0, from: 0, to: $0.count) }
      length += end ?? window.count
      window.drop(end.map { $0 + 1 } ?? window.count)
      if end != nil { break }
      try window.readMore()
    }
    let place = RowPlace(line: line, offset: start, length: length)
    line += 1
    return .bad(RowError(file: file.path, line: place.line, problem: .rowTooLong(limit: limits.row)), place)
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>, _ place: RowPlace) -> ReadRow {
    func bad(_ problem: RowProblem, at index: Int, path: String? = nil) -> ReadRow {
      let column = RowError.Column(number: index + 1, name: path)
      return .bad(RowError(file: file.path, line: place.line, column: column, problem: problem), place)
    }
    if let nul = firstIndex(of: 0, in: bytes, from: 0, to: bytes.count) { return bad(.nul, at: nul) }
    if let index = encoding.firstFault(in: bytes) { return bad(.notInEncoding(encoding), at: index) }
    do throws(JSONFault) {
      let found = try values(bytes)
      if let long = found.firstIndex(where: { ($0?.utf8.count ?? 0) > limits.field }) {
        return bad(.fieldTooLong(limit: limits.field), at: 0, path: columns[long].name)
      }
      return .row(SourceRow(place: place, values: found.map { $0.map(trimmed) ?? "" }))
    } catch {
      return bad(error.problem, at: error.at, path: error.path)
    }
  }
}

extension JSONLinesReader {
  private func values(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) -> [String?] {
    if encoding == .utf8 { return try scanner.values(bytes) }
    let text = Array(encoding.text(bytes).utf8)
    let found = text.withUnsafeBufferPointer { utf8 in
      Result { () throws(JSONFault) in try scanner.values(utf8) }
    }
    return try found.get()
  }
}

/// A text without the blanks around it.
func trimmed(_ text: String) -> String {
  guard let first = text.utf8.first, let last = text.utf8.last, isBlank(first) || isBlank(last) else { return text }
  var rest = text.utf8[...]
  while let first = rest.first, isBlank(first) { rest.removeFirst() }
  while let last = rest.last, isBlank(last) { rest.removeLast() }
  return String(Substring(rest))
}
