import EscalationDomain
import Screen

extension Model {
  /// Rows that one turn of the wheel moves by.
  private static let wheelStep = 3

  /// Takes the mouse, or leaves it to the terminal.
  mutating func turnMouse() -> [Effect] {
    hasMouse.toggle()
    desk.leavesMouse = hasMouse ? nil : true
    tell(.told, hasMouse ? "the mouse works here" : "the mouse is the terminal's: select text with it")
    return [.useMouse(hasMouse)]
  }

  /// As it was left in an earlier run.
  mutating func takeMouse(of desk: Desk) -> [Effect] {
    guard hasMouse, desk.leavesMouse ?? false else { return [] }
    hasMouse = false
    return [.useMouse(false)]
  }

  /// The screen is drawn once more to learn what is under the mouse: O(what is on the screen).
  mutating func mouse(_ event: MouseEvent) -> [Effect] {
    guard hasMouse else { return [] }
    let under: [Clickable] = view(self, size: size).meanings(at: event.point)
    switch event.kind {
    case .press(.left): return click(under)
    case .wheelUp: wheel(.up, under)
    case .wheelDown: wheel(.down, under)
    case .press, .release: break
    }
    return []
  }

  private mutating func click(_ under: [Clickable]) -> [Effect] {
    switch under.first {
    case .key(let key): return press(key)
    case .order(let order) where overlay == nil:
      if order == board.sorting.order { turnRound() } else { board.sort(Sorting(order: order)) }
    case .field(let index): focus(on: index)
    case .line(let index): return pick(index, in: under.pane)
    case .pane(let pane) where overlay == nil: turn(to: pane)
    case .order, .pane, .list, nil: break
    }
    return []
  }

  /// Selects a line; clicked again, it is opened as enter would.
  private mutating func pick(_ index: Int, in pane: EscalationPlace.Pane?) -> [Effect] {
    let isAgain: Bool
    switch overlay {
    case .orders(var panel):
      isAgain = panel.highlighted == index
      panel.highlighted = index
      overlay = .orders(panel)
    case .palette(var panel):
      isAgain = panel.highlighted == index
      panel.highlighted = index
      overlay = .palette(panel)
    case .ended(var panel):
      isAgain = panel.highlighted == index
      panel.highlighted = index
      overlay = .ended(panel)
    case .compose(var composer) where composer.step == .choosing:
      isAgain = composer.highlighted == index
      composer.highlighted = index
      overlay = .compose(composer)
    case nil: isAgain = pickInPlace(index, in: pane)
    default: isAgain = false
    }
    return isAgain ? press(.enter) : []
  }

  /// Answers whether it was selected already. What enter would do at once to a line of work is not done by a click.
  private mutating func pickInPlace(_ index: Int, in pane: EscalationPlace.Pane?) -> Bool {
    switch place {
    case .board:
      if case .typing(let field) = board.filter { board.setFilter(field.isEmpty ? .none : .set(field.text)) }
      guard board.shown.indices.contains(index), index != board.cursor else { return board.cursor == index }
      if let id = board.selected?.id { board.changed.remove(id) }
      board.select(index)
      return false
    case .escalation(var place):
      guard let pane, let record = records[place.id] else { return false }
      let isAgain = place.pane == pane && pane == .clocks && place.clock == index
      place.pane = pane
      switch pane {
      case .clocks: place.clock = min(index, max(0, record.clocks.count - 1))
      case .work: if let list = work(of: record) { place.work = ItemCursor(list, at: index) }
      case .people: if let list = people(of: record) { place.people = ItemCursor(list, at: index) }
      case .plan: place.plan = ItemCursor(plan(of: record), at: index)
      case .timeline, .health, .details: break
      }
      self.place = .escalation(place)
      return isAgain
    case .plans:
      defer { plans.select(index) }
      return plans.cursor == index
    case .register:
      defer { register.select(index) }
      return register.cursor == index
    }
  }

  private mutating func turn(to pane: EscalationPlace.Pane) {
    guard case .escalation(var place) = place else { return }
    place.pane = pane
    self.place = .escalation(place)
    holdCursor()
  }

  private mutating func focus(on index: Int) {
    guard case .form(var form) = overlay, form.phase == .editing, form.fields.indices.contains(index) else { return }
    form.focus = index
    form.follow(self)
    overlay = .form(form)
  }

  /// Scrolls what is under the mouse; in a pane that has not got the keys, it stays so.
  private mutating func wheel(_ command: ConsoleCommand.ID, _ under: [Clickable]) {
    if overlay != nil, scope == .form { return }
    guard overlay == nil, case .escalation(let before) = place, let pane = under.pane else {
      for _ in 0..<Self.wheelStep { move(command) }
      return
    }
    var turned = before
    turned.pane = pane
    place = .escalation(turned)
    for _ in 0..<Self.wheelStep { moveInPlace(command) }
    guard case .escalation(var after) = place else { return }
    after.pane = before.pane
    place = .escalation(after)
  }
}

extension [Clickable] {
  fileprivate var pane: EscalationPlace.Pane? {
    lazy.compactMap { if case .pane(let pane) = $0 { pane } else { nil } }.first
  }
}
