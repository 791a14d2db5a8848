extension Replay {
  /// What time alone brings about up to `instant`: breaches, missed slots, periods that end, each in its turn: a stage
  /// that begins must not swallow the slots before it. An event at the very deadline still meets it, so only deadlines
  /// before `instant` count, save for periods that end by themselves.
  mutating func advance(to instant: Instant) {
    while let index = nextDue(by: instant), let deadline = record.clocks[index].deadline {
      if record.clocks[index].elapses {
        finish(index, at: deadline, by: nil, .met)
        open.removeAll { $0 == index }
        if let rule = rule(of: index), rule.advances { lookAtStage(rule, at: deadline) }
      } else if record.clocks[index].slots != nil {
        miss(index, at: deadline)
        open.removeAll { $0 == index }
      } else {
        breach(index, at: deadline)
      }
    }
    open.removeAll { !record.clocks[$0].isOpen }
  }

  /// The open cycle that time changes first; of two at one instant the period that ends, as an event there would find it.
  private func nextDue(by instant: Instant) -> Int? {
    var next: (index: Int, deadline: Instant, elapses: Bool)?
    for index in open {
      let cycle = record.clocks[index]
      guard case .running = cycle.phase, let deadline = cycle.deadline else { continue }
      guard cycle.elapses ? deadline <= instant : deadline < instant else { continue }
      guard cycle.elapses || cycle.slots != nil || cycle.breach == nil else { continue }
      if let found = next,
        found.deadline < deadline || (found.deadline == deadline && (found.elapses || !cycle.elapses))
      {
        continue
      }
      next = (index, deadline, cycle.elapses)
    }
    return next?.index
  }

  /// A deadline that lay in the past when the clock started (a renewal date) is breached at the start.
  private mutating func breach(_ index: Int, at deadline: Instant) {
    record.clocks[index].breach = .init(at: max(deadline, record.clocks[index].started), deadline: deadline)
  }

  /// A slot that passes unserved is a missed cycle of its own; the next slot's cycle follows and is looked at in turn.
  mutating func miss(_ index: Int, at: Instant, byReclassification: Bool = false) {
    let cycle = record.clocks[index]
    // A cadence in hours that had breached before it took up slots keeps that breach.
    record.clocks[index].breach =
      cycle.breach ?? .init(at: at, deadline: cycle.due.deadline, byReclassification: byReclassification)
    finish(index, at: at, by: nil, .missed)
    guard let rule = rule(of: index), let track = cycle.slots else { return }
    begin(rule, at: at, promised: nil, slots: SlotTrack(anchor: track.anchor, passed: at, served: nil))
  }
}
