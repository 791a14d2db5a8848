import ArgumentParser
import EscalationDomain
import EscalationStore
import Foundation
import Interchange
import Screen

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Put a CSV or JSON-lines export on the board; nothing is imported twice.")
  @Argument(help: "The file.") var file: String?
  @Option(help: "What the columns mean: native, servicenow, or a profile file.") var profile: String?
  @Option(help: "The playbook, where the profile's is not the one.") var playbook: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Leave out what happened later, for rehearsals.", valueName: "instant"))
  var until: String?
  @Flag(name: .customLong("dry-run"), help: "Only show what would happen.") var dryRun = false
  @Flag(name: .customLong("skip-bad"), help: "Import the rest where rows are bad, and write those to a file.")
  var skipBad = false
  @Option(help: ArgumentHelp("Where --skip-bad writes the refused rows.", valueName: "file")) var refused: String?
  @Flag(help: "Report as JSON.") var json = false
  @Flag(help: "Print the reference for writing a profile.") var reference = false
  @Option(name: .customLong("show-profile"), help: ArgumentHelp("Print a profile that ships.", valueName: "name"))
  var showProfile: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    if reference { return Output.write(ImportProfile.reference) }
    if let showProfile {
      guard let text = ImportProfile.builtinText(showProfile) else { throw unknownProfile(showProfile) }
      return Output.write(text)
    }
    guard let file else { throw CommandFailure(.usage, "say which file to import") }
    guard let profile else {
      throw CommandFailure(.usage, "say what its columns mean: --profile native, servicenow or a file")
    }
    let session = try global.session()
    let reading = try read(profile)
    let times = Times(session: session, timeline: nil)
    let until = try until.map { try times.past($0, as: "until") }
    times.echoes.print()
    if dryRun {
      try session.withStoreToLookAt { try run(file, reading, $0, session, until: until) }
    } else {
      try run(file, reading, try session.storeForWriting(), session, until: until)
    }
  }

  private func run(
    _ file: String, _ reading: ImportProfile, _ store: SQLiteStore, _ session: Session, until: Instant?
  ) throws {
    let options = ImportOptions(
      until: until,
      badRows: skipBad ? .skip(to: refused ?? "\(file).refused.csv") : .refuse, playbook: playbook, now: session.now,
      actor: session.actor)
    let bar = ProgressBar()
    Interrupt.catching()
    defer { bar.finish() }
    do {
      let destination: any ImportDestination =
        dryRun ? try ImportPreview(store) : try ImportSession(store, source: reading.id, now: session.now)
      let importer = Importer(profile: reading, file: file, options: options, destination: destination)
      let step: (ImportProgress) -> Bool = { progress in
        bar.show(progress)
        return !Interrupt.isPending
      }
      let report = dryRun ? try importer.dryRun(progress: step) : try importer.run(progress: step)
      bar.finish()
      ImportReportText(report: report, dryRun: dryRun, json: json).print()
    } catch let failure as ImportFailure {
      bar.finish()
      if case .cancelled = failure { Interrupt.leave(saying: "warroom: \(failure.sentence)") }
      throw explain(failure)
    }
  }

  private func read(_ name: String) throws -> ImportProfile {
    if let builtin = try ImportProfile.builtin(name) { return builtin }
    guard FileManager.default.fileExists(atPath: name) else { throw unknownProfile(name) }
    return try ImportProfile.parse(try TextFile.read(name), file: name)
  }

  private func unknownProfile(_ name: String) -> CommandFailure {
    let known = ImportProfile.builtinNames.joined(separator: ", ")
    return CommandFailure(.noInput, "“\(name)” is neither a profile that ships (\(known)) nor a file")
  }

  /// One bad row is the failure; of several the first stand on lines of their own, and the failure counts them.
  private func explain(_ failure: ImportFailure) -> CommandFailure {
    if case .refused(let report) = failure {
      if let only = report.refused.first, report.refused.count == 1 {
        return CommandFailure(.badData, "\(only); nothing was imported, --skip-bad leaves such rows out")
      }
      for error in report.refused.prefix(20) { ProcessEnd.writeError(Output.visible("\(error)")) }
      return CommandFailure(
        .badData,
        "\(report.refused.count) bad rows of \(report.rows), nothing was imported; mend them or say --skip-bad")
    }
    return CommandFailure(failure.kind, failure.sentence)
  }
}

extension ImportFailure {
  var kind: CommandFailure.Kind {
    switch self {
    case .cannotRead, .notAFile: .noInput
    case .unusable, .refused: .badData
    case .noPlaybook, .unknownPlaybook, .refusedFileIsInput, .cancelled: .usage
    case .cannotWrite, .changedMeanwhile: .inputOutput
    }
  }

  var sentence: String {
    switch self {
    case .cannotRead(let path, let code): "\(path) cannot be read: \(String(cString: strerror(code)))"
    case .notAFile(let path): "\(path) is not a plain file; save the export to one first"
    case .changedMeanwhile(let path): "\(path) changed while it was read, nothing was imported; try again"
    case .unusable(let error): "\(error)"
    case .noPlaybook(let profile): "profile \(profile) names no playbook; say --playbook"
    case .unknownPlaybook(let id, let known): "there is no playbook “\(id)”; known: \(known.joined(separator: ", "))"
    case .refused(let report): "\(report.refused.count) bad rows, nothing was imported"
    case .cannotWrite(let path, let code): "\(path) cannot be written: \(String(cString: strerror(code)))"
    case .refusedFileIsInput(let path):
      "the refused rows cannot go into \(path), which is being read; name another file"
    case .cancelled: "stopped; nothing was imported"
    }
  }
}
