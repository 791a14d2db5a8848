import EscalationDomain

/// The team's contact matrix and its playbooks as JSON.
public enum TeamJSON {
  /// A line of a playbook's contact matrix; the name is null while nobody fills it.
  public static func slot(_ slot: ContactSlot, of playbook: String, _ filled: Team.Filled?) -> JSONValue {
    .object([
      "playbook": .text(playbook), "slot": .text(slot.id), "role": .text(slot.role),
      "name": .maybe(filled?.contact.name), "email": .maybe(filled?.contact.email),
      "phone": .maybe(filled?.contact.phone), "since": .maybe(filled?.stamp.at), "set_by": .maybe(filled?.stamp.by),
    ])
  }

  /// Whose escalations a playbook governs.
  public static func assignment(_ assignment: Team.Assignment) -> JSONValue {
    var account: String?
    var segment: String?
    switch assignment.scope {
    case .account(let name): account = name
    case .segment(let name): segment = name
    }
    return .object([
      "playbook": .text(assignment.playbook), "account": .maybe(account), "segment": .maybe(segment),
      "since": .maybe(assignment.stamp.at), "assigned_by": .text(assignment.stamp.by),
      "why": .maybe(assignment.stamp.why),
    ])
  }
}
