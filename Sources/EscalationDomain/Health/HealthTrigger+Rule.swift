extension HealthTrigger {
  /// How many dates before the trigger a record that opens is filled with.
  public static let pastDates = 30

  /// Whether an account's latest scores open a record: as many scored dates as the policy says, the last of them all,
  /// strictly below red and after the end of the last record. A date without a score neither counts nor resets.
  ///
  /// Source: PLAYBOOKS `health`, opening and readings.
  /// - Parameters:
  ///   - scores: one a date, oldest first, back to ``firstDate(_:)`` at least.
  ///   - end: the local date on which the account's last record ended, if it had one.
  public init?(_ scores: [HealthScore], policy: HealthPolicy, after end: LocalDate?) {
    guard let last = scores.last, HealthTrigger.red(scores, policy, after: end) else { return nil }
    let past = scores.dropLast().filter { last.date - $0.date <= HealthTrigger.pastDates }
    self.init(score: last, trend: Trend(of: past, to: last), past: Array(past))
  }

  /// The rule by itself, on no more than the last few scores.
  public static func red(_ scores: [HealthScore], _ policy: HealthPolicy, after end: LocalDate?) -> Bool {
    let needed = max(1, policy.opensAfterDays)
    let latest = scores.suffix(needed)
    return latest.count == needed
      && latest.allSatisfy { score in score.composite < policy.red && end.map { score.date > $0 } ?? true }
  }
}

extension HealthTrigger.Trend {
  /// Points by which a score leaves the mean before it.
  static let points = 5

  /// The score against the mean of the scored dates before it: five points or more below are declining, above rising,
  /// anything between is stable, as is a score that none came before.
  public init(of past: some Collection<HealthScore>, to score: HealthScore) {
    let sum = past.reduce(0) { $0 + $1.composite }
    // In whole numbers: both sides times the number of dates.
    let rise = score.composite * past.count - sum
    let enough = HealthTrigger.Trend.points * past.count
    self = past.isEmpty ? .stable : rise <= -enough ? .declining : rise >= enough ? .rising : .stable
  }
}
