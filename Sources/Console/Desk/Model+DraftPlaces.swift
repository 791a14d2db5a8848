import EscalationDomain

extension Model {
  /// Goes on with a draft that is about no escalation, or about several: a new one, a risk, a view, a selection. Nil for
  /// a draft that is about one.
  mutating func openDraftOfNoEscalation(_ draft: SavedDraft) -> [Effect]? {
    guard let kind = Form.Kind(rawValue: draft.form) else { return nil }
    switch kind {
    case .open:
      overlay = nil
      return openNew()
    case .addRisk:
      overlay = nil
      return go(.goRegister) + openRiskForm(.newRisk)
    case .assessRisk, .reviewRisk, .closeRisk, .promoteRisk:
      overlay = nil
      tell(.told, "\(draft.title): what you typed is offered again on \(draft.escalation)")
      return go(.goRegister)
    case .view:
      openViewForm(drafts.values.first { $0.kind == .view }?.view)
      return []
    default:
      guard draft.escalation.isEmpty else { return nil }
      guard var form = drafts.values.first(where: { draft.isOf($0) && !$0.many.isEmpty }) else {
        tell(.failed, "\(draft.title): select them again; its text is here to read")
        return []
      }
      form.isDraft = true
      overlay = .form(form)
      return []
    }
  }
}
