/// What opening by a signal asks of a store. See ``EscalationStoring``.
public protocol OpeningStoring: EscalationStoring {
  /// The same as without a reason.
  ///
  /// - Parameter why: the person's reason, due where another grade was chosen than the facts suggest.
  func open(_ opening: Opening, id: EscalationID?, why: String?, act: Act) throws -> Performed
}
