@testable import EscalationDomain

/// The desk with signals: dates of the account, a sum in dispute, and what only a person can say. Beside it `ladder`,
/// by levels alone.
enum OpeningDesk {
  static let bound = Money(minorUnits: 1_000_000_000, currency: "IDR")

  static let desk: Playbook = {
    var playbook = Desk.playbook([rule("4h")])
    (playbook.levels, playbook.stages) = ([], [])
    playbook.signals = [
      Signal(id: "sponsor-left", family: "people", label: "The sponsor left", suggests: "S1"),
      Signal(
        id: "renewal-90", family: "commercial", label: "The renewal is 90 days away or nearer", suggests: "S1",
        from: "renewal-90d"),
      Signal(
        id: "renewal-30", family: "commercial", label: "The renewal is 30 days away or nearer", suggests: "S0",
        from: "renewal-30d"),
      Signal(id: "nps-low", family: "sentiment", label: "NPS of 6 or lower"),
      Signal(id: "call", family: "voice", label: "They call about prices", suggests: "S3", detection: .reactive),
      Signal(id: "qbr", family: "commercial", label: "The QBR is near", suggests: "S2", from: "qbr"),
    ]
    return playbook
  }()

  static let ladder: Playbook = {
    var playbook = Playbook(id: "ladder", name: "Ladder")
    playbook.levels = (1...3).map { Grade(id: "L\($0)", name: "L\($0)", band: 4 - $0) }
    playbook.clocks = [rule("4h", starts: [.levelEntered])]
    playbook.signals = [
      Signal(id: "dispute", family: "at once", label: "A disputed payment", suggests: "L2", above: bound),
      Signal(id: "legal", family: "at once", label: "Legal is touched", suggests: "L3", detection: .reactive),
      Signal(id: "sponsor-left", family: "people", label: "The sponsor left", suggests: "L1"),
    ]
    return playbook
  }()

  static let policy: Policy = {
    var policy = Desk.policy(desk)
    policy.playbooks["ladder"] = Versioned(version: 1, value: ladder)
    return policy
  }()

  static func facts(
    _ now: Instant, zone: String = "UTC", renewal: String? = nil, qbr: String? = nil, disputed: Money? = nil
  ) throws -> OpeningFacts {
    OpeningFacts(
      account: AccountFacts(
        name: "Acme", renewal: renewal.flatMap { LocalDate(iso: $0) }, qbr: qbr.flatMap { LocalDate(iso: $0) }),
      zone: try Zone(zone), now: now, disputed: disputed)
  }
}
