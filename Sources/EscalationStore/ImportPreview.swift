import EscalationDomain

/// A store that an import is tried against: it answers what is known and takes nothing.
public struct ImportPreview: ImportDestination {
  public let policy: Policy
  private let store: SQLiteStore

  public init(_ store: SQLiteStore) throws {
    self.store = store
    policy = try store.policies().current
  }

  public func histories(of ids: [EscalationID]) throws -> [EscalationID: History] { try store.histories(of: ids) }
  public func stage(_ records: [ImportedRecord]) throws {}
  public func publish() throws {}
  public func abandon() throws {}
}
