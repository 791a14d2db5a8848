import EscalationDomain

/// Sessions of the war room in memory, decided by the domain.
extension FakeStore: RoomStoring, RecordReading {
  func room(_ id: RoomID, now: Instant) throws -> Room {
    try check()
    let entries = registers.state.withLock { $0.rooms[id] ?? [] }
    return Room(id, RegisterLog(entries.filter { $0.occurred <= now }))
  }

  func rooms(atMost limit: Int, now: Instant) throws -> [RoomID] {
    try check()
    let rooms = registers.state.withLock { $0.rooms.filter { $0.value.contains { $0.occurred <= now } }.keys }
    return Array(rooms.sorted(by: >).prefix(limit))
  }

  func write(_ facts: [RoomFact], in id: RoomID, why: String?, act: Act) throws -> Room {
    let known = Set(histories().compactMap { $0.events.first?.escalation })
    let decided = try RoomDecision.decide(facts, of: room(id, now: .max), act: act, why: why) { id in
      known.first { $0.text.lowercased() == id.text.lowercased() }
    }
    let last = histories().flatMap { $0.events.map(\.sequence) }.max() ?? 0
    registers.state.withLock { state in
      for (fact, why) in decided {
        state.sequence += 1
        state.rooms[id, default: []].append(
          RegisterEntry(
            sequence: state.sequence, occurred: act.occurred, recorded: act.now, actor: act.actor, why: why,
            fact: fact.marked(through: last)))
      }
    }
    return try room(id, now: act.now)
  }

  func eachHistory(
    touching window: Range<Instant>, now: Instant, _ body: (History, PolicyBook) throws -> Void
  ) throws {
    try check()
    for history in histories() where history.events.contains(where: { $0.occurred <= now }) {
      try body(history, policyBook)
    }
  }

  /// What was written about sessions, in order.
  var roomFacts: [RoomFact] {
    registers.state.withLock { state in
      state.rooms.values.flatMap(\.self).sorted { $0.sequence < $1.sequence }.map(\.fact)
    }
  }
}
