import EscalationDomain
import Screen
import Testing

@testable import Console

/// Stands between a console and its store and looks at everything that is asked and written: nothing but what the keys'
/// commands give, once, by whoever sits there, and after a yes where a look comes first.
final class Witness {
  let store: FakeStore
  let access: Access
  /// How often each kind of effect wrote something.
  private(set) var writes: [String: Int] = [:]
  /// The commands that wrote something.
  private(set) var commands: Set<String> = []
  /// How often something was written from each form.
  private(set) var saved: [Form.Kind: Int] = [:]
  /// Those that wait for the store.
  private var saving: [Effect: Form.Kind] = [:]

  init(_ store: FakeStore, _ access: Access) { (self.store, self.access) = (store, access) }

  /// What came of a message.
  ///
  /// - Parameters:
  ///   - scope: who had the keys before it.
  ///   - form: the kind of form that was open.
  ///   - waiting: what the store has still to do.
  func asked(
    _ effects: [Effect], by message: Message, in scope: ConsoleCommand.Scope, _ form: Form.Kind?, _ now: Instant,
    waiting: [Effect]
  ) {
    let writing = effects.filter(\.writes)
    let goesOut = effects.contains { if case .postMessage = $0 { true } else { false } }
    guard !writing.isEmpty || goesOut else { return }
    #expect(access == .full, "somebody who only looks: \(writing)")
    #expect(writing.count + (goesOut ? 1 : 0) == 1, "one key, one act: \(writing)")
    let isAsked = scope == .confirmation
    switch message {
    case .keyPressed(.character("y")) where isAsked, .keyPressed(.mouse) where isAsked:
      break
    case .keyPressed:
      #expect(!goesOut, "sent without a yes")
      for effect in writing { #expect(!wantsYes(effect, now), "without a yes: \(effect)") }
    case .messagePosted:
      // What was sent is logged; the yes was to the sending.
      for effect in writing { #expect(isLogging(effect), "\(effect)") }
    default: Issue.record("no key, but \(writing)")
    }
    for effect in writing {
      #expect(!waiting.contains(effect), "twice: \(effect)")
      if let form {
        fits(effect, form, now)
        saving[effect] = form
      }
    }
  }

  /// Does what the store is asked, and compares what was written with what the rules give.
  func perform(_ effect: Effect, actor: String, now: Instant) throws -> Message? {
    guard effect.writes else {
      let before = store.written
      let answer = effect.answer(from: store, actor: actor, now: now)
      #expect(store.written == before, "reading wrote: \(effect)")
      return answer
    }
    let act = Act(actor: actor, now: now)
    let before = store.copy()
    let answer = effect.answer(from: store, actor: actor, now: now)
    let form = saving.removeValue(forKey: effect)
    switch answer {
    case .failed, .bulkPreviewed:
      #expect(store.written == before.written, "a failure wrote: \(effect)")
    default:
      try compare(effect.expected(before, act), before, act, effect)
      writes[name(effect), default: 0] += 1
      if let form { saved[form, default: 0] += 1 }
      commands.formUnion(try effect.commands(before, act).map { name($0.command) })
    }
    return answer
  }

  private func compare(_ expected: Expected, _ before: FakeStore, _ act: Act, _ effect: Effect) throws {
    var acts: [EscalationID: [Draft]] = [:]
    for history in store.histories() {
      guard let id = history.events.first?.escalation else { continue }
      let old = try before.history(of: id)?.events ?? []
      #expect(Array(history.events.prefix(old.count)) == old, "\(id): what was there is another")
      let new = history.events.dropFirst(old.count)
      if new.isEmpty { continue }
      for event in new {
        #expect(event.actor == act.actor && event.recorded == act.now, "\(event)")
        #expect(event.source == .derived || event.occurred == act.now, "\(event)")
      }
      // What time brought about is no act, and says so.
      acts[old.isEmpty ? Expected.new : id] = new.filter { $0.source != .derived }.map(Draft.init)
    }
    #expect(acts == expected.acts, "\(effect)")
    let (old, new) = (before.registers.state.withLock { $0 }, store.registers.state.withLock { $0 })
    let risks = new.risks.flatMap { id, entries in entries.dropFirst(old.risks[id]?.count ?? 0) }
    let accounts = new.accounts.flatMap { name, entries in entries.dropFirst(old.accounts[name]?.count ?? 0) }
    let team = new.team.dropFirst(old.team.count)
    let rooms = new.rooms.flatMap { id, entries in entries.dropFirst(old.rooms[id]?.count ?? 0) }
    #expect(rooms.map(\.fact) == expected.rooms, "\(effect)")
    #expect(rooms.allSatisfy { $0.actor == act.actor && $0.occurred == act.now })
    #expect(team.map(\.entry.fact) == expected.team, "\(effect)")
    #expect(accounts.map(\.fact) == expected.accounts, "\(effect)")
    if case .register(.promote) = effect {
      let opened = store.histories().last?.events.first?.escalation
      #expect(risks.map(\.fact) == opened.map { [.promoted($0)] })
    } else {
      #expect(risks.map(\.fact) == expected.risks, "\(effect)")
    }
    #expect((risks.map(\.actor) + accounts.map(\.actor) + team.map(\.entry.actor)).allSatisfy { $0 == act.actor })
  }

  /// What is not easily taken back, or touches many, is looked at first (DESIGN: nothing destructive on one key).
  private func wantsYes(_ effect: Effect, _ now: Instant) -> Bool {
    switch effect {
    case .undo, .open, .performBulk, .register(.promote): return true
    case .room(.write(let facts, _, _)):
      return facts.contains { if case .ended = $0 { true } else { false } }
    case .write(.account(.executiveRemoved, _), _): return true
    default:
      return asks(effect, now).contains { command in
        switch command {
        case .changeSeverity, .enterLevel, .enterStage, .resolve, .close, .cancel, .move, .undo, .redo, .send,
          .removeContact:
          true
        case .plan(.shift), .plan(.addOutline): true
        default: false
        }
      }
    }
  }

  /// The commands; those that depend on what a store says that is out of reach are left out.
  private func asks(_ effect: Effect, _ now: Instant) -> [Command] {
    ((try? effect.commands(store, Act(actor: "", now: now))) ?? []).map(\.command)
  }

  private func isLogging(_ effect: Effect) -> Bool {
    if case .perform(.send, _) = effect { true } else { false }
  }

  /// The command is one that the form is there for.
  private func fits(_ effect: Effect, _ form: Form.Kind, _ now: Instant) {
    guard let allowed = Witness.ofForm[form] else { return }
    for command in asks(effect, now) {
      #expect(allowed.contains(name(command)), "\(form): \(command)")
    }
  }

  /// What each form is there for.
  private static let ofForm: [Form.Kind: Set<String>] = [
    .acknowledge: ["acknowledge"], .update: ["update"], .note: ["note"], .assign: ["assign"],
    .severity: ["changeSeverity"], .level: ["enterLevel"], .stage: ["enterStage"], .pause: ["pause"],
    .resume: ["resume"], .resolve: ["resolve"], .close: ["close"], .task: ["addTask"],
    .hypothesis: ["stateHypothesis", "addTask"], .confirmed: ["confirmByCustomer"], .findings: ["amendResolution"],
    .role: ["giveRole"], .told: ["notify"], .path: ["callPath", "raisePath"], .raise: ["raisePath"],
    .override: ["overrideGate"], .contact: ["addContact"], .milestone: ["plan"], .changeMilestone: ["plan"],
    .shift: ["plan"], .finishMilestone: ["plan"], .dropMilestone: ["plan"], .planText: ["plan"], .metric: ["plan"],
    .exitCriteria: ["plan"], .lookDue: ["plan"], .finding: ["plan"], .signOff: ["plan"], .outline: ["plan"],
    .decision: ["takeDecision"], .blocker: ["raiseBlocker"], .review: ["decideItem", "check", "note"],
    .startRoom: [], .attendance: [], .timebox: [], .roomNote: [], .skipOnAgenda: [], .addToAgenda: [], .minutesFile: [],
    .move: ["move"], .reopen: ["reopen"], .cancel: ["cancel"], .slot: [], .executive: [], .open: [], .view: [],
  ]

  /// The name of a case.
  private func name(_ value: Any) -> String {
    if case Effect.register(let effect)? = value as? Effect { return "register: \(name(effect))" }
    if case Effect.room(let effect)? = value as? Effect { return "room: \(name(effect))" }
    return String(String(describing: value).prefix { $0 != "(" })
  }
}

extension Draft {
  init(_ event: Event) {
    self.init(
      occurred: event.occurred, actor: event.actor, why: event.why, source: event.source, fact: event.fact,
      isPart: event.isPart)
  }
}
