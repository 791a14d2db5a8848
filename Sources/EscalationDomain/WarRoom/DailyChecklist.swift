/// What the room must do today, over all escalations: what daily lists ask, what is asked with a check that is due, what is
/// asked until it is done, and what still waits for a decision whether it is needed; each with since when it is open.
public struct DailyChecklist: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    /// The list's id.
    public var checklist: String
    public var checklistLabel: String
    public var when: Checklist.When
    public var item: ChecklistItem
    public var need: Need
    public var answer: ChecklistState.Item.Answer
    /// The first of the dates of the account in a row on which it was asked and left open, or today.
    public var since: LocalDate
    /// How many those dates are before today.
    public var carried: Int
    /// Who last left it to the next session in that time, with why; none where it was left in silence.
    public var left: Work.Stamp?

    public var isOpen: Bool { ChecklistState.Item(item: item, need: need, answer: answer).isOpen }
  }

  /// What one escalation is asked.
  public struct Group: Hashable, Sendable, Identifiable {
    public var row: BoardRow
    /// At least one, in the playbook's order.
    public var items: [Item]

    public var id: EscalationID { row.id }
  }

  /// By board order.
  public var groups: [Group]
  public var asOf: Instant

  /// O(n log n).
  public init(_ groups: [Group], now: Instant) {
    self.groups = groups.sorted { BoardRow.boardOrder($0.row, $1.row) }
    asOf = now
  }

  public var openCount: Int { groups.reduce(0) { $0 + $1.items.count(where: \.isOpen) } }
  /// Those that were open on an earlier date already.
  public var carriedCount: Int { groups.reduce(0) { $0 + $1.items.count { $0.isOpen && $0.carried > 0 } } }
}

extension DailyChecklist.Group {
  /// Nil for an escalation that is asked nothing today.
  ///
  /// - Parameters:
  ///   - record: as of `now`.
  ///   - history: its log; by it is known what its grades asked on earlier dates.
  ///   - policy: the edition that the record follows.
  ///   - answered: what was answered from then on is listed too: a meeting shows what it has just settled.
  /// O(items × (decisions + clocks) + events).
  public init?(
    _ record: Escalation, _ history: History, policy: Policy, answered: Instant? = nil, now: Instant
  ) {
    let playbook = policy.playbooks[record.playbook]?.value ?? Playbook(id: record.playbook, name: record.playbook)
    let asked = playbook.checklists.filter { list in
      list.items.contains { item in record.need(of: item) != .no && record.asksRoom(list, record.need(of: item)) }
    }
    guard !asked.isEmpty else { return nil }
    let zone = policy.zone(of: record.account, playbook: record.playbook)
    let asking = Asking(record, playbook, zone: zone, now: now)
    let grades = GradeStretch.stretches(of: record, history.until(now))
    items = asked.compactMap { asking.state(of: $0) }.flatMap { list in
      list.items.compactMap { state -> DailyChecklist.Item? in
        guard state.isOpen || answered.map({ state.answer.isSince($0) }) ?? false,
          record.asksRoom(list.checklist, state.need)
        else { return nil }
        let graded = GradeStretch.asked(state.item, grades) ?? list.since
        guard let since = asking.openSince(state.item, of: list.checklist, graded: graded) else { return nil }
        return DailyChecklist.Item(
          checklist: list.checklist.id, checklistLabel: list.checklist.label, when: list.checklist.when,
          item: state.item, need: state.need, answer: state.answer, since: since, carried: asking.today - since,
          left: record.lastLeft(state.item, list.checklist, since: zone.instant(since, secondOfDay: 0)))
      }
    }
    guard !items.isEmpty else { return nil }
    row = BoardRow(record)
  }
}

extension Escalation {
  fileprivate func lastLeft(_ item: ChecklistItem, _ list: Checklist, since: Instant) -> Work.Stamp? {
    work.decisions.last { decided in
      decided.decision.checklist == list.id && decided.decision.item == item.id && decided.stamp.at >= since
        && decided.decision.choice == .carriedOver
    }?.stamp
  }
}

extension ChecklistState.Item.Answer {
  fileprivate func isSince(_ instant: Instant) -> Bool {
    switch self {
    case .open: false
    case .done(let stamp), .notNeeded(let stamp), .carriedOver(let stamp): stamp.at >= instant
    }
  }
}
