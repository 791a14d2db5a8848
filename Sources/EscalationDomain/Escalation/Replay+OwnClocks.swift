/// Clocks that no playbook has: a task's, a milestone's, a look's at the plan. Their due times are given, not worked out.
extension Replay {
  mutating func beginOwn(_ rule: OwnRule, label: String, due: Instant?, at: Instant) {
    guard let due else { return }
    let rule = rule.text
    runs[rule, default: 0] += 1
    let calendar = policy.calendarID(rule: nil, account: record.account, playbook: playbook.value)
    record.clocks.append(
      ClockCycle(
        rule: rule, label: label, cycle: runs[rule] ?? 1, target: .instant(due), started: at, countsFrom: at,
        due: .at(due), phase: .running, breach: nil, pauses: [], slots: nil, elapses: false, pausable: false,
        warnings: playbook.value.warnings, calendar: calendar,
        calendarVersion: policy.calendars[calendar]?.version ?? 0, policyVersion: playbook.version,
        edition: policy.edition, promised: nil))
    open.append(record.clocks.count - 1)
  }

  /// Another due time; without one the clock ends.
  mutating func moveOwn(_ rule: OwnRule, label: String, to due: Instant?, _ event: Event) {
    let clock = openOwn(rule)
    switch (clock, due) {
    case (nil, _): beginOwn(rule, label: label, due: due, at: event.occurred)
    case (_?, nil): finishOwn(rule, event, .cancelled)
    case (let clock?, let due?):
      record.clocks[clock].target = .instant(due)
      record.clocks[clock].due = .at(due)
    }
  }

  mutating func relabelOwn(_ rule: OwnRule, _ label: String) {
    if let clock = openOwn(rule) { record.clocks[clock].label = label }
  }

  mutating func finishOwn(_ rule: OwnRule, _ event: Event, _ verdict: ClockCycle.Verdict?) {
    guard let clock = openOwn(rule) else { return }
    finish(clock, at: event.occurred, by: event, verdict)
    open.removeAll { $0 == clock }
  }

  private func openOwn(_ rule: OwnRule) -> Int? {
    open.first { record.clocks[$0].rule == rule.text && record.clocks[$0].isOpen }
  }
}

/// The rule's name of a clock that no playbook spells: a rule's id there holds no colon.
enum OwnRule: Hashable {
  case task(String)
  case milestone(String)
  case look(PlanLook)

  var text: String {
    switch self {
    case .task(let id): "task:\(id)"
    case .milestone(let id): "milestone:\(id)"
    case .look(let look): "plan:\(look.rawValue)"
    }
  }
}

extension ClockCycle {
  /// Whether it is of a task, a milestone or a look at the plan, and not a playbook's.
  public var isOwn: Bool { rule.contains(":") }

  /// What reports count it under: all tasks together, all milestones together.
  public var family: String { ClockCycle.family(of: rule) }

  static func family(of rule: String) -> String {
    rule.firstIndex(of: ":").map { String(rule[..<$0]) } ?? rule
  }

  /// The effectiveness review comes when all else is over.
  var survivesClosing: Bool { rule == OwnRule.look(.review).text }
}
