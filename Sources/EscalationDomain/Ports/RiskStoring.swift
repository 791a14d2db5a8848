/// What a console asks of a store about one risk. See ``EscalationStoring``.
public protocol RiskReading: Sendable {
  /// One risk with its entries, oldest first; nil where there was none by `now`.
  func risk(_ id: RiskID, now: Instant) throws -> (risk: Risk, entries: [RegisterEntry<RiskFact>])?
}

/// What the commands ask of a store about the Risk Register.
public protocol RiskStoring: RiskReading {
  /// Every risk as of `now`, in no order; at or after the last entry this reads indexed columns only.
  func risks(now: Instant) throws -> [RiskRow]
  /// A new risk under the store's next id.
  ///
  /// - Parameter zone: the zone in which its account lives.
  func register(_ entry: RiskEntry, zone: Zone, act: Act) throws -> Risk
  /// A person's act on one risk, in one transaction.
  func perform(_ command: RiskCommand, on id: RiskID, zone: Zone, act: Act) throws -> Risk
  /// The same where nobody has written about it since that entry; else it fails with ``Refusal/overtaken``.
  func perform(_ command: RiskCommand, on id: RiskID, zone: Zone, act: Act, asOf newest: Int64) throws -> Risk
  /// Makes a risk an escalation: both change in one transaction, or neither does.
  func promote(_ id: RiskID, _ promotion: Promotion, as escalation: EscalationID?, act: Act) throws
    -> (risk: Risk, performed: Performed)
}
