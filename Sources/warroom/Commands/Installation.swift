import EscalationDomain
import EscalationStore
import Interchange

/// Installing policy: what moves is shown first, then it moves.
struct Installation {
  let texts: [PolicyText]
  let what: String
  let yes: Bool
  let dryRun: Bool
  let json: Bool

  func run(_ global: GlobalOptions) throws {
    if json, !yes, !dryRun { throw CommandFailure(.usage, "--json asks nothing; say --yes or --dry-run") }
    let session = try global.session()
    let store = try session.store()
    if session.isReadOnly, !dryRun { throw StoreFailure.readOnly(path: session.path) }
    let installed = try store.policyTexts()
    let news = texts.filter { text in
      !installed.contains { $0.kind == text.kind.rawValue && $0.id == text.id && $0.text == text.text }
    }
    if news.isEmpty { return report("\(what) is installed like that already; nothing changed", [], done: false, store) }
    if dryRun || !yes {
      let effects = try store.previewInstall(news, now: session.now)
      if !json { print(effects, session, done: false) }
      if dryRun { return json ? report("", effects, done: false, store) : () }
    }
    guard try yes || Prompt.confirm("Install \(what)?", orSay: "--yes") else { return Output.line("nothing changed") }
    let effects = try store.install(news, actor: session.actor, now: session.now)
    if yes, !json { print(effects, session, done: true) }
    report("installed \(what), policy edition \(try store.policies().current.edition)", effects, done: true, store)
  }

  private func report(_ sentence: String, _ effects: [PolicyEffect], done: Bool, _ store: SQLiteStore) {
    guard json else { return Output.line(Output.visible(sentence)) }
    let edition = try? store.policies().current.edition
    Output.json(
      .object([
        "installed": .bool(done), "edition": .maybe(edition.map(Int64.init)),
        "escalations": .list(
          effects.filter { !$0.moves.isEmpty }.map { effect in
            .object(["id": .text(effect.id.text), "moves": .list(effect.moves.map(\.json))])
          }),
      ]))
  }

  private func print(_ effects: [PolicyEffect], _ session: Session, done: Bool) {
    let moved = effects.filter { !$0.moves.isEmpty }
    for effect in moved {
      Output.line(Output.visible("\(effect.id)"))
      MoveTable(moves: effect.moves, zone: session.zone, now: session.now).print()
    }
    let deadlines = Output.count(moved.reduce(0) { $0 + $1.moves.count }, "open deadline")
    let verb = done ? "moved" : "would move"
    Output.line("\(deadlines) \(verb) on \(moved.count) of \(Output.count(effects.count, "escalation"))")
  }
}
