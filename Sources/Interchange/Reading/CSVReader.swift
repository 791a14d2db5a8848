/// Reads a CSV file row by row.
///
/// Own code, for SwiftCSV loads the whole file, says nothing of where an error is, and swallows the rest of a file after
/// an unclosed quote. This one holds a window of the file and one row, names every error by line and column, and goes on
/// behind a row that is broken: after an unclosed quote with the line that follows the quote.
struct CSVReader: RowReader {
  private let file: InputFile
  private let encoding: TextEncoding
  private let limits: RowLimits
  private var window: ByteWindow
  private var scanner: CSVRowScanner
  private var line = 1
  private var names: [String] = []
  /// For each value asked for, the index of its column.
  private var places: [Int?] = []
  private(set) var columns: [RowError.Column] = []
  private(set) var header: RowPlace?

  var position: UInt64 { window.offset }

  /// Reads the header.
  /// - Parameter sources: the columns asked for, and whether the file must have each.
  init(
    _ file: InputFile, separator: UInt8, encoding: TextEncoding, limits: RowLimits,
    sources: [(name: String, required: Bool)]
  ) throws {
    self.file = file
    self.encoding = encoding
    self.limits = limits
    scanner = CSVRowScanner(separator: separator)
    window = ByteWindow(file)
    try window.skipByteOrderMark(path: file.path)
    guard let found = try nextRaw() else { throw RowError(file: file.path, line: 1, problem: .emptyFile) }
    switch found {
    case .bad(let error, _): throw error
    case .row(let row):
      header = row.place
      names = row.values
    }
    try checkNames(sources)
    places = sources.map { source in names.firstIndex(of: source.name) }
    columns = zip(places, sources).map { RowError.Column(number: $0.map { $0 + 1 }, name: $1.name) }
  }

  private func checkNames(_ sources: [(name: String, required: Bool)]) throws(RowError) {
    let line = header?.line ?? 1
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !name.isEmpty && !seen.insert(name).inserted {
      throw RowError(
        file: file.path, line: line, column: .init(number: index + 1, name: name), problem: .duplicateColumn(name))
    }
    for source in sources where source.required && !seen.contains(source.name) {
      throw RowError(file: file.path, line: line, problem: .missingColumn(source.name, found: names))
    }
  }

  mutating func next() throws -> ReadRow? { try nextRaw() }

  private mutating func nextRaw() throws -> ReadRow? {
    while true {
      if window.count == 0 { try window.readMore() }
      guard window.count > 0 else { return nil }
      let isLast = window.reachesEnd
      let outcome = window.withBytes { scanner.scan($0, isLast: isLast) }
      switch outcome {
      case .more:
        if window.count > limits.row { return try skipOversized() }
        try window.readMore()
      case .unclosed(let quote, let length, let next):
        let place = RowPlace(line: line, offset: window.offset, length: length)
        let opened = line + window.withBytes { lineFeeds(in: $0, to: quote) }
        pass(next)
        return .bad(failure(.unclosedQuote, line: opened, field: scanner.fields.count), place)
      case .row(let length, let next):
        let place = RowPlace(line: line, offset: window.offset, length: length)
        let row = length == 0 ? nil : window.withBytes { read($0, place) }
        pass(next)
        if let row { return row }
      }
    }
  }

  mutating func row(at place: RowPlace) throws -> ReadRow {
    try file.read(place) { bytes in
      guard case .row(place.length, _) = scanner.scan(bytes, isLast: true) else {
        throw ImportFailure.changedMeanwhile(path: file.path)
      }
      return read(bytes, place)
    }
  }

  private mutating func pass(_ count: Int) {
    line += window.withBytes { lineFeeds(in: $0, to: count) }
    window.drop(count)
  }

  private mutating func skipOversized() throws -> ReadRow {
    var row = CSVOversizedRow(separator: scanner.separator, limit: limits.field)
    let start = window.offset
    let first = line
    while window.withBytes({ row.take($0) }) {
      window.drop(window.count)
      try window.readMore()
      if window.count == 0 {
        row.finish()
        break
      }
    }
    window.move(to: start + row.next)
    line = first + row.lineFeeds
    let place = RowPlace(line: first, offset: start, length: Int(row.length))
    switch row.verdict {
    case .unclosed(let field, let before):
      return .bad(failure(.unclosedQuote, line: first + before, field: field), place)
    case .tooLong(let field?):
      return .bad(failure(.fieldTooLong(limit: limits.field), line: first, field: field), place)
    case .tooLong(nil), nil:
      return .bad(failure(.rowTooLong(limit: limits.row), line: first, field: nil), place)
    }
  }

  /// The scanned row's values, or the first thing wrong with it.
  private func read(_ bytes: UnsafeBufferPointer<UInt8>, _ place: RowPlace) -> ReadRow {
    let row = UnsafeBufferPointer(rebasing: bytes[..<place.length])
    if let bad = fault(row, place) { return .bad(bad, place) }
    // The header gives all of its names, for what is asked for is not known before.
    let wanted = header == nil ? Array(scanner.fields.indices) : places
    return .row(
      SourceRow(place: place, values: wanted.map { $0.map { text(row, scanner.fields[$0]) } ?? "" }))
  }

  private func fault(_ row: UnsafeBufferPointer<UInt8>, _ place: RowPlace) -> RowError? {
    if let fault = scanner.fault { return failure(fault.problem, line: place.line, field: fault.field) }
    if let long = scanner.fields.firstIndex(where: { $0.end - $0.start > limits.field }) {
      return failure(.fieldTooLong(limit: limits.field), line: place.line, field: long)
    }
    func at(_ index: Int, _ problem: RowProblem) -> RowError {
      let field = scanner.fields.lastIndex { $0.start <= index } ?? 0
      return failure(problem, line: place.line + lineFeeds(in: row, to: index), field: field)
    }
    if let nul = firstIndex(of: 0, in: row, from: 0, to: row.count) { return at(nul, .nul) }
    if let index = encoding.firstFault(in: row) { return at(index, .notInEncoding(encoding)) }
    if header != nil, scanner.fields.count != names.count {
      return failure(
        .columnCount(found: scanner.fields.count, expected: names.count), line: place.line, field: nil)
    }
    return nil
  }

  private func text(_ row: UnsafeBufferPointer<UInt8>, _ field: CSVRowScanner.Field) -> String {
    var (start, end) = (field.start, field.end)
    while start < end, isBlank(row[start]) { start += 1 }
    while start < end, isBlank(row[end - 1]) { end -= 1 }
    guard start < end else { return "" }
    let bytes = UnsafeBufferPointer(rebasing: row[start..<end])
    guard field.escaped else { return encoding.text(bytes) }
    var single: [UInt8] = []
    single.reserveCapacity(bytes.count)
    var isSecond = false
    for byte in bytes {
      isSecond = byte == CSVRowScanner.quote && !isSecond
      if !isSecond || byte != CSVRowScanner.quote { single.append(byte) }
    }
    return single.withUnsafeBufferPointer { encoding.text($0) }
  }

  private func failure(_ problem: RowProblem, line: Int, field: Int?) -> RowError {
    let column = field.map { RowError.Column(number: $0 + 1, name: $0 < names.count ? names[$0] : nil) }
    return RowError(file: file.path, line: line, column: column, problem: problem)
  }
}

/// Space and tab and line ends, as they surround values.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

extension ByteWindow {
  /// Steps over the mark of UTF-8 and refuses those of UTF-16.
  mutating func skipByteOrderMark(path: String) throws {
    try readMore()
    let mark = withBytes { Array($0.prefix(3)) }
    if mark == [0xEF, 0xBB, 0xBF] {
      drop(3)
    } else if mark.starts(with: [0xFF, 0xFE]) || mark.starts(with: [0xFE, 0xFF]) {
      throw RowError(file: path, line: 1, problem: .utf16)
    }
  }
}
