import EscalationDomain

/// The war room as one console looks at it; lives on while another place is shown.
public struct RoomState: Equatable, Sendable {
  /// What of a session shows.
  public enum Look: Int, Hashable, Sendable, CaseIterable {
    /// The escalation that is before the room, large.
    case meeting
    case agenda
    /// What changed since the session before.
    case since
    /// What the room must do today, over all escalations.
    case checklist
    case minutes

    public var title: String {
      switch self {
      case .meeting: "Meeting"
      case .agenda: "Agenda"
      case .since: "Since"
      case .checklist: "Checklist"
      case .minutes: "Minutes"
      }
    }
  }

  /// What a line with a cursor is about.
  public enum Key: Hashable, Sendable {
    case escalation(EscalationID)
    case item(EscalationID, checklist: String, item: String)

    public var escalation: EscalationID {
      switch self {
      case .escalation(let id), .item(let id, _, _): id
      }
    }
  }

  /// On its line, and should that go, on its place.
  struct Cursor: Hashable, Sendable {
    var key: Key?
    var index = 0
  }

  public private(set) var file: RoomFile?
  public internal(set) var reading = BoardState.Reading.idle
  public internal(set) var look = Look.agenda
  /// Of the session that has started, or of the one before.
  public internal(set) var minutes: Minutes?
  var minutesOffset = 0
  /// The first line that shows of what the meeting tells of the escalation before the room.
  private(set) var meetingOffset = 0
  /// Of the escalation that was before the room as the agenda showed last.
  private var agendaSeen: EscalationID?
  /// Who led as this console last looked.
  var knownDriver: Room.Driver?
  private var cursors: [Look: Cursor] = [:]
  /// The line whose mark is on its way to the store.
  var marking: Key?

  init() {}

  public var room: Room? { file?.room }
  public var isRunning: Bool { room?.condition == .running }
  public var hasStarted: Bool { room.map { $0.started != nil && !$0.isOver } ?? false }

  /// Those that have something to show.
  public var looks: [Look] { Look.allCases.filter { $0 != .meeting || hasStarted } }

  mutating func reload(in zone: Zone) -> [Effect] {
    switch reading {
    case .underWay, .underWayAndOld:
      reading = .underWayAndOld
      return []
    case .idle, .failed:
      reading = .underWay
      return [.room(.load(zone))]
    }
  }

  /// Takes a reading in. A session that starts turns this console to the meeting, wherever it was started.
  mutating func show(_ new: RoomFile) {
    let (began, before) = (!hasStarted, file?.room.current)
    let skipped = Set(new.skipped.map(\.id)).subtracting((file?.skipped ?? []).map(\.id))
    file = new
    // What was skipped goes to the end of the list; whoever skipped it stays where they were.
    if let key = cursors[.agenda]?.key, skipped.contains(key.escalation) { cursors[.agenda]?.key = nil }
    settle(began: began, before)
  }

  /// Takes the session in as an act left it, before all is read again.
  mutating func take(_ room: Room) {
    guard file?.room.id == room.id else { return }
    let (began, before) = (!hasStarted, file?.room.current)
    file?.room = room
    settle(began: began, before)
  }

  private mutating func settle(began: Bool, _ before: EscalationID?) {
    if room?.current != before { meetingOffset = 0 }
    if began, hasStarted { look = .meeting }
    if !looks.contains(look) { look = room?.isOver ?? false ? .minutes : .agenda }
    for look in Look.allCases { hold(look) }
  }

  /// When time alone makes what shows old: something comes due, and now and then anyway.
  var staleAfter: Instant? {
    guard let file else { return nil }
    let soon = file.items.flatMap { $0.reasons.compactMap(\.due) }.filter { $0 >= file.asOf }.min()
    return min(soon ?? .max, file.asOf + 300)
  }

  /// The lines of a look that a cursor can stand on. O(what it lists).
  func keys(_ look: Look) -> [Key] {
    guard let file else { return [] }
    switch look {
    case .meeting: return file.room.current.map { items(of: $0) } ?? []
    case .agenda:
      return (file.items.map(\.id) + file.arrivals.map(\.id) + file.skipped.map(\.id)).map { .escalation($0) }
    case .since: return file.news.records.map { .escalation($0.id) }
    case .checklist: return file.checklist.groups.flatMap { items(of: $0.id) }
    case .minutes: return []
    }
  }

  private func items(of id: EscalationID) -> [Key] {
    file?.checklist(of: id).map { .item(id, checklist: $0.checklist, item: $0.item.id) } ?? []
  }

  /// Index into the keys of a look; nil where there are none.
  func cursor(_ look: Look) -> Int? {
    let keys = keys(look)
    guard !keys.isEmpty else { return nil }
    let cursor = cursors[look] ?? Cursor()
    return cursor.key.flatMap(keys.firstIndex(of:)) ?? min(max(0, cursor.index), keys.count - 1)
  }

  mutating func select(_ index: Int, in look: Look) {
    let keys = keys(look)
    guard !keys.isEmpty else { return }
    let index = min(max(0, index), keys.count - 1)
    cursors[look] = Cursor(key: keys[index], index: index)
  }

  mutating func select(_ key: Key, in look: Look) {
    if let index = keys(look).firstIndex(of: key) { select(index, in: look) }
  }

  /// Turns to a part. The agenda opens at what is before the room, once for each that is.
  mutating func turn(to new: Look) {
    look = new
    guard new == .agenda, let current = room?.current, agendaSeen != current else { return }
    agendaSeen = current
    select(.escalation(current), in: .agenda)
  }

  mutating func scrollMeeting(to offset: Int) { meetingOffset = max(0, offset) }

  /// Ties the cursor of a look to the line that it stands on.
  private mutating func hold(_ look: Look) { if let index = cursor(look) { select(index, in: look) } }

  /// What the cursor stands on.
  public var selected: Key? { cursor(look).map { keys(look)[$0] } }

  /// The escalation that a key acts on.
  public var subject: EscalationID? {
    switch look {
    case .meeting: file?.room.current
    case .agenda, .since, .checklist: selected?.escalation
    case .minutes: nil
    }
  }
}
