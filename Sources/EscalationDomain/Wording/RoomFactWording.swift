extension RoomFact {
  /// What was done, as a clause without who and when.
  public var sentence: String {
    switch self {
    case .pinned(let id): "pinned \(id)"
    case .unpinned(let id): "took the pin off \(id)"
    case .skipped(let id): "skips \(id)"
    case .unskipped(let id): "\(id) is on the agenda again"
    case .added(let id): "added \(id)"
    case .ordered(let ids): "put in order: \(ids.map(\.text).joined(separator: ", "))"
    case .started(let start):
      start.agenda.isEmpty ? "started, with nothing on its agenda" : "started with \(start.agenda.count) on its agenda"
    case .driven(let console): "drives from \(console)"
    case .entered(let id): "\(id) is before the room"
    case .left: "nothing is before the room"
    case .adjourned: "adjourned"
    case .continued: "goes on"
    case .attended(let attendance): "\(attendance.name): \(attendance.state.rawValue)"
    case .roleTaken(let role, let person): "\(role): \(person ?? "nobody")"
    case .timeboxed(let box): "\(box.each) minutes for each, \(box.all) for all"
    case .noted(let text): "noted: \(text)"
    case .ended: "ended"
    case .takenBack: "took an entry back"
    }
  }
}

extension Int64 {
  /// A length of time as a room speaks of it, from seconds: `under a minute`, `12 min`, `1 h 5 min`.
  public var spokenLength: String {
    let minutes = self / 60
    if minutes < 1 { return "under a minute" }
    if minutes < 60 { return "\(minutes) min" }
    return "\(minutes / 60) h" + (minutes % 60 == 0 ? "" : " \(minutes % 60) min")
  }
}
