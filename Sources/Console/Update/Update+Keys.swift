import EscalationDomain
import Screen

extension Model {
  /// Who has the keys now.
  public var scope: ConsoleCommand.Scope {
    switch overlay {
    case .form(let form):
      if case .reviewing = form.phase { return .confirmation }
      if case .settling = form.phase { return .conflict }
      return .form
    case .confirmation: return .confirmation
    case .explanation: return .explanation
    case .help: return .help
    case .orders: return .orders
    case .guidance: return .guidance
    case .compose(let composer): return composer.scope
    case .ended: return .ended
    case .columns: return .columns
    case .views: return .views
    case .palette: return .palette
    case .commandLine: return .commandLine
    case .output: return .output
    case .drafts: return .drafts
    case .messages: return .messages
    case nil: break
    }
    switch place {
    case .escalation: return .escalation
    case .plans:
      return plans.line.field == nil ? .plans : .filter
    case .room: return .room
    case .register: return register.scope
    case .board:
      return board.line.field == nil ? .board : .filter
    }
  }

  mutating func press(_ key: Key) -> [Effect] {
    if case .focus = key { return [] }
    if case .mouse(let event) = key { return mouse(event) }
    if case .paste(let text) = key { return paste(text) }
    // Ctrl-j is a line end where a text may have several, and else the enter key of old terminals.
    let key = key == .control("j") && !isInLongText ? .enter : key
    let meant = settings.keymap.meant(by: key, in: scope)
    if meant.allSatisfy({ $0.availability(in: self) == .elsewhere && scope == .form }) { return type(key) }
    if let command = meant.first(where: { $0.availability(in: self) == .available }) { return start(command, key) }
    for command in meant {
      guard case .unavailable(let reason) = command.availability(in: self) else { continue }
      // Esc on a board without a filter is a habit, not a question.
      if key != .escape { tell(.told, "\(command.label): \(reason)") }
      return []
    }
    return strayed(key, meant)
  }

  /// Text goes to what is being typed, and is no row of keys where nothing is.
  private mutating func paste(_ text: String) -> [Effect] {
    let before = self
    let effects = type(.paste(text))
    if self == before, !text.isEmpty { tell(.told, "what was pasted is left out: nothing here takes text") }
    return effects
  }

  /// Does what an available command does on its key.
  mutating func start(_ command: ConsoleCommand, _ key: Key) -> [Effect] {
    // Whoever turns to something new has read what was said, however long the clock stands still.
    if command.opensSomething { toasts.removeAll { $0.kind != .failed } }
    return run(command.id, key)
  }

  /// Keys that are no command go to what is being typed.
  private mutating func type(_ key: Key) -> [Effect] {
    switch overlay {
    case .form(var form) where form.phase == .editing:
      _ = form.type(key)
      let effects = follow(&form)
      overlay = .form(form)
      return effects
    case .compose: typeInLetter(key)
    case .ended: return typeAmongEnded(key)
    case .help(var panel):
      if panel.filter.handle(key) { panel.offset = 0 }
      overlay = .help(panel)
    case nil:
      if ConsoleCommand.places.contains(scope) { return strayed(key, []) }
      typeInFilter(key)
    case .palette: typeInPalette(key)
    case .commandLine: typeInLine(key)
    case .output: tell(.told, "\(keyName(.closeOutput, in: .output)) closes this answer")
    case .form, .confirmation, .explanation, .orders, .guidance: break
    case .columns: break
    case .views: break
    case .drafts, .messages: break
    }
    return []
  }

  private mutating func run(_ command: ConsoleCommand.ID, _ key: Key) -> [Effect] {
    if runInFilter(command) { return [] }
    if place == .register, overlay == nil, ConsoleCommand.ofRegister.contains(command) { return register(command) }
    if let effects = runAtPlans(command) { return effects }
    if let effects = runInRoom(command) { return effects }
    switch command {
    case .acknowledge, .update, .note, .assign, .severity, .pause, .resume, .resolve, .task, .hypothesis, .confirmed,
      .close, .level, .stage, .role, .move, .reopen, .cancel, .raise:
      return openForm(command)
    case .newEscalation: return openNew()
    case .lookAmongEnded: return lookAmongEnded()
    case .openEnded: return openEnded()
    case .closeEnded: return closeEnded(key)
    case .markDone: return markDone()
    case .doneMilestone, .reopenMilestone, .addMilestone, .editPlan, .shiftMilestone, .startMilestone, .dropMilestone,
      .milestoneUp, .milestoneDown, .outline:
      return actOnPlan(command)
    case .takeUp: return takeUp()
    case .changePerson: return changePerson()
    case .takeAway: return takeAway()
    case .toggleColumn, .columnEarlier, .columnLater, .sortByColumn, .resetColumns, .closeColumns:
      return choose(command)
    case .registerScope, .chooseColumns, .newRisk, .assessRisk, .reviewRisk, .promoteRisk, .closeRisk, .leaveRisk:
      return register(command)
    case .notNeeded: return openForm(.notNeeded, about: selectedWork)
    case .override: return openForm(.override, about: selectedWork)
    case .guidance: return openGuidance()
    case .compose: return openComposer()
    case .pickTemplate: pickTemplate()
    case .fillMessage: fillInLetter()
    case .editMessage, .copyMessage, .writeMessage, .postMessage, .logMessage: return useLetter(command)
    case .leaveMessage: leaveComposer()
    case .undo: return askToUndo()
    case .selectRow: selectRow()
    case .selectAll: selectAll()
    case .letGo: letGoOfSelection()
    case .takeBack: return askInSession(.back)
    case .doAgain: return askInSession(.again)
    case .earlier: return askEarlier()
    case .open: return openSelected()
    case .explain, .explainClock: return explain()
    case .back: return goBack()
    case .goBoard, .goEscalation, .goPlans, .goRoom, .goRegister: return go(command)
    case .startRoom, .nextOnAgenda, .previousOnAgenda, .enterOnAgenda, .skipOnAgenda, .addToAgenda, .pinOnAgenda,
      .earlierOnAgenda, .laterOnAgenda, .adjourn, .endRoom, .takeLead, .attendance, .timebox, .roomNote, .decision,
      .blocker, .review, .carryOver, .copyMinutes, .writeMinutes, .postMinutes:
      break
    case .turnPlans, .chartLater, .chartEarlier, .chartToday: break
    case .plansScope: break
    case .nextPane: turnPane(1)
    case .previousPane: turnPane(-1)
    case .down, .up, .first, .last, .pageDown, .pageUp, .halfPageDown, .halfPageUp: move(command)
    case .filter, .keepFilter, .completeFilter, .clearFilter: break
    case .listViews, .pickView, .closeViews, .showView, .nextView, .previousView, .saveView, .changeView, .dropView,
      .viewUp, .viewDown:
      return useViews(command, key)
    case .sort: openOrders()
    case .reverse: turnRound()
    case .pickOrder: pickOrder()
    case .nextSection, .previousSection, .nextLate: jump(command)
    case .jumpBack: return followTrail(back: true)
    case .jumpForward: return followTrail(back: false)
    case .palette: openPalette()
    case .pickEntry: return pickEntry()
    case .closePalette: closePalette(key)
    case .commandLine: return openCommandLine()
    case .runLine: return runLine()
    case .completeLine: completeLine(1)
    case .completeBack: completeLine(-1)
    case .earlierLine: recallLine(earlier: true)
    case .laterLine: recallLine(earlier: false)
    case .mouse: return turnMouse()
    case .hideNames, .showNames: return turnHiding()
    case .nextEscalation: return turnEscalation(1)
    case .previousEscalation: return turnEscalation(-1)
    case .confirm: return confirm()
    case .decline: decline()
    case .nextField, .previousField, .submit, .leaveForm, .discardDraft: return editForm(command, key)
    case .closeExplanation, .closeOrders, .closeGuidance, .leaveLine, .closeOutput: overlay = nil
    case .drafts: overlay = .drafts(DraftPanel())
    case .openDraft: return openDraft()
    case .dropDraft: askToDropDraft()
    case .closeDrafts, .closeMessages: overlay = nil
    case .chooseMine, .chooseTheirs, .chooseOther, .settle: return settle(command)
    case .editText: return editText()
    case .messages: overlay = .messages(MessagePanel())
    case .stance: turnStance()
    case .density: turnDensity()
    case .help: overlay = .help(HelpPanel())
    case .closeHelp: closeHelp(key)
    case .redraw: return [.redraw] + board.reload() + records.refresh() + refreshPlans() + refreshRoom()
    case .theme: return [.nextTheme]
    case .suspend: return [.suspend]
    case .quit: return quit()
    }
    return []
  }

  private mutating func closeHelp(_ key: Key) {
    guard key == .escape, case .help(let panel) = overlay, !panel.filter.isEmpty else {
      overlay = nil
      return
    }
    overlay = .help(HelpPanel())
  }

  private mutating func quit() -> [Effect] {
    if keepsDesk ? !letters.values.contains(where: \.phase.isUnderWay) : drafts.isEmpty && letters.isEmpty {
      return [.quit]
    }
    let isSending = letters.values.contains { $0.phase.isUnderWay }
    overlay = .confirmation(isSending ? .quitSending : .quit(drafts: drafts.count + letters.count))
    return []
  }

  private mutating func openSelected() -> [Effect] {
    guard let id = board.selected?.id else { return [] }
    return openEscalation(id)
  }

  private mutating func turnPane(_ by: Int) {
    guard case .escalation(var place) = place else { return }
    let panes = EscalationPlace.Pane.shown(for: records[place.id])
    let here = panes.firstIndex(of: place.pane) ?? 0
    place.pane = panes[(here + by + panes.count) % panes.count]
    self.place = .escalation(place)
    holdCursor()
  }

  private mutating func explain() -> [Effect] {
    guard let id = subject?.id else { return [] }
    var clock: ExplanationPanel.ClockName?
    if case .escalation(let place) = place, let clocks = records[id]?.clocks, clocks.indices.contains(place.clock) {
      clock = ExplanationPanel.ClockName(clocks[place.clock])
    }
    overlay = .explanation(ExplanationPanel(id: id, clock: clock, offset: 0))
    return records.want(id)
  }

  private mutating func askToUndo() -> [Effect] {
    guard let id = subject?.id else { return [] }
    // What is to be named must be the newest act, so it is read anew.
    overlay = .confirmation(.undo(id, .looking))
    let effects = records.want(id)
    return effects.isEmpty ? records.refresh() : effects
  }
}

extension ConsoleCommand {
  /// Whether it begins something, rather than going on with what is there.
  fileprivate var opensSomething: Bool {
    switch group {
    case .acts, .looking: true
    case .moving, .typing, .console: false
    }
  }
}
