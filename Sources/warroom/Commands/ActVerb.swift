import ArgumentParser
import EscalationDomain
import EscalationStore

/// What every act on one escalation takes.
struct ActOptions: ParsableArguments {
  @Argument(help: "The escalation's id, as list shows it.")
  var id: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When it happened, if not now: 17:00, -20m, yesterday 15:00 …", valueName: "time"))
  var at: String?

  @Flag(help: "Answer with the record as JSON.")
  var json = false
}

/// A verb that acts on one escalation.
protocol ActVerb: ParsableCommand {
  var act: ActOptions { get }
  var global: GlobalOptions { get }
}

extension ActVerb {
  /// Carries a command out and says what came of it.
  func perform(_ make: (ActContext) throws -> Command) throws {
    try carryOut { context in
      let performed = try context.store.perform(try make(context), on: context.id, act: context.act)
      try context.report(performed, json: act.json)
    }
  }

  /// The same for several commands in one transaction: all of them or none.
  func performAll(_ make: (ActContext) throws -> [Command]) throws {
    try carryOut { context in
      let performed = try context.store.perform(try make(context).map { (context.id, $0, context.act) })
      guard let last = performed.last else { return }
      try context.report(Performed(record: last.record, events: performed.flatMap(\.events)), json: act.json)
    }
  }

  /// Runs an act; what a rule refuses is told with the escalation it is about.
  func carryOut(changing: Bool = true, _ body: (ActContext) throws -> Void) throws {
    let session = try global.session()
    do {
      try session.retrying(isDated: act.at != nil) { session in
        try body(try ActContext(act, session: session, changing: changing))
      }
    } catch {
      throw try CommandFailure(error, about: act.id, zone: session.zone)
    }
  }
}
