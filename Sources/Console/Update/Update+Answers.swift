import EscalationDomain

extension Model {
  mutating func boardLoaded(_ new: Board) -> [Effect] {
    let isOld = board.reading == .underWayAndOld
    board.reading = .idle
    board.checked = new.asOf
    var effects: [Effect] = []
    let isOwn = board.changesAreOwn
    // While the command runs, more may come of it.
    if !hasRunningLine { board.changesAreOwn = false }
    let old = board.board
    defer {
      let left = unselectGone(since: old)
      if left > 0 { tell(.told, "\(Form.count(left)) left the board and the selection") }
    }
    let isFirst = !board.isLoaded
    if let gone = board.show(new, now: now, ownChange: isOwn) {
      // Its record tells who ended it.
      departed = gone.id
      effects.append(.loadRecord(gone.id))
    }
    if isFirst { firstBoard() }
    return effects + records.retry() + (isOld ? board.reload() : [])
  }

  mutating func recordLoaded(_ record: Record) -> [Effect] {
    let id = record.escalation.id
    if departed == id {
      departed = nil
      if let words = record.farewell { tell(.told, words) }
    }
    if case .confirmation(.undo(id, .looking)) = overlay {
      overlay = .confirmation(.undo(id, record.history.undoable.map { .found($0) } ?? .nothing))
    }
    if planning == id { planning = nil }
    let untouched = untouchedForm
    let effects = records.answered(id, record)
    // What a form suggests may come from the record.
    if let form = untouched, form.subject.id == id {
      overlay = .form(fresh(form, on: Subject(record.escalation)))
    } else if case .form(var form) = overlay, form.subject.id == id, form.phase == .editing {
      form.follow(self)
      overlay = .form(form)
    }
    if returning == id { returning = nil }
    refreshComposer()
    if case .escalation(var place) = place, place.id == id {
      place.clock = min(place.clock, max(0, record.clocks.count - 1))
      place.marking = nil
      if !EscalationPlace.Pane.shown(for: record).contains(place.pane) { place.pane = .clocks }
      self.place = .escalation(place)
      holdCursor()
    }
    if resuming != nil { return effects + resumeDraft() }
    return effects
  }

  mutating func policyLoaded(_ book: PolicyBook) -> [Effect] {
    let isNew = policies.map { $0 != Policies(book) } ?? false
    policies = Policies(book)
    board.know(book.current.playbooks.values.map(\.value))
    refreshComposer()
    return isNew ? board.reload() + records.refresh() : []
  }

  mutating func gradePreviewed(_ id: EscalationID, _ scale: Scale, _ grade: String, _ moves: [DeadlineMove]) {
    guard case .form(var form) = overlay, form.subject.id == id, form.phase == .weighing, form.kind.scale == scale,
      form.text(.grade) == grade
    else { return }
    form.phase = .reviewing(.deadlines(moves))
    overlay = .form(form)
  }

  mutating func performed(_ id: EscalationID, _ performed: Performed) -> [Effect] {
    if case .form(let form) = overlay, form.subject.id == id, form.phase == .performing {
      overlay = nil
      drafts[form.name] = nil
    }
    messageLogged(id, performed)
    drafts = drafts.filter { $0.key.escalation != id || $0.value.phase != .performing }
    if planning == id, records[id] == nil { planning = nil }
    goToAdded(id, performed)
    remember(performed)
    tell(.done, "\(id): \(words(for: performed))")
    return show(performed)
  }

  /// Puts what an act came to on the board, or takes it off.
  mutating func show(_ performed: Performed) -> [Effect] {
    let id = performed.record.id
    var new = board.board
    new.rows.removeAll { $0.id == id }
    if performed.record.status.isOpen { new.rows.append(BoardRow(performed.record)) }
    let revision = max(new.revision, performed.events.map(\.sequence).max() ?? 0)
    _ = board.show(
      Board(rows: new.rows, revision: revision, asOf: new.asOf), now: now, ownChange: true)
    board.checked = now
    takeInPlans(performed)
    if !performed.record.status.isOpen, case .board = place { selection.remove(id) }
    return records.record?.escalation.id == id ? records.refresh() : []
  }

  mutating func failed(_ effect: Effect, _ failure: Failure) -> [Effect] {
    let sentence = failure.sentence(zone: viewer.zone)
    if letterFailed(effect, sentence) || bulkFailed(effect, sentence) { return [] }
    switch effect {
    case .loadBoard:
      board.reading = .failed(sentence, retry: now + 5)
      if board.isLoaded { tell(.failed, sentence) }
    case .loadPlans: plansFailed(sentence)
    case .loadRecord(let id):
      if departed == id { departed = nil }
      if case .store(.noSuchEscalation) = failure { trail.forget(id) }
      if returning == id { return returnFailed(id) }
      resuming = nil
      let effects = records.answered(id, nil)
      endMarking(of: id)
      if case .confirmation(.undo(id, .looking)) = overlay { overlay = nil }
      tell(.failed, "\(id): \(sentence)")
      return effects
    case .loadOpening: tell(.failed, sentence)
    case .register(let effect):
      registerFailed(effect, sentence)
      if failure == .changedMeanwhile, let risk = effect.risk { return [.register(.loadRisk(risk))] }
    case .loadDay: return day.answered(nil, rows: board.board.rows.count)
    case .room(let effect): return roomFailed(effect, sentence)
    case .minutesOut: minutesStayed(sentence)
    case .loadFilterFacts:
      board.factsFailed()
      tell(.failed, sentence)
    case .loadAccount(let name):
      opening.failed(name)
      tell(.failed, sentence)
    case .loadEnded(let words):
      tell(.failed, sentence)
      return endedLoaded(words, nil)
    case .loadMany:
      resumingManyFailed()
      tell(.failed, sentence)
    case .previewBulk, .performBulk: formFailed(Subject.new.id, sentence)
    case .previewOpening, .open: formFailed(Subject.new.id, sentence)
    case .previewShift(_, let id), .previewOutline(let id):
      formFailed(id, sentence)
    case .performOn(_, _, let id):
      endMarking(of: id)
      formFailed(id, sentence)
      if failure == .changedMeanwhile { return board.reload() + records.want(id) + records.refresh() }
    case .perform(_, let id), .previewGrade(_, _, let id), .stateHypothesis(_, let id), .previewMove(_, let id),
      .write(_, let id):
      endMarking(of: id)
      formFailed(id, sentence)
    case .reverseInRegister(let reversal):
      if case .confirmation(.session(let question)) = overlay, question.act == reversal.act { overlay = nil }
      tell(.failed, sentence)
      return records.refresh()
    case .undo(let id, _):
      tell(.failed, "\(id): \(sentence)")
      return records.refresh()
    case .loadNames: tell(.failed, "not all names are hidden: \(sentence)")
    case .loadVerbs, .runCommandLine:
      tell(.failed, sentence)
      lineFailed()
    case .takeTheme, .useMouse, .loadNews: tell(.failed, sentence)
    case .editText: tell(.failed, sentence)
    case .loadPolicies, .editMessage, .copyMessage, .writeMessage, .weighMessage, .postMessage, .keepDesk, .nextTheme,
      .redraw,
      .suspend, .quit:
      tell(.failed, sentence)
    }
    return []
  }

  /// What was typed stays, with why it could not be done; of a form that was left, its draft.
  mutating func formFailed(_ id: EscalationID, _ sentence: String) {
    if case .form(let form) = overlay, form.subject.id == id, form.fields.isEmpty {
      overlay = nil
      tell(.failed, "\(id): \(sentence)")
    } else if case .form(var form) = overlay, form.subject.id == id,
      form.phase == .performing || form.phase == .weighing
    {
      form.phase = .editing
      form.failure = sentence
      overlay = .form(form)
    } else {
      for (key, draft) in drafts where key.escalation == id && draft.phase == .performing {
        drafts[key]?.phase = .editing
        drafts[key]?.failure = sentence
      }
      tell(.failed, id == Subject.new.id ? sentence : "\(id): \(sentence)")
    }
  }
}

extension Model {
  /// A mark that failed, or whose answer could not be read, may be tried again.
  private mutating func endMarking(of id: EscalationID) {
    if planning == id { planning = nil }
    guard case .escalation(var place) = place, place.id == id else { return }
    place.marking = nil
    self.place = .escalation(place)
  }
}

extension Record {
  /// `W-12 Acme: resolved by Bo`, for one that left the board.
  var farewell: String? {
    guard !escalation.status.isOpen else { return nil }
    let ending = history.effective.last { event in
      switch event.fact {
      case .resolved, .closed, .cancelled: true
      default: false
      }
    }
    let by = ending.map { " by \($0.actor)" } ?? ""
    return "\(escalation.id) \(escalation.account.name): \(escalation.status.rawValue)\(by)"
  }
}
