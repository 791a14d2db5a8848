/// What a session of the war room talks about, in its order, each with why.
public struct Agenda: Hashable, Sendable {
  public struct Item: Hashable, Sendable, Identifiable {
    public var row: BoardRow
    /// At least one.
    public var reasons: [AgendaReason]
    public var isPinned: Bool

    public var id: EscalationID { row.id }
  }

  /// Left out of this session, with who said so and why.
  public struct Skipped: Hashable, Sendable, Identifiable {
    public var item: Item
    public var stamp: Work.Stamp

    public var id: EscalationID { item.id }
  }

  public var items: [Item]
  public var skipped: [Skipped]
  public var window: RoomWindow
  public var asOf: Instant

  /// - Parameters:
  ///   - records: every escalation that is open or has a clock that runs, as of `now`.
  ///   - room: what people said about this session's agenda.
  /// O(n log n) in the records, and what each one's reasons cost.
  public init(
    _ records: some Sequence<Escalation>, policies: PolicyBook, window: RoomWindow, room: Room, now: Instant
  ) {
    var items: [Item] = []
    var skipped: [Skipped] = []
    for record in records {
      guard let item = Agenda.item(record, policies: policies, window: window, room: room, now: now) else { continue }
      if let stamp = room.skipped[record.id] {
        skipped.append(Skipped(item: item, stamp: stamp))
      } else {
        items.append(item)
      }
    }
    let ranks = Agenda.ranks(room)
    self.items = items.sorted { Agenda.order($0, $1, ranks) }
    self.skipped = skipped.sorted { Agenda.order($0.item, $1.item, ranks) }
    self.window = window
    asOf = now
  }

  /// Nil for one that the room need not talk about.
  public static func item(
    _ record: Escalation, policies: PolicyBook, window: RoomWindow, room: Room, now: Instant
  ) -> Item? {
    let policy = policies.editions[record.edition] ?? policies.current
    var reasons = record.agendaReasons(policy: policy, window: window, now: now)
    let isPinned = room.pinned.contains(record.id)
    if let stamp = room.added[record.id] {
      reasons.insert(AgendaReason(.added, label: stamp.why ?? "", owner: stamp.by), at: 0)
    }
    if isPinned { reasons.insert(AgendaReason(.pinned), at: 0) }
    guard !reasons.isEmpty else { return nil }
    return Item(row: BoardRow(record), reasons: reasons, isPinned: isPinned)
  }
}

extension Agenda {
  /// Where a person's hand put an escalation: what is pinned before all, then the order by hand.
  private static func ranks(_ room: Room) -> [EscalationID: Int] {
    var ranks: [EscalationID: Int] = [:]
    for id in room.order where ranks[id] == nil { ranks[id] = ranks.count }
    // Below zero: before every place by hand, in the order by hand among themselves.
    let pinned = room.pinned.enumerated().sorted {
      (ranks[$0.element] ?? .max, $0.offset) < (ranks[$1.element] ?? .max, $1.offset)
    }
    for (index, pin) in pinned.enumerated() { ranks[pin.element] = index - pinned.count }
    return ranks
  }

  /// By hand, then severity, then the first deadline, then ARR, the most first. Amounts of two currencies are not
  /// compared: they stand by currency.
  private static func order(_ a: Item, _ b: Item, _ ranks: [EscalationID: Int]) -> Bool {
    let (x, y) = (ranks[a.id] ?? .max, ranks[b.id] ?? .max)
    if x != y { return x < y }
    if a.row.band != b.row.band { return a.row.band < b.row.band }
    let (due, other) = (a.firstDue, b.firstDue)
    if due != other { return due < other }
    let (money, theirs) = (a.row.arr, b.row.arr)
    if money?.currency != theirs?.currency {
      return money == nil ? false : theirs == nil ? true : (money?.currency ?? "") < (theirs?.currency ?? "")
    }
    if money?.minorUnits != theirs?.minorUnits { return (money?.minorUnits ?? 0) > (theirs?.minorUnits ?? 0) }
    return a.id < b.id
  }
}

extension Agenda.Item {
  /// The first time at which something asks for attention; the end of time where nothing has one.
  fileprivate var firstDue: Instant { reasons.compactMap(\.at).min() ?? .max }
}
