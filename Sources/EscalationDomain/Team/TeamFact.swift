/// What the team agreed about itself, by playbook: who fills the lines of its contact matrix, and whom it governs. A case
/// is never renamed once released: its name is its spelling in the register.
public enum TeamFact: Hashable, Sendable, Codable {
  case slotFilled(slot: String, by: Contact)
  case slotCleared(slot: String)
  /// New escalations of these open under the playbook, unless somebody says otherwise.
  case assigned(PlaybookScope)
  case unassigned(PlaybookScope)
  /// See ``RegisterFact``.
  case takenBack(entry: Int64)
}

/// Whose escalations a playbook governs.
public enum PlaybookScope: Hashable, Sendable, Codable {
  case account(String)
  case segment(String)

  public var name: String {
    switch self {
    case .account(let name), .segment(let name): name
    }
  }

  /// The same whatever the case it is written in.
  var folded: PlaybookScope {
    switch self {
    case .account(let name): .account(name.lowercased())
    case .segment(let name): .segment(name.lowercased())
    }
  }

  /// `account Acme`, `segment SMB`.
  public var words: String {
    switch self {
    case .account(let name): "account \(name)"
    case .segment(let name): "segment \(name)"
    }
  }
}
