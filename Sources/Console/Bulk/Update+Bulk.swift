import EscalationDomain

extension Model {
  /// Opens the form of an act for all that are selected, with what was typed and left.
  mutating func openBulkForm(_ kind: Form.Kind) -> [Effect] {
    let subjects = selectedSubjects
    var form = Form(kind, onAll: subjects, in: self)
    if let draft = drafts[form.name] {
      form.take(draft)
      form.isDraft = true
    } else if let draft = adopted(form) {
      form = draft
      form.isDraft = true
    }
    overlay = .form(form)
    return []
  }

  /// Asks how it would go on each.
  func weighBulk(_ form: inout Form) -> [Effect] {
    guard let act = form.bulkAct(reading(for: form)) else { return [] }
    form.phase = .weighing
    form.offset = 0
    form.bulk = act
    return [.previewBulk(act)]
  }

  /// Does what was looked at: times such as “+4h” count from the look.
  func performBulk(_ form: inout Form) -> [Effect] {
    guard case .reviewing(.bulk(let preview, _)) = form.phase, let act = form.bulk else { return [] }
    form.phase = .performing
    return [.performBulk(act, preview)]
  }

  mutating func bulkPreviewed(_ act: BulkAct, _ preview: BulkPreview, isAnew: Bool) -> [Effect] {
    switch (act.purpose, overlay) {
    case (.form, .form(var form)) where form.bulk == act && (form.phase == .weighing || form.phase == .performing):
      form.phase = .reviewing(.bulk(preview, isAnew: isAnew))
      form.offset = 0
      overlay = .form(form)
    case (.session(let direction, let asked), .confirmation(.session(var question)))
    where question.direction == direction && question.act == asked:
      question.preview = preview
      question.isAnew = isAnew
      overlay = .confirmation(.session(question))
    default:
      guard isAnew else { break }
      for (name, draft) in drafts where draft.bulk == act { drafts[name]?.phase = .editing }
      tell(.failed, "somebody acted meanwhile; nothing was done")
    }
    return []
  }

  mutating func bulkPerformed(_ act: BulkAct, _ preview: BulkPreview, _ performed: [Performed]) -> [Effect] {
    let events = performed.flatMap(\.events).filter { $0.source == .act }
    let left = preview.refusedCount == 0 ? "" : "; \(preview.refusedCount) left out"
    if case .confirmation(.session(let question)) = overlay, case .session(_, question.act) = act.purpose {
      overlay = nil
    }
    switch act.purpose {
    case .form:
      if case .form(let form) = overlay, form.bulk == act {
        overlay = nil
        drafts[form.name] = nil
      }
      drafts = drafts.filter { $0.value.bulk != act }
      let name = performed.first.map { self.name(of: $0) } ?? "done"
      session.did(
        SessionAct(name: name, at: now, parts: performed.compactMap(\.part)))
      tell(.done, "\(name): \(Form.count(performed.count))\(left)")
    case .session(.back, let taken):
      let undos = Dictionary(events.map { ($0.escalation, $0.sequence) }) { max($0, $1) }
      session.tookBack(taken, undos)
      tell(.done, "took back: \(taken.name) · \(taken.scope(performed))\(left)")
    case .session(.again, let again):
      session.didAgain(again, Set(events.map(\.escalation)))
      tell(.done, "did again: \(again.name) · \(again.scope(performed))\(left)")
    }
    return show(performed)
  }

  /// What failed in asking about many; answers whether it was that.
  mutating func bulkFailed(_ effect: Effect, _ sentence: String) -> Bool {
    switch effect {
    case .previewBulk(let act), .performBulk(let act, _):
      guard case .session = act.purpose else { return false }
      if case .confirmation(.session) = overlay { overlay = nil }
      tell(.failed, sentence)
      return true
    default: return false
    }
  }

  /// Puts what several acts came to on the board, or takes them off. O(rows).
  private mutating func show(_ performed: [Performed]) -> [Effect] {
    let records = Dictionary(performed.map { ($0.record.id, $0.record) }) { _, last in last }
    let old = board.board
    var rows = old.rows.filter { records[$0.id] == nil }
    for record in records.values where record.status.isOpen { rows.append(BoardRow(record)) }
    let newest = performed.flatMap(\.events).map(\.sequence).max() ?? 0
    _ = board.show(
      Board(rows: rows, revision: max(old.revision, newest), asOf: old.asOf), now: now, ownChange: true)
    board.checked = now
    // The first one is taken in last: where several came back, the cursor is on it.
    for performed in performed.reversed() { takeInPlans(performed) }
    unselectGone(since: old)
    return self.records.record.map { records[$0.escalation.id] != nil } ?? false ? self.records.refresh() : []
  }
}

extension SessionAct {
  /// Where it was reversed just now.
  fileprivate func scope(_ performed: [Performed]) -> String {
    performed.count == 1 ? performed[0].record.id.text : Form.count(performed.count)
  }
}

extension Performed {
  /// What the act wrote last, as what a console did.
  var part: SessionAct.Part? {
    events.last { $0.source == .act }.map { SessionAct.Part(id: record.id, event: $0.sequence) }
  }
}

extension Form {
  /// Puts what was typed before into its fields.
  mutating func take(_ draft: Form) {
    for index in fields.indices {
      guard let old = draft.fields.first(where: { $0.id == fields[index].id }) else { continue }
      if case .choice(let choices, _) = fields[index].entry {
        guard let place = choices.firstIndex(where: { $0.id == old.text }) else { continue }
        fields[index].entry = .choice(choices, place)
      } else {
        fields[index].entry = old.entry
      }
    }
    focus = min(draft.focus, max(0, fields.count - 1))
    (phase, failure) = (draft.phase, draft.failure)
    bulk = draft.bulk
  }
}
