/// Where an import goes: staged piece by piece, seen by nobody, then made visible in one go, or not at all.
public protocol ImportDestination {
  /// The policy that newly opened escalations start under.
  var policy: Policy { get }
  /// What the log already holds of these escalations; ids it does not know are left out.
  func histories(of ids: [EscalationID]) throws -> [EscalationID: History]
  /// Takes the new events of some escalations, each escalation once in an import. They stay invisible.
  func stage(_ records: [ImportedRecord]) throws
  /// Makes all that was staged visible in one transaction.
  func publish() throws
  /// Forgets what was staged.
  func abandon() throws
}

/// The events an import found for one escalation and the log did not hold yet, in the order they occurred.
public struct ImportedRecord: Hashable, Sendable {
  public var id: EscalationID
  /// Whether the first of them opens it.
  public var isNew: Bool
  public var drafts: [Draft]

  public init(id: EscalationID, isNew: Bool, drafts: [Draft]) {
    self.id = id
    self.isNew = isNew
    self.drafts = drafts
  }
}
