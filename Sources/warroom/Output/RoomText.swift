import EscalationDomain
import EscalationStore
import Interchange

/// A session of the war room as text to read in a terminal.
struct RoomText {
  let room: Room
  let zone: Zone
  let now: Instant

  init(_ room: Room, zone: Zone, now: Instant) {
    (self.room, self.zone, self.now) = (room, zone, now)
  }

  /// ` (2 of 7)` where something is before the room.
  var place: String {
    guard let current = room.current, let index = room.agenda.firstIndex(of: current) else { return "" }
    return " (\(index + 1) of \(room.agenda.count))"
  }

  /// How it stands: its condition, who is there, who leads.
  var head: [String] {
    var lines = ["Session \(room.id), \(condition)"]
    if let driver = room.driver { lines.append("driven by \(driver.name) from \(driver.console)") }
    lines += room.roles.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    for state in RoomAttendance.State.allCases {
      let names = room.attendance.filter { $0.state == state }.map(\.name)
      if !names.isEmpty { lines.append("\(state.rawValue): \(names.joined(separator: ", "))") }
    }
    return lines
  }

  /// The session before one that has not started.
  func told(_ last: Room) -> String {
    "The one before: \(last.id), \(RoomText(last, zone: zone, now: now).condition)"
  }

  private var condition: String {
    let lasted = (room.lasted(now: now) ?? 0).spokenLength
    let box = room.timebox.map { " of \($0.all) min" } ?? ""
    let over = room.timebox.flatMap { box in room.lasted(now: now).map { $0 - Int64(box.all) * 60 } } ?? 0
    let tail = "after \(lasted)\(box)" + (over >= 60 ? ", \(over.spokenLength) over" : "")
    return switch room.condition {
    case .planned: "not started"
    case .running: "running, \(tail)"
    case .adjourned(let since): "adjourned since \(since.brief(in: zone, now: now)), \(tail)"
    case .ended(let at): "ended \(at.words(in: zone)), \(tail)"
    }
  }

  /// `Board: 12 open (P1 2, P2 10), 3 breached, …`.
  func board(_ totals: BoardTotals) -> String {
    let bands = totals.bands.map { "\($0.grades.joined(separator: "/")) \($0.count)" }.joined(separator: ", ")
    return "Board: \(totals.open) open" + (bands.isEmpty ? "" : " (\(bands))")
      + ", \(totals.breached) breached, \(totals.dueWithinHour) due within the hour, \(totals.paused) paused, at risk "
      + totals.atRisk.words
  }

  /// Every open escalation, in board order, with its most urgent clock.
  func rows(_ board: Board) -> [String] {
    board.rows.map { row in
      let clock = row.clock.map { ", \($0.label) \($0.countdown(at: now))" } ?? ""
      return "  " + AgendaText.head(row) + ", \(row.status.rawValue)\(clock)"
    }
  }

  /// The agenda of a session that has started: what is before the room, how long each was, and why it is on it.
  func lines(_ agenda: Agenda, _ rows: [EscalationID: BoardRow]) -> [String] {
    guard !room.agenda.isEmpty else { return ["nothing is on its agenda"] }
    let items = Dictionary(agenda.items.map { ($0.id, $0) }) { first, _ in first }
    let width = String(room.agenda.count).count
    let discussed = room.discussed
    var lines = [""]
    for (index, id) in room.agenda.enumerated() {
      let number = String(index + 1)
      let pad = String(repeating: " ", count: width - number.count)
      let spent = discussed.contains(id) ? " \(room.spent(on: id, now: now).spokenLength)" : ""
      let mark = room.current == id ? " · now," : discussed.contains(id) ? " · done," : ""
      lines.append("\(pad)\(number)  \(rows[id].map(AgendaText.head) ?? id.text)\(mark)\(spent)")
      for reason in items[id]?.reasons ?? [] {
        lines.append(String(repeating: " ", count: width + 2) + "- \(reason.sentence(zone: zone, now: now))")
      }
    }
    return lines
  }

  /// The rows of those that it names, those that ended included.
  func rows(_ store: SQLiteStore, of ids: [EscalationID]) throws -> [EscalationID: BoardRow] {
    func table(_ rows: [BoardRow]) -> [EscalationID: BoardRow] {
      Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let open = table(try store.board(now: now).rows)
    // Those that ended are many; they are read only where one of them is on the agenda.
    return ids.allSatisfy { open[$0] != nil } ? open : table(try store.rows(.all, now: now))
  }

  func json(
    _ store: SQLiteStore, agenda: [EscalationID]? = nil, reasons: (EscalationID) -> JSONValue = { _ in .null }
  ) throws -> JSONValue {
    let agenda = agenda ?? room.agenda
    return RoomJSON.room(room, agenda: agenda, rows: try rows(store, of: agenda), reasons: reasons, now: now)
  }
}
