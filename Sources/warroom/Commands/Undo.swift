import ArgumentParser
import EscalationDomain

/// Verbs that take an act back and do it again; the log keeps all of it.

struct Undo: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the newest act on an escalation; the log keeps both.")
  @OptionGroup var act: ActOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try carryOut { context in
      let taken = try context.record().history.undoableAct
      guard let newest = taken.last else { throw Refusal.nothingToUndo }
      try reverse(.undo(event: newest.sequence), taken, "took back", context)
    }
  }
}

struct Redo: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Do again what was taken back last on an escalation, unless somebody acted on it since.")
  @OptionGroup var act: ActOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try carryOut { context in
      let history = try context.record().history
      guard let undo = history.lastUndo.last else { throw Refusal.nothingToRedo }
      try reverse(.redo(event: undo.sequence), history.taken(by: history.lastUndo), "did again", context)
    }
  }
}

extension ActVerb {
  /// Carries it out and says what it was about, and whose that was.
  fileprivate func reverse(_ command: Command, _ events: [Event], _ what: String, _ context: ActContext) throws {
    let performed = try context.store.perform(command, on: context.id, act: context.act)
    if !act.json, let last = events.last {
      let zone = context.session.zone
      let facts = events.map { $0.fact.sentence(zone: zone) }.joined(separator: "; ")
      Output.line(
        Output.visible("\(context.id) \(what): \(facts) (\(last.actor), \(last.occurred.words(in: zone)))"))
    }
    try context.report(performed, json: act.json, told: true)
  }
}
