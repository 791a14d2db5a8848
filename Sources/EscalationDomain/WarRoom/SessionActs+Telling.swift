extension SessionActs {
  /// Words for what came of each matter: what stands as it stood is not told.
  struct Teller {
    let before: Escalation
    let record: Escalation
    let changes: [RecordChange]
    let began: Instant
    let policy: Policy
    let zone: Zone

    private var playbook: Playbook? { policy.playbooks[record.playbook]?.value }

    /// What is to be done of a matter: nil for what is over, and for what is as it was.
    func action(_ matter: SessionMatter) -> OpenAction? {
      func find(_ record: Escalation) -> OpenAction? {
        switch matter {
        case .task(let id): record.openActions.first { $0.kind != .milestone && $0.id == id }
        case .milestone(let id): record.openActions.first { $0.kind == .milestone && $0.id == id }
        default: nil
        }
      }
      let now = find(record)
      return now == find(before) ? nil : now
    }

    /// - Parameters:
    ///   - writing: the last act about it.
    ///   - choices: what was decided of a line of a checklist, in its order.
    ///   - told: what is told as what is to do.
    func texts(
      _ matter: SessionMatter, _ writing: Writing, _ choices: [ItemDecision.Choice], told: [OpenAction]
    ) -> [String] {
      let sentence = writing.fact.sentence(zone: zone, playbook: playbook)
      switch matter {
      case .act: return [writing.way.prefix + sentence]
      case .item(let list, let item): return isBack(to: state(of: item, in: list), choices) ? [] : [sentence]
      case .role(let role): return before.work.roles[role] == record.work.roles[role] ? [] : [sentence]
      case .milestoneOrder: return order
      case .severity, .level, .stage, .owner, .playbook, .task, .milestone: break
      }
      let found = changes.filter { $0.matter == matter && !$0.isTold(in: told) }
      if !found.isEmpty { return found.map { text($0) + writing.way.tail } }
      // What was added before and is gone has no state to tell of.
      return writing.way == .back && isGone(matter) ? [writing.way.prefix + sentence] : []
    }

    private func text(_ change: RecordChange) -> String {
      let more: String? =
        switch change {
        case .milestoneDone(let id, _): record.work.plan.milestone(id)?.completion?.evidence
        case .taskDone(let item): record.work.tasks.first { $0.task.id == item.id }?.note
        default: nil
        }
      return change.sentence(zone: zone, now: record.asOf) + Fact.tail(more)
    }

    private func isGone(_ matter: SessionMatter) -> Bool {
      switch matter {
      case .task(let id): !record.work.tasks.contains { $0.task.id == id }
      case .milestone(let id): record.work.plan.milestone(id) == nil
      default: false
      }
    }

    private var order: [String] {
      let (old, new) = (before.work.plan.milestones, record.work.plan.milestones)
      let both = Set(old.map(\.id)).intersection(new.map(\.id))
      if old.map(\.id).filter(both.contains) == new.map(\.id).filter(both.contains) { return [] }
      return ["milestones in the order " + new.map { "“\($0.milestone.title)”" }.joined(separator: ", ")]
    }

    /// How a line of a checklist stood when the session began.
    private func state(of item: String, in list: String) -> ItemDecision.Choice {
      guard let playbook = policy.playbooks[before.playbook]?.value else { return .open }
      let zone = policy.zone(of: before.account, playbook: before.playbook)
      let lists = before.checklists(of: playbook, zone: zone, now: began)
      return
        switch lists.first(where: { $0.checklist.id == list })?.items.first(where: { $0.item.id == item })?.answer
      {
      case .open, nil: .open
      case .done: .done
      case .notNeeded: .notNeeded
      case .carriedOver: .carriedOver
      }
    }

    /// Whether a line that was decided came back to where it stood. Doing the same once more is an act of its own: a list
    /// may have begun anew.
    private func isBack(to old: ItemDecision.Choice, _ choices: [ItemDecision.Choice]) -> Bool {
      choices.last == old && choices.contains { $0 != old }
    }
  }
}

extension SessionActs.Writing.Way {
  fileprivate var prefix: String {
    switch self {
    case .done: ""
    case .back: "took back: "
    case .again: "did again: "
    }
  }

  fileprivate var tail: String {
    switch self {
    case .done: ""
    case .back: " (taken back)"
    case .again: " (again)"
    }
  }
}

extension RecordChange {
  fileprivate func isTold(in actions: [OpenAction]) -> Bool {
    switch self {
    case .taskAdded(let item): actions.contains { $0.kind != .milestone && $0.id == item.id }
    case .milestoneAdded(let id, _, _): actions.contains { $0.kind == .milestone && $0.id == id }
    default: false
    }
  }
}

extension TaskState {
  /// What was said as it was done.
  fileprivate var note: String? {
    if case .done(_, let note) = condition { note } else { nil }
  }
}
