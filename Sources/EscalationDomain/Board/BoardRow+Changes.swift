extension BoardRow {
  /// Whether somebody did something to it since `earlier`; what time alone brings is no such change.
  public func differs(from earlier: BoardRow) -> Bool {
    changed != earlier.changed || title != earlier.title || account != earlier.account || severity != earlier.severity
      || level != earlier.level || stage != earlier.stage || status != earlier.status || owner != earlier.owner
      || pausedUntil != earlier.pausedUntil || arr != earlier.arr || renewal != earlier.renewal
  }

  /// Calendar dates until the contract ends, counted in a zone; negative once it is over.
  public func daysToRenewal(now: Instant, zone: Zone) -> Int? { renewal.map { $0 - zone.local(now).date } }
}
