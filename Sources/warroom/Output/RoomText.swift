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

  /// The agenda of a session that has started, with what is before the room and how long each was.
  func agenda(_ rows: [EscalationID: BoardRow]) -> [[String]] {
    room.agenda.enumerated().map { index, id in
      let spent = room.spent(on: id, now: now)
      let mark = room.current == id ? "now" : room.discussed.contains(id) ? "done" : ""
      let row = rows[id]
      return [
        String(index + 1), mark, row?.grade ?? "", id.text, row?.account ?? "",
        room.discussed.contains(id) ? spent.spokenLength : "", row?.owner ?? "nobody", row?.title ?? "",
      ]
    }
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

  func json(_ store: SQLiteStore, agenda: [EscalationID]? = nil) throws -> JSONValue {
    let agenda = agenda ?? room.agenda
    return RoomJSON.room(room, agenda: agenda, rows: try rows(store, of: agenda), now: now)
  }
}
