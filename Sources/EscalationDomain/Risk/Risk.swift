/// A risk as its register tells it.
public struct Risk: Hashable, Sendable {
  public enum Condition: Hashable, Sendable {
    case open
    /// It became an escalation.
    case promoted(EscalationID, Work.Stamp)
    case closed(Work.Stamp)
  }
  /// The word for where a risk stands, as lists and JSON spell it.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case open
    case promoted
    case closed
  }
  public var id: RiskID
  public var entry: RiskEntry
  public var registered: Work.Stamp
  public var condition: Condition
  /// The escalation it became, also once it is closed.
  public var escalation: EscalationID?
  public var lastReview: Work.Stamp?
  /// The last thing that happened to it.
  public var changed: Instant
  /// All that was written down, what was taken back included.
  public let log: RegisterLog<RiskFact>

  public var status: Status {
    switch condition {
    case .open: .open
    case .promoted: .promoted
    case .closed: .closed
    }
  }

  /// The risk as its entries leave it, in the order they happened; nil without a registration.
  public init?(_ id: RiskID, _ entries: [RegisterEntry<RiskFact>]) {
    var risk: Risk?
    let log = RegisterLog(entries)
    for line in log.effective {
      let stamp = Work.Stamp(at: line.occurred, by: line.actor, why: line.why)
      if case .registered(let entry) = line.fact, risk == nil {
        risk = Risk(id: id, entry: entry, stamp, log)
      } else {
        risk?.apply(line.fact, stamp)
      }
    }
    guard var risk else { return nil }
    risk.changed = max(risk.changed, log.entries.last?.occurred ?? risk.changed)
    self = risk
  }

  private init(id: RiskID, entry: RiskEntry, _ stamp: Work.Stamp, _ log: RegisterLog<RiskFact>) {
    self.id = id
    self.log = log
    self.entry = entry
    (registered, changed, condition) = (stamp, stamp.at, .open)
  }

  private mutating func apply(_ fact: RiskFact, _ stamp: Work.Stamp) {
    changed = max(changed, stamp.at)
    switch fact {
    case .registered, .takenBack: break
    case .revised(let entry): self.entry = entry
    case .reviewed(let next, _):
      entry.nextReview = next
      lastReview = stamp
    case .promoted(let id): (condition, escalation) = (.promoted(id, stamp), id)
    case .closed: condition = .closed(stamp)
    }
  }

  /// Whether its next look was due on an earlier date of the account than today; what is closed is not looked at.
  public func isReviewOverdue(today: LocalDate) -> Bool { RiskRow(self).isReviewOverdue(today: today) }
}
