import EscalationDomain

/// Brings a file of health scores into a store, a slice at a time; bad rows are told of and left out.
///
/// The file is read twice: first for which row is the last of its account and date, as that one counts. Memory holds a
/// number for each account and date and never the rows.
public struct ScoreImport {
  let file: String
  let dimensions: [String]
  /// Rows a transaction.
  private static let slice = 200

  /// - Parameters:
  ///   - file: the path of a plain file.
  ///   - dimensions: the names of the dimensions to look for.
  public init(file: String, dimensions: [String]) {
    self.file = file
    self.dimensions = dimensions
  }

  /// What an import came to.
  public struct Report: Hashable, Sendable {
    public var rows = 0
    public var written = 0
    public var unchanged = 0
    /// Rows that a later row of the same account and date stands for.
    public var superseded = 0
    /// Records that opened by themselves.
    public var opened: [EscalationID] = []
    /// One line each: file, line, what is wrong.
    public var refused: [String] = []
  }

  /// - Parameters:
  ///   - zone: the reader's, for what a rule says of times.
  ///   - refused: told of each bad row as it is found.
  ///   - record: writes a slice in one transaction.
  /// - Throws: ``ImportFailure`` where the file cannot be read, or what `record` throws; the slices before it are kept.
  public func run(
    zone: Zone, refused: (String) -> Void, record: ([AccountScore]) throws -> [ScoreOutcome]
  ) throws -> Report {
    do {
      return try attempt(zone: zone, refused, record)
    } catch let error as RowError {
      throw ImportFailure.unusable(error)
    }
  }

  private func attempt(
    zone: Zone, _ refused: (String) -> Void, _ record: ([AccountScore]) throws -> [ScoreOutcome]
  ) throws -> Report {
    let input = try ScoreFile(path: file, dimensions: dimensions)
    let last = try LastRows(input)
    guard input.isUnchanged() else { throw ImportFailure.changedMeanwhile(path: file) }
    var report = Report()
    var slice: [(line: Int, score: AccountScore)] = []
    func refuse(_ line: String) {
      report.refused.append(line)
      refused(line)
    }
    func write() throws {
      let outcomes = slice.isEmpty ? [] : try record(slice.map(\.score))
      for (row, outcome) in zip(slice, outcomes) {
        switch outcome {
        case .written: report.written += 1
        case .opened(let id):
          report.written += 1
          report.opened.append(id)
        case .unchanged: report.unchanged += 1
        case .refused(let refusal): refuse("\(file):\(row.line): \(refusal.sentence(zone: zone))")
        }
      }
      slice = []
    }
    try input.each { number, line, row in
      report.rows += 1
      switch row {
      case .failure(let error): refuse("\(error)")
      case .success(var score):
        guard last.isLastOfDate(score, number) else {
          report.superseded += 1
          return
        }
        score.isLast = last.isLastOfAccount(score, number)
        slice.append((line, score))
        if slice.count == ScoreImport.slice { try write() }
      }
    }
    try write()
    return report
  }
}

/// Which row of a file is the last of its account and date, and which the last of its account.
private struct LastRows {
  private var dates: [Int: Int32] = [:]
  private var accounts: [Int: Int32] = [:]

  init(_ file: ScoreFile) throws {
    try file.each { number, _, row in
      guard case .success(let score) = row else { return }
      dates[LastRows.dateKey(score)] = Int32(truncatingIfNeeded: number)
      accounts[LastRows.accountKey(score)] = Int32(truncatingIfNeeded: number)
    }
  }

  func isLastOfDate(_ score: AccountScore, _ number: Int) -> Bool {
    dates[LastRows.dateKey(score)] == Int32(truncatingIfNeeded: number)
  }

  func isLastOfAccount(_ score: AccountScore, _ number: Int) -> Bool {
    accounts[LastRows.accountKey(score)] == Int32(truncatingIfNeeded: number)
  }

  /// Names are one whatever the case of their ASCII letters, as in the store.
  private static func accountKey(_ score: AccountScore, _ date: LocalDate? = nil) -> Int {
    var hasher = Hasher()
    for byte in score.account.utf8 { hasher.combine((0x41...0x5A).contains(byte) ? byte + 0x20 : byte) }
    hasher.combine(date)
    return hasher.finalize()
  }

  private static func dateKey(_ score: AccountScore) -> Int { accountKey(score, score.score.date) }
}
