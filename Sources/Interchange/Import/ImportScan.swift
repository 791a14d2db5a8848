import EscalationDomain

/// The first pass: every row is read, checked and indexed.
struct ImportScan {
  let interpreter: RowInterpreter
  private var index = RowIndex()
  private(set) var refused: [(RowError, RowPlace)] = []
  private var rows = 0
  private var duplicates = 0
  /// Of records: the first row of each id, for a file must have one row for each.
  private var firsts: [String: (hash: UInt64, line: Int)] = [:]

  init(interpreter: RowInterpreter) { self.interpreter = interpreter }

  var report: ImportReport {
    var report = ImportReport()
    report.rows = rows
    report.duplicates = duplicates
    report.refused = refused.map(\.0)
    return report
  }

  /// What was read, escalation by escalation.
  mutating func groups() -> [(id: String, rows: ArraySlice<RowIndex.Entry>)] {
    index.groups(byContent: interpreter.profile.fields[.order] != nil)
  }

  mutating func run(
    _ reader: inout any RowReader, size: UInt64, _ progress: (ImportProgress) -> Bool
  ) throws {
    while true {
      if rows % 1024 == 0 {
        let done = ImportProgress(stage: .checking, done: Int(reader.position), total: Int(size))
        guard progress(done) else { throw ImportFailure.cancelled }
      }
      guard let found = try reader.next() else { return }
      rows += 1
      switch found {
      case .bad(let error, let place): refused.append((error, place))
      case .row(let source):
        do throws(RowError) {
          try take(try interpreter.row(source), source)
        } catch {
          refused.append((error, source.place))
        }
      }
    }
  }

  private mutating func take(_ row: ImportRow, _ source: SourceRow) throws(RowError) {
    let hash = source.contentHash
    if row.times != nil {
      if let first = firsts[row.id] {
        guard first.hash == hash else {
          throw RowError(
            file: interpreter.file, line: source.place.line, column: interpreter.column(.id),
            problem: .secondRow(id: row.id, firstLine: first.line))
        }
        duplicates += 1
        return
      }
      firsts[row.id] = (hash, source.place.line)
    }
    index.add(row, at: source.place, hash: hash)
  }
}
