/// Where an account's health stands on a date, for one record or for the account itself: what lists and pages show.
public struct HealthStanding: Hashable, Sendable {
  public let reading: HealthReading
  /// Dates strictly above the threshold that closing asks for.
  public let needed: Int
  /// The account's local date.
  public let today: LocalDate

  public init(_ reading: HealthReading, needed: Int? = nil, today: LocalDate) {
    self.reading = reading
    self.needed = needed ?? reading.policy.closesAfterDays
    self.today = today
  }

  public var latest: HealthScore? { reading.latest }
  public var band: HealthBand? { latest.map { reading.policy.band($0.composite) } }

  /// The score that counts as improvement: the threshold, or as far above the trigger as the policy says, whichever is
  /// the lower.
  public var improvementNeeded: Int {
    let policy = reading.policy
    return reading.trigger.map { min(policy.red, $0.score.composite + policy.improvement) } ?? policy.red
  }

  /// Dates without a score from the trigger, or the first score there is, up to yesterday: today's may still come.
  /// O(dates).
  public var missing: [LocalDate] {
    guard let first = reading.trigger?.score.date ?? reading.scores.first?.date else { return [] }
    let scored = Set(reading.scores.lazy.map(\.date))
    return (0..<max(0, today - first)).map { first.adding(days: $0) }.filter { !scored.contains($0) }
  }

  /// How the latest score lies to those of the 30 dates before it.
  public var trend: HealthTrigger.Trend? {
    latest.map { latest in
      HealthTrigger.Trend(
        of: reading.scores.dropLast().filter { latest.date - $0.date <= HealthTrigger.pastDates }, to: latest)
    }
  }
}

extension Escalation {
  /// Where its account's health stands for this record; nil under a playbook that follows no scores.
  public func health(of playbook: Playbook, zone: Zone, now: Instant) -> HealthStanding? {
    guard let policy = playbook.health else { return nil }
    let needed = (playbook.gates.map(\.needs) + work.addedGates.map(\.value.needs)).compactMap { needs -> Int? in
      if case .healthStreak(let days) = needs { return days }
      return nil
    }
    return HealthStanding(HealthReading(work, policy: policy), needed: needed.max(), today: zone.local(now).date)
  }
}
