import EscalationDomain
import Screen

/// What was begun and not saved, to go on with or to drop.
public struct DraftPanel: Hashable, Sendable {
  /// Index into the list, the newest first.
  public internal(set) var highlighted = 0
}

extension ConsoleCommand {
  static let drafting: [ConsoleCommand] = [
    ConsoleCommand(
      .drafts, "drafts", [.character("D")], in: places, .looking,
      "Show what you began and did not save, in this run and before it, to go on with or to drop."),
    ConsoleCommand(
      .openDraft, "go on", [.enter, .character("l"), .right], in: [.drafts], .typing, prompted: true,
      "Go on with the draft under the cursor."),
    ConsoleCommand(
      .dropDraft, "drop", [.character("-"), .delete, .character("x")], in: [.drafts], .typing, prompted: true,
      "Drop the draft under the cursor, once you confirm."),
    ConsoleCommand(
      .closeDrafts, "close", [.escape, .character("q"), .character("h"), .left, .character("D"), .control("c")],
      in: [.drafts], .typing, prompted: true, "Close the list; every draft stays."),
  ]

  func drafts(in model: Model) -> Availability {
    let isEmpty = model.listedDrafts.isEmpty
    switch id {
    case .drafts: return isEmpty ? .unavailable("nothing is begun and not saved") : .available
    default:
      if model.highlightedDraft == nil { return .unavailable("there is no draft") }
      if id == .openDraft, case .readOnly(let reason) = model.access { return .unavailable(reason) }
      return .available
    }
  }
}

extension Model {
  var highlightedDraft: (id: String, draft: SavedDraft)? {
    guard case .drafts(let panel) = overlay else { return nil }
    let drafts = listedDrafts
    return drafts.indices.contains(panel.highlighted) ? drafts[panel.highlighted] : nil
  }

  /// Goes on with the draft under the cursor: to its escalation, and there into its form.
  mutating func openDraft() -> [Effect] {
    guard let (id, draft) = highlightedDraft else { return [] }
    if let effects = openDraftOfNoEscalation(draft) { return effects }
    overlay = nil
    let escalation = EscalationID(draft.escalation)
    let effects = openEscalation(escalation)
    resuming = id
    return effects + (records[escalation] == nil ? [] : resumeDraft())
  }

  /// Opens the form of the draft that was asked for, now that its record is at hand.
  mutating func resumeDraft() -> [Effect] {
    guard let id = resuming, overlay == nil, let draft = listedDrafts.first(where: { $0.id == id })?.draft,
      let record = records[EscalationID(draft.escalation)]
    else { return [] }
    resuming = nil
    if draft.form == Form.Kind.message.rawValue { return resumeLetter(draft) }
    guard let kind = Form.Kind(rawValue: draft.form) else { return [] }
    let item = draft.line.flatMap { line in work(of: record)?.items.first { SavedDraft.key($0.name) == line } }
    let person = draft.line.flatMap { line in people(of: record)?.items.first { SavedDraft.key($0.name) == line } }
    let part = draft.line.flatMap { line in plan(of: record).items.first { SavedDraft.key($0.name) == line } }
    if draft.line != nil, item == nil, person == nil, part == nil {
      overlay = .drafts(DraftPanel(highlighted: listedDrafts.firstIndex { $0.id == id } ?? 0))
      tell(.failed, "\(draft.title): the line it is about is gone; its text is here to read")
      return []
    }
    // Which of the two panes it was asked from shows in what it is known by.
    let effects = openForm(
      kind, about: item, person: item == nil ? person : nil, part: item == nil && person == nil ? part : nil)
    if !record.escalation.status.isOpen {
      tell(.told, "\(record.escalation.id) is \(record.escalation.status.rawValue); ctrl-x empties the draft")
    }
    return effects
  }

  private mutating func resumeLetter(_ draft: SavedDraft) -> [Effect] {
    let effects = openComposer()
    guard case .compose(var composer) = overlay,
      let index = composer.choices?.firstIndex(where: { $0.template.id == draft.template })
    else {
      overlay = .drafts(DraftPanel())
      tell(.failed, "\(draft.title): its template cannot be sent any more; its text is here to read")
      return effects
    }
    composer.highlighted = index
    overlay = .compose(composer)
    pickTemplate()
    return effects
  }

  mutating func askToDropDraft() {
    guard let (id, draft) = highlightedDraft else { return }
    overlay = .confirmation(.dropDraft(id, draft.title))
  }

  mutating func dropDraft(_ id: String) {
    let place = listedDrafts.firstIndex { $0.id == id } ?? 0
    drafts = drafts.filter { "\(run)/\(SavedDraft($0.value, at: now).place)" != id }
    letters = letters.filter { "\(run)/\(SavedDraft($0.value, at: now).place)" != id }
    desk.drafts?[id] = nil
    let left = listedDrafts.count
    overlay = left == 0 ? nil : .drafts(DraftPanel(highlighted: min(place, left - 1)))
    tell(.done, "the draft is dropped")
  }
}
