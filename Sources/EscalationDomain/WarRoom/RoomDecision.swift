/// Checks what a person does in a session of the war room.
public struct RoomDecision: Sendable {
  public let room: Room
  public let act: Act

  public init(room: Room, act: Act) {
    self.room = room
    self.act = act
  }

  /// - Parameter find: the id of an escalation as the log spells it; nil where there is none.
  /// - Returns: the fact as it is written down.
  public func decide(
    _ fact: RoomFact, why: String?, find: (EscalationID) throws -> EscalationID?
  ) throws -> (RoomFact, why: String?) {
    guard act.occurred <= act.now else { throw Refusal.inTheFuture(act.occurred) }
    if let last = room.log.entries.last?.occurred, act.occurred < last { throw Refusal.laterActExists(last) }
    try checkTexts(fact, why)
    let why = why?.nonEmpty
    let fact = try fact.naming { id in
      guard let known = try find(id) else { throw Refusal.noSuchOnAgenda(id) }
      return known
    }
    switch fact {
    case .skipped(let id):
      try requireNotOver()
      if room.skipped[id] != nil { throw Refusal.nothingToChange }
      try requireOnAgenda(id)
      guard why != nil else { throw Refusal.reasonRequired }
    case .added(let id):
      try requireNotOver()
      if room.skipped[id] == nil, room.added[id] != nil || room.agenda.contains(id) { throw Refusal.nothingToChange }
      guard why != nil else { throw Refusal.reasonRequired }
    case .unskipped(let id):
      try requireNotOver()
      if room.skipped[id] == nil { throw Refusal.nothingToChange }
    case .pinned(let id):
      try requireNotOver()
      if room.pinned.contains(id) { throw Refusal.nothingToChange }
      try requireOnAgenda(id)
    case .unpinned(let id):
      try requireNotOver()
      if !room.pinned.contains(id) { throw Refusal.nothingToChange }
    case .ordered(let ids):
      try requireNotOver()
      for id in ids { try requireOnAgenda(id) }
    case .timeboxed, .attended, .roleTaken: try requireNotOver()
    case .noted(let text):
      try requireNotOver()
      guard let text = text.nonEmpty else { throw Refusal.textRequired("a note") }
      return (.noted(text), why)
    case .started(let start): try check(start)
    case .driven(let console):
      try requireRunning()
      guard console.nonEmpty != nil else { throw Refusal.textRequired("a console") }
      if room.isDriven(by: act.actor, on: console) { throw Refusal.nothingToChange }
    case .entered(let id):
      try requireRunning()
      if room.current == id { throw Refusal.nothingToChange }
      try requireOnAgenda(id)
    case .left:
      try requireRunning()
      if room.current == nil { throw Refusal.nothingToChange }
    case .adjourned: try requireRunning()
    case .continued:
      try requireNotOver()
      guard case .adjourned = room.condition else { throw Refusal.roomNotAdjourned(room.id) }
    case .ended:
      try requireNotOver()
      guard room.started != nil else { throw Refusal.roomNotStarted(room.id) }
    case .takenBack(let entry):
      try requireNotOver()
      try room.log.check(takingBack: entry)
    }
    return (try tidy(fact), why)
  }

  private func check(_ start: RoomStart) throws {
    try requireNotOver()
    if let started = room.started { throw Refusal.roomStarted(room.id, since: started.at) }
    try check(start.timebox)
  }

  private func check(_ box: RoomTimebox) throws {
    guard RoomTimebox.range.contains(box.each), RoomTimebox.range.contains(box.all) else {
      throw Refusal.timeboxOutOfRange
    }
  }

  private func tidy(_ fact: RoomFact) throws -> RoomFact {
    switch fact {
    case .attended(var attendance):
      guard let name = attendance.name.nonEmpty else { throw Refusal.textRequired("a name") }
      attendance.name = name
      if room.attendance.contains(attendance) { throw Refusal.nothingToChange }
      return .attended(attendance)
    case .roleTaken(let role, let person):
      guard let role = role.nonEmpty else { throw Refusal.textRequired("a role") }
      let known = room.roles.keys.first { $0.isSameName(as: role) } ?? role
      if room.roles[known] == person?.nonEmpty { throw Refusal.nothingToChange }
      return .roleTaken(role: known, by: person?.nonEmpty)
    case .timeboxed(let box):
      try check(box)
      if room.timebox == box { throw Refusal.nothingToChange }
      return fact
    case .ordered(let ids):
      if ids.isEmpty || room.order == ids { throw Refusal.nothingToChange }
      return fact
    default: return fact
    }
  }

  /// Before the start whatever is open may be there; from then on the agenda stands.
  private func requireOnAgenda(_ id: EscalationID) throws {
    guard room.started == nil || room.agenda.contains(id) else { throw Refusal.notOnAgenda(id, room.id) }
  }

  private func requireNotOver() throws {
    if let ended = room.ended { throw Refusal.roomIsOver(room.id, at: ended) }
  }

  private func requireRunning() throws {
    try requireNotOver()
    switch room.condition {
    case .planned: throw Refusal.roomNotStarted(room.id)
    case .adjourned: throw Refusal.roomAdjourned(room.id)
    case .running, .ended: break
    }
  }

  private func checkTexts(_ fact: RoomFact, _ why: String?) throws {
    if let text = (fact.texts + [act.actor, why].compactMap { $0 }).first(where: { $0.utf8.contains(0) }) {
      throw Refusal.unreadableText(text)
    }
  }
}

extension RoomDecision {
  /// The same for several in a row, each on the ground of those before it. What stands already is left out of several;
  /// all or none are written down.
  ///
  /// - Throws: the ``Refusal`` of the first that may not be; `nothingToChange` where all stand.
  public static func decide(
    _ facts: [RoomFact], of room: Room, act: Act, why: String?, find: (EscalationID) throws -> EscalationID?
  ) throws -> [(fact: RoomFact, why: String?)] {
    var room = room
    var decided: [(fact: RoomFact, why: String?)] = []
    for fact in facts {
      do {
        decided.append(try RoomDecision(room: room, act: act).decide(fact, why: why, find: find))
      } catch Refusal.nothingToChange where facts.count > 1 {
        continue
      }
      guard let last = decided.last else { continue }
      let number = (room.log.entries.map(\.sequence).max() ?? 0) + 1
      let entry = RegisterEntry(
        sequence: number, occurred: act.occurred, recorded: act.now, actor: act.actor, why: last.why, fact: last.fact)
      room = Room(room.id, RegisterLog(room.log.entries + [entry]))
    }
    if decided.isEmpty { throw Refusal.nothingToChange }
    return decided
  }
}

extension RoomFact {
  fileprivate var texts: [String] {
    switch self {
    case .driven(let console): [console]
    case .attended(let attendance): [attendance.name]
    case .roleTaken(let role, let person): [role, person].compactMap { $0 }
    case .noted(let text): [text]
    default: []
    }
  }
}
