import EscalationDomain

/// The events that a row of a whole escalation tells of, each at its own time.
struct RecordTimeline {
  let row: ImportRow
  let times: RecordTimes

  /// In the order they occurred; of one instant, in the order of a course.
  var facts: [(at: Instant, fact: Fact)] {
    var facts: [(at: Instant, fact: Fact)] = []
    func add(_ at: Instant?, _ fact: Fact) { if let at { facts.append((at, fact)) } }
    add(times.acknowledged, .acknowledged(note: nil))
    add(
      times.lastUpdate,
      .updated(
        CustomerUpdate(text: times.lastUpdateText ?? "Update to the customer, imported", next: times.nextUpdate)))
    add(
      times.paused,
      .paused(Pause(reason: times.pauseReason ?? "Waiting on the customer", until: times.pauseUntil)))
    add(times.resumed, .resumed)
    add(times.resolved, .resolved(row.resolution))
    add(times.closed, .closed(row.closing))
    add(times.cancelled, .cancelled)
    return facts.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// Where the row leaves the escalation: what its status says, or else its times.
  var status: ImportProfile.Status {
    if let status = row.status { return status }
    if times.cancelled != nil { return .cancelled }
    if times.closed != nil { return .closed }
    if times.resolved != nil { return .resolved }
    if let paused = times.paused, times.resumed.map({ $0 < paused }) ?? true { return .waiting }
    return times.acknowledged == nil && times.lastUpdate == nil ? .new : .active
  }

  /// The first two times that stand in the wrong order.
  func fault(opened: Instant) -> RowProblem? {
    let all: [(ImportField, Instant?)] = [
      (.acknowledged, times.acknowledged), (.paused, times.paused), (.resumed, times.resumed),
      (.lastUpdate, times.lastUpdate), (.resolved, times.resolved), (.closed, times.closed),
      (.cancelled, times.cancelled),
    ]
    for (field, at) in all { if let at, at < opened { return .outOfOrder(field, .opened) } }
    let orders: [(ImportField, Instant?, ImportField, Instant?)] = [
      (.resumed, times.resumed, .paused, times.paused), (.pauseUntil, times.pauseUntil, .paused, times.paused),
      (.resolved, times.resolved, .acknowledged, times.acknowledged),
      (.resolved, times.resolved, .paused, times.paused), (.resolved, times.resolved, .resumed, times.resumed),
      (.closed, times.closed, .resolved, times.resolved), (.closed, times.closed, .acknowledged, times.acknowledged),
      (.closed, times.closed, .paused, times.paused), (.closed, times.closed, .lastUpdate, times.lastUpdate),
      (.cancelled, times.cancelled, .resolved, times.resolved),
      (.cancelled, times.cancelled, .paused, times.paused),
      (.nextUpdate, times.nextUpdate, .lastUpdate, times.lastUpdate),
    ]
    for (later, end, earlier, start) in orders {
      if let end, let start, end < start { return .outOfOrder(later, earlier) }
    }
    if times.closed != nil, times.cancelled != nil { return .endedTwice }
    if times.paused == nil {
      if times.resumed != nil { return .needs(.resumed, other: .paused) }
      if times.pauseUntil != nil, row.status != .waiting { return .needs(.pauseUntil, other: .paused) }
    }
    if times.nextUpdate != nil, times.lastUpdate == nil { return .needs(.nextUpdate, other: .lastUpdate) }
    return nil
  }
}
