import ArgumentParser
import EscalationDomain
import Interchange

struct HypothesisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hypothesis", abstract: "What is held to be the cause, and what is done about it.",
    subcommands: [Listing.self, State.self, Menu.self])

  struct Listing: WorkList {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List what was stated, newest first; the newest holds.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try list(
        \.hypotheses, json: { found, _ in EscalationJSON.hypotheses(found.record) }, ifNone: "has no hypothesis yet")
    }
  }

  struct State: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "state",
      abstract: "State the cause; an entry of the playbook's menu brings its first action along, as a task.")
    @OptionGroup var act: ActOptions
    @Argument(help: "An entry of the menu, as hypothesis menu shows it.") var hypothesis: String?
    @Option(help: "The cause, in a sentence; by default the menu's.") var cause: String?
    @Option(help: "What is done about it; by default the menu's first action.") var intervention: String?
    @Option(help: "Who does it; by default the escalation's owner.") var owner: String?
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("By when; by default when the first action is due.", valueName: "time"))
    var by: String?
    @Option(help: "How it will show that it worked.") var success: String?
    @Option(help: "The competitor, where the customer weighs one.") var competitor: String?
    @Flag(name: .customLong("no-task"), help: "Add no task for the menu's first action.") var noTask = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      guard hypothesis != nil || cause != nil else {
        throw CommandFailure(.usage, "name an entry of the menu, or say the cause with --cause")
      }
      try performAll { context in
        let statement = HypothesisStatement(
          hypothesis: hypothesis, cause: cause ?? "", intervention: intervention,
          owner: owner.flatMap { Owner.named($0, actor: context.session.actor) },
          deadline: try by.map { try context.times().by($0, as: "deadline") }, success: success?.nonEmpty,
          competitor: competitor?.nonEmpty)
        return try context.decision().stating(statement, addsAction: !noTask)
      }
    }
  }

  struct Menu: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "menu", abstract: "Show the playbook's hypotheses, each with its first action.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let found = try FoundRecord(id, global)
      let view = WorkView(found.record, policy: found.policy, now: found.session.now)
      let decision = Decision(
        history: found.history, policies: found.policies,
        act: Act(actor: found.session.actor, now: found.session.now))
      let menu = try view.playbook.hypotheses.map { ($0, try decision.due(of: $0)) }
      let likely = view.likelyHypothesis?.id
      if json {
        Output.json(.list(menu.map { HypothesisCommand.json($0, due: $1, isLikely: $0.id == likely) }))
      } else if menu.isEmpty {
        Output.line(Output.visible("playbook \(found.record.playbook) has no hypotheses to choose from"))
      } else {
        Output.table(
          menu.map { entry, due in
            [
              "  \(entry.id)", entry.label, entry.action,
              due.map { "by \($0.words(in: found.session.zone))" } ?? "", entry.id == likely ? "likely" : "",
            ]
          }, header: ["  id", "hypothesis", "first action", "", ""])
      }
    }
  }

  private static func json(_ entry: Hypothesis, due: Instant?, isLikely: Bool) -> JSONValue {
    .object([
      "id": .text(entry.id), "label": .text(entry.label), "action": .text(entry.action), "due": .maybe(entry.due),
      "deadline": .maybe(due), "dimension": .maybe(entry.dimension), "likely": .bool(isLikely),
    ])
  }
}
