/// What an account's scores say of one record. Source: PLAYBOOKS `health`, readings.
///
/// Days are local dates of the account. A missing day neither counts nor resets.
public struct HealthReading: Hashable, Sendable {
  /// Oldest first.
  public let scores: [HealthScore]
  public let trigger: HealthTrigger?
  public let policy: HealthPolicy

  public init(_ work: Work, policy: HealthPolicy?) {
    self.init(scores: work.scores.values.sorted { $0.date < $1.date }, trigger: work.trigger, policy: policy)
  }

  /// - Parameter scores: one a date, oldest first.
  public init(scores: [HealthScore], trigger: HealthTrigger?, policy: HealthPolicy?) {
    self.scores = scores
    self.trigger = trigger
    self.policy = policy ?? HealthPolicy()
  }

  public var latest: HealthScore? { scores.last }

  /// Back at or above the threshold, or up from the trigger by as much as counts. Without a score nothing improved.
  public var isImproved: Bool {
    guard let latest else { return false }
    if latest.composite >= policy.red { return true }
    return trigger.map { latest.composite >= $0.score.composite + policy.improvement } ?? false
  }

  /// Dates in a row strictly above the threshold up to the last one scored; any dip starts it anew.
  public var streak: Int {
    scores.reversed().prefix { $0.composite > policy.red }.count
  }

  /// Dates in a row strictly below red up to the last one scored.
  public var redStreak: Int {
    scores.reversed().prefix { $0.composite < policy.red }.count
  }
}
