extension Replay {
  /// What time alone brings about up to `instant`: breaches, missed slots, periods that end. An event at the very
  /// deadline still meets it, so only deadlines before `instant` count, save for periods that end by themselves.
  mutating func advance(to instant: Instant) {
    var position = 0
    while position < open.count {
      let index = open[position]
      position += 1
      let cycle = record.clocks[index]
      guard case .running = cycle.phase, let deadline = cycle.deadline else { continue }
      if cycle.elapses {
        guard deadline <= instant else { continue }
        finish(index, at: deadline, by: nil, .met)
        if let rule = rule(of: index), rule.advances { lookAtStage(rule, at: deadline) }
      } else if deadline < instant {
        if cycle.slots != nil { miss(index, at: deadline) } else { breach(index, at: deadline) }
      }
    }
    open.removeAll { !record.clocks[$0].isOpen }
  }

  /// A deadline that lay in the past when the clock started (a renewal date) is breached at the start.
  private mutating func breach(_ index: Int, at deadline: Instant) {
    guard record.clocks[index].breach == nil else { return }
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
