import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

/// A verb that writes something down about the session of the war room that goes on, or that comes next.
protocol RoomVerb: ParsableCommand {
  var json: Bool { get }
  var global: GlobalOptions { get }
}

/// One such act under way.
struct RoomContext {
  let session: Session
  let store: SQLiteStore
  let policies: PolicyBook
  let sessions: RoomSessions
  let times: Times

  init(_ session: Session) throws {
    self.session = session
    store = try session.store()
    policies = try store.policies()
    sessions = try store.sessions(around: session.now, zone: session.zone, policy: policies.current)
    times = Times(session: session, timeline: nil)
  }

  var room: Room { sessions.room }
  /// The session before it.
  var last: Room? { sessions.last }

  /// What a session of a date looks back and ahead to; none for one that starts now.
  func window(of date: LocalDate? = nil) -> RoomWindow {
    RoomWindow(now: session.now, date: date, zone: session.zone, last: last, policy: policies.current)
  }

  /// What it would talk about if it began now.
  ///
  /// - Parameter changed: the session as an act left it.
  func agenda(_ window: RoomWindow? = nil, of changed: Room? = nil) throws -> Agenda {
    let window = window ?? self.window(of: room.id.date)
    return try store.agenda(of: changed ?? room, in: window, policies: policies, now: session.now)
  }

  /// What people said of it, else what the playbooks on its agenda say.
  func timebox(_ agenda: Agenda? = nil) throws -> RoomTimebox {
    try room.timebox ?? RoomTimebox(for: agenda ?? self.agenda(), policy: policies.current)
  }
}

extension RoomVerb {
  /// Writes a fact down and says what came of it.
  func perform(_ make: (RoomContext) throws -> (RoomFact, why: String?)) throws {
    let session = try global.session()
    do {
      try session.retrying(isDated: false) { session in
        if session.isReadOnly { throw StoreFailure.readOnly(path: session.path) }
        let context = try RoomContext(session)
        let (fact, why) = try make(context)
        let act = Act(actor: session.actor, now: session.now)
        var id = context.room.id
        if case .started = fact, context.room.started == nil { id = context.sessions.starting }
        let room = try context.store.write(fact, in: id, why: why, act: act)
        context.times.echoes.print()
        let text = RoomText(room, zone: session.zone, now: session.now)
        if json {
          let coming = room.started == nil ? try context.agenda(of: room).items.map(\.id) : nil
          return Output.json(try text.json(context.store, agenda: coming))
        }
        let told = room.log.newest.map { entry in
          entry.fact.takesBack == nil
            ? entry.fact.sentence : "no longer counts: \(room.log.told(by: entry).fact.sentence)"
        }
        Output.line(Output.visible("\(room.id) " + (told ?? "") + text.place))
      }
    } catch let refusal as Refusal {
      throw CommandFailure(refusal.kind, refusal.sentence(zone: session.zone), refusal: refusal)
    }
  }

  func perform(_ fact: RoomFact, why: String? = nil) throws { try perform { _ in (fact, why) } }
}
