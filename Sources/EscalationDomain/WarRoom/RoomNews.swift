/// What is new since an earlier moment, for a whole board: the tally of all, and of each escalation what changed.
public struct RoomNews: Hashable, Sendable {
  public struct Record: Hashable, Sendable, Identifiable {
    public var row: BoardRow
    /// At least one.
    public var changes: [RecordChange]

    public var id: EscalationID { row.id }
  }

  /// By board order, those that ended behind those that are open.
  public var records: [Record] = []
  public var opened = 0
  public var reopened = 0
  /// Resolved, or closed at once.
  public var resolved = 0
  /// Deadlines that passed, whatever came of them later.
  public var breached = 0
  /// Updates, first words and messages that went to customers.
  public var updates = 0
  public var atRiskBefore = MoneyTotals()
  public var atRiskNow = MoneyTotals()
  public var since: Instant
  public var asOf: Instant

  /// Records as they were and as they are, taken in one after the other; only what is told of them is kept.
  public struct Pairs {
    fileprivate var records: [Record] = []
    fileprivate var before: [BoardRow] = []
    fileprivate var after: [BoardRow] = []
    fileprivate var counts = (opened: 0, reopened: 0, resolved: 0, breached: 0, updates: 0)
    fileprivate let since: Instant

    public init(since: Instant) { self.since = since }

    public mutating func add(_ meanwhile: Meanwhile) {
      let (old, new) = (meanwhile.before, meanwhile.after)
      let row = BoardRow(new)
      if let old, old.status.isOpen { before.append(BoardRow(old)) }
      if new.status.isOpen { after.append(row) }
      let changes = meanwhile.changes
      if !changes.isEmpty { records.append(Record(row: row, changes: changes)) }
      for case .updates(let times, _) in changes { counts.updates += times }
      if old == nil { counts.opened += 1 }
      let turns = new.turns(since: old).filter(\.endsOrReopens)
      if turns.contains(where: { !$0.to.isOpen && $0.to != .cancelled }) { counts.resolved += 1 }
      // Taking back what ended it takes it up again too.
      let isBack = !(old?.status.isOpen ?? true) && new.status.isOpen
      if isBack || turns.contains(where: \.to.isOpen) { counts.reopened += 1 }
      counts.breached += new.clocks.count { clock in
        !(clock.breach?.corrected ?? false) && clock.breached(since: since, at: new.asOf)
      }
    }
  }

  /// O(n log n).
  public init(_ pairs: Pairs, now: Instant) {
    (since, asOf) = (pairs.since, now)
    (opened, reopened, resolved, breached, updates) = pairs.counts
    atRiskBefore = BoardTotals(pairs.before, now: pairs.since).atRisk
    atRiskNow = BoardTotals(pairs.after, now: now).atRisk
    records = pairs.records.sorted { a, b in
      a.row.status.isOpen == b.row.status.isOpen ? BoardRow.boardOrder(a.row, b.row) : a.row.status.isOpen
    }
  }
}
