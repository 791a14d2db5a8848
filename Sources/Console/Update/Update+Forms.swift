import EscalationDomain
import Screen

extension Model {
  /// Opens the form of an act, with what was typed and left.
  mutating func openForm(_ command: ConsoleCommand.ID) -> [Effect] {
    guard let kind = Form.Kind(command) else { return [] }
    if actsOnMany { return openBulkForm(kind) }
    return openForm(kind)
  }

  /// - Parameters:
  ///   - item: the line of the Work pane that it is about, for a form that is about one.
  ///   - person: the same of the People pane.
  ///   - part: the same of the Plan pane.
  mutating func openForm(
    _ kind: Form.Kind, about item: WorkItem? = nil, person: PeopleItem? = nil, part: PlanItem? = nil
  ) -> [Effect] {
    guard let subject else { return [] }
    var form = Form(kind, on: subject, about: item, person: person, part: part, in: self)
    form.basis = basis(of: form) ?? Basis()
    if let draft = drafts[form.name] ?? adopted(form) {
      form = draft
      form.isDraft = true
    }
    let effects = follow(&form)
    overlay = .form(form)
    return effects + records.want(subject.id)
  }

  /// The form that is being filled in, be it a message's.
  var typedForm: Form? {
    switch overlay {
    case .form(let form): return form
    case .compose(let composer):
      if case .naming(let form) = composer.step { return form }
      return composer.step == .filling ? composer.letter?.form : nil
    case .palette, .commandLine, .output: return nil
    case .confirmation, .explanation, .help, .orders, .guidance, .ended, nil: return nil
    case .columns: return nil
    case .views: return nil
    case .drafts, .messages: return nil
    }
  }

  /// The open form while it is as it was when it opened.
  var untouchedForm: Form? {
    guard case .form(let form) = overlay else { return nil }
    var untouched = fresh(form)
    untouched.basis = form.basis
    return form == untouched ? form : nil
  }

  /// The form as it is before anything is typed or chosen.
  ///
  /// - Parameter subject: the escalation as it stands now; none for what was known as the form opened.
  func fresh(_ form: Form, on subject: Subject? = nil) -> Form {
    if !form.many.isEmpty { return Form(form.kind, onAll: form.many, in: self) }
    // A line of the plan as it is by now.
    let part = form.part.map { planItem($0.name, of: form.subject.id) ?? $0 }
    var fresh = Form(
      form.kind, on: subject ?? form.subject, about: form.item, person: form.person, part: part, in: self)
    fresh.basis = basis(of: fresh) ?? Basis()
    fresh.follow(self)
    return fresh
  }

  mutating func editForm(_ command: ConsoleCommand.ID, _ key: Key) -> [Effect] {
    if case .compose = overlay { return editLetter(command, key) }
    guard case .form(var form) = overlay else { return [] }
    if form.kind == .view, editView(&form, command, key) { return [] }
    if command == .leaveForm {
      leave(form)
      return []
    }
    // While the store works on it nothing may change under it.
    guard form.phase == .editing else { return [] }
    var effects: [Effect] = []
    switch command {
    case .nextField: form.goOn(key)
    case .previousField: form.goBack(key)
    case .discardDraft:
      drafts[form.name] = nil
      form = fresh(form)
    case .submit:
      form.fields[form.focus].takeHighlighted()
      effects = follow(&form)
      if key == .enter, form.focus < form.fields.count - 1 {
        form.focus += 1
      } else {
        effects += submit(&form)
      }
    default: break
    }
    effects += follow(&form)
    overlay = .form(form)
    return effects
  }

  func submit(_ form: inout Form) -> [Effect] {
    let reading = reading(for: form)
    form.problems = form.check(reading)
    form.failure = nil
    if let first = form.fields.firstIndex(where: { form.problems[$0.id] != nil }) {
      form.focus = first
      return []
    }
    if !form.many.isEmpty { return weighBulk(&form) }
    let conflicts = conflicts(of: form)
    if !conflicts.isEmpty {
      form.phase = .settling(conflicts, 0)
      return []
    }
    switch form.kind {
    case .severity, .level, .stage:
      guard let scale = form.kind.scale else { return [] }
      form.phase = .weighing
      return [.previewGrade(scale, form.text(.grade), of: form.subject.id)]
    case .resolve, .cancel:
      form.phase = .reviewing(form.kind == .cancel ? .cancelling : .resolving)
      return []
    case .open:
      form.phase = .weighing
      let asked = request(form)
      form.asked = asked
      return [.previewOpening(asked)]
    case .move:
      form.phase = .weighing
      return [.previewMove(form.playbookMove, of: form.subject.id)]
    case .shift:
      guard let asked = form.planShift(reading) else { return [] }
      form.phase = .weighing
      form.askedShift = asked
      return [.previewShift(asked, of: form.subject.id)]
    case .close:
      let open = records[form.subject.id].flatMap { gates(of: $0) }?.filter(\.blocks) ?? []
      if open.isEmpty {
        form.phase = .reviewing(.closing)
      } else {
        form.failure = Refusal.gatesOpen(open).sentence(zone: viewer.zone)
      }
      return []
    case .promoteRisk:
      guard let promotion = form.promotionAsked(reading, in: self) else { return [] }
      form.phase = .weighing
      return [.register(.previewPromotion(promotion, of: RiskID(form.subject.id.text)))]
    default: return perform(&form)
    }
  }

  private func perform(_ form: inout Form) -> [Effect] {
    if form.kind.isOfRoom { return performInRoom(&form) }
    if form.kind.isOfRisk {
      guard let effect = form.riskEffect(reading(for: form), in: self) else {
        form.phase = .editing
        return []
      }
      form.phase = .performing
      return [.register(effect)]
    }
    if !form.many.isEmpty { return performBulk(&form) }
    if let act = form.registerAct(reading(for: form)) {
      form.phase = .performing
      return [.write(act, for: form.subject.id)]
    }
    if let asked = form.asked {
      // What was looked at is what is done: a time like “+4h” counts from the look.
      form.phase = .performing
      return [.open(asked)]
    }
    if form.kind == .review { return performReview(&form) }
    guard let command = form.command(reading(for: form)) else {
      form.phase = .editing
      return []
    }
    form.phase = .performing
    if case .stateHypothesis(let statement) = command { return [.stateHypothesis(statement, of: form.subject.id)] }
    if !form.basis.values.isEmpty {
      let several = form.kind == .changeMilestone ? form.planCommands(reading(for: form)) : [command]
      return [.performOn(Ground(form), several, on: form.subject.id)]
    }
    return [.perform(command, on: form.subject.id)]
  }

  /// What was typed is kept, and offered again.
  private mutating func leave(_ form: Form) {
    var draft = form
    // What the store works on is known as such, so that its answer finds the draft.
    if draft.phase != .performing { draft.phase = .editing }
    draft.isDraft = false
    drafts[form.name] = form.hasText && form.fields != fresh(form).fields ? draft : nil
    overlay = nil
    if drafts[form.name] != nil { tell(.told, "\(form.title): kept as a draft") }
  }

  mutating func confirm() -> [Effect] {
    switch overlay {
    case .form(let form) where form.kind == .view:
      keep(form, in: views)
      return []
    case .form(var form):
      let effects = perform(&form)
      overlay = .form(form)
      return effects
    case .confirmation(.undo(let id, .found(let event))):
      overlay = nil
      return [.undo(id, event: event.sequence)]
    case .confirmation(.takeAway(let id, let item)):
      overlay = nil
      guard let account = records[id]?.escalation.account.name ?? board.row(id)?.account else { return [] }
      return item.removal(account: account).map { [$0.effect(on: id)] } ?? []
    case .confirmation(.session(let question)): return answerInSession(question)
    case .confirmation(.quit), .confirmation(.quitSending): return [.quit]
    case .confirmation(.endRoom):
      overlay = nil
      return write([.ended()])
    case .confirmation(.dropDraft(let id, _)):
      dropDraft(id)
      return []
    case .compose: return confirmSending()
    case .confirmation(.dropView(let index)):
      dropView(index)
      return []
    case .palette, .commandLine, .output: return []
    case .confirmation, .explanation, .help, .orders, .guidance, .ended, nil: return []
    case .columns: return []
    case .views: return []
    case .drafts, .messages: return []
    }
  }

  mutating func decline() {
    if case .form(let form) = overlay, form.fields.isEmpty {
      overlay = nil
    } else if case .form(var form) = overlay {
      form.phase = .editing
      form.offset = 0
      overlay = .form(form)
    } else if case .compose = overlay {
      leaveComposer()
    } else {
      overlay = nil
    }
  }
}
