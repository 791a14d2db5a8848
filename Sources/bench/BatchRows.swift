import EscalationDomain
import Interchange

/// Made-up questions for the batch audit, as JSON lines.
enum BatchRows {
  static func line(_ row: Int, _ question: BatchAudit.Question) -> String {
    let start = Instant(1_767_225_600 + Int64(row) * 1_013 % 31_536_000)
    let rest =
      switch question {
      case .elapsed: "\"to\":\"\(start + Int64(row) * 97 % 5_000_000)\""
      case .deadline: "\"target\":\"\(targets[row % targets.count])\""
      }
    return "{\"id\":\(row),\"from\":\"\(start)\",\(rest)}\n"
  }

  private static let targets = ["4bh", "2bd", "30bm", "24h..48h", "mon,wed,fri", "same-day"]
}
