import EscalationDomain
import Screen

extension Model {
  /// What a message makes old of the register, and what is to be asked for where it shows. What is not looked at is not
  /// read.
  mutating func followRegister(_ message: Message) -> [Effect] {
    switch message {
    case .performed, .opened, .storeChanged, .register(.riskPerformed), .register(.promoted): register.isOld = true
    case .bulkPerformed, .registerReversed(_, .done): register.isOld = true
    case .keyPressed(.control("l")): register.isOld = true
    case .policyLoaded: relearnRegister()
    case .tick:
      switch register.reading {
      case .failed(_, let retry) where retry <= now: register.isOld = true
      case .idle where register.isLoaded:
        if let stale = register.staleAfter, stale < now { register.isOld = true }
        // What is due within an hour is so for other rows a minute later.
        if register.query.filter.isTimed, register.page.asOf.seconds / 60 != now.seconds / 60 { register.isOld = true }
      default: break
      }
    default: break
    }
    guard case .register = place else { return [] }
    register.offset = registerViewport.offset
    if case .failed(_, let retry) = register.reading, retry > now { return [] }
    guard register.isOld else { return [] }
    var effects = register.reload()
    register.isOld = false
    if let risk = register.risk { effects.append(.register(.loadRisk(risk.row.id))) }
    return effects
  }

  mutating func registerAnswered(_ answer: RegisterAnswer) -> [Effect] {
    switch answer {
    case .loaded(let query, let page): return register.answered(query, page)
    case .riskLoaded(let id, let file):
      let untouched = untouchedForm.flatMap { $0.kind.isOfRisk ? $0 : nil }
      show(id, file)
      if let form = untouched, form.subject.id == Subject(riskID: id).id { overlay = .form(fresh(form)) }
      if resuming != nil { return resumeRisk(id, file) }
      guard file != nil, register.risk?.row.id == id, let pending = register.risk?.pending else { return [] }
      register.risk?.pending = nil
      // Whoever has gone on to something else meanwhile is left to it.
      return overlay == nil ? openRiskForm(pending) : []
    case .riskPerformed(let id, let file, let mark):
      // A new one has its id from here on.
      riskFormDone(Subject(riskID: id).id)
      let said = file.entries.last.map { "\(file.risk.id): \(file.risk.log.sentence($0))" } ?? "\(file.risk.id)"
      remember(said, mark, of: file.risk)
      tell(.done, id.text.isEmpty ? "\(said): \(file.risk.entry.title)" : said)
      show(file.risk.id, file)
      return []
    case .promotionPreviewed(let id, let promotion, let review):
      guard case .form(var form) = overlay, form.kind == .promoteRisk, form.subject.id == Subject(riskID: id).id,
        form.phase == .weighing
      else { return [] }
      form.phase = .reviewing(.opening(review))
      form.promotion = promotion
      overlay = .form(form)
      return []
    case .promoted(let file, let performed):
      riskFormDone(Subject(riskID: file.risk.id).id)
      tell(.done, "\(file.risk.id) is \(performed.record.id) now")
      remember(
        "\(file.risk.id) promoted to \(performed.record.id)",
        obstacle: "What a risk became stays on record; X on \(performed.record.id) cancels it as none after all.")
      self.show(file.risk.id, file)
      return show(performed)
    }
  }

  private mutating func remember(_ said: String, _ mark: RegisterMark?, of risk: Risk) {
    if let mark { return remember(said, mark) }
    remember("\(risk.id) put into the register", obstacle: "A risk keeps its number; C on it closes it.")
  }

  private mutating func show(_ id: RiskID, _ file: RiskFile?) {
    guard var panel = register.risk, panel.row.id == id, let file else { return }
    panel.file = file
    panel.row = RiskRow(file.risk)
    register.risk = panel
  }

  private mutating func riskFormDone(_ id: EscalationID) {
    if case .form(let form) = overlay, form.kind.isOfRisk, form.subject.id == id, form.phase == .performing {
      overlay = nil
      drafts[form.name] = nil
    }
    drafts = drafts.filter {
      !$0.value.kind.isOfRisk || $0.key.escalation != id || $0.value.phase != .performing
    }
  }

  mutating func registerFailed(_ effect: RegisterEffect, _ sentence: String) {
    switch effect {
    case .load:
      register.reading = .failed(sentence, retry: now + 5)
      register.isOld = true
      tell(.failed, sentence)
    case .loadRisk:
      resuming = nil
      tell(.failed, sentence)
    case .add:
      tell(.failed, sentence)
      formFailed(Subject(riskID: RiskID("")).id, sentence)
    case .perform(_, _, let id):
      // A long form may have no room for it where the cursor is.
      tell(.failed, "\(id): \(sentence)")
      formFailed(Subject(riskID: id).id, sentence)
    case .previewPromotion(_, let id), .promote(let id, _):
      formFailed(Subject(riskID: id).id, sentence)
    }
  }
}

extension Model {
  /// The rows follow once the message has been taken in.
  mutating func editRegisterFilter(_ change: (inout FilterTyping) -> Void) {
    let old = register.line.text
    change(&register.line)
    if register.line.field != nil, register.line.vocabulary == nil { register.line.vocabulary = registerWords() }
    if register.line.text != old { understandRegisterFilter() }
  }

  /// Reads the line anew, as after a restart or where other playbooks came.
  mutating func understandRegisterFilter() {
    let words = registerWords
    guard let filter = register.line.read(words), filter != register.query.filter else { return }
    register.query.filter = filter
    // Words alone mean the same whoever asks.
    (register.query.actor, register.query.zone) = filter.isOfWords ? ("", .utc) : (viewer.actor, viewer.zone)
    register.select(0)
    register.isOld = true
  }

  /// Other playbooks bring other words, and another meaning of grades.
  private mutating func relearnRegister() {
    if register.line.field != nil {
      register.line.vocabulary = registerWords()
      register.line.offer(isAsked: register.line.menu != nil)
    }
    guard register.line.entry != .none else { return }
    understandRegisterFilter()
    if !register.query.filter.isOfWords { register.isOld = true }
  }

  /// Grades of earlier editions too: what has ended may have one. O(rows that are held).
  private var registerWords: () -> FilterVocabulary {
    let playbooks = policies?.book.editions.values.flatMap { $0.playbooks.values.map(\.value) } ?? []
    let (rows, board, known) = (register.rows, board.board.rows, board.facts.known)
    return {
      var words = FilterVocabulary(playbooks, register: rows, of: board)
      words.tags = Set(known.tags.values.joined()).sorted()
      words.add(known)
      return words
    }
  }

  /// What a key does that belongs to the register alone.
  mutating func register(_ command: ConsoleCommand.ID) -> [Effect] {
    switch command {
    case .open: return openRegisterRow()
    case .registerScope:
      defer { keepRegister() }
      return register.ask { $0.scope = $0.scope.next }
    case .sort, .chooseColumns:
      overlay = .columns(ColumnPanel(register.columns, at: command == .sort ? register.query.order.column : nil))
      return []
    case .reverse:
      defer { keepRegister() }
      return register.ask { $0.order.isReversed.toggle() }
    case .newRisk, .assessRisk, .reviewRisk, .promoteRisk, .closeRisk: return openRiskForm(command)
    case .leaveRisk:
      register.risk = nil
      return []
    default: return []
    }
  }

  /// To the place of an escalation; a risk shows all that is known of it, and one that became an escalation leads there.
  private mutating func openRegisterRow() -> [Effect] {
    if let id = register.risk?.row.escalation { return openEscalation(id) }
    switch register.selectedRow {
    case .escalation(let row, _): return openEscalation(row.id)
    case .risk(let row, _):
      register.risk = RiskPanel(row)
      return [.register(.loadRisk(row.id))]
    case nil: return []
    }
  }

  mutating func moveInRegister(_ command: ConsoleCommand.ID) {
    if var panel = register.risk {
      let lines = RiskView(model: self, panel: panel).lines(width: RiskView.width(size)).count
      panel.offset = Model.moved(command, from: panel.offset, count: lines, page: RiskView.height(size))
      register.risk = panel
      return
    }
    let page = max(1, RegisterView.list(size).rows - 1)
    register.select(Model.stepped(command, from: register.cursor, count: register.rows.count, page: page))
  }

  var registerViewport: Viewport {
    Viewport(
      height: RegisterView.list(size).rows, count: register.rows.count, offset: register.offset,
      selected: register.rows.isEmpty ? nil : register.cursor, margin: 2)
  }
}
