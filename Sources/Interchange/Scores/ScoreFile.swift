import EscalationDomain

/// A file of health scores: CSV with a header, or JSON lines. A row has an account, a date, a composite and as many
/// dimensions as it says.
struct ScoreFile {
  let path: String
  let dimensions: [String]
  private let input: InputFile

  /// - Parameter dimensions: as the playbook spells them; other columns are left alone.
  init(path: String, dimensions: [String]) throws {
    self.path = path
    self.dimensions = dimensions
    input = try InputFile(path: path)
  }

  func isUnchanged() -> Bool { input.isUnchanged() }

  /// Hands over each row, front to back. Memory is bounded by the longest row.
  ///
  /// - Parameter body: a row's number from 0, its line, and what it says or what is wrong with it.
  func each(_ body: (Int, Int, Result<AccountScore, RowError>) throws -> Void) throws {
    var reader = try reader()
    let columns = reader.columns
    var number = 0
    while let found = try reader.next() {
      switch found {
      case .bad(let error, _): try body(number, error.line, .failure(error))
      case .row(let row):
        let row = ScoreRow(file: path, row: row, columns: columns, dimensions: dimensions)
        try body(number, row.row.place.line, Result { () throws(RowError) in try row.score() })
      }
      number += 1
    }
  }

  private static let own = ["account", "date", "composite"]

  private func reader() throws -> any RowReader {
    let sources = ScoreFile.own.map { (name: $0, required: true) } + dimensions.map { (name: $0, required: false) }
    guard try isJSON() else {
      return try CSVReader(input, separator: UInt8(ascii: ","), encoding: .utf8, limits: RowLimits(), sources: sources)
    }
    let inner = dimensions.map { (name: "dimensions.\($0)", required: false) }
    return try JSONLinesReader(input, encoding: .utf8, limits: RowLimits(), sources: sources + inner, joiner: ",")
  }

  /// Whether the first thing in the file opens an object.
  private func isJSON() throws -> Bool {
    var start = [UInt8](repeating: 0, count: 4096)
    let count = try start.withUnsafeMutableBytes { try input.read(at: 0, into: $0) }
    let mark: Set<UInt8> = [0xEF, 0xBB, 0xBF]
    return start[..<count].first { !isBlank($0) && !mark.contains($0) } == UInt8(ascii: "{")
  }
}

/// A row's values as what they should be.
private struct ScoreRow {
  let file: String
  let row: SourceRow
  let columns: [RowError.Column]
  let dimensions: [String]

  func score() throws(RowError) -> AccountScore {
    let account = try required(0)
    if let limit = ImportField.account.textLimit, account.utf8.count > limit {
      throw failure(0, .tooLong(.account, bytes: account.utf8.count, limit: limit))
    }
    let text = try required(1)
    guard let date = LocalDate(iso: text) else { throw failure(1, .noDate(text)) }
    var score = HealthScore(date: date, composite: try points(2, try required(2)))
    for (index, name) in dimensions.enumerated() {
      // Under its own key, or within an object `dimensions`.
      let places = [3 + index, 3 + dimensions.count + index].filter { $0 < row.values.count }
      guard let place = places.first(where: { !row.values[$0].isEmpty }) else { continue }
      score.dimensions.append(HealthScore.Dimension(name, try points(place, row.values[place])))
    }
    return AccountScore(account, score)
  }

  private func required(_ index: Int) throws(RowError) -> String {
    guard !row.values[index].isEmpty else { throw failure(index, .noValue) }
    return row.values[index]
  }

  private func points(_ index: Int, _ text: String) throws(RowError) -> Int {
    guard let value = Int(text), HealthScore.range.contains(value) else {
      throw failure(
        index, .outOfRange(text, low: HealthScore.range.lowerBound, high: HealthScore.range.upperBound))
    }
    return value
  }

  private func failure(_ index: Int, _ problem: RowProblem) -> RowError {
    RowError(file: file, line: row.place.line, column: columns[index], problem: problem)
  }
}
