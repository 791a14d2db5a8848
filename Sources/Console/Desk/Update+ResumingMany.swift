import EscalationDomain
import Screen

/// Back into a draft for several: those of them that there still are.
extension Model {
  /// Asks how they stand now; the form opens with the answer.
  ///
  /// - Parameter list: what shows again where there is nothing to go on with.
  mutating func askForMany(_ draft: SavedDraft, _ id: String, _ list: Overlay?) -> [Effect] {
    overlay = list
    guard let many = draft.many, !many.isEmpty else {
      tell(.failed, "\(draft.title): select them again; its text is here to read")
      return []
    }
    if !isOwn(id), drafts.values.contains(where: { draft.isOf($0) && !$0.many.isEmpty }) {
      // One form of a kind is kept for several: opening this one would cost the other.
      tell(.failed, "\(draft.title): you began another for several since; save it or drop it first")
      return []
    }
    if draft.kind?.scale != nil, policies == nil {
      tell(.failed, "\(draft.title): the playbooks are still being read")
      return []
    }
    overlay = nil
    resuming = id
    return [.loadMany(many.map { EscalationID($0) })]
  }

  /// Opens the form for those that are left of them, and names the others.
  mutating func resumeForMany(_ ids: [EscalationID], _ subjects: [Subject]) {
    guard let id = resuming, let draft = resumed, draft.many == ids.map(\.text) else { return }
    resuming = nil
    guard overlay == nil, let kind = draft.kind else { return }
    let found = Set(subjects.map(\.id))
    let had = Set(draft.ended ?? [])
    let left = subjects.filter { $0.status.isOpen || had.contains($0.id.text) }
    let gone = ids.filter { !found.contains($0) }
    let over = subjects.filter { subject in !left.contains { $0.id == subject.id } }.map(\.id)
    let absent = [
      over.isEmpty ? nil : "\(names(over)) ended since",
      gone.isEmpty ? nil : "\(names(gone)) \(gone.count == 1 ? "is" : "are") gone",
    ].compactMap(\.self).joined(separator: ", ")
    guard !left.isEmpty else {
      overlay = .drafts(DraftPanel(highlighted: listedDrafts.firstIndex { $0.id == id } ?? 0))
      tell(.failed, "\(draft.title): \(absent); its text is here to read")
      return
    }
    var form = Form(kind, onAll: left, in: self)
    if isOwn(id) {
      if let own = drafts[form.name] { form.take(own) }
    } else {
      form = filled(form, with: draft)
      desk.drafts?[id] = nil
      if desk.drafts?.isEmpty ?? false { desk.drafts = nil }
    }
    form.isDraft = true
    overlay = .form(form)
    if !absent.isEmpty { tell(.told, "left out: \(absent)") }
  }

  /// They could not be read: the list of drafts shows again.
  mutating func resumingManyFailed() {
    guard resuming != nil else { return }
    resuming = nil
    if overlay == nil, !listedDrafts.isEmpty { overlay = .drafts(DraftPanel()) }
  }

  private func names(_ ids: [EscalationID]) -> String {
    let more = ids.count > 6 ? " and \(ids.count - 6) more" : ""
    return ids.prefix(6).map(\.text).joined(separator: ", ") + more
  }
}
