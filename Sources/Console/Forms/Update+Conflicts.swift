import EscalationDomain
import Screen

/// What another changed while a form was open: asked about field by field, never written over in silence.
extension Model {
  /// The basis of a form as its record stands now; nil where nothing is known of it any more.
  func basis(of form: Form) -> Basis? {
    if form.kind == .open { return Basis() }
    if form.kind.isOfRisk {
      guard let risk = register.risk?.file?.risk, Subject(riskID: risk.id).id == form.subject.id else { return nil }
      return Basis(form.kind, risk)
    }
    let record = records[form.subject.id]
    guard let subject = record.map({ Subject($0.escalation) }) ?? board.row(form.subject.id).map(Subject.init) else {
      return nil
    }
    var person = form.person
    if let held = form.person, let record, let list = people(of: record) {
      person = list.items.first { $0.name == held.name }
    }
    let part = form.part.flatMap { planItem($0.name, of: form.subject.id) }
    return Basis(form.kind, subject, record?.escalation, person: person, part: part)
  }

  /// What of a form's basis is no longer so.
  func conflicts(of form: Form) -> [Conflict] {
    guard !form.basis.values.isEmpty, let now = basis(of: form) else { return [] }
    return form.basis.conflicts(with: now, in: form, reading(for: form))
  }

  mutating func settle(_ command: ConsoleCommand.ID) -> [Effect] {
    guard case .form(var form) = overlay, case .settling(var conflicts, let index) = form.phase else { return [] }
    switch command {
    case .chooseMine, .chooseTheirs, .chooseOther:
      switch command {
      case .chooseMine: conflicts[index].choice = .mine
      case .chooseTheirs: conflicts[index].choice = .theirs
      default: conflicts[index].choice = conflicts[index].choice == .mine ? .theirs : .mine
      }
      form.phase = .settling(conflicts, index)
      overlay = .form(form)
      return []
    default: return settled(form, conflicts)
    }
  }

  /// Goes on with what was chosen. Where theirs counts for what the act is about, there is nothing left to do.
  private mutating func settled(_ form: Form, _ conflicts: [Conflict]) -> [Effect] {
    var form = form
    form.basis = basis(of: form) ?? form.basis
    form.part = form.part.map { planItem($0.name, of: form.subject.id) ?? $0 }
    form.phase = .editing
    let isGivenUp = conflicts.contains { $0.choice == .theirs && $0.field == nil }
    for conflict in conflicts { form.take(conflict) }
    let isEmptied = conflicts.allSatisfy { $0.choice == .theirs } && form.texts == fresh(form).texts
    let saysNothing = form.kind == .findings && !form.hasText
    if isGivenUp || isEmptied || saysNothing {
      drafts[form.name] = nil
      overlay = nil
      tell(.told, "\(form.title): nothing was saved, theirs stays")
      return []
    }
    overlay = .form(form)
    let effects = submit(&form)
    overlay = .form(form)
    return effects
  }
}

extension Form {
  /// Puts what was chosen into its field, where that is not what it holds.
  fileprivate mutating func take(_ conflict: Conflict) {
    guard let field = conflict.field else { return }
    if case .criterion = field, conflict.choice == .theirs { growCriteria(to: field) }
    guard let index = fields.firstIndex(where: { $0.id == field }) else { return }
    if conflict.choice == .mine {
      if let text = conflict.texts[.mine] { fields[index].put(text) }
    } else {
      fields[index].put(kind == .findings ? "" : conflict.texts[.theirs] ?? conflict.theirs)
    }
  }
}

extension ConsoleCommand {
  static let settling: [ConsoleCommand] = [
    ConsoleCommand(
      .chooseMine, "mine", [.character("m"), .left, .character("h")], in: [.conflict], .typing, prompted: true,
      "Let what you typed count for this field."),
    ConsoleCommand(
      .chooseTheirs, "theirs", [.character("t"), .right, .character("l")], in: [.conflict], .typing, prompted: true,
      "Let the other's change stand for this field; where that leaves nothing to save, the draft is dropped."),
    ConsoleCommand(
      .chooseOther, "the other", [.character(" "), .tab], in: [.conflict], .typing, "Take the other one of the two."),
    ConsoleCommand(
      .settle, "go on", [.enter, .control("s")], in: [.conflict], .typing, prompted: true,
      "Go on with what is chosen."),
    ConsoleCommand(
      .decline, "back", [.escape, .character("q"), .control("c")], in: [.conflict], .typing, prompted: true,
      "Back to the form, with nothing saved."),
  ]
}
