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
  /// item for it are left out, and so is what belongs after the resolution until it is resolved, and a daily list until
  /// the first of its dates.
  ///
  /// - Parameter zone: the account's: a daily list begins anew with its local date.
  /// O(items × decisions + clocks).
  public func checklists(of playbook: Playbook, zone: Zone, now: Instant) -> [ChecklistState] {
    let asking = Asking(self, playbook, zone: zone, now: now)
    return playbook.checklists.compactMap { asking.state(of: $0) }
  }

  /// What the record's grades ask of an item.
  func need(of item: ChecklistItem) -> Need { item.applies.need(severity: severity, level: level, stage: stage) }

  /// Whether the room has to see to a line of a list, as far as where the record stands goes: what is asked day by day
  /// while it is open or one of the list's clocks lives on after it; what always asks for a decision until it is closed,
  /// and what belongs to the end once it is resolved. One that was left resolved asks no longer than any other does that
  /// is over; see ``AgendaReason/afterlife``.
  func asksRoom(_ list: Checklist, _ need: Need) -> Bool {
    switch list.when {
    case .daily where !list.days.isEmpty:
      status.isOpen || (status != .cancelled && openClocks.contains { list.days.contains($0.rule) })
    case .daily, .untilDone, .eachCheck: status.isOpen
    case .once, .eachGrade: need == .ifNeeded && (status.isOpen || isLatelyResolved)
    case .afterResolution, .closing: need == .ifNeeded && isLatelyResolved
    case .eachUpdate: false
    }
  }

  private var isLatelyResolved: Bool {
    status == .resolved && (ended.map { $0 > asOf + -AgendaReason.afterlife } ?? true)
  }
}
