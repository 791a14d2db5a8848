import EscalationDomain

/// The second pass: the rows of each escalation become the events that its log does not hold yet.
struct ImportStaging {
  let interpreter: RowInterpreter
  private var report: ImportReport
  private(set) var refused: [(RowError, RowPlace)]
  private var done = 0
  private let total: Int

  init(interpreter: RowInterpreter, report: ImportReport, refused: [(RowError, RowPlace)]) {
    self.interpreter = interpreter
    self.report = report
    self.refused = refused
    total = report.rows
  }

  var finished: ImportReport {
    var report = report
    report.refused = refused.sorted { $0.1.offset < $1.1.offset }.map(\.0)
    return report
  }

  /// What is new of some escalations; one without anything new is left out.
  mutating func derive(
    _ groups: ArraySlice<(id: String, rows: ArraySlice<RowIndex.Entry>)>, _ histories: [EscalationID: History],
    _ reader: inout any RowReader, _ progress: (ImportProgress) -> Bool
  ) throws -> [ImportedRecord] {
    var records: [ImportedRecord] = []
    for group in groups {
      let id = EscalationID(group.id)
      let history = histories[id]
      let foreign = history.flatMap { foreignOrigin($0) }
      var derivation = EventDerivation(
        origin: interpreter.profile.id, policy: interpreter.policy, options: interpreter.options, history: history)
      for entry in group.rows {
        if done % 1024 == 0 {
          guard progress(ImportProgress(stage: .staging, done: done, total: total)) else {
            throw ImportFailure.cancelled
          }
        }
        done += 1
        let row = try row(&reader, entry.place)
        let problem = foreign.map { .openedElsewhere(id: row.id, origin: $0) } ?? derivation.take(row)
        if let problem {
          refused.append(
            (
              RowError(
                file: interpreter.file, line: entry.place.line, column: interpreter.column(.id), problem: problem),
              entry.place
            ))
        }
      }
      if foreign == nil, let record = record(id, derivation, isNew: history == nil) { records.append(record) }
    }
    return records
  }

  /// Nil where the escalation came through this profile; else the profile it came through, if any.
  private func foreignOrigin(_ history: History) -> String?? {
    guard let event = history.events.first(where: \.fact.isOpening), case .opened(let opening) = event.fact else {
      return .some(nil)
    }
    return opening.origin == interpreter.profile.id ? nil : .some(opening.origin)
  }

  private func row(_ reader: inout any RowReader, _ place: RowPlace) throws -> ImportRow {
    guard case .row(let source) = try reader.row(at: place), let row = try? interpreter.row(source) else {
      throw ImportFailure.changedMeanwhile(path: interpreter.file)
    }
    return row
  }

  private mutating func record(_ id: EscalationID, _ derivation: EventDerivation, isNew: Bool) -> ImportedRecord? {
    report.duplicates += derivation.duplicates
    report.alreadyKnown += derivation.alreadyKnown
    let until = interpreter.options.until ?? .max
    let drafts = derivation.drafts.filter { $0.occurred <= until }
    report.leftOutByUntil += derivation.drafts.count - drafts.count
    guard !drafts.isEmpty else {
      if !isNew { report.unchanged += 1 }
      return nil
    }
    if isNew { report.new += 1 } else { report.updated += 1 }
    for draft in drafts {
      report.events[draft.fact.kind, default: 0] += 1
      if draft.occurred > interpreter.options.now { report.afterNow += 1 }
    }
    return ImportedRecord(id: id, isNew: isNew, drafts: drafts)
  }
}
