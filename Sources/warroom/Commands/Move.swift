import ArgumentParser
import EscalationDomain
import Interchange

struct Move: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Put an escalation under another playbook, after showing what is kept, what ends and what starts.")
  @OptionGroup var act: ActOptions
  @Argument(help: "The playbook's id.") var playbook: String
  @Option(help: "Severity there; by default the grade that stands where the present one does.") var severity: String?
  @Option(help: "Level there.") var level: String?
  @Option(help: "Stage there.") var stage: String?
  @Option(help: "Why; due where it goes straight to the last stage.") var reason: String?
  @Flag(help: "Move it without asking.") var yes = false
  @Flag(name: .customLong("dry-run"), help: "Only show what would happen.") var dryRun = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    if act.json, !yes, !dryRun { throw CommandFailure(.usage, "--json asks nothing; say --yes or --dry-run") }
    if !yes || dryRun {
      var agreed = false
      try carryOut(changing: !dryRun) { context in
        let (record, history, policies) = try context.record()
        let preview = try Decision(history: history, policies: policies, act: context.act).preview(move: move)
        if !dryRun, reason?.nonEmpty == nil, try Decision.isAssessed(preview.move, policies.current) {
          throw CommandFailure(.usage, "\(Dissent.lastStage(preview.move.stage ?? "").sentence); say why with --reason")
        }
        show(preview.move, preview.deadlines, of: record, context.session)
        agreed = try !dryRun && Prompt.confirm("Move \(context.id) to \(playbook)?", orSay: "--yes")
      }
      guard agreed else { return dryRun ? () : Output.line("nothing changed") }
    }
    try perform { _ in .move(move, reason: reason?.nonEmpty) }
  }

  private var move: PlaybookMove {
    // The edition is the one in force; the decision fills it in.
    PlaybookMove(playbook: playbook, edition: 0, severity: severity, level: level, stage: stage)
  }

  private func show(_ move: PlaybookMove, _ deadlines: [DeadlineMove], of record: Escalation, _ session: Session) {
    if act.json {
      return Output.json(
        .object([
          "playbook": .text(move.playbook), "severity": .maybe(move.severity), "level": .maybe(move.level),
          "stage": .maybe(move.stage), "from_playbook": .text(record.playbook),
          "from_severity": .maybe(record.severity), "from_level": .maybe(record.level),
          "from_stage": .maybe(record.stage),
          "deadlines": .list(deadlines.map { $0.json.adding(["effect": .text($0.effect.rawValue)]) }),
        ]))
    }
    Output.line(Output.visible(record.sentence(for: move)))
    MoveTable(moves: deadlines, zone: session.zone, now: session.now).print()
    for effect in DeadlineMove.Effect.allCases {
      let clocks = deadlines.filter { $0.effect == effect }.map(\.label)
      if !clocks.isEmpty { Output.line(Output.visible("  \(effect.words): \(clocks.joined(separator: ", "))")) }
    }
    Output.line("  stays as it is: \(DeadlineMove.untouched)")
  }
}
