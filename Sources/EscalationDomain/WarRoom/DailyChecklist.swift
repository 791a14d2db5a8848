/// What the room must do today, over all escalations: what daily lists ask, what is asked with a check that is due, and
/// what still waits for a decision whether it is needed; each with since when it has been open.
public struct DailyChecklist: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    /// The list's id.
    public var checklist: String
    public var checklistLabel: String
    public var when: Checklist.When
    public var item: ChecklistItem
    public var need: Need
    public var answer: ChecklistState.Item.Answer
    /// The local date of the account since which it has been open in a row.
    public var since: LocalDate
    /// On how many dates before today it was asked and left open, in a row.
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
  /// Nil for an escalation that is over or asked nothing today.
  ///
  /// - Parameters:
  ///   - record: as of `now`.
  ///   - history: its log; by it is known what its grades asked on earlier dates.
  ///   - policy: the edition that the record follows.
  ///   - answered: what was answered from then on is listed too: a meeting shows what it has just settled.
  /// O(items × decisions × dates carried + events).
  public init?(
    _ record: Escalation, _ history: History, policy: Policy, answered: Instant? = nil, now: Instant
  ) {
    guard record.status.isOpen else { return nil }
    let playbook = policy.playbooks[record.playbook]?.value ?? Playbook(id: record.playbook, name: record.playbook)
    let zone = policy.zone(of: record.account, playbook: record.playbook)
    let grades = GradeStretch.stretches(of: record, history.until(now))
    let isCheckDue = record.isCheckDue(playbook, zone: zone, now: now)
    items = record.checklists(of: playbook, zone: zone, now: now).flatMap { list in
      list.items.compactMap { state -> DailyChecklist.Item? in
        guard state.isOpen || answered.map({ state.answer.isSince($0) }) ?? false else { return nil }
        switch list.checklist.when {
        case .daily: break
        case .eachCheck: guard isCheckDue else { return nil }
        case .once, .eachUpdate, .eachGrade, .afterResolution, .closing:
          guard state.need == .ifNeeded, list.checklist.gates else { return nil }
        }
        let asked = GradeStretch.asked(state.item, grades) ?? list.since
        let since = record.openSince(state.item, list, asked: asked, zone: zone, now: now)
        let today = zone.local(now).date
        let date = zone.local(since).date
        return DailyChecklist.Item(
          checklist: list.checklist.id, checklistLabel: list.checklist.label, when: list.checklist.when,
          item: state.item, need: state.need, answer: state.answer, since: date,
          carried: today.daysSinceEpoch - date.daysSinceEpoch,
          left: record.lastLeft(state.item, list.checklist, since: since))
      }
    }
    guard !items.isEmpty else { return nil }
    row = BoardRow(record)
  }
}

extension Escalation {
  /// Whether a look at the progress is due by the end of the account's date; where no clock asks for one, every date is
  /// as good.
  fileprivate func isCheckDue(_ playbook: Playbook, zone: Zone, now: Instant) -> Bool {
    let rules = Set(playbook.clocks.filter { $0.stops.contains(.internalCheck) }.map(\.id))
    let checks = clocks.filter { $0.isOpen && rules.contains($0.rule) }
    guard !checks.isEmpty else { return true }
    let end = zone.instant(zone.local(now).date.adding(days: 1), secondOfDay: 0)
    return checks.contains { clock in clock.deadline.map { $0 < end } ?? false }
  }

  /// Since when an open item has been open in a row: back to when its grades began to ask for it, its list's round
  /// began, or a decision on it was taken back; of a daily list back to the first of the dates that all left it open.
  fileprivate func openSince(
    _ item: ChecklistItem, _ list: ChecklistState, asked: Instant, zone: Zone, now: Instant
  ) -> Instant {
    let decided = work.decisions.filter {
      $0.decision.checklist == list.checklist.id && $0.decision.item == item.id
    }
    guard list.checklist.when == .daily else {
      let begun = max(list.since, asked)
      let answered = decided.lastIndex { $0.stamp.at >= begun && $0.decision.choice.isAnswer }
      let reopened = answered.flatMap { decided[($0 + 1)...].first?.stamp.at }
      return max(begun, reopened ?? begun)
    }
    let first = zone.local(max(work.since, asked)).date
    var date = zone.local(now).date
    // What was answered and taken back today is open since today.
    if decided.contains(where: { $0.stamp.at >= list.since && $0.decision.choice.isAnswer }) { return list.since }
    while date > first {
      let before = date.adding(days: -1)
      let day = zone.instant(before, secondOfDay: 0)..<zone.instant(date, secondOfDay: 0)
      if isAnswered(item, decided, in: day) { break }
      date = before
    }
    return max(work.since, zone.instant(date, secondOfDay: 0))
  }

  /// How a daily list's date ended for an item.
  private func isAnswered(_ item: ChecklistItem, _ decided: [Work.Decided], in day: Range<Instant>) -> Bool {
    if let last = decided.last(where: { day.contains($0.stamp.at) }) { return last.decision.choice.isAnswer }
    return proof(of: item, since: day.lowerBound).map { $0.at < day.upperBound } ?? false
  }

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

extension ItemDecision.Choice {
  /// Whether nothing is left to do or decide.
  fileprivate var isAnswer: Bool { self == .done || self == .notNeeded }
}

/// A time during which a record kept its playbook and grades.
private struct GradeStretch {
  var from: Instant
  var severity: String?
  var level: String?
  var stage: String?

  /// Oldest first, the present one last; since the last change of the playbook, whose lists are others. O(events).
  static func stretches(of record: Escalation, _ history: History) -> [GradeStretch] {
    var stretches: [GradeStretch] = []
    func change(_ at: Instant, _ body: (inout GradeStretch) -> Void) {
      guard var next = stretches.last else { return }
      next.from = at
      body(&next)
      stretches.append(next)
    }
    // Stages that time brought may not be in the log yet; one that is counts once.
    let brought = record.work.advances.map { (at: $0.at, fact: Fact.stageEntered($0.stage)) }
    let acts = history.effective.map { (at: $0.occurred, fact: $0.fact) }
    for (at, fact) in (acts + brought).sorted(by: { $0.at < $1.at }) {
      switch fact {
      case .opened(let opening):
        stretches = [
          GradeStretch(from: at, severity: opening.severity, level: opening.level, stage: opening.stage)
        ]
      case .playbookChanged(let move):
        stretches = [GradeStretch(from: at, severity: move.severity, level: move.level, stage: move.stage)]
      case .severityChanged(let id): change(at) { $0.severity = id }
      case .levelEntered(let id): change(at) { $0.level = id }
      case .stageEntered(let id): change(at) { $0.stage = id }
      default: break
      }
    }
    return stretches
  }

  /// Since when the grades have asked for an item in a row; none where the present ones do not.
  static func asked(_ item: ChecklistItem, _ stretches: [GradeStretch]) -> Instant? {
    stretches.reversed().prefix {
      item.applies.need(severity: $0.severity, level: $0.level, stage: $0.stage) != .no
    }.last?.from
  }
}
