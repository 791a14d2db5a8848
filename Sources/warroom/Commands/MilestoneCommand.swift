import ArgumentParser
import EscalationDomain
import Interchange

struct MilestoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "milestone", abstract: "The steps of a corrective action plan; a due time is a clock.",
    subcommands: [
      Listing.self, Add.self, Change.self, Shift.self, Start.self, Done.self, Drop.self, Reopen.self, Place.self,
    ])

  struct Add: ActVerb {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a milestone.")
    @OptionGroup var act: ActOptions
    @Argument(help: "What is to be reached.") var title: String
    @Option(help: "corrective, preventive or detective.") var kind: Milestone.Kind = .corrective
    @Option(help: "Who brings it about; “me” is you.") var owner: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("From when on.", valueName: "time")) var start: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("By when.", valueName: "time")) var due: String?
    @Option(help: "Milestones that must be over first: M1,M2; may be given more than once.") var after: [String] = []
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try perform { context in
        let times = try context.times()
        return .plan(
          .add(
            MilestonePlan(
              title: title, kind: kind, owner: owner.flatMap { Owner.named($0, actor: context.session.actor) },
              start: try start.map { try times.ahead($0, as: "start") },
              due: try due.map { try times.by($0, as: "due") }, after: after.ids)))
      }
    }
  }

  struct Change: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "change", abstract: "Change what a milestone is, who owns it or what it waits for.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The milestone's id, as milestone list shows it.") var milestone: String
    @Option(help: "What is to be reached.") var title: String?
    @Option(help: "corrective, preventive or detective.") var kind: Milestone.Kind?
    @Option(help: "Who brings it about; “me” is you, “nobody” takes it back.") var owner: String?
    @Option(
      help: "Milestones that must be over first: M1,M2; may be given more than once, and replaces all; “none” for none."
    )
    var after: [String] = []
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try perform { context in
        .plan(
          .change(
            milestone,
            MilestoneChange(
              title: title, kind: kind,
              owner: owner.map { Owner.named($0, actor: context.session.actor) ?? "" },
              after: after.isEmpty ? nil : after.ids.filter { $0 != "none" })))
      }
    }
  }

  struct Shift: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "shift",
      abstract: "Move a due time, and with it what depends on it, after showing every time before and after.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The milestone's id, as milestone list shows it.") var milestone: String
    @Argument(help: "The new due time; “none” for no fixed one.") var time: String
    @Flag(help: "Leave those that depend on it where they are.") var alone = false
    @Option(help: "Why.") var reason: String?
    @Flag(help: "Move it without asking.") var yes = false
    @Flag(name: .customLong("dry-run"), help: "Only show what would move.") var dryRun = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      if act.json, !yes, !dryRun { throw CommandFailure(.usage, "--json asks nothing; say --yes or --dry-run") }
      // The time that was looked at is the time that is meant: “+1d” counts from the look.
      var asked: Instant??
      if !yes {
        var agreed = false
        try carryOut(changing: !dryRun) { context in
          let due = try due(context)
          asked = .some(due)
          let decision = try context.decision()
          let shifts = try decision.preview(shift: milestone, due: due, withDependents: !alone)
          try show(shifts, context)
          agreed =
            try !dryRun && Prompt.confirm("\(context.id): move \(shifts.count == 1 ? "it" : "them")?", orSay: "--yes")
        }
        guard agreed else { return dryRun ? () : Output.line("nothing changed") }
      }
      try perform { context in
        .plan(.shift(milestone, due: try asked ?? due(context), withDependents: !alone, reason: reason))
      }
    }

    private func due(_ context: ActContext) throws -> Instant? {
      time == "none" ? nil : try context.times().by(time, as: "due")
    }

    private func show(_ shifts: [MilestoneShift], _ context: ActContext) throws {
      let plan = try context.record().record.work.plan
      if act.json { return Output.json(.list(shifts.map { EscalationJSON.shift($0, in: plan) })) }
      let zone = context.session.zone
      func word(_ time: Instant?) -> String { time?.words(in: zone) ?? "no fixed time" }
      Output.table(
        shifts.map { shift in
          let old = plan.milestone(shift.id)?.milestone
          return ["  \(shift.id)", old?.title ?? "", word(old?.due), word(shift.due)]
        }, header: ["  id", "milestone", "before", "after"])
    }
  }

  struct Start: ActVerb {
    static let configuration = CommandConfiguration(commandName: "start", abstract: "Record that it is under way.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The milestone's id, as milestone list shows it.") var milestone: String
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .plan(.start(milestone)) } }
  }

  struct Done: ActVerb {
    static let configuration = CommandConfiguration(commandName: "done", abstract: "Record that it is reached.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The milestone's id, as milestone list shows it.") var milestone: String
    @Option(help: "What shows it.") var evidence: String?
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .plan(.finish(milestone, evidence: evidence)) } }
  }

  struct Drop: ActVerb {
    static let configuration = CommandConfiguration(commandName: "drop", abstract: "Decide that it is not pursued.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The milestone's id, as milestone list shows it.") var milestone: String
    @Option(help: "Why not.") var reason: String
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .plan(.drop(milestone, reason: reason)) } }
  }

  struct Reopen: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "reopen", abstract: "Take one up again that was reached or dropped.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The milestone's id, as milestone list shows it.") var milestone: String
    @Option(help: "Why.") var reason: String?
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .plan(.reopen(milestone, reason: reason)) } }
  }

  struct Place: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "place", abstract: "Put it at another place in the order.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The milestone's id, as milestone list shows it.") var milestone: String
    @Argument(help: "Its place, counted from 1.") var place: Int
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .plan(.place(milestone, at: place)) } }
  }
}

extension Milestone.Kind: ExpressibleByArgument {}

extension [String] {
  /// Several ids, given one by one or with commas between them.
  fileprivate var ids: [String] {
    flatMap { $0.split { $0 == "," || $0 == ";" || $0.isWhitespace } }.map(String.init)
  }
}
