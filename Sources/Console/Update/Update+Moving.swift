import EscalationDomain
import Screen

extension Model {
  /// Moves in whatever has the keys: a cursor on the board and among clocks, else the text.
  mutating func move(_ command: ConsoleCommand.ID) {
    switch overlay {
    case .help(var panel):
      let lines = HelpView.lines(self).count
      panel.offset = Model.moved(command, from: panel.offset, count: lines, page: HelpView.height(size))
      overlay = .help(panel)
    case .explanation(var panel):
      let lines = ExplanationView.lines(self, panel).count
      panel.offset = Model.moved(command, from: panel.offset, count: lines, page: ExplanationView.height(self, panel))
      overlay = .explanation(panel)
    case .guidance(var panel):
      let lines = GuidanceView.lines(self, panel).count
      panel.offset = Model.moved(command, from: panel.offset, count: lines, page: GuidanceView.height(self, panel))
      overlay = .guidance(panel)
    case .orders: highlight(command, among: BoardOrder.allCases.count, page: BoardOrder.allCases.count)
    case .compose(let composer): move(command, in: composer)
    case .ended(let panel): highlight(command, among: panel.rows?.count ?? 0, page: EndedView.height(size))
    case .drafts: highlight(command, among: listedDrafts.count, page: 8)
    case .messages(var panel):
      let page = MessagesView.height(size)
      panel.offset = Model.moved(command, from: panel.offset, count: MessagesView.lines(self).count, page: page)
      overlay = .messages(panel)
    case .form(var form):
      if case .settling(let conflicts, let index) = form.phase {
        form.phase = .settling(
          conflicts, Model.stepped(command, from: index, count: conflicts.count, page: conflicts.count))
        overlay = .form(form)
        return
      }
      let (lines, page) = FormView(model: self, form: form).review
      form.offset = Model.moved(command, from: form.offset, count: lines, page: page)
      overlay = .form(form)
    case .columns(let panel): highlight(command, among: panel.entries.count, page: panel.entries.count)
    case .views: highlight(command, among: views.count, page: ViewsView.height(size, views.count))
    case .palette(let panel): highlight(command, among: panel.lines.count, page: PaletteView.height(size))
    case .output(var panel):
      let count = OutputView.lines(self, panel).count
      panel.offset = Model.moved(command, from: panel.offset, count: count, page: OutputView.height(self, panel))
      overlay = .output(panel)
    case .confirmation(.session(var question)):
      let (lines, page) = BulkPreviewView(self, question).extent(size)
      question.offset = Model.moved(command, from: question.offset, count: lines, page: page)
      overlay = .confirmation(.session(question))
    case .confirmation, .commandLine: break
    case nil: moveInPlace(command)
    }
  }

  /// Steps in the list that lies over the place.
  private mutating func highlight(_ command: ConsoleCommand.ID, among count: Int, page: Int) {
    guard let index = overlay?.highlighted else { return }
    overlay?.highlighted = Model.stepped(command, from: index, count: count, page: page)
  }

  mutating func moveInPlace(_ command: ConsoleCommand.ID) {
    if moveInFilter(command) { return }
    switch place {
    case .board:
      board.endFollowing()
      let page = max(1, boardLayout.list.rows - 2)
      let goal = Model.stepped(command, from: board.cursor, count: board.shown.count, page: page)
      if command == .first || command == .last { return board.jump(to: goal) }
      if let id = board.selected?.id { board.changed.remove(id) }
      board.select(goal)
    case .plans: moveAmongPlans(command)
    case .room: moveInRoom(command)
    case .register: moveInRegister(command)
    case .escalation(var place):
      let list = records[place.id].flatMap { work(of: $0) }
      let people = records[place.id].flatMap { self.people(of: $0) }
      let plan = records[place.id].map { self.plan(of: $0) }
      let layout = EscalationLayout(
        size, place, records[place.id], work: list?.lineCount ?? 0, plan: plan?.shownRows ?? 0,
        people: people?.lineCount ?? 0)
      let page = layout.contentHeight(of: place.pane)
      if place.pane == .clocks {
        let count = records[place.id]?.clocks.count ?? 0
        place.clock = Model.stepped(command, from: place.clock, count: count, page: max(1, page - 1))
      } else if place.pane == .work {
        let index = list?.index(of: place.work) ?? 0
        let goal = Model.stepped(command, from: index, count: list?.items.count ?? 0, page: max(1, page - 1))
        if let list { place.work = ItemCursor(list, at: goal) }
      } else if place.pane == .plan {
        let index = plan?.index(of: place.plan) ?? 0
        let goal = Model.stepped(command, from: index, count: plan?.items.count ?? 0, page: max(1, page - 1))
        if let plan { place.plan = ItemCursor(plan, at: goal) }
      } else if place.pane == .people {
        let index = people?.index(of: place.people) ?? 0
        let goal = Model.stepped(command, from: index, count: people?.items.count ?? 0, page: max(1, page - 1))
        if let people { place.people = ItemCursor(people, at: goal) }
      } else {
        let lines = EscalationView.lineCount(of: place.pane, self, place, layout)
        place.offsets[place.pane] = Model.moved(
          command, from: place.offsets[place.pane] ?? 0, count: lines, page: page)
      }
      self.place = .escalation(place)
    }
  }

  /// Where a cursor comes to stand among `count`.
  static func stepped(_ command: ConsoleCommand.ID, from index: Int, count: Int, page: Int) -> Int {
    let half = max(1, page / 2)
    let wanted: Int
    switch command {
    case .down: wanted = index + 1
    case .up: wanted = index - 1
    case .pageDown: wanted = index + page
    case .pageUp: wanted = index - page
    case .halfPageDown: wanted = index + half
    case .halfPageUp: wanted = index - half
    case .first: wanted = 0
    case .last: wanted = count - 1
    default: wanted = index
    }
    return min(max(0, wanted), max(0, count - 1))
  }

  /// The first line that shows of a text.
  static func moved(_ command: ConsoleCommand.ID, from offset: Int, count: Int, page: Int) -> Int {
    let last = max(0, count - page)
    if command == .last { return last }
    return min(stepped(command, from: min(offset, last), count: count, page: max(1, page - 1)), last)
  }
}
