import ArgumentParser
import EscalationDomain
import Interchange

struct CapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cap", abstract: "The corrective action plan: what is wrong, what shall be, how it shows.",
    subcommands: [Showing.self, Writing.self, Outline.self, Verified.self, Reviewed.self, SignedOff.self])

  struct Showing: WorkList {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show the plan and its milestones.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let found = try FoundRecord(id, global)
      if json { return Output.json(EscalationJSON.cap(found.record, now: found.session.now)) }
      let text = PlanText(record: found.record, now: found.session.now, zone: found.session.zone)
      if text.isEmpty { return Output.line(Output.visible("\(found.record.id) has no plan yet")) }
      text.print()
    }
  }

  struct Writing: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "write", abstract: "Write parts of the plan down; what is not named stays, an empty text goes.")
    @OptionGroup var act: ActOptions
    @Option(help: "What is wrong.") var problem: String?
    @Option(help: "Why; it is the escalation's own root cause.") var rootCause: String?
    @Option(help: "What is to be so at the end.") var outcome: String?
    @Option(help: "What shows whether it works.") var metric: String?
    @Option(help: "The metric's value at the beginning.") var baseline: String?
    @Option(help: "The value it should have.") var target: String?
    @Option(help: "The value it has now.") var measured: String?
    @Option(name: .customLong("exit"), help: "A criterion for the end; may be given more than once, and replaces all.")
    var exit: [String] = []
    @Option(help: "Who verifies it.") var verifier: String?
    @Option(
      parsing: .unconditional, help: ArgumentHelp("By when it is verified; “none” for no time.", valueName: "time"))
    var verifyBy: String?
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("By when its effect is looked at again; “none” for no time.", valueName: "time"))
    var reviewBy: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let metric = SuccessMetric(name: metric, baseline: baseline, target: target, now: measured)
      let change = PlanChange(
        problem: problem, outcome: outcome, metric: metric == SuccessMetric() ? nil : metric,
        exitCriteria: exit.isEmpty ? nil : exit, verifier: verifier)
      try performAll { context in
        var commands: [Command] = []
        if change != PlanChange() || rootCause != nil { commands.append(.plan(.write(change, rootCause: rootCause))) }
        for (look, time) in [(PlanLook.verification, verifyBy), (.review, reviewBy)] {
          guard let time else { continue }
          let due = time == "none" ? nil : try context.times().by(time, as: look.rawValue)
          commands.append(.plan(.setLook(look, due: due)))
        }
        if commands.isEmpty { throw Refusal.nothingToChange }
        return commands
      }
    }
  }

  struct Outline: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "outline", abstract: "Put the milestones into the plan that the playbook proposes.")
    @OptionGroup var act: ActOptions
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .plan(.addOutline) } }
  }

  struct Verified: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "verified", abstract: "Record what verifying the plan found.")
    @OptionGroup var act: ActOptions
    @OptionGroup var finding: FindingOptions
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .plan(.look(finding.finding(.verification))) } }
  }

  struct Reviewed: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "reviewed", abstract: "Record what the effectiveness review found.")
    @OptionGroup var act: ActOptions
    @OptionGroup var finding: FindingOptions
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .plan(.look(finding.finding(.review))) } }
  }

  struct FindingOptions: ParsableArguments {
    @Flag(help: "It does not hold.") var fails = false
    @Option(help: "What was seen.") var note: String?

    func finding(_ look: PlanLook) -> PlanFinding { PlanFinding(look: look, holds: !fails, note: note) }
  }

  struct SignedOff: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "sign-off", abstract: "Record that the customer signed the plan off.")
    @OptionGroup var act: ActOptions
    @Option(help: "Who did.") var by: String
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .plan(.signOff(by: by)) } }
  }
}
