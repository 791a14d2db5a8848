import EscalationDomain

/// Brings a file into a log: every row is read and checked first, then all of them become visible at once or none does.
///
/// Memory holds an index of the rows and never the rows: the second pass reads them again, escalation by escalation.
public struct Importer {
  private let profile: ImportProfile
  private let file: String
  private let options: ImportOptions
  private let destination: any ImportDestination
  /// How many escalations are asked for and staged at a time.
  private static let batch = 500

  /// - Parameter file: the path of a plain file.
  public init(profile: ImportProfile, file: String, options: ImportOptions, destination: any ImportDestination) {
    self.profile = profile
    self.file = file
    self.options = options
    self.destination = destination
  }

  /// Imports the file. What it throws, ``ImportFailure`` or the destination's own error, leaves nothing behind.
  /// - Parameter progress: called every thousand rows or so; false cancels.
  public func run(progress: (ImportProgress) -> Bool = { _ in true }) throws -> ImportReport {
    try run(isDry: false, progress)
  }

  /// What an import would do; writes nothing, bad rows included.
  public func dryRun(progress: (ImportProgress) -> Bool = { _ in true }) throws -> ImportReport {
    try run(isDry: true, progress)
  }

  private func run(isDry: Bool, _ progress: (ImportProgress) -> Bool) throws -> ImportReport {
    do {
      return try attempt(isDry: isDry, progress)
    } catch {
      if !isDry { try? destination.abandon() }
      if let row = error as? RowError { throw ImportFailure.unusable(row) }
      throw error
    }
  }

  private func attempt(isDry: Bool, _ progress: (ImportProgress) -> Bool) throws -> ImportReport {
    try checkPlaybook()
    let input = try InputFile(path: file)
    if case .skip(let path) = options.badRows, input.isSameFile(as: path) {
      throw ImportFailure.refusedFileIsInput(path: path)
    }
    var reader = try reader(input)
    let interpreter = RowInterpreter(
      profile: profile, policy: destination.policy, options: options, file: file, columns: reader.columns)
    var scan = ImportScan(interpreter: interpreter)
    try scan.run(&reader, size: input.size, progress)
    if options.badRows == .refuse, !scan.refused.isEmpty { throw ImportFailure.refused(scan.report) }

    var groups = scan.groups()[...]
    var staging = ImportStaging(interpreter: interpreter, report: scan.report, refused: scan.refused)
    while !groups.isEmpty {
      let batch = groups.prefix(Importer.batch)
      groups = groups.dropFirst(Importer.batch)
      let histories = try destination.histories(of: batch.map { EscalationID($0.id) })
      let records = try staging.derive(batch, histories, &reader, progress)
      if !isDry, !records.isEmpty { try destination.stage(records) }
    }
    if options.badRows == .refuse, !staging.refused.isEmpty { throw ImportFailure.refused(staging.finished) }
    guard input.isUnchanged() else { throw ImportFailure.changedMeanwhile(path: file) }
    return isDry ? staging.finished : try publish(staging, input, reader.header, progress)
  }

  private func publish(
    _ staging: ImportStaging, _ input: InputFile, _ header: RowPlace?, _ progress: (ImportProgress) -> Bool
  ) throws -> ImportReport {
    guard progress(ImportProgress(stage: .publishing, done: 0, total: 1)) else { throw ImportFailure.cancelled }
    var report = staging.finished
    var refused: RefusedRows?
    if case .skip(let path) = options.badRows, !staging.refused.isEmpty {
      let rows = RefusedRows(
        path: path, format: profile.format, separator: profile.separator, encoding: profile.encoding)
      try rows.write(staging.refused.sorted { $0.1.offset < $1.1.offset }, header: header, from: input)
      report.refusedFile = path
      refused = rows
    }
    do {
      if report.newEvents > 0 { try destination.publish() } else { try destination.abandon() }
    } catch {
      refused?.discard()
      throw error
    }
    _ = progress(ImportProgress(stage: .publishing, done: 1, total: 1))
    return report
  }

  /// Where no row can name a playbook, a missing one is the whole file's fault.
  private func checkPlaybook() throws {
    let known = destination.policy.playbooks.keys.sorted()
    let hasColumn = profile.fields[.playbook] != nil || profile.defaults[.playbook] != nil
    if options.playbook == nil, hasColumn { return }
    guard let id = options.playbook ?? profile.playbook else { throw ImportFailure.noPlaybook(profile: profile.id) }
    if !known.contains(id) { throw ImportFailure.unknownPlaybook(id, known: known) }
  }

  private func reader(_ input: InputFile) throws -> any RowReader {
    switch profile.format {
    case .csv:
      try CSVReader(
        input, separator: profile.separator, encoding: profile.encoding, limits: profile.limits,
        sources: profile.sources)
    case .jsonl:
      try JSONLinesReader(
        input, encoding: profile.encoding, limits: profile.limits, sources: profile.sources,
        joiner: profile.tagSeparator)
    }
  }
}
