import EscalationDomain
import Screen

extension Model {
  /// Rows that one turn of the wheel moves by.
  private static let wheelStep = 3

  /// Whether the mouse is this console's: as it was switched by key, else as it is set.
  public var hasMouse: Bool { desk.leavesMouse.map { !$0 } ?? settings.hasMouse }

  /// Takes the mouse, or leaves it to the terminal.
  mutating func turnMouse() -> [Effect] {
    let isWanted = !hasMouse
    // What is set as usual needs no keeping.
    desk.leavesMouse = isWanted == settings.hasMouse ? nil : !isWanted
    tell(.told, isWanted ? "the mouse works here" : "the mouse is the terminal's: select text with it")
    return [.useMouse(isWanted)]
  }

  /// Tells the terminal where what was read anew says otherwise than before.
  func followMouse(from had: Bool) -> [Effect] { hasMouse == had ? [] : [.useMouse(hasMouse)] }

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
    case .field(let index):
      // The field lies over what it lets choose from.
      if case .choice(let choice)? = under.dropFirst().first { take(choice, in: index) } else { focus(on: index) }
    case .column(let column) where overlay == nil: return sortRegister(by: column)
    case .view(let index) where overlay == nil: showView(index)
    case .line(let index): return pick(index, in: under.pane)
    case .pane(let pane) where overlay == nil: turn(to: pane)
    case .part(let look) where overlay == nil: return turnRoom(to: look)
    case .order, .pane, .part, .list, .column, .choice, .view, nil: break
    }
    return []
  }

  /// Selects a line; clicked again, it is opened as enter would.
  private mutating func pick(_ index: Int, in pane: EscalationPlace.Pane?) -> [Effect] {
    let isAgain: Bool
    if let overlay {
      isAgain = overlay.highlighted == index
      self.overlay?.highlighted = overlay.highlighted.map { _ in index }
    } else {
      isAgain = pickInPlace(index, in: pane)
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
      if plans.line.field != nil { _ = runInFilter(.keepFilter) }
      defer { plans.select(index) }
      return plans.cursor == index
    case .room:
      defer { room.select(index, in: room.look) }
      return room.look == .agenda && room.cursor(.agenda) == index
    case .register:
      if register.line.field != nil { _ = runInFilter(.keepFilter) }
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
    if index != form.focus { form.turn(to: index) }
    form.follow(self)
    overlay = .form(form)
  }

  /// Takes a choice of a list, or a name that is offered.
  private mutating func take(_ choice: Int, in field: Int) {
    focus(on: field)
    guard case .form(var form) = overlay, form.phase == .editing, form.focus == field else { return }
    form.take(choice)
    form.follow(self)
    overlay = .form(form)
  }

  /// Scrolls what is under the mouse; in a pane that has not got the keys, it stays so.
  private mutating func wheel(_ command: ConsoleCommand.ID, _ under: [Clickable]) {
    if overlay != nil, scope == .form {
      guard under.dropFirst().first.map({ if case .choice = $0 { true } else { false } }) ?? false,
        case .form(var form) = overlay, form.phase == .editing, under.first == .field(form.focus)
      else { return }
      form.step(command == .down ? 1 : -1)
      form.follow(self)
      overlay = .form(form)
      return
    }
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
