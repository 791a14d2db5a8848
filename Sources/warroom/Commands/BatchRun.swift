import EscalationDomain
import Foundation
import Interchange

/// Streams standard input through the batch audit to standard output.
struct BatchRun {
  private var audit: BatchAudit

  init(_ question: BatchAudit.Question, _ source: CalendarSource) {
    audit = BatchAudit(question, on: WorkingTimeline(source.calendar))
  }

  func run() throws {
    var audit = audit
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var output: [UInt8] = []
    while true {
      let count = chunk.withUnsafeMutableBytes { Foundation.read(0, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw CommandFailure(.inputOutput, "standard input cannot be read") }
      if count == 0 { break }
      chunk.withUnsafeBufferPointer { audit.feed(UnsafeBufferPointer(rebasing: $0[..<count]), into: &output) }
      Output.write(bytes: output)
      output.removeAll(keepingCapacity: true)
    }
    audit.finish(into: &output)
    Output.write(bytes: output)
    if audit.refused > 0 {
      throw CommandFailure(.badData, "\(audit.refused) of \(audit.rows) rows could not be read; each carries its error")
    }
  }
}
