/// What can happen in a session of the war room. What is decided about an escalation is in that escalation's own log;
/// here is how the meeting went. A case is never renamed once released: its name is its spelling in the register.
public enum RoomFact: Hashable, Sendable, Codable {
  /// Stands first on the agenda, whatever its severity.
  case pinned(EscalationID)
  case unpinned(EscalationID)
  /// Not talked about in this session; why is the entry's.
  case skipped(EscalationID)
  case unskipped(EscalationID)
  /// On the agenda because somebody wants it there; why is the entry's.
  case added(EscalationID)
  /// The agenda by hand: these in this order, what else there is behind them.
  case ordered([EscalationID])

  case started(RoomStart)
  /// Whoever wrote this leads through the agenda from here on, on this console.
  case driven(console: String)
  /// It is before the room now.
  case entered(EscalationID)
  /// Nothing is before the room: between two, or a break that is none of theirs.
  case left
  /// Lunch, or a fire elsewhere: no time counts until it goes on.
  case adjourned
  case continued
  case attended(RoomAttendance)
  /// A role in the whole session; nobody gives it up.
  case roleTaken(role: String, by: String?)
  case timeboxed(RoomTimebox)
  /// What was said about no one escalation.
  case noted(String)
  /// It is over, and nothing is written about it any more. See ``RoomStart/through`` for the number.
  case ended(through: Int64? = nil)
  /// See ``RegisterFact``.
  case takenBack(entry: Int64)
}

/// A session as it begins: from here on its agenda stands still.
public struct RoomStart: Hashable, Sendable, Codable {
  /// In the order in which they are gone through; what was skipped is not among them.
  public var agenda: [EscalationID]
  /// From when on changes are news: the session before; a local day where there was none.
  public var since: Instant
  /// What is due until then belongs to this session: the next one.
  public var until: Instant
  public var timebox: RoomTimebox
  /// Where the room meets: its minutes tell times of that zone, whoever reads them.
  public var zone: Zone?
  /// The number of the last event that stood in the log by then; the store fills it in. What comes later, by its
  /// number, was not known, whenever it is said to have happened.
  public var through: Int64?

  public init(
    agenda: [EscalationID], since: Instant, until: Instant, timebox: RoomTimebox, zone: Zone? = nil,
    through: Int64? = nil
  ) {
    self.agenda = agenda
    self.since = since
    self.until = until
    self.timebox = timebox
    self.zone = zone
    self.through = through
  }
}

/// How long the room means to talk, in minutes.
public struct RoomTimebox: Hashable, Sendable, Codable {
  public var each: Int
  public var all: Int

  public init(each: Int, all: Int) {
    self.each = each
    self.all = all
  }
}

/// Whether somebody was there.
public struct RoomAttendance: Hashable, Sendable, Codable {
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case present
    case absent
    /// Said beforehand that they cannot come.
    case excused
  }
  public var name: String
  public var state: State

  public init(name: String, state: State) {
    self.name = name
    self.state = state
  }
}

extension RoomFact: RegisterFact {
  public var takesBack: Int64? {
    if case .takenBack(let entry) = self { return entry }
    return nil
  }

  public var matter: String {
    switch self {
    case .pinned(let id), .unpinned(let id): "pin \(id.text)"
    case .skipped(let id), .unskipped(let id): "skip \(id.text)"
    case .added(let id): "add \(id.text)"
    case .ordered: "order"
    case .started, .driven, .entered, .left, .adjourned, .continued, .ended: "course"
    case .attended(let attendance): "attendance \(attendance.name.trimmingSpace.lowercased())"
    case .roleTaken(let role, _): "role \(role.snakeCase)"
    case .timeboxed: "timebox"
    // Two notes do not stand in each other's way.
    case .noted(let text): "note \(text)"
    case .takenBack: ""
    }
  }

  /// How the meeting went stays as it went.
  public var canGoBack: Bool {
    switch self {
    case .pinned, .unpinned, .skipped, .unskipped, .added, .ordered, .attended, .roleTaken, .timeboxed, .noted: true
    case .started, .driven, .entered, .left, .adjourned, .continued, .ended, .takenBack: false
    }
  }
}

extension RoomFact {
  /// The same with the escalations it names as `name` has them.
  func naming(_ name: (EscalationID) throws -> EscalationID) rethrows -> RoomFact {
    switch self {
    case .pinned(let id): return .pinned(try name(id))
    case .unpinned(let id): return .unpinned(try name(id))
    case .skipped(let id): return .skipped(try name(id))
    case .unskipped(let id): return .unskipped(try name(id))
    case .added(let id): return .added(try name(id))
    case .entered(let id): return .entered(try name(id))
    case .ordered(let ids): return .ordered(try ids.map(name).uniqued)
    case .started(var start):
      start.agenda = try start.agenda.map(name).uniqued
      return .started(start)
    case .driven, .left, .adjourned, .continued, .attended, .roleTaken, .timeboxed, .noted, .ended, .takenBack:
      return self
    }
  }

  /// The same with the number of the last event in the log, where the beginning or the end of a session keeps it.
  public func marked(through: Int64) -> RoomFact {
    switch self {
    case .started(var start):
      start.through = through
      return .started(start)
    case .ended: return .ended(through: through)
    default: return self
    }
  }
}

extension Array where Element: Hashable {
  /// Each once, where it stands first.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
