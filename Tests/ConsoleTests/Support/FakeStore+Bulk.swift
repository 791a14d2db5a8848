import EscalationDomain

extension FakeStore: BulkStoring {
  /// All or nothing: in a copy first.
  func perform(_ acts: [(EscalationID, Command, Act)], asOf basis: [EscalationID: Int64]) throws -> [Performed] {
    for (id, newest) in basis where try history(of: id)?.newestAct != newest { throw Refusal.overtaken }
    _ = try copy().perform(acts)
    return try perform(acts)
  }
}
