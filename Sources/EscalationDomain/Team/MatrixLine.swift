/// A line of a playbook's contact matrix with who fills it.
public struct MatrixLine: Hashable, Sendable {
  /// What one should know of a person to reach.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case name, phone, email
  }

  /// The playbook's id.
  public var playbook: String
  public var slot: ContactSlot
  public var filled: Team.Filled?

  public init(_ playbook: String, _ slot: ContactSlot, _ team: Team) {
    (self.playbook, self.slot) = (playbook, slot)
    filled = team.filled(slot.id, of: playbook)
  }

  /// What nobody wrote down yet, a name before the ways to reach it.
  public var missing: [Part] {
    guard let contact = filled?.contact else { return Part.allCases }
    return (contact.phone?.nonEmpty == nil ? [.phone] : []) + (contact.email?.nonEmpty == nil ? [.email] : [])
  }
}

extension Team {
  /// The contact matrix for records of a playbook: its own, and where it has none those of the other playbooks, for the
  /// people to go to are the same. O(lines).
  public func matrix(for playbook: String, policy: Policy) -> [MatrixLine] {
    func lines(_ id: String) -> [MatrixLine] {
      (policy.playbooks[id]?.value.contactMatrix ?? []).map { MatrixLine(id, $0, self) }
    }
    let own = lines(playbook)
    return own.isEmpty ? policy.playbooks.keys.sorted().flatMap(lines) : own
  }
}
