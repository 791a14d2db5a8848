import EscalationDomain
import GRDB

extension SQLiteStore {
  public func perform(_ command: Command, on id: EscalationID, act: Act) throws -> Performed {
    try write { db in try perform(command, on: id, act: act, db) }
  }

  public func perform(_ acts: [(EscalationID, Command, Act)]) throws -> [Performed] {
    try write { db in try perform(acts, db) }
  }

  func perform(_ acts: [(EscalationID, Command, Act)], _ db: Database) throws -> [Performed] {
    var begun: Set<EscalationID> = []
    return try acts.map { id, command, act in
      try perform(command, on: id, act: act, goesOn: !begun.insert(id).inserted, db)
    }
  }

  /// - Parameter goesOn: whether it belongs to the act that was written before it.
  func perform(
    _ command: Command, on id: EscalationID, act: Act, goesOn: Bool = false, _ db: Database
  ) throws -> Performed {
    guard let found = try find(id, db) else { throw StoreFailure.noSuchEscalation(id) }
    let policies = try policyBook(db)
    let events = EventTable(db: db)
    var history = try events.history(key: found.key, id: found.id)
    let settled = try settle(&history, of: found, policies: policies, now: act.now, db)
    // Only who passes a gate over must be somebody: for all else the register need not be read.
    var team: Team?
    if case .overrideGate = command { team = try self.team(now: act.occurred, db) }
    var drafts = try Decision(history: history, policies: policies, act: act, team: team).decide(command)
    if goesOn { for index in drafts.indices { drafts[index].isPart = true } }
    var added = try events.append(drafts, to: found.id, key: found.key, recorded: act.now)
    history = history.adding(added)
    if command.mayGoOn {
      let told = try tellMissed(history, of: found, policies: policies, now: act.now, db)
      history = history.adding(told)
      added += told
    }
    let brought = try settle(&history, of: found, policies: policies, now: act.now, db)
    let projected = try Projected(history, policies: policies, now: act.now)
    try Projection(db: db).write(projected, key: found.key, batch: found.batch)
    try sweep(db, policies: policies, now: act.now)
    return Performed(record: projected.record, events: settled + added + brought)
  }

  public func open(_ opening: Opening, id: EscalationID?, act: Act) throws -> Performed {
    try write { db in try open(opening, id: id, act: act, db) }
  }

  /// Several new escalations, with what was done about each since, in one transaction.
  public func open(_ stories: [Story]) throws {
    try write { db in
      for story in stories {
        let id = try open(story.opening, id: story.id, act: story.act, db).record.id
        for step in story.then { _ = try perform(step.command, on: id, act: step.act, db) }
      }
    }
  }

  /// - Parameter why: what speaks for opening it, where nobody gave a reason in words.
  func open(_ opening: Opening, id: EscalationID?, act: Act, why: String? = nil, _ db: Database) throws -> Performed {
    let policies = try policyBook(db)
    let draft = try Decision.open(opening, policy: policies.current, act: act, why: why)
    let id = try id ?? nextID(db)
    guard try !isTaken(id, db) else { throw StoreFailure.idTaken(id) }
    let key = try Projection(db: db).insert(id)
    var history = History(try EventTable(db: db).append([draft], to: id, key: key, recorded: act.now))
    let added = history.events
    let brought = try settle(
      &history, of: Found(key: key, id: id, batch: 0), policies: policies, now: act.now, db)
    let projected = try Projected(history, policies: policies, now: act.now)
    try Projection(db: db).write(projected, key: key, batch: 0)
    return Performed(record: projected.record, events: added + brought)
  }

  private func nextID(_ db: Database) throws -> EscalationID {
    while true {
      let number = try Int64.fetchOne(db, sql: "SELECT next_id FROM head") ?? 1
      try db.run("UPDATE head SET next_id = next_id + 1")
      let id = EscalationID("W-\(number)")
      if try !isTaken(id, db) { return id }
    }
  }

  /// Whether any escalation has the id, one that an import has yet to publish included.
  func isTaken(_ id: EscalationID, _ db: Database) throws -> Bool {
    var taken = false
    try db.eachRow("SELECT 1 FROM escalation WHERE id = ?", [id.text.databaseValue]) { _ in taken = true }
    return taken
  }

  /// Writes down what time brought about since the last write.
  func settle(
    _ history: inout History, of found: Found, policies: PolicyBook, now: Instant, _ db: Database
  ) throws -> [Event] {
    guard let record = try Escalation.replayIfOpened(history, policies: policies, now: now) else { return [] }
    let drafts = record.unstored(in: history)
    guard !drafts.isEmpty else { return [] }
    let events = try EventTable(db: db).append(drafts, to: found.id, key: found.key, recorded: now)
    history = history.adding(events)
    return events
  }

  /// A writer also stores what time brought to others, a few at a time, so that no single write grows long.
  func sweep(_ db: Database, policies: PolicyBook, now: Instant, atMost: Int = 20) throws {
    var due: [Found] = []
    try db.eachRow(
      """
      SELECT e.key, e.id, e.batch FROM board b JOIN escalation e ON e.key = b.escalation
      WHERE b.next_change < ?1 AND b.valid_from <= ?1 AND b.\(SQLiteStore.visible)
      ORDER BY b.next_change LIMIT ?2
      """, [now.seconds.databaseValue, atMost.databaseValue]
    ) { due.append(try Found($0)) }
    for found in due {
      // One damaged log must not keep everyone from writing to the others; the doctor tells of it.
      guard var history = try? EventTable(db: db).history(key: found.key, id: found.id),
        (try? Escalation.replayIfOpened(history, policies: policies, now: now)) != nil
      else { continue }
      _ = try settle(&history, of: found, policies: policies, now: now, db)
      try Projection(db: db).write(
        try Projected(history, policies: policies, now: now), key: found.key, batch: found.batch)
    }
  }
}
