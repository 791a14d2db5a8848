import EscalationDomain
import Screen

/// Back into what was begun and not saved, from the list of it.
extension Model {
  /// Goes on with the draft under the cursor: to what it is about, and there into its form.
  mutating func openDraft() -> [Effect] {
    guard let (id, draft) = highlightedDraft else { return [] }
    let list = overlay
    overlay = nil
    switch draft.kind {
    case .open: return openNew()
    case .view: return resumeView()
    case .addRisk:
      place = .register
      return openRiskForm(.newRisk)
    case .skipOnAgenda: return go(.goRoom)
    case let kind? where kind.isOfRoom: return go(.goRoom) + openRoomForm(kind)
    case let kind? where kind.isOfRisk:
      place = .register
      resuming = id
      return [.register(.loadRisk(RiskID(draft.escalation)))]
    default: break
    }
    guard let text = draft.escalation.nonEmpty else {
      return askForMany(draft, id, list)
    }
    let escalation = EscalationID(text)
    let effects = openEscalation(escalation)
    resuming = id
    return effects + (records[escalation] == nil ? [] : resumeDraft())
  }

  /// The draft that was asked for.
  var resumed: SavedDraft? {
    resuming.flatMap { id in listedDrafts.first { $0.id == id }?.draft }
  }

  /// Opens the form of the draft that was asked for, now that its record is at hand.
  mutating func resumeDraft() -> [Effect] {
    guard overlay == nil, let draft = resumed, let record = records[EscalationID(draft.escalation)] else { return [] }
    resuming = nil
    guard let kind = draft.kind else { return [] }
    if kind == .message { return resumeLetter(draft) }
    let item = draft.line.flatMap { line in work(of: record)?.items.first { SavedDraft.key($0.name) == line } }
    let person = draft.line.flatMap { line in people(of: record)?.items.first { SavedDraft.key($0.name) == line } }
    let part = draft.line.flatMap { line in plan(of: record).items.first { SavedDraft.key($0.name) == line } }
    if draft.line != nil, item == nil, person == nil, part == nil {
      overlay = .drafts(DraftPanel(highlighted: listedDrafts.firstIndex { $0.draft == draft } ?? 0))
      tell(.failed, "\(draft.title): the line it is about is gone; its text is here to read")
      return []
    }
    if let part { stand(on: part.name, of: record.escalation.id) }
    // Which of the panes it was asked from shows in what it is known by.
    let effects = openForm(kind, about: item, person: item == nil ? person : nil, part: part)
    if !record.escalation.status.isOpen {
      tell(.told, "\(record.escalation.id) is \(record.escalation.status.rawValue); ctrl-x empties the draft")
    }
    return effects
  }

  /// The same of a risk that was read for it.
  mutating func resumeRisk(_ id: RiskID, _ file: RiskFile?) -> [Effect] {
    guard let draft = resumed, draft.isOfRisk, draft.escalation == id.text else { return [] }
    resuming = nil
    guard overlay == nil, place == .register, let command = draft.kind?.riskCommand else { return [] }
    guard let file else {
      tell(.failed, "\(draft.title): there is no such risk any more")
      return []
    }
    var panel = RiskPanel(RiskRow(file.risk))
    panel.file = file
    register.risk = panel
    return openRiskForm(command)
  }

  /// Saving a view belongs to the board.
  private mutating func resumeView() -> [Effect] {
    goHome()
    let own = drafts.values.first { $0.kind == .view }
    openViewForm(own?.view)
    if own == nil, case .form(let form) = overlay, var kept = adopted(form) {
      kept.isDraft = true
      overlay = .form(kept)
    }
    return []
  }

  /// Puts the cursor of an escalation's Plan pane on a line.
  mutating func stand(on name: PlanItem.Name, of id: EscalationID) {
    guard case .escalation(var place) = place, place.id == id else { return }
    place.pane = .plan
    (place.plan.name, place.plan.standing) = (name, name)
    self.place = .escalation(place)
  }
}

extension SavedDraft {
  var kind: Form.Kind? { Form.Kind(rawValue: form) }
  var isOfRisk: Bool { kind?.isOfRisk ?? false }
}

extension Form.Kind {
  /// What asks for a form about a risk.
  fileprivate var riskCommand: ConsoleCommand.ID? {
    switch self {
    case .addRisk: .newRisk
    case .assessRisk: .assessRisk
    case .reviewRisk: .reviewRisk
    case .closeRisk: .closeRisk
    case .promoteRisk: .promoteRisk
    default: nil
    }
  }
}
