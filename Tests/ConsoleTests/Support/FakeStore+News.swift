import EscalationDomain

extension FakeStore: NewsStoring {
  func news(after number: Int64, now: Instant) throws -> News {
    let new = histories().filter { $0.events.contains { $0.sequence > number } }
      .map { history in (history.events.lazy.map(\.sequence).filter { $0 > number }.min() ?? 0, history) }
    let records = try new.sorted { $0.0 < $1.0 }.compactMap {
      try NewsRecord($0.1, after: number, policies: policyBook, now: now)
    }
    let clocks = try self.records(now: now).map { ($0.id, $0.openClocks) }
    return News(
      through: try changeMark(), asOf: now, records: records,
      clocks: Dictionary(clocks.filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first }))
  }
}
