extension Executive {
  /// The economic buyer is reached at least once a year, whatever a team holds to be stale.
  static let buyerDays = 365

  /// Days without contact after which this one is stale.
  public func freshDays(_ policy: HealthPolicy, hasOpenRecord: Bool) -> Int {
    let days = hasOpenRecord ? min(policy.staleDaysOpen, policy.staleDays) : policy.staleDays
    return contact.role == .economicBuyer ? min(days, Executive.buyerDays) : days
  }

  /// Whether the last contact lies further back than that; nobody reached yet is stale (PLAYBOOKS `health`, readings).
  public func isStale(on today: LocalDate, _ policy: HealthPolicy, hasOpenRecord: Bool) -> Bool {
    guard let reached else { return true }
    return today - reached.on > freshDays(policy, hasOpenRecord: hasOpenRecord)
  }
}

extension Account {
  /// The roles that an enterprise account should have filled and has not.
  public func missingRoles(_ policy: HealthPolicy, value: Money?) -> [ExecutiveContact.Role] {
    guard let value, let limit = policy.enterpriseValue, value.currency == limit.currency,
      value.minorUnits > limit.minorUnits
    else { return [] }
    return [.economicBuyer, .seniorStakeholder].filter { role in !executives.contains { $0.contact.role == role } }
  }
}
