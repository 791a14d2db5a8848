/// What a console asks of a store to act on many escalations after a look. See ``EscalationStoring``.
public protocol BulkStoring: Sendable {
  /// Several acts in one transaction: all of them or none.
  ///
  /// - Parameter basis: the newest act on each record when it was looked at; a newer one makes all of it fail with
  ///   ``Refusal/overtaken``.
  func perform(_ acts: [(EscalationID, Command, Act)], asOf basis: [EscalationID: Int64]) throws -> [Performed]
}
