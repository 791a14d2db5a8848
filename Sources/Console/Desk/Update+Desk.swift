import EscalationDomain
import Screen

/// What one run leaves to the next, and how the next takes it up.
extension Model {
  /// Takes up what an earlier run left: the place and its view, marks, drafts.
  mutating func deskLoaded(_ new: Desk) -> [Effect] {
    desk = new
    keepsDesk = true
    if board.isLoaded { markSeen() }
    tellOfDrafts()
    return new.look.map { restore($0) } ?? []
  }

  /// The first rows are there: what is told and marked once can be.
  mutating func firstBoard() {
    markSeen()
    tellOfDrafts()
  }

  private mutating func markSeen() {
    guard keepsDesk, let seen = desk.seen else { return }
    board.mark(since: Instant(seen.asOf), and: Set((seen.marked ?? []).map { EscalationID($0) }))
  }

  private mutating func restore(_ look: LastLook) -> [Effect] {
    if let order = look.order.flatMap(BoardOrder.init(rawValue:)) {
      board.sort(Sorting(order: order, isReversed: look.isReversed ?? false))
    } else if look.isReversed ?? false {
      board.sort(Sorting(isReversed: true))
    }
    if let filter = look.filter?.nonEmpty { board.setFilter(.set(filter)) }
    if let cursor = look.cursor { board.want(EscalationID(cursor)) }
    switch (look.place, look.escalation) {
    case ("escalation", let id?):
      let id = EscalationID(id)
      let effects = openEscalation(id)
      if let pane = EscalationPlace.Pane.allCases.first(where: { $0.title == look.pane }) {
        place = .escalation(EscalationPlace(id: id, pane: pane))
      }
      returning = id
      return effects
    case ("plans", _): return go(.goPlans)
    case ("room", _): return go(.goRoom)
    case ("register", _): return go(.goRegister)
    default: return []
    }
  }

  /// The escalation that was looked at last is not there any more.
  mutating func returnFailed(_ id: EscalationID) -> [Effect] {
    returning = nil
    if case .escalation(let place) = place, place.id == id { goHome() }
    // Nobody asked for it, so nothing is to be tried again.
    records = RecordSlot()
    return []
  }

  /// How the console looks now, to be found so again.
  private var look: LastLook {
    var look = LastLook()
    switch place {
    case .board: look.place = "board"
    case .escalation(let place):
      (look.place, look.escalation, look.pane) = ("escalation", place.id.text, place.pane.title)
    case .plans: look.place = "plans"
    case .room: look.place = "room"
    case .register: look.place = "register"
    }
    if board.sorting.order != Sorting().order { look.order = board.sorting.order.rawValue }
    if board.sorting.isReversed { look.isReversed = true }
    // What is still being typed is no filter yet.
    if case .set(let text) = board.filter { look.filter = text }
    // Until rows are there the cursor is where it was left.
    look.cursor = board.isLoaded ? board.selected?.id.text : desk.look?.cursor
    return look
  }

  /// Brings the desk in step with what a message changed. O(drafts + marks).
  mutating func keepUp(after message: Message) {
    guard keepsDesk else { return }
    switch message {
    // Time alone changes nothing that is kept.
    case .tick, .storeUnchanged, .resized: return
    case .boardLoaded, .performed, .opened: desk.seen = seen(asOf: max(board.board.asOf, now))
    default:
      if let old = desk.seen, board.isLoaded { desk.seen = seen(asOf: Instant(old.asOf)) }
    }
    keepDrafts()
    let look = self.look
    if desk.look != look { desk.look = look }
  }

  private func seen(asOf instant: Instant) -> Seen {
    let marks = board.changed.isEmpty ? nil : board.changed.map(\.text).sorted().prefix(Seen.mostMarks)
    return Seen(asOf: instant.seconds, marked: marks.map(Array.init))
  }
}
