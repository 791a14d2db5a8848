import EscalationDomain
import Screen

/// Takes in what happened and answers with what is to be done about it. Pure: the same model and message give the same.
public func update(_ model: inout Model, _ message: Message) -> [Effect] {
  var effects: [Effect]
  let desk = model.desk
  let stop = model.stop
  switch message {
  case .tick(let now): effects = model.tick(now)
  case .keyPressed(let key): effects = model.press(key)
  case .resized(let size):
    model.size = size
    effects = []
  case .boardLoaded(let board): effects = model.boardLoaded(board)
  case .plansLoaded(let rows, let asOf): effects = model.plansLoaded(rows, asOf: asOf)
  case .recordLoaded(let record): effects = model.recordLoaded(record)
  case .policyLoaded(let book): effects = model.policyLoaded(book)
  case .gradePreviewed(let id, let scale, let grade, let moves):
    model.gradePreviewed(id, scale, grade, moves)
    effects = []
  case .performed(let id, let performed): effects = model.performed(id, performed)
  case .messageEdited(let text, let trouble):
    model.messageEdited(text, trouble: trouble)
    effects = []
  case .messageCopied(let what):
    model.messageCopied(what)
    effects = []
  case .messageWritten(let path):
    model.messageWritten(path)
    effects = []
  case .fileIsThere(let path):
    model.fileIsThere(path)
    effects = []
  case .messageWeighed(let id, let message, let moves):
    model.messageWeighed(id, message, moves)
    effects = []
  case .messagePosted(let id, let message): effects = model.messagePosted(id, message)
  case .written(let act, let id, let mark): effects = model.written(act, for: id, mark)
  case .filterFactsLoaded(let facts):
    model.board.factsLoaded(facts)
    effects = []
  case .failed(let effect, let failure): effects = model.failed(effect, failure)
  case .openingLoaded, .accountLoaded, .endedLoaded, .openingPreviewed, .opened, .movePreviewed:
    effects = model.openingAnswered(message)
  case .shiftPreviewed(let id, let review):
    model.shiftPreviewed(id, review)
    effects = []
  case .outlinePreviewed(let id, let milestones):
    model.outlinePreviewed(id, milestones)
    effects = []
  case .registerReversed(let reversal, let outcome): effects = model.registerReversed(reversal, outcome)
  case .register(let answer): effects = model.registerAnswered(answer)
  case .namesLoaded(let names):
    model.hidden?.add(Model.forms(of: names))
    effects = []
  case .dayLoaded(let day): effects = model.day.answered(day, rows: model.board.board.rows.count)
  case .room(let answer): effects = model.roomAnswered(answer)
  case .minutesGone(let told):
    model.minutesGone(told)
    effects = []
  case .minutesFileIsThere(let path):
    model.minutesFileIsThere(path)
    effects = []
  case .manyLoaded(let ids, let subjects):
    model.resumeForMany(ids, subjects)
    effects = []
  case .bulkPreviewed(let act, let preview, let isAnew):
    effects = model.bulkPreviewed(act, preview, isAnew: isAnew)
  case .bulkPerformed(let act, let preview, let performed):
    effects = model.bulkPerformed(act, preview, performed)
  case .storeChanged: effects = model.board.reload() + model.records.refresh() + model.refreshPlans()
  case .storeUnchanged:
    model.board.checked = model.now
    if model.isAtPlans, model.plans.isLoaded, !model.plans.isStale { model.plans.checked = model.now }
    effects = []
  case .deskLoaded(let desk):
    let hadMouse = model.hasMouse
    let effects = model.deskLoaded(desk)
    if let kept = desk.register {
      model.register.restore(kept)
      model.understandRegisterFilter()
    }
    return effects + model.followMouse(from: hadMouse) + model.settle() + model.settleFilter()
  case .viewsChanged(let views):
    model.viewsChanged(views)
    effects = []
  case .textEdited(let text, let trouble):
    model.textEdited(text, trouble: trouble)
    effects = []
  case .settingsChanged(let settings):
    let hadMouse = model.hasMouse
    model.settings = settings
    model.tell(.told, "settings read anew")
    effects = model.followMouse(from: hadMouse)
  case .viewerChanged(let viewer):
    model.viewer = viewer
    (model.board.lens.zone, model.board.lens.actor) = (viewer.zone, viewer.actor)
    effects = []
  case .settingsRefused(let sentence):
    model.tell(.failed, "\(sentence); the old settings stay")
    effects = []
  case .settingsDoubted(let sentence):
    model.tell(.failed, "\(sentence); the other settings count")
    effects = []
  case .themeChanged(let name):
    model.tell(.told, "theme \(name)")
    effects = []
  // A listener's, who has the model beside it.
  case .newsLoaded: effects = []
  case .verbsLoaded(let verbs): effects = model.verbsLoaded(verbs)
  case .commandLineRan(let run, let result): effects = model.commandLineRan(run, result)
  }
  model.followPlans(message)
  effects += model.followRegister(message)
  effects += model.followRoom(message)
  effects += model.followDay(message)
  effects += model.followMeeting(message)
  model.followHiding(message)
  model.keepTrail(from: stop)
  effects += model.settle() + model.settleFilter()
  model.keepUp(after: message)
  if model.desk != desk { effects.append(.keepDesk(model.desk)) }
  return effects
}

extension Model {
  mutating func tell(_ kind: Toast.Kind, _ text: String) {
    let seconds: Int64 = kind == .failed ? 12 : 6
    toasts.removeAll { $0.text == text }
    toasts.append(Toast(kind: kind, text: text, until: now + seconds))
    toasts = toasts.suffix(3)
    messages = (messages + [ToldMessage(at: now, kind: kind, text: text)]).suffix(ToldMessage.most)
  }

  /// O(1), but for the instants at which a deadline passes or time alone makes what shows old.
  fileprivate mutating func tick(_ instant: Instant) -> [Effect] {
    // A clock that is set back is the edge's affair; what has been shown stays shown.
    now = max(now, instant)
    toasts.removeAll { $0.until <= now }
    board.passTime(to: now)
    if let until = board.totalsUntil, until <= now { board.count(now: now) }
    var effects: [Effect] = []
    switch board.reading {
    case .failed(_, let retry) where retry <= now: effects += board.reload()
    case .idle where board.staleAfter.map { $0 < now && $0 >= board.board.asOf } ?? false: effects += board.reload()
    default: break
    }
    effects += tickPlans()
    if let record = records.record, let stale = record.staleAfter, stale < now { effects += records.refresh() }
    return effects
  }

  /// Brings scrolling and what is looked at in step with the rest.
  fileprivate mutating func settle() -> [Effect] {
    board.offset = board.viewport(height: boardLayout.list.rows).offset
    plans.offset = plans.viewport(height: plansLayout.list.rows).offset
    // A message stays with its escalation, wherever the cursor comes to stand.
    if case .compose(let composer) = overlay { return records.want(composer.subject.id) }
    // A form too, should its row leave the board: what became of it is to be told.
    if case .form(let form) = overlay, form.isOfOneEscalation { return records.want(form.subject.id) }
    switch place {
    case .escalation: return []
    case .plans: return plans.selected.map { records.want($0) } ?? []
    case .room: return room.subject.map { records.want($0) } ?? []
    case .register: return register.risk == nil ? register.selected.map { records.want($0) } ?? [] : []
    case .board:
      let isPeeking: Bool
      switch overlay {
      case .form, .explanation, .confirmation, .guidance: isPeeking = true
      case .columns: isPeeking = false
      case .palette, .commandLine, .output, .drafts, .messages: isPeeking = boardLayout.preview != nil
      case .help, .orders, .compose, .ended, .views, nil: isPeeking = boardLayout.preview != nil
      }
      guard isPeeking, let id = board.selected?.id else { return [] }
      return records.want(id)
    }
  }
}
