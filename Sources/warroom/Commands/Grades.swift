import ArgumentParser
import EscalationDomain
import Interchange

/// A verb that changes a grade, after showing every deadline before and after.
protocol GradeVerb: ActVerb {
  var yes: Bool { get }
  var dryRun: Bool { get }
  /// What is asked before it is done, behind the escalation's id.
  var question: String { get }
  var command: Command { get }
  func preview(_ decision: Decision) throws -> [DeadlineMove]
}

extension GradeVerb {
  func change() throws {
    if act.json, !yes, !dryRun { throw CommandFailure(.usage, "--json asks nothing; say --yes or --dry-run") }
    if !yes {
      var agreed = false
      try carryOut(changing: !dryRun) { context in
        let decision = try context.decision()
        let moves = try preview(decision)
        // What would be refused afterwards is refused before anybody is asked.
        if !dryRun { _ = try decision.decide(command) }
        show(moves, context.session)
        agreed = try !dryRun && Prompt.confirm("\(context.id): \(question)?", orSay: "--yes")
      }
      guard agreed else { return dryRun ? () : Output.line("nothing changed") }
    }
    try perform { _ in command }
  }

  private func show(_ moves: [DeadlineMove], _ session: Session) {
    if act.json {
      Output.json(.list(moves.map(\.json)))
    } else {
      MoveTable(moves: moves, zone: session.zone, now: session.now).print()
    }
  }
}

struct ChangeSeverity: GradeVerb {
  static let configuration = CommandConfiguration(
    commandName: "severity", abstract: "Change the severity, after showing every deadline before and after.")
  @OptionGroup var act: ActOptions
  @Argument(help: "The new severity, as the playbook names it.") var severity: String
  @Option(help: "Why.") var reason: String?
  @Flag(help: "Change it without asking.") var yes = false
  @Flag(name: .customLong("dry-run"), help: "Only show what would move.") var dryRun = false
  @OptionGroup var global: GlobalOptions

  var question: String { "change the severity to \(severity)" }
  var command: Command { .changeSeverity(to: severity, reason: reason) }
  func preview(_ decision: Decision) throws -> [DeadlineMove] { try decision.preview(severity: severity) }
  func run() throws { try change() }
}

struct EnterLevel: GradeVerb {
  static let configuration = CommandConfiguration(
    commandName: "level", abstract: "Enter a level, after showing every deadline before and after.")
  @OptionGroup var act: ActOptions
  @Argument(help: "The level, as the playbook names it.") var level: String
  @Option(help: "Why.") var reason: String?
  @Flag(help: "Enter it without asking.") var yes = false
  @Flag(name: .customLong("dry-run"), help: "Only show what would move.") var dryRun = false
  @OptionGroup var global: GlobalOptions

  var question: String { "enter level \(level)" }
  var command: Command { .enterLevel(level, reason: reason) }
  func preview(_ decision: Decision) throws -> [DeadlineMove] { try decision.preview(level: level) }
  func run() throws { try change() }
}

struct EnterStage: GradeVerb {
  static let configuration = CommandConfiguration(
    commandName: "stage",
    abstract: "Enter a stage by a person's judgment, after showing every deadline before and after.")
  @OptionGroup var act: ActOptions
  @Argument(help: "The stage, as the playbook names it.") var stage: String
  @Option(help: "Why; without it only --dry-run works.") var reason: String?
  @Flag(help: "Enter it without asking.") var yes = false
  @Flag(name: .customLong("dry-run"), help: "Only show what would move.") var dryRun = false
  @OptionGroup var global: GlobalOptions

  var question: String { "enter stage \(stage)" }
  var command: Command { .enterStage(stage, reason: reason) }
  func preview(_ decision: Decision) throws -> [DeadlineMove] { try decision.preview(stage: stage) }
  func run() throws { try change() }
}
