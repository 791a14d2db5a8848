import EscalationDomain

/// The clocks of the two playbooks that the demonstration follows.
enum DemoPlaybooks {
  static func all() throws -> [Playbook] { [try risk(), try crisis()] }

  private static func risk() throws -> Playbook {
    var playbook = Playbook(id: "risk", name: "Customer risk and escalation")
    playbook.severities = grades("S0", "S1", "S2", "S3")
    playbook.process = ["log", "assign", "plan", "tell", "cadence"].map {
      ProcessStep(id: $0, label: $0, group: "triage")
    }
    playbook.clocks = [
      try rule(
        "first-response", [.acknowledged, .customerUpdate], ["S0": "2h", "S1": "4bh", "S2": "1bd", "S3": "2bd"],
        onResolve: .stop),
      try rule("notify", [.notified], ["S0": "same-day", "S1": "4h", "S2": "1bd", "S3": "2bd"]),
      try rule(
        "triage", [.allDone(group: "triage")],
        ["S0": "min(24h, first-response)", "S1": "24h", "S2": "24h", "S3": "24h"], onResolve: .cancel),
      try rule(
        "customer-update", [.customerUpdate], ["S0": "daily", "S1": "mon,wed,fri", "S2": "weekly", "S3": "every 14d"],
        repeats: true),
      try rule(
        "internal-check", [.internalCheck],
        ["S0": "daily", "S1": "working-days", "S2": "tue,thu", "S3": "tue,thu"], repeats: true, onResolve: .cancel),
      try rule(
        "renewal", [.resolved], ["S1": "renewal-30d", "S2": "renewal-30d", "S3": "renewal-30d"]),
    ]
    playbook.clocks += promises
    return playbook
  }

  private static func crisis() throws -> Playbook {
    var playbook = Playbook(id: "protocol", name: "Issue escalation and crisis protocol")
    playbook.severities = grades("P1", "P2", "P3", "P4")
    playbook.process = [ProcessStep(id: "follow-up", label: "Call the customer after the resolution")]
    playbook.clocks = [
      try rule(
        "acknowledge", [.acknowledged, .customerUpdate], ["P1": "15m", "P2": "1h", "P3": "4h", "P4": "1bd"],
        onResolve: .stop),
      try rule("notify", [.notified], ["P1": "15m", "P2": "1h"], onResolve: .cancel),
      try rule(
        "customer-update", [.customerUpdate], ["P1": "1h", "P2": "working-days"], repeats: true, pausable: true,
        onResolve: .cancel),
      ClockRule(
        id: "follow-up", label: "Follow-up call", starts: [.resolved], stops: [.done("follow-up")],
        target: .all(try Target(parsing: "2bd"))),
      try rule("watch", [], ["P1": "30d", "P2": "14d", "P3": "7d"], starts: [.resolved], elapses: true),
    ]
    playbook.clocks += promises
    return playbook
  }

  private static let promises = [
    ClockRule(
      id: "promise", label: "Promised update", starts: [.promised], stops: [.customerUpdate], target: .all(.promised)),
    ClockRule(
      id: "needed-by", label: "Needed by", starts: [.opened, .neededBySet], stops: [.resolved],
      target: .all(.neededBy)),
  ]

  private static func grades(_ ids: String...) -> [Grade] {
    zip(ids, 1...).map { Grade(id: $0, name: $0, band: $1) }
  }

  private static func rule(
    _ id: String, _ stops: [Trigger], _ targets: [String: String], starts: [Trigger] = [.opened],
    repeats: Bool = false, pausable: Bool = false, elapses: Bool = false, onResolve: ClockRule.OnResolve = .keep
  ) throws -> ClockRule {
    ClockRule(
      id: id, label: id, starts: starts, stops: stops,
      target: .by(.severity, try targets.mapValues { try Target(parsing: $0) }), repeats: repeats, pausable: pausable,
      elapses: elapses, onResolve: onResolve)
  }
}
