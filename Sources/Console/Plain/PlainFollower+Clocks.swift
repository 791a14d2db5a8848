import EscalationDomain

extension PlainFollower {
  /// What time alone brought to the clocks since the last time it was asked, the earliest deadline first. Of several
  /// steps that were slept through the last one is told. O(open clocks).
  public mutating func tick(_ model: Model) -> [String] {
    let (from, to) = (told, max(told, model.now))
    told = to
    guard let clocks, from < to else { return [] }
    var lines: [(due: Instant, id: EscalationID, text: String)] = []
    for (id, cycles) in clocks {
      for cycle in cycles {
        guard let text = Self.step(cycle, from: from, to: to, model) else { continue }
        lines.append((cycle.due.deadline ?? .max, id, text))
      }
    }
    return lines.sorted { ($0.due, $0.id.text, $0.text) < ($1.due, $1.id.text, $1.text) }
      .map { PlainSpeech.visible(PlainSpeech.head($0.id, model) + $0.text) }
  }

  /// When the next line falls due by time alone; warnings by the share of time that is used come within a minute.
  public func nextWake(after now: Instant) -> Instant {
    var next = now + 60
    func consider(_ instant: Instant?) {
      if let instant, instant > now, instant < next { next = instant }
    }
    for cycle in (clocks ?? [:]).values.joined() {
      guard let deadline = cycle.deadline else { continue }
      // Past the deadline means after it, not at it; a period has ended at it.
      consider(cycle.elapses ? deadline : deadline + 1)
      consider(deadline + -cycle.warnings.before)
      consider(cycle.due.opens)
    }
    return next
  }

  /// What a clock does as time goes on: it opens, warns, is breached or has run its time.
  private static func step(_ cycle: ClockCycle, from: Instant, to: Instant, _ model: Model) -> String? {
    let (before, after) = (cycle.state(at: from), cycle.state(at: to))
    if after != before, after == .breached || after == .met {
      return isMilestones(cycle) ? nil : "\(cycle.label) \(after.rawValue)"
    }
    guard after == .running else { return nil }
    if before == .pending { return PlainSpeech.clock(cycle, model) }
    guard let timeline = model.policies?.timeline(of: cycle) else { return nil }
    let urgency = cycle.urgency(at: to, on: timeline)
    guard urgency > max(.calm, cycle.urgency(at: from, on: timeline)) else { return nil }
    return PlainSpeech.clock(cycle, model)
  }

  /// Clocks that were moved past their deadlines, of which the log says nothing yet.
  func moved(_ news: News, _ model: Model, but breaches: Set<ClockKey>) -> [String] {
    guard let clocks else { return [] }
    var lines: [String] = []
    for (id, cycles) in news.clocks.sorted(by: { $0.key.text < $1.key.text }) {
      for cycle in cycles where cycle.state(at: told) == .breached && !breaches.contains(ClockKey(cycle, of: id)) {
        let known = clocks[id]?.first { $0.rule == cycle.rule && $0.cycle == cycle.cycle }
        guard let known, known.state(at: told) != .breached, !Self.isMilestones(cycle) else { continue }
        lines.append(PlainSpeech.head(id, model) + "\(cycle.label) breached")
      }
    }
    return lines
  }

  /// Whether it is a milestone's own clock: that it is late is told with whose it is.
  static func isMilestones(_ cycle: ClockCycle) -> Bool { cycle.isOwn && cycle.family == "milestone" }
}
