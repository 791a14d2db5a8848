import EscalationDomain

/// What takes an entry of the People pane away.
enum PeopleRemoval: Hashable {
  case perform(Command)
  case write(RegisterAct)

  func effect(on id: EscalationID) -> Effect {
    switch self {
    case .perform(let command): .perform(command, on: id)
    case .write(let act): .write(act, for: id)
    }
  }
}

/// A form that a key asks for, or why there is none, as a clause.
enum PeopleAsk: Hashable {
  case form(Form.Kind)
  case none(String)
}

extension PeopleItem {
  /// What enter asks for. What the rules would refuse is not offered.
  var takenUp: PeopleAsk {
    switch what {
    case .contact, .newContact: .form(.contact)
    case .notice(let duty, _): duty.state == .open ? .form(.told) : .none("that is on record")
    case .role: .form(.role)
    case .executive: .form(.reached)
    case .missingExecutive, .newExecutive: .form(.executive)
    case .line: .form(.slot)
    }
  }

  /// What changes the details of whoever is on the line.
  var changed: PeopleAsk {
    switch what {
    case .contact: .form(.contact)
    case .executive: .form(.executive)
    case .line: .form(.slot)
    case .role: .form(.role)
    case .notice, .newContact, .newExecutive, .missingExecutive: .none("there is nobody on this line to change")
    }
  }

  /// Why nothing can be taken away here; nil where it can.
  var mustStay: String? {
    switch what {
    case .contact, .executive: nil
    case .notice(let duty, _): duty.state == .open ? nil : "that is on record"
    case .role(_, let person): person == nil ? "nobody has it" : nil
    case .line(let line): line.filled == nil ? "nobody fills it" : nil
    case .newContact, .newExecutive, .missingExecutive: "there is nobody on this line"
    }
  }

  /// What takes it away once that was confirmed; nil where it asks for a reason instead.
  ///
  /// - Parameter account: whose executive it is.
  func removal(account: String) -> PeopleRemoval? {
    switch what {
    case .contact(let contact): .perform(.removeContact(name: contact.name))
    case .role(let role, _): .perform(.giveRole(role, to: nil))
    case .executive(let executive, _):
      .write(.account(.executiveRemoved(name: executive.contact.name), account: account))
    case .line(let line): .write(.team(.slotCleared(slot: line.slot.id), playbook: line.playbook))
    case .notice, .newContact, .newExecutive, .missingExecutive: nil
    }
  }

  /// What taking it away means.
  var farewell: String {
    switch what {
    case .contact: "It is no longer a contact of this escalation; U brings it back."
    case .role(_, let person): "\(person ?? "Nobody") no longer has the role."
    case .executive: "It goes from the account's executives; the register keeps what was."
    case .line(let line): "\(line.filled?.contact.name ?? "Nobody") no longer fills the line."
    case .notice, .newContact, .newExecutive, .missingExecutive: ""
    }
  }
}
