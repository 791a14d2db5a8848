@testable import EscalationDomain

/// The log of one escalation, written act by act. It opens on Monday 2 March 2026, 09:00 UTC, as S1.
struct Log: Sendable {
  var policies: PolicyBook
  var events: [Event] = []

  init(
    _ rules: [ClockRule], opened: Instant = "03-02 09:00", severity: String? = "S1", calendar: String? = nil,
    severityChange: SeverityChange = .fromStart, _ complete: (inout Opening) -> Void = { _ in }
  ) {
    self.init(
      policies: PolicyBook(Desk.policy(Desk.playbook(rules, severityChange: severityChange))), opened: opened,
      severity: severity, calendar: calendar, complete)
  }

  init(
    policies: PolicyBook, opened: Instant = "03-02 09:00", severity: String? = "S1", calendar: String? = nil,
    _ complete: (inout Opening) -> Void = { _ in }
  ) {
    self.policies = policies
    var opening = Opening(
      title: "Exports fail", account: AccountFacts(name: "Acme", calendar: calendar), playbook: "desk", edition: 1,
      severity: severity)
    complete(&opening)
    self = then(opened, .opened(opening))
  }

  /// The same with one more event, numbered next.
  func then(
    _ at: Instant, _ fact: Fact, recorded: Instant? = nil, source: Event.Source = .act, actor: String = "ann",
    why: String? = nil, isPart: Bool = false
  ) -> Log {
    var log = self
    log.events.append(
      Event(
        sequence: Int64(events.count + 1), escalation: "W-1", occurred: at, recorded: recorded ?? at, actor: actor,
        why: why, source: source, fact: fact, isPart: isPart))
    return log
  }

  /// The same after a writer's visit, who stores what time brought about.
  func settled(_ now: Instant) throws -> Log {
    try record(now).unstored(in: history.until(now)).reduce(self) { log, draft in
      log.then(draft.occurred, draft.fact, recorded: now, source: draft.source, actor: draft.actor)
    }
  }

  var history: History { History(events) }

  func record(_ now: Instant) throws -> Escalation {
    try Escalation.replay(history, policies: policies, now: now)
  }

  /// The newest cycle of a rule.
  func clock(_ now: Instant, _ rule: String = "clock") throws -> ClockCycle? { try record(now).clock(rule) }

  /// Each cycle of a rule in a line.
  func lines(_ now: Instant, _ rule: String = "clock") throws -> [String] {
    try record(now).clocks.filter { $0.rule == rule }.map { $0.line(now) }
  }

  func drafts(_ command: Command, _ now: Instant, occurred: Instant? = nil) throws -> [Draft] {
    try Decision(history: history, policies: policies, act: Act(actor: "ann", occurred: occurred, now: now))
      .decide(command)
  }

  /// The same after a command, as a store performs it.
  func doing(_ command: Command, _ now: Instant, occurred: Instant? = nil) throws -> Log {
    try drafts(command, now, occurred: occurred).reduce(self) { log, draft in
      log.then(draft.occurred, draft.fact, recorded: now, actor: draft.actor, why: draft.why, isPart: draft.isPart)
    }
  }
}

extension ClockCycle {
  /// `#1 running due 03-02 13:00`; then what is left of a paused one, its end, its breach and how that is marked.
  func line(_ now: Instant) -> String {
    var line = "#\(cycle) \(state(at: now))"
    if let opens = due.opens { line += " opens \(opens.short)" }
    if let due = deadline { line += " due \(due.short)" }
    if case .paused(_, let remaining) = phase { line += " left \(remaining)" }
    if let ended { line += " ended \(ended.short)" }
    if let breach {
      line += " breach \(breach.at.short)"
      if breach.byReclassification { line += " by reclassification" }
      if breach.corrected { line += " corrected" }
    }
    return line
  }
}

/// A row of a table: a log, a moment, and each cycle of its clock then.
struct ClockCase: Sendable, CustomStringConvertible {
  var description: String
  var log: Log
  var now: Instant
  var rule: String
  var lines: [String]

  init(_ description: String, _ log: Log, _ now: Instant, _ lines: String..., rule: String = "clock") {
    self.description = description
    self.log = log
    self.now = now
    self.rule = rule
    self.lines = lines
  }

  func actual() throws -> [String] { try log.lines(now, rule) }
}

extension Fact {
  static let ack = Fact.acknowledged(note: nil)
  static let told = Fact.updated(CustomerUpdate(text: "Known, unknown, next"))
  static let resolve = Fact.resolved(Resolution())
  static let close = Fact.closed(Closing())
  static let reopen = Fact.reopened(edition: 1)
  static let replied = Fact.customerReplied(text: "Here it is")
  static func wait(_ until: Instant? = nil) -> Fact { .paused(Pause(reason: "Waiting for logs", until: until)) }
  static func severity(_ id: String) -> Fact { .severityChanged(to: id) }
  static func promise(_ next: Instant) -> Fact { .updated(CustomerUpdate(text: "Soon", next: next)) }
}
