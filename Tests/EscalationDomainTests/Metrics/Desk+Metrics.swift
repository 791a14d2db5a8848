@testable import EscalationDomain

/// Records for tables of figures: what happened to each, replayed to a window's last moment.
struct Ledger {
  var logs: [Log] = []

  /// Clocks: an answer within 1h, a resolution within 8h, an update every 4h until resolved.
  static let rules = [
    rule("1h", "answer"), rule("8h", "fix", stops: [.resolved]),
    rule("4h", "update", stops: [.customerUpdate], repeats: true, onResolve: .cancel),
    rule("2d", "watch", starts: [.resolved], stops: [], elapses: true),
  ]

  func figures(
    _ window: Range<Instant>, zone: Zone = .utc, by grouping: MetricsGrouping? = nil, now: Instant = "12-31 00:00",
    playbook: Playbook? = nil
  ) throws -> MetricsReport {
    var tally = MetricsTally(window: window, zone: zone, by: grouping)
    let moment = MetricsTally.moment(of: window, now: now)
    for log in logs {
      if let record = try Escalation.replayIfOpened(log.history, policies: log.policies, now: moment) {
        tally.add(record)
      }
    }
    let own = logs.first?.policies.current.playbooks["desk"]?.value
    return tally.report(playbooks: [playbook ?? own].compactMap(\.self))
  }
}

extension Fact {
  static func closed(_ outcome: Closing.Outcome?, csat: Int? = nil) -> Fact {
    .closed(Closing(outcome: outcome, csat: csat))
  }
  static func resolved(_ cause: String?, _ prevention: String...) -> Fact {
    .resolved(Resolution(rootCause: cause, prevention: prevention))
  }
}

extension Attainment {
  /// `met 1 missed 2 …`, what is nought left out.
  var line: String {
    [
      ("met", met), ("missed", missed), ("reclassified", missedByReclassification), ("late", breachedOpen),
      ("late reclassified", breachedOpenByReclassification), ("corrected", corrected), ("cancelled", cancelled),
    ].filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }
}

extension Figures {
  func attained(_ rule: String) -> String {
    attainment.filter { $0.key.rule == rule }.values.reduce(Attainment(), +).line
  }
}
