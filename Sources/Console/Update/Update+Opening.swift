import EscalationDomain
import Screen

extension Form {
  /// Brings what there is to choose from in step with the rest, for a form whose fields depend on each other.
  mutating func follow(_ model: Model) {
    guard phase == .editing else { return }
    switch kind {
    case .open: follow(OpeningChoice(self, model), model)
    case .move: followMove(model)
    case .exitCriteria: followCriteria()
    case .addRisk, .assessRisk, .reviewRisk, .closeRisk, .promoteRisk: followRisk(model)
    default: break
    }
  }
}

extension Model {
  /// The form of a new escalation, with what was typed and left.
  mutating func openNew() -> [Effect] {
    var form = Form(.open, on: .new, in: self)
    if let draft = drafts[form.name] ?? adopted(form) {
      form = draft
      form.isDraft = true
    }
    let effects = opening.start() + follow(&form)
    overlay = .form(form)
    return effects
  }

  /// The same after a key; answers what must be asked of the store for it.
  mutating func follow(_ form: inout Form) -> [Effect] {
    form.follow(self)
    guard form.phase == .editing else { return [] }
    if form.kind.isOfRisk { return opening.want(form.subject.account.nonEmpty ?? form.text(.account)) }
    return form.kind == .open ? opening.want(form.text(.account)) : []
  }

  func request(_ form: Form) -> OpeningRequest { form.request(OpeningChoice(form, self), reading(for: form)) }

  mutating func openingAnswered(_ message: Message) -> [Effect] {
    switch message {
    case .openingLoaded(let book):
      opening.answered(book)
      return followOpening()
    case .accountLoaded(let name, let facts):
      opening.answered(name, facts)
      return followOpening()
    case .endedLoaded(let words, let rows): return endedLoaded(words, rows)
    case .openingPreviewed(let asked, let review):
      guard case .form(var form) = overlay, form.kind == .open, form.phase == .weighing, form.asked == asked else {
        return []
      }
      form.phase = .reviewing(.opening(review))
      overlay = .form(form)
      return []
    case .opened(let performed): return opened(performed)
    case .movePreviewed(let id, let move, let review):
      guard case .form(var form) = overlay, form.kind == .move, form.subject.id == id, form.phase == .weighing,
        form.playbookMove == move
      else { return [] }
      form.phase = .reviewing(.moving(review))
      overlay = .form(form)
      return []
    default: return []
    }
  }

  private mutating func followOpening() -> [Effect] {
    guard case .form(var form) = overlay, form.kind == .open || form.kind.isOfRisk else { return [] }
    let effects = follow(&form)
    overlay = .form(form)
    return effects
  }

  /// The new row is the one to look at next, whatever the filter says.
  private mutating func opened(_ performed: Performed) -> [Effect] {
    let record = performed.record
    if case .form(let form) = overlay, form.kind == .open, form.phase == .performing { overlay = nil }
    drafts = drafts.filter { $0.value.kind != .open || $0.value.phase != .performing }
    tell(.done, "\(record.id): opened\(record.gradeLabel.map { " as \($0.words)" } ?? "") for \(record.account.name)")
    remember(
      "\(record.id) opened for \(record.account.name)",
      obstacle: "An escalation that is open stays on record; X cancels it as none after all.")
    let effects = show(performed)
    func place() -> Int? { board.shown.firstIndex { board.board.rows[$0].id == record.id } }
    if place() == nil, !board.filter.text.isEmpty {
      board.setFilter(.none)
      tell(.told, "the filter is off: it would hide \(record.id)")
    }
    if let row = place() { board.jump(to: row) }
    return effects
  }

  mutating func closeEnded(_ key: Key) -> [Effect] {
    guard key == .escape, case .ended(var panel) = overlay, !panel.filter.isEmpty else {
      overlay = nil
      return []
    }
    panel.filter = TextField()
    panel.highlighted = 0
    let effects = panel.look()
    overlay = .ended(panel)
    return effects
  }
}
