import ArgumentParser
import EscalationDomain
import Foundation
import Interchange
import PolicyFiles

/// Rows a second of the batch audit in this process, input and output included, for looking closely at it.
struct BatchBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Rows a second of the batch audit; answers on standard output, the figure on standard error.")

  @Option(help: "A calendar file; the standard week if left out.")
  var calendar: String?

  @Flag(help: "Work out elapsed working time rather than deadlines.")
  var elapsed = false

  @Option(help: "Make up so many rows instead of reading standard input.")
  var rows: Int?

  func run() throws {
    let chosen =
      try calendar.map { path in
        try CalendarFile.parse(String(contentsOfFile: path, encoding: .utf8), file: path)
      } ?? BuiltinCalendars.all[0]
    let question = elapsed ? BatchAudit.Question.elapsed : .deadline
    var audit = BatchAudit(question, on: WorkingTimeline(chosen))
    let folder = try TemporaryFolder()
    let input = folder.file("rows.jsonl")
    if let rows {
      try GrowingFile.write(input) { write in
        for row in 0..<rows { try write(BatchRows.line(row, question)) }
      }
    }
    let source = rows == nil ? .standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
    let time = try ContinuousClock().measure {
      var output: [UInt8] = []
      while let chunk = try source.read(upToCount: 1 << 16), !chunk.isEmpty {
        audit.feed([UInt8](chunk), into: &output)
        try FileHandle.standardOutput.write(contentsOf: output)
        output.removeAll(keepingCapacity: true)
      }
      audit.finish(into: &output)
      try FileHandle.standardOutput.write(contentsOf: output)
    }
    let rate = Int(Double(audit.rows) / time.inSeconds).grouped
    try FileHandle.standardError.write(
      contentsOf: Data("\(rate) rows a second (\(audit.rows) rows, \(audit.refused) refused)\n".utf8))
  }
}
