import ArgumentParser
import EscalationDomain
import Foundation

/// Every figure, a table a subject, each printed as soon as it is known.
struct AllBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Every figure: the engine, the batch commands, imports and the live board.")

  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case engine, batch, imports, board
  }

  @Option(help: "The release binary to measure.")
  var warroom: String

  @Option(help: "Only this subject; may be given more than once.")
  var only: [Subject] = []

  @Option(help: "The fraction of the usual amounts to measure with, for a quick look.")
  var scale = 1.0

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    let folder = try TemporaryFolder()
    let binary = Binary(path: warroom, folder: folder)
    let now = Instant(Int64(Date().timeIntervalSince1970))
    print("Release binaries on \(ProcessInfo.processInfo.activeProcessorCount) cores.")
    for subject in only.isEmpty ? Subject.allCases : only {
      print("")
      switch subject {
      case .engine: try EngineFigures(count: scaled(1_000_000)).print()
      case .batch: try BatchFigures(binary: binary, rows: scaled(500_000)).print()
      case .imports:
        try ImportFigures(binary: binary, now: now, updates: scaled(120_000), records: scaled(200_000)).print()
      case .board: try BoardFigures(binary: binary, now: now, open: scaled(10_000), all: scaled(100_000)).print()
      }
      // A run takes minutes, and each table is worth reading meanwhile.
      fflush(nil)
    }
  }

  private func scaled(_ count: Int) -> Int { max(100, Int(Double(count) * scale)) }
}
