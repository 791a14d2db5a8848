/// A checklist as a record stands to it now: what its grade asks, and what was decided in the present round.
public struct ChecklistState: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public enum Answer: Hashable, Sendable {
      case open
      case done(Work.Stamp)
      /// With the reason in the stamp.
      case notNeeded(Work.Stamp)
      /// Open, and left to the next session.
      case carriedOver(Work.Stamp)
    }
    public var item: ChecklistItem
    /// `yes` or `ifNeeded`: an item that the grade does not ask for is not listed.
    public var need: Need
    public var answer: Answer

    public var isOpen: Bool {
      switch answer {
      case .open, .carriedOver: true
      case .done, .notNeeded: false
      }
    }
  }
  public var checklist: Checklist
  /// From when decisions count: the opening, today's begin, the last update …
  public var since: Instant
  public var items: [Item]

  public var openCount: Int { items.count(where: \.isOpen) }
}

extension Escalation {
  /// The checklists that the playbook asks of the record at its grades now, in the playbook's order; those without an
  /// item for it are left out, and what belongs after the resolution or to the closing comes once it is resolved.
  ///
  /// - Parameter zone: the account's: a daily list begins anew with its local date.
  /// O(items × decisions).
  public func checklists(of playbook: Playbook, zone: Zone, now: Instant) -> [ChecklistState] {
    playbook.checklists.compactMap { checklist in
      guard let since = roundStart(of: checklist, zone: zone, now: now) else { return nil }
      let items = checklist.items.compactMap { item -> ChecklistState.Item? in
        let need = need(of: item)
        guard need != .no else { return nil }
        return .init(item: item, need: need, answer: answer(to: item, of: checklist, since: since))
      }
      return items.isEmpty ? nil : ChecklistState(checklist: checklist, since: since, items: items)
    }
  }

  /// What the record's grades ask of an item.
  func need(of item: ChecklistItem) -> Need { item.applies.need(severity: severity, level: level, stage: stage) }

  /// When the present round of a list began; none where it is not its time.
  private func roundStart(of checklist: Checklist, zone: Zone, now: Instant) -> Instant? {
    switch checklist.when {
    case .once, .closing: work.since
    case .daily: max(work.since, zone.instant(zone.local(now).date, secondOfDay: 0))
    case .eachUpdate: work.round.updates.since
    case .eachCheck: work.round.checks.since
    case .eachGrade: work.round.grades.since
    case .afterResolution: resolvedAt
    }
  }

  private var resolvedAt: Instant? {
    switch condition {
    case .open, .paused, .cancelled: nil
    case .resolved(let at), .closed(_, let at): at
    }
  }

  /// What on record says that an item is done, in the present round.
  func proof(of item: ChecklistItem, since: Instant) -> Work.Stamp? {
    let stamp: Work.Stamp? =
      switch item.doneBy {
      case .hypothesisStated: work.hypotheses.last?.stamp
      case .customerConfirmed: work.customerConfirmed?.stamp
      case nil: nil
      }
    return stamp.flatMap { $0.at >= since ? $0 : nil }
  }

  /// The last decision of the round.
  private func answer(to item: ChecklistItem, of checklist: Checklist, since: Instant) -> ChecklistState.Item.Answer {
    let last = work.decisions.last { decided in
      guard decided.decision.checklist == checklist.id, decided.decision.item == item.id else { return false }
      switch checklist.when {
      case .eachUpdate: return decided.round.updates == work.round.updates
      case .eachCheck: return decided.round.checks == work.round.checks
      case .eachGrade: return decided.round.grades == work.round.grades
      case .once, .closing, .daily, .afterResolution: return decided.stamp.at >= since
      }
    }
    guard let last else { return proof(of: item, since: since).map { .done($0) } ?? .open }
    switch last.decision.choice {
    case .open: return .open
    case .done: return .done(last.stamp)
    case .notNeeded: return .notNeeded(last.stamp)
    case .carriedOver: return .carriedOver(last.stamp)
    }
  }
}
