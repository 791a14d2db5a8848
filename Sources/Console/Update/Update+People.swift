import EscalationDomain

extension Model {
  /// Opens the form that fits the selected line of the People pane; what has none was refused before.
  mutating func takeUp() -> [Effect] { ask(\.takenUp) }

  /// The same for the details of whoever is on the line.
  mutating func changePerson() -> [Effect] { ask(\.changed) }

  private mutating func ask(_ what: (PeopleItem) -> PeopleAsk) -> [Effect] {
    guard let item = selectedPerson, case .form(let kind) = what(item) else { return [] }
    // What the Work pane shows too has one draft in both.
    if let work = item.work { return openForm(kind, about: work) }
    return openForm(kind, person: item)
  }

  /// Asks before an entry goes; somebody who need not be told goes with a reason.
  mutating func takeAway() -> [Effect] {
    guard let item = selectedPerson, let id = subject?.id else { return [] }
    if let work = item.work, case .notice = item.what { return openForm(.notNeeded, about: work) }
    overlay = .confirmation(.takeAway(id, item))
    return []
  }

  /// What was written into a register shows with the next reading of the record.
  mutating func written(_ act: RegisterAct, for id: EscalationID, _ mark: RegisterMark?) -> [Effect] {
    if case .form(let form) = overlay, form.subject.id == id, form.phase == .performing {
      overlay = nil
      drafts[form.name] = nil
    }
    drafts = drafts.filter { $0.key.escalation != id || $0.value.phase != .performing }
    if let mark { remember(act.sentence, mark) }
    tell(.done, act.sentence)
    return records.refresh()
  }
}
