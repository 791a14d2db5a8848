import EscalationDomain

extension FakeStore: BulkStoring {
  func perform(_ acts: [(EscalationID, Command, Act)], asOf basis: [EscalationID: Int64]) throws -> [Performed] {
    for (id, newest) in basis where try history(of: id)?.newestAct != newest { throw Refusal.overtaken }
    return try perform(acts)
  }
}
