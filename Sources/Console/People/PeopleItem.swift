import EscalationDomain

/// One line of the People pane: somebody to reach, to tell, to name, or room for one.
public struct PeopleItem: ListedItem, Hashable, Sendable {
  public enum What: Hashable, Sendable {
    case contact(Contact)
    case newContact
    /// With the clock that runs until everyone was told.
    case notice(Obligation, due: Instant?)
    case role(String, to: String?)
    case executive(Executive, ExecutiveStanding)
    /// The account should have one and has none on record.
    case missingExecutive(ExecutiveContact.Role)
    case newExecutive
    case line(MatrixLine)
  }

  /// What an item is known by from one look to the next.
  public enum Name: Hashable, Sendable {
    case contact(String)
    case newContact
    case notice(stakeholder: String, channel: String?)
    case role(String)
    case executive(String)
    case missingExecutive(ExecutiveContact.Role)
    case newExecutive
    case line(playbook: String, slot: String)
  }

  public let what: What

  public var name: Name {
    switch what {
    case .contact(let contact): .contact(contact.name)
    case .newContact: .newContact
    case .notice(let duty, _): .notice(stakeholder: duty.stakeholder, channel: duty.channel)
    case .role(let role, _): .role(role)
    case .executive(let executive, _): .executive(executive.contact.name)
    case .missingExecutive(let role): .missingExecutive(role)
    case .newExecutive: .newExecutive
    case .line(let line): .line(playbook: line.playbook, slot: line.slot.id)
    }
  }

  /// It is settled or it is not.
  public var standing: Bool { isOpen }

  /// Whether it waits for somebody: to be told, reached, named or filled in.
  public var isOpen: Bool {
    switch what {
    case .contact, .newContact, .newExecutive: false
    case .notice(let duty, _): duty.state == .open
    case .role(_, let person): person == nil
    case .executive(_, let standing): standing.isStale
    case .missingExecutive: true
    case .line(let line): !line.missing.isEmpty
    }
  }

  /// The line of the Work pane that is about the same, for what both show.
  var work: WorkItem? {
    switch what {
    case .notice(let duty, _): WorkItem(what: .obligation(duty))
    case .role(let role, let person): WorkItem(what: .role(role, to: person))
    default: nil
    }
  }

  /// What it says, for the head of a form.
  var label: String {
    switch what {
    case .contact(let contact): contact.name
    case .newContact: "A new contact"
    case .notice, .role: work?.label ?? ""
    case .executive(let executive, _): "\(executive.contact.name), \(executive.contact.role.words)"
    case .missingExecutive(let role): "No \(role.words) on record"
    case .newExecutive: "A new executive contact"
    case .line(let line): "\(line.playbook) \(line.slot.id) · \(line.slot.role)"
    }
  }
}
