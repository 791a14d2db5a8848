import EscalationDomain

extension ConsoleCommand {
  func opening(in model: Model) -> Availability {
    if case .readOnly(let reason) = model.access { return .unavailable(reason) }
    guard let policies = model.policies else { return .unavailable("the playbooks are still being read") }
    return policies.book.current.playbooks.isEmpty ? .unavailable("no playbook is installed") : .available
  }

  func reopening(of subject: Subject) -> Availability {
    if subject.status.isOpen { return .unavailable("it is open") }
    return subject.status == .cancelled ? .unavailable("it was cancelled; open a new one") : .available
  }

  func moving(_ subject: Subject, in model: Model) -> Availability {
    guard let policies = model.policies else { return .unavailable("the playbooks are still being read") }
    let others = policies.book.current.playbooks.keys.contains { $0 != subject.playbook }
    return others ? .available : .unavailable("there is no other playbook")
  }

  func raising(_ subject: Subject, in model: Model) -> Availability {
    guard model.policies != nil else { return .unavailable("the playbooks are still being read") }
    let paths = model.playbook(of: subject)?.paths ?? []
    return paths.isEmpty ? .unavailable("its playbook has no internal paths") : .available
  }
}
