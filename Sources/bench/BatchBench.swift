import ArgumentParser
import EscalationDomain
import Foundation
import Interchange
import PolicyFiles

/// Rows a second of the batch audit, input and output included.
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
    var audit = BatchAudit(elapsed ? .elapsed : .deadline, on: WorkingTimeline(chosen))
    let time = try ContinuousClock().measure {
      let input = rows == nil ? FileHandle.standardInput : try madeUpRows()
      var output: [UInt8] = []
      while let chunk = try input.read(upToCount: 1 << 16), !chunk.isEmpty {
        audit.feed([UInt8](chunk), into: &output)
        try FileHandle.standardOutput.write(contentsOf: output)
        output.removeAll(keepingCapacity: true)
      }
      audit.finish(into: &output)
      try FileHandle.standardOutput.write(contentsOf: output)
    }
    let rate = Int(Double(audit.rows) / (time / .seconds(1)))
    try FileHandle.standardError.write(
      contentsOf: Data("\(rate) rows a second (\(audit.rows) rows, \(audit.refused) refused)\n".utf8))
  }

  private func madeUpRows() throws -> FileHandle {
    let targets = ["4bh", "2bd", "30bm", "24h..48h", "mon,wed,fri", "same-day"]
    var text = ""
    for row in 0..<(rows ?? 0) {
      let start = Instant(1_767_225_600 + Int64(row) * 1_013 % 31_536_000)
      let answer = elapsed ? "\"to\":\"\(start + Int64(row) * 97 % 5_000_000)\"" : "\"target\":\"\(targets[row % 6])\""
      text += "{\"id\":\(row),\"from\":\"\(start)\",\(answer)}\n"
    }
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try text.write(to: url, atomically: false, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: url) }
    return try FileHandle(forReadingFrom: url)
  }
}
