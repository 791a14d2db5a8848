/// What signals are measured against when something opens, or is looked at again.
public struct OpeningFacts: Hashable, Sendable {
  public var account: AccountFacts
  /// The zone in which the account lives: its dates are counted there.
  public var zone: Zone
  public var now: Instant
  /// The sum in dispute, where there is one.
  public var disputed: Money?

  public init(account: AccountFacts, zone: Zone, now: Instant, disputed: Money? = nil) {
    self.account = account
    self.zone = zone
    self.now = now
    self.disputed = disputed
  }

  var today: LocalDate { zone.local(now).date }

  func date(_ date: AccountDate) -> LocalDate? {
    switch date {
    case .renewal: account.renewal
    case .qbr: account.qbr
    }
  }
}
