/// Checks what a person does in a session of the war room.
public struct RoomDecision: Sendable {
  public let room: Room
  public let act: Act

  public init(room: Room, act: Act) {
    self.room = room
    self.act = act
  }

  /// - Parameter isKnown: whether an escalation of that id is there.
  /// - Returns: the fact as it is written down.
  public func decide(
    _ fact: RoomFact, why: String?, isKnown: (EscalationID) throws -> Bool
  ) throws -> (RoomFact, why: String?) {
    guard act.occurred <= act.now else { throw Refusal.inTheFuture(act.occurred) }
    if let last = room.log.entries.last?.occurred, act.occurred < last { throw Refusal.laterActExists(last) }
    try checkTexts(fact, why)
    let why = why?.nonEmpty
    for id in fact.escalations where try !isKnown(id) { throw Refusal.noSuchOnAgenda(id) }
    switch fact {
    case .skipped(let id):
      try requireNotOver()
      if room.skipped[id] != nil { throw Refusal.nothingToChange }
      guard why != nil else { throw Refusal.reasonRequired }
    case .added(let id):
      try requireNotOver()
      if room.added[id] != nil, room.skipped[id] == nil { throw Refusal.nothingToChange }
      guard why != nil else { throw Refusal.reasonRequired }
    case .unskipped(let id):
      try requireNotOver()
      if room.skipped[id] == nil { throw Refusal.nothingToChange }
    case .pinned(let id):
      try requireNotOver()
      if room.pinned.contains(id) { throw Refusal.nothingToChange }
    case .unpinned(let id):
      try requireNotOver()
      if !room.pinned.contains(id) { throw Refusal.nothingToChange }
    case .ordered, .timeboxed, .attended, .roleTaken: try requireNotOver()
    case .noted(let text):
      guard let text = text.nonEmpty else { throw Refusal.textRequired("a note") }
      return (.noted(text), why)
    case .started(let start): try check(start)
    case .driven, .entered, .left: try requireRunning()
    case .adjourned: try requireRunning()
    case .continued:
      guard case .adjourned = room.condition else { throw Refusal.roomNotAdjourned(room.id) }
    case .ended:
      guard room.started != nil else { throw Refusal.roomNotStarted(room.id) }
      try requireNotOver()
    case .takenBack(let entry): try room.log.check(takingBack: entry)
    }
    return (try tidy(fact), why)
  }

  private func check(_ start: RoomStart) throws {
    try requireNotOver()
    guard room.started == nil else { throw Refusal.roomStarted(room.id) }
    try check(start.timebox)
  }

  private func check(_ box: RoomTimebox) throws {
    guard (1...480).contains(box.each), (1...480).contains(box.all) else { throw Refusal.timeboxOutOfRange }
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
      return fact
    case .ordered(let ids):
      guard Set(ids).count == ids.count else { throw Refusal.nothingToChange }
      return fact
    default: return fact
    }
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

extension RoomFact {
  /// Those that it names.
  var escalations: [EscalationID] {
    switch self {
    case .pinned(let id), .unpinned(let id), .skipped(let id), .unskipped(let id), .added(let id), .entered(let id):
      [id]
    case .ordered(let ids): ids
    case .started(let start): start.agenda
    case .driven, .left, .adjourned, .continued, .attended, .roleTaken, .timeboxed, .noted, .ended, .takenBack: []
    }
  }

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
