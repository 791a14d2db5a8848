import EscalationDomain
import Foundation
import Interchange

/// Deadlines before and after, side by side.
struct MoveTable {
  let moves: [DeadlineMove]
  let zone: Zone
  let now: Instant

  func print() {
    Output.table(
      moves.map { move in
        [
          "  \(move.label)", move.before.target?.description ?? "-", side(move.before),
          move.after.target?.description ?? "-", side(move.after), move.moves ? "" : "stays",
        ]
      }, header: ["  clock", "target", "before", "target", "after", ""])
  }

  private func side(_ side: DeadlineMove.Side) -> String { side.words(now: now) { $0.words(in: zone) } }
}

extension DeadlineMove {
  var json: JSONValue {
    func side(_ side: Side) -> JSONValue {
      .object([
        "target": .maybe(side.target), "deadline": .maybe(side.deadline), "state": .maybe(side.state?.rawValue),
      ])
    }
    return .object(["rule": .text(rule), "label": .text(label), "before": side(before), "after": side(after)])
  }
}

/// Questions to a person; never asked without a terminal.
enum Prompt {
  static var isPossible: Bool { isatty(0) == 1 && isatty(1) == 1 }

  static func confirm(_ question: String, orSay option: String) throws -> Bool {
    guard isPossible else {
      throw CommandFailure(.usage, "this wants a yes and there is no terminal to ask on; say \(option)")
    }
    Output.write("\(question) [y/N] ")
    return readLine()?.lowercased().hasPrefix("y") ?? false
  }

  /// The answer in a line; none at the end of input.
  static func ask(_ question: String) -> String? {
    Output.write("\(question) ")
    return readLine()
  }
}
