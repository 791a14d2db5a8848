import EscalationDomain

extension EscalationJSON {
  /// `health{}` of `show ID --json`; null under a playbook that follows no scores.
  static func health(_ record: Escalation, policy: Policy, now: Instant) -> JSONValue {
    guard let playbook = policy.playbooks[record.playbook]?.value else { return .null }
    let zone = policy.zone(of: record.account, playbook: record.playbook)
    guard let standing = record.health(of: playbook, zone: zone, now: now) else { return .null }
    return health(standing)
  }

  /// Where an account's health stands.
  public static func health(_ standing: HealthStanding) -> JSONValue {
    let (reading, policy) = (standing.reading, standing.reading.policy)
    return .object([
      "score": .maybe(standing.latest.map { Int64($0.composite) }), "date": .maybe(standing.latest?.date),
      "band": .maybe(standing.band?.rawValue), "trend": .maybe(standing.trend?.rawValue),
      "red_below": .int(Int64(policy.red)), "yellow_below": .int(Int64(policy.yellow)),
      "trigger": reading.trigger.map(trigger) ?? .null, "improved": .bool(reading.isImproved),
      "improvement_needed": .int(Int64(standing.improvementNeeded)), "red_streak": .int(Int64(reading.redStreak)),
      "opens_after": .int(Int64(policy.opensAfterDays)), "streak": .int(Int64(reading.streak)),
      "needed": .int(Int64(standing.needed)), "missing_days": .list(standing.missing.map { .text("\($0)") }),
      "dimensions": dimensions(standing.latest), "scores": .list(reading.scores.map(score)),
    ])
  }

  private static func trigger(_ trigger: HealthTrigger) -> JSONValue {
    score(trigger.score).adding([
      "trend": .text(trigger.trend.rawValue), "past": .list(trigger.past.map(score)),
    ])
  }

  public static func score(_ score: HealthScore) -> JSONValue {
    .object([
      "date": .text("\(score.date)"), "score": .int(Int64(score.composite)), "dimensions": dimensions(score),
    ])
  }

  private static func dimensions(_ score: HealthScore?) -> JSONValue {
    .object((score?.dimensions ?? []).map { .init(name: $0.name, value: .int(Int64($0.score))) })
  }

  /// One element of `executive list --json`.
  public static func executive(
    _ executive: Executive, of customer: Customer, policy: HealthPolicy, now: Instant
  ) -> JSONValue {
    let today = customer.zone.local(now).date
    let hasOpen = customer.openRecord != nil
    return .object([
      "account": .text(customer.facts.name), "name": .text(executive.contact.name),
      "role": .text(executive.contact.role.rawValue), "email": .maybe(executive.contact.email),
      "phone": .maybe(executive.contact.phone), "last_contact": .maybe(executive.reached?.on),
      "how": .maybe(executive.reached?.how), "days_since": .maybe(executive.reached.map { Int64(today - $0.on) }),
      "fresh_days": .int(Int64(executive.freshDays(policy, hasOpenRecord: hasOpen))),
      "stale": .bool(executive.isStale(on: today, policy, hasOpenRecord: hasOpen)),
    ])
  }
}
