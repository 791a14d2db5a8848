import ArgumentParser
import EscalationDomain
import Foundation

/// Writes the exports that are measured with, for looking closely at an import or at a board of that size.
struct ExportBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a made-up export, as the figures are taken with.")

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case native, servicenow, urgent
  }

  @Argument(help: "The profile that reads it, or urgent: native rows in their last hour.")
  var kind: Kind

  @Argument(help: "The file to write.")
  var file: String

  @Option(help: "How many rows.")
  var rows = 100_000

  @Option(help: "How many of them are open (native).")
  var open = 10_000

  func run() throws {
    let now = Instant(Int64(Date().timeIntervalSince1970))
    var export = NativeExport(now: now)
    switch kind {
    case .native: try export.write(to: file, all: rows, open: open)
    case .urgent: try export.writeUrgent(to: file, count: rows)
    case .servicenow:
      var log = UpdateLog(now: now)
      try log.write(to: file, rows: rows)
    }
  }
}
