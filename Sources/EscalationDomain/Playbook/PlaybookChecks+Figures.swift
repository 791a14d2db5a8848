extension PlaybookCheck {
  /// Health policy, metrics and the room's minutes.
  mutating func figures() {
    if let health = playbook.health { self.health(health) }
    ids(playbook.metrics.map(\.id), [.key("metrics")])
    for (index, metric) in playbook.metrics.enumerated() {
      let path: Path = [.key("metrics"), .item(index)]
      text(metric.label, path + [.key("label")])
      if let goal = metric.goal, !MetricTarget.isGoal(goal) { report(path + [.key("goal")], .badGoal(goal)) }
    }
    let minutes: Path = [.key("room"), .key("minutes")]
    atLeastOne(playbook.room.minutesEach, minutes + [.key("each")])
    atLeastOne(playbook.room.minutesAll, minutes + [.key("all")])
  }

  private mutating func health(_ health: HealthPolicy) {
    let path: Path = [.key("health")]
    for (key, score) in [("red", health.red), ("yellow", health.yellow)] where !(0...100).contains(score) {
      report(path + [.key(key)], .scoreOutOfRange(score))
    }
    if health.yellow <= health.red { report(path + [.key("yellow")], .yellowNotAboveRed) }
    atLeastOne(health.opensAfterDays, path + [.key("opens_after_days")])
    atLeastOne(health.improvement, path + [.key("improvement")])
    atLeastOne(health.closesAfterDays, path + [.key("closes_after_days")])
    atLeastOne(health.staleDays, path + [.key("stale_days")])
    atLeastOne(health.staleDaysOpen, path + [.key("stale_days_open")])
  }

  private mutating func atLeastOne(_ count: Int, _ path: Path) {
    if count < 1 { report(path, .countBelowOne(count)) }
  }
}

extension MetricTarget {
  static func isGoal(_ text: String) -> Bool { MetricGoal(parsing: text) != nil }
}
