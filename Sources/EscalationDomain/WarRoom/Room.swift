/// A session of the war room, as its register tells it.
public struct Room: Hashable, Sendable {
  public enum Condition: Hashable, Sendable {
    /// Its agenda is being made.
    case planned
    case running
    /// No time counts.
    case adjourned(since: Instant)
    case ended(at: Instant)
  }

  /// Who leads through the agenda, and on which console.
  public struct Driver: Hashable, Sendable {
    public var name: String
    public var console: String
    public var since: Instant
  }

  /// A time during which one escalation was before the room.
  public struct Stretch: Hashable, Sendable {
    public var id: EscalationID
    public var from: Instant
    /// None while it is there.
    public var to: Instant?
  }

  public struct Note: Hashable, Sendable {
    public var text: String
    public var stamp: Work.Stamp
  }

  public let id: RoomID
  public private(set) var condition = Condition.planned
  public private(set) var start: RoomStart?
  public private(set) var started: Work.Stamp?
  public private(set) var driver: Driver?
  public private(set) var timebox: RoomTimebox?
  /// By the time they were first named.
  public private(set) var attendance: [RoomAttendance] = []
  public private(set) var roles: [String: String] = [:]
  /// By the time they were pinned.
  public private(set) var pinned: [EscalationID] = []
  public private(set) var skipped: [EscalationID: Work.Stamp] = [:]
  /// Those that somebody put on the agenda, with why.
  public private(set) var added: [EscalationID: Work.Stamp] = [:]
  /// The order by hand; empty where nobody made one.
  public private(set) var order: [EscalationID] = []
  /// The order since the start, with what was skipped.
  private var frozen: [EscalationID] = []
  /// What was before the room, one after the other.
  public private(set) var stretches: [Stretch] = []
  public private(set) var notes: [Note] = []
  /// See ``RoomStart/through``, as of the end.
  public private(set) var through: Int64?
  /// All that was written down, what was taken back included.
  public let log: RegisterLog<RoomFact>

  /// O(n log n).
  public init(_ id: RoomID, _ log: RegisterLog<RoomFact> = RegisterLog()) {
    self.id = id
    self.log = log
    for entry in log.effective { apply(entry) }
  }

  private mutating func apply(_ entry: RegisterEntry<RoomFact>) {
    let stamp = Work.Stamp(at: entry.occurred, by: entry.actor, why: entry.why)
    switch entry.fact {
    case .pinned(let id):
      pinned = pinned.filter { $0 != id } + [id]
      comesNext(id)
    case .unpinned(let id): pinned.removeAll { $0 == id }
    case .skipped(let id):
      skipped[id] = stamp
      if current == id { leave(at: entry.occurred) }
    case .unskipped(let id):
      skipped[id] = nil
      // Left out before the start, it is not among what was frozen.
      if started != nil, !frozen.contains(id) { frozen.append(id) }
    case .added(let id):
      added[id] = stamp
      skipped[id] = nil
      if started != nil, !frozen.contains(id) { frozen.append(id) }
    case .ordered(let ids):
      order = ids
      frozen = ids.filter(frozen.contains) + frozen.filter { !ids.contains($0) }
    case .started(let start):
      (self.start, started, condition, timebox) = (start, stamp, .running, start.timebox)
      let others = added.filter { !start.agenda.contains($0.key) }
      frozen = start.agenda + others.sorted { ($0.value.at, $0.key) < ($1.value.at, $1.key) }.map(\.key)
    case .driven(let console): driver = Driver(name: entry.actor, console: console, since: entry.occurred)
    case .entered(let id):
      leave(at: entry.occurred)
      stretches.append(Stretch(id: id, from: entry.occurred))
    case .left: leave(at: entry.occurred)
    case .adjourned:
      leave(at: entry.occurred)
      condition = .adjourned(since: entry.occurred)
    case .continued: condition = .running
    case .attended(let new):
      if let index = attendance.firstIndex(where: { $0.name.isSameName(as: new.name) }) {
        attendance[index] = new
      } else {
        attendance.append(new)
      }
    case .roleTaken(let role, let person): roles[role] = person
    case .timeboxed(let new): timebox = new
    case .noted(let text): notes.append(Note(text: text, stamp: stamp))
    case .ended(let through):
      leave(at: entry.occurred)
      condition = .ended(at: entry.occurred)
      self.through = through
    case .takenBack: break
    }
  }

  /// In a running session what is pinned comes after what is before the room: nobody goes back for it.
  private mutating func comesNext(_ id: EscalationID) {
    guard id != last, frozen.contains(id) else { return }
    frozen.removeAll { $0 == id }
    let place = last.flatMap(frozen.firstIndex(of:)).map { $0 + 1 } ?? 0
    frozen.insert(id, at: place)
  }

  private mutating func leave(at instant: Instant) {
    if let last = stretches.indices.last, stretches[last].to == nil { stretches[last].to = instant }
  }
}

extension Room {
  /// Every escalation that its agenda or what people said about it names. O(agenda).
  public var named: Set<EscalationID> { Set(frozen).union(pinned).union(added.keys).union(skipped.keys) }

  /// Whether somebody leads from a console. Where nobody leads, whoever comes first will.
  public func isDriven(by name: String, on console: String) -> Bool {
    driver.map { $0.name == name && $0.console == console } ?? false
  }

  public var isOver: Bool {
    if case .ended = condition { return true }
    return false
  }

  public var ended: Instant? {
    if case .ended(let at) = condition { return at }
    return nil
  }

  /// What is before the room; in an adjourned one nothing is.
  public var current: EscalationID? { stretches.last.flatMap { $0.to == nil ? $0.id : nil } }

  /// What was before the room last: a session that goes on goes on there.
  public var last: EscalationID? { stretches.last?.id }

  /// The agenda as it was frozen, with what people moved and added since, without what they skipped; empty before the
  /// start. O(agenda).
  public var agenda: [EscalationID] { frozen.filter { skipped[$0] == nil } }

  /// The same with those that were before the room and were skipped later. O(agenda).
  public var tabled: [EscalationID] { frozen.filter { skipped[$0] == nil || discussed.contains($0) } }

  /// What comes after what is, or was last, before the room: the first behind it that the room has not talked about, else
  /// the first such from the beginning; nil where none is left. O(agenda).
  public var next: EscalationID? {
    let discussed = discussed
    let place = last.flatMap(frozen.firstIndex(of:)).map { $0 + 1 } ?? 0
    return (frozen[place...] + frozen[..<place]).first { skipped[$0] == nil && !discussed.contains($0) }
  }

  /// What stands before it on the agenda; of a break in the agenda what was there last. O(agenda).
  public var previous: EscalationID? {
    guard let last else { return nil }
    if current == nil, skipped[last] == nil, frozen.contains(last) { return last }
    guard let place = frozen.firstIndex(of: last) else { return nil }
    return frozen[..<place].last { skipped[$0] == nil }
  }

  /// How long an escalation was before the room so far, in seconds. O(stretches).
  public func spent(on id: EscalationID, now: Instant) -> Int64 {
    stretches.filter { $0.id == id }.reduce(0) { $0 + max(0, ($1.to ?? now) - $1.from) }
  }

  /// How long the session has lasted without its breaks, in seconds; nil before its start. O(entries).
  public func lasted(now: Instant) -> Int64? {
    guard let started else { return nil }
    var total: Int64 = 0
    var since: Instant? = started.at
    for entry in log.effective {
      switch entry.fact {
      case .adjourned, .ended:
        if let begun = since { total += max(0, entry.occurred - begun) }
        since = nil
      case .continued: since = since ?? entry.occurred
      default: break
      }
    }
    return total + (since.map { max(0, now - $0) } ?? 0)
  }

  /// Which of its escalations were before the room at least once.
  public var discussed: Set<EscalationID> { Set(stretches.map(\.id)) }
}
