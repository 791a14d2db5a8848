import ArgumentParser
import EscalationDomain
import Foundation
import Interchange

struct ChangeSeverity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "severity", abstract: "Change the severity, after showing every deadline before and after.")
  @OptionGroup var options: ActOptions
  @Argument(help: "The new severity, as the playbook names it.") var severity: String
  @Option(help: "Why.") var reason: String?
  @Flag(help: "Change it without asking.") var yes = false
  @Flag(name: .customLong("dry-run"), help: "Only show what would move.") var dryRun = false

  func run() throws {
    let context = try ActContext(options)
    let (_, history, policies) = try context.record()
    let moves = try Decision(history: history, policies: policies, act: context.act).preview(severity: severity)
    if dryRun || !yes {
      if options.json {
        Output.json(.list(moves.map { $0.json }))
      } else {
        MoveTable(moves: moves, zone: context.session.zone).print()
      }
    }
    if dryRun { return }
    guard try yes || Prompt.confirm("Change \(context.id) to \(severity)?", orSay: "--yes") else {
      Output.line("nothing changed")
      return
    }
    let command = Command.changeSeverity(to: severity, reason: reason?.nonEmpty)
    try context.report(try context.store.perform(command, on: context.id, act: context.act), json: options.json)
  }
}

/// Deadlines before and after, side by side.
struct MoveTable {
  let moves: [DeadlineMove]
  let zone: Zone

  func print() {
    Output.table(
      moves.map { move in
        [
          "  \(move.label)", move.before.target?.description ?? "-", side(move.before),
          move.after.target?.description ?? "-", side(move.after), move.moves ? "" : "stays",
        ]
      }, header: ["  clock", "target", "before", "target", "after", ""])
  }

  private func side(_ side: DeadlineMove.Side) -> String {
    guard let state = side.state else { return "none" }
    let deadline = side.deadline?.words(in: zone) ?? "-"
    return state == .running ? deadline : "\(deadline) (\(state.rawValue))"
  }
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
}
