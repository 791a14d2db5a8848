/// A handover on one page: what is on fire, what is due in the next shift, who waits for what.
public struct Brief: Hashable, Sendable {
  /// Open, and a deadline has passed or it is of the gravest band.
  public struct Fire: Hashable, Sendable, Identifiable {
    public var row: BoardRow
    /// What has passed its deadline, the longest first; empty for one that is grave and in time.
    public var breached: [AgendaReason]

    public var id: EscalationID { row.id }
  }

  /// Something that comes due in the shift.
  public struct Due: Hashable, Sendable {
    public var row: BoardRow
    public var reason: AgendaReason
  }

  /// Somebody who waits for something.
  public struct Wait: Hashable, Sendable {
    public enum What: Hashable, Sendable {
      /// We wait for the customer.
      case customer(reason: String, since: Instant, until: Instant?)
      /// The customer waits for a word that was promised.
      case promise(label: String, due: Instant)
      /// Work waits until somebody takes something out of the way.
      case blocker(ActionItem)
      case task(ActionItem)
      case milestone(Milestone)
      /// People have to be brought in, and nobody did.
      case path(label: String, to: [String], since: Instant)
    }
    public var row: BoardRow
    public var what: What

    /// Who has to act; none where nobody has it.
    public var owner: String? {
      switch what {
      case .customer: row.account
      case .promise, .path: row.owner
      case .blocker(let item), .task(let item): item.owner
      case .milestone(let milestone): milestone.owner
      }
    }

    public var due: Instant? {
      switch what {
      case .customer(_, _, let until): until
      case .promise(_, let due): due
      case .blocker(let item), .task(let item): item.due
      case .milestone(let milestone): milestone.due
      case .path: nil
      }
    }
  }

  /// By board order.
  public var fires: [Fire] = []
  /// By time.
  public var due: [Due] = []
  /// Customers, promises, people to bring in, blockers, then tasks and milestones; of each kind the first due first.
  public var waits: [Wait] = []
  public var totals: BoardTotals
  public var asOf: Instant
  /// The end of the shift.
  public var until: Instant

  /// - Parameters:
  ///   - records: every escalation that is open or has a clock that runs, as of `now`.
  ///   - until: not before `now`.
  /// O(n log n) in the records, and what each one's clocks and work cost.
  public init(_ records: some Sequence<Escalation>, policies: PolicyBook, until: Instant, now: Instant) {
    (asOf, self.until) = (now, until)
    let window = RoomWindow(since: now, until: until)
    var open: [BoardRow] = []
    for record in records {
      let row = BoardRow(record)
      let policy = policies.editions[record.edition] ?? policies.current
      let reasons = record.agendaReasons(policy: policy, window: window, now: now)
      waits += record.waits(reasons).map { Wait(row: row, what: $0) }
      // After the resolution nothing burns: what is overdue there comes first among what is due.
      let isOpen = record.status.isOpen
      due += reasons.filter { reason in reason.due.map { ($0 >= now || !isOpen) && $0 <= until } ?? false }
        .map { Due(row: row, reason: $0) }
      guard isOpen else { continue }
      open.append(row)
      let breached = reasons.filter { $0.breached != nil && $0.rule != nil }
      if !breached.isEmpty || row.band == 1 { fires.append(Fire(row: row, breached: breached)) }
    }
    totals = BoardTotals(open, now: now)
    fires.sort { BoardRow.boardOrder($0.row, $1.row) }
    due.sort { a, b in
      a.reason.due == b.reason.due
        ? BoardRow.boardOrder(a.row, b.row) : (a.reason.due ?? .max) < (b.reason.due ?? .max)
    }
    waits.sort { a, b in
      let (x, y) = ((a.what.rank, a.due ?? .max), (b.what.rank, b.due ?? .max))
      return x == y ? BoardRow.boardOrder(a.row, b.row) : x < y
    }
  }
}

extension Brief.Wait.What {
  fileprivate var rank: Int {
    switch self {
    case .customer: 0
    case .promise: 1
    case .path: 2
    case .blocker: 3
    case .task, .milestone: 4
    }
  }
}

extension Escalation {
  /// Whom and what it waits for. What it was closed with waits for nobody.
  fileprivate func waits(_ reasons: [AgendaReason]) -> [Brief.Wait.What] {
    guard status != .closed, status != .cancelled else { return [] }
    var waits: [Brief.Wait.What] = []
    if case .paused(let pause, let since) = condition {
      waits.append(.customer(reason: pause.reason, since: since, until: pause.until))
    }
    for clock in openClocks {
      // A promise never pauses.
      if clock.promised != nil, let due = clock.deadline { waits.append(.promise(label: clock.label, due: due)) }
    }
    waits += reasons.compactMap { reason in
      guard reason.kind == .path, let since = reason.breached else { return nil }
      return .path(label: reason.label, to: reason.details, since: since)
    }
    waits += work.tasks.filter(\.isOpen).map { $0.task.isBlocker ? .blocker($0.task) : .task($0.task) }
    waits += work.plan.milestones.filter { state in
      // One that waits for another milestone is nobody's turn yet.
      state.isOpen && work.plan.blockers(of: state).isEmpty
    }.map { .milestone($0.milestone) }
    return waits
  }
}
