extension MetricsReport.GoalReached {
  /// - Parameter figures: of the records that the playbook governs.
  init(
    _ target: MetricTarget, of playbook: Playbook, figures: Figures, window: Range<Instant>, zone: Zone
  ) {
    let wanted: String? = target.goal
    self.init(playbook: playbook.id, id: target.id, label: target.label, goal: wanted, state: .notMeasured)
    guard let metric = Metric(rawValue: target.id) else { return }
    let measure = Measure(metric: metric, playbook: playbook, figures: figures, window: window, zone: zone)
    (value, unit) = (measure.value, metric.unit)
    guard let wanted else {
      state = value == nil ? .noData : .watched
      return
    }
    guard let goal = MetricGoal(parsing: wanted) else { return }
    judge(goal, measure)
  }

  private mutating func judge(_ goal: MetricGoal, _ measure: Measure) {
    switch goal {
    case .inTarget:
      guard let trigger = measure.stop else { return }
      // In target is what each record's own clock says: the share of those that ended in time.
      value = measure.attained(by: trigger)
      unit = .percent
      state = value.map { $0 == Ratio(100) ? .met : .notMet } ?? .noData
    case .falling, .rising:
      guard unit == .count, measure.metric != .rootCauses else { return }
      before = measure.before
      guard let value, let before else {
        state = .noData
        return
      }
      state = (goal == .falling ? value < before : value > before) ? .met : .notMet
    case .bound(let sign, let limit):
      guard let bound = limit.value(in: measure.metric.unit) else { return }
      state = value.map { sign.holds($0, bound) ? .met : .notMet } ?? .noData
    }
  }
}

extension MetricGoal.Limit {
  /// The limit where it is of the figure's kind.
  fileprivate func value(in unit: Metric.Unit) -> Ratio? {
    switch (self, unit) {
    case (.seconds(let seconds), .seconds): seconds.map { Ratio($0) }
    case (.percent(let percent), .percent): percent
    case (.number(let number), .points), (.number(let number), .count): number
    default: nil
    }
  }
}

/// One figure of one playbook.
private struct Measure {
  var metric: Metric
  var playbook: Playbook
  var figures: Figures
  var window: Range<Instant>
  var zone: Zone

  var value: Ratio? {
    switch metric {
    case .timeToAcknowledge: figures.timeToAcknowledge.summary.map { Ratio($0.median) }
    case .timeToResolve: figures.timeToResolve.summary.map { Ratio($0.median) }
    case .attainment: figures.allAttainment.attained
    case .escalationsAMonth, .reactiveAMonth: count(in: lastWhole)
    case .resolvedAgainstChurned:
      .percent(figures.resolvedOutcomes, of: figures.resolvedOutcomes + figures.churnedOutcomes)
    case .escalationToChurn: figures.escalationToChurn
    case .csat: figures.csat.mean
    case .rootCauses: figures.causes.isEmpty ? nil : Ratio(Int64(figures.causes.entries.count))
    }
  }

  /// The month before the last whole one.
  var before: Ratio? { count(in: lastWhole.adding(-1)) }

  /// The last month that ended by the window's end.
  private var lastWhole: LocalMonth { LocalMonth(of: zone.local(window.upperBound).date).adding(-1) }

  /// None for a month that is not whole in the window, or is from before anything was ever opened.
  private func count(in month: LocalMonth) -> Ratio? {
    guard let first = figures.byMonth.keys.min(), window.isWhole(month, zone) else { return nil }
    if window.lowerBound == .min, month < first { return nil }
    let opened = figures.byMonth[month] ?? Figures.Openings()
    return Ratio(Int64(metric == .reactiveAMonth ? opened.reactive : opened.total))
  }

  /// What stops the clocks that tell whether a figure is in target.
  var stop: Trigger? {
    switch metric {
    case .timeToAcknowledge: .acknowledged
    case .timeToResolve: .resolved
    default: nil
    }
  }

  func attained(by trigger: Trigger) -> Ratio? {
    let rules = Set(playbook.clocks.filter { $0.isTarget(for: trigger) }.map(\.id))
    return figures.attainment.filter { rules.contains($0.key.rule) }.values.reduce(Attainment(), +).attained
  }
}

extension ClockRule {
  /// Whether meeting it tells that something happened in time. A clock that bringing somebody in stops as well tells
  /// nothing of the kind.
  fileprivate func isTarget(for trigger: Trigger) -> Bool {
    let isRaised = stops.contains { stop in
      if case .raised = stop { true } else { false }
    }
    return !elapses && !isRaised && stops.contains(trigger)
  }
}
