import EscalationDomain
import GRDB

extension SQLiteStore: FilterFactsStoring {
  public func filterFacts(
    _ kinds: Set<FilterFacts.Kind>, of scope: ListQuery.Scope, now: Instant
  ) throws -> FilterFacts {
    try read { db in
      var facts = FilterFacts()
      facts.kinds = kinds
      if kinds.contains(.clocks) { facts.clocks = try openClocks(db, now: now) }
      if kinds.contains(.tags) { facts.tags = try tags(db, scope, now: now) }
      return facts
    }
  }

  private static let clockSelect = """
    SELECT escalation.key, escalation.id, \(Projection.list((["terms"] + ClockColumns.own).map { "clock.\($0)" }))
    FROM clock JOIN escalation ON escalation.key = clock.escalation
    WHERE escalation.valid_from <= ? AND escalation.\(visible)
    """

  /// As they are projected; of escalations whose next slot or period has passed since, or whose projection does not hold
  /// yet, as the log tells.
  func openClocks(_ db: Database, now: Instant) throws -> [EscalationID: [ClockCycle]] {
    let terms = try ClockColumns.Terms(db)
    var clocks: [EscalationID: [ClockCycle]] = [:]
    var stale: [Int64: EscalationID] = [:]
    try db.eachRow(SQLiteStore.clockSelect, [held(by: now)]) { row in
      guard let cycle = try ClockColumns.cycle(row, from: 2, terms) else { return }
      let id = EscalationID(try row.text(1))
      let isSlot = if case .slots = cycle.target { true } else { false }
      if isSlot || cycle.elapses, let deadline = cycle.deadline, deadline <= now { stale[try row.int(0)] = id }
      clocks[id, default: []].append(cycle)
    }
    try db.eachRow(
      "SELECT key, id FROM escalation WHERE valid_from > ? AND opened <= ? AND \(SQLiteStore.visible)",
      [held(by: now), now.seconds.databaseValue]
    ) { stale[try $0.int(0)] = EscalationID(try $0.text(1)) }
    guard !stale.isEmpty else { return clocks }
    let (policies, events) = (try policyBook(db), EventTable(db: db))
    for (key, id) in stale {
      let history = try events.history(key: key, id: id)
      let record = try Escalation.replayIfOpened(
        knownAt.map(history.known) ?? history, policies: policies, now: now)
      clocks[id] = record?.openClocks
    }
    return clocks
  }

  /// An opening's tags stand unless an amendment wrote others; only the logs that have such a one are read.
  private func tags(
    _ db: Database, _ scope: ListQuery.Scope, now: Instant
  ) throws -> [EscalationID: [String]] {
    // What has changed since may have been open then.
    let among =
      scope == .open
      ? "AND (escalation.valid_from > ? OR event.escalation IN (SELECT escalation FROM board))" : ""
    let since = scope == .open ? [held(by: now)] : []
    var tags: [EscalationID: [String]] = [:]
    try db.eachRow(
      """
      SELECT escalation.id, tag.value FROM event
      JOIN escalation ON escalation.key = event.escalation, json_each(event.fact, '$.opened._0.tags') AS tag
      WHERE substr(event.fact, 1, 9) = '{"opened"' AND escalation.\(SQLiteStore.visible) \(among)
      """, since
    ) { tags[EscalationID(try $0.text(0)), default: []].append(try $0.text(1)) }
    var amended: [Int64: EscalationID] = [:]
    try db.eachRow(
      """
      SELECT DISTINCT escalation.key, escalation.id FROM event
      JOIN escalation ON escalation.key = event.escalation
      WHERE substr(event.fact, 1, 10) = '{"amended"' AND json_type(event.fact, '$.amended._0.tags') = 'array'
        AND escalation.\(SQLiteStore.visible) \(among)
      """, since
    ) { amended[try $0.int(0)] = EscalationID(try $0.text(1)) }
    let events = EventTable(db: db)
    for (key, id) in amended {
      let history = try events.history(key: key, id: id)
      tags[id] = (knownAt.map(history.known) ?? history).until(now).tags
    }
    return tags
  }
}

extension History {
  /// As the last word on them stands.
  fileprivate var tags: [String] {
    var tags: [String] = []
    for event in effective {
      switch event.fact {
      case .opened(let opening): tags = opening.tags
      case .amended(let amendment): tags = amendment.tags ?? tags
      default: break
      }
    }
    return tags
  }
}
