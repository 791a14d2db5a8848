/// Why the room has to talk about an escalation.
///
/// Source: PLAYBOOKS, the daily room of each playbook: what is due by its cadences, promises, reviews and watches.
public struct AgendaReason: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case pinned
    /// Somebody put it there.
    case added
    /// A word to the customer that a cadence asks for.
    case update
    /// A look at the progress that a cadence asks for: checks, check-ins.
    case check
    case promise
    case milestone
    case task
    case blocker
    /// A stage's time is up, or a look at the plan is due.
    case review
    /// Things that always ask for a decision and have none.
    case decision
    /// People who have to be brought in and were not.
    case path
    /// A watch after the resolution ends.
    case watch
    /// Any other deadline of the playbook.
    case deadline
    /// A pause comes to its end.
    case returns
  }

  public var kind: Kind
  /// The clock's or the milestone's name, the list's, the path's.
  public var label: String
  /// What it is about in detail: open items, whom to bring in, why it was added.
  public var details: [String]
  public var owner: String?
  /// When it is due, or has been.
  public var due: Instant?
  /// When its deadline passed; none for what is still to come.
  public var breached: Instant?
  /// It passed, or came up, since the session before.
  public var isNews: Bool
  /// The clock's rule, for one that comes of a clock.
  public var rule: String?

  public init(
    _ kind: Kind, label: String = "", details: [String] = [], owner: String? = nil, due: Instant? = nil,
    breached: Instant? = nil, isNews: Bool = false, rule: String? = nil
  ) {
    self.kind = kind
    self.label = label
    self.details = details
    self.owner = owner
    self.due = due
    self.breached = breached
    self.isNews = isNews
    self.rule = rule
  }
}

extension AgendaReason {
  /// For how many seconds after its deadline what is owed on a record that is over still asks for the room: two weeks. All
  /// that is still owed is in the register.
  public static let afterlife: Int64 = 14 * 86_400
}

extension Escalation {
  /// Why the room has to talk about it at `now`, what is longest overdue first; none where nothing asks for it.
  ///
  /// - Parameter policy: the edition that the record follows.
  /// O(clocks + checklist items × decisions).
  public func agendaReasons(policy: Policy, window: RoomWindow, now: Instant) -> [AgendaReason] {
    let playbook = policy.playbooks[self.playbook]?.value ?? Playbook(id: self.playbook, name: self.playbook)
    let zone = policy.zone(of: account, playbook: self.playbook)
    var reasons = clockReasons(playbook, window, now: now)
    if case .paused(let pause, _) = condition, let until = pause.until, until <= window.until {
      reasons.append(AgendaReason(.returns, label: pause.reason, due: until, isNews: until >= window.since))
    }
    reasons += questionReasons(window, now: now, besides: reasons)
    reasons += decisionReasons(playbook, window, zone: zone, now: now)
    guard status.isOpen else { return reasons.sorted(by: AgendaReason.order) }
    if let stage, let passed = stageReview(of: playbook, zone: zone, now: now)?.passed, let at = passed.ended {
      reasons.append(
        AgendaReason(
          .review, label: passed.label, details: ["stage \(stage)"], due: at, isNews: at > window.since,
          rule: passed.rule))
    }
    for path in paths(of: playbook, now: now) {
      guard case .called(let since) = path.state else { continue }
      reasons.append(
        AgendaReason(
          .path, label: path.path.label, details: path.path.to, breached: since, isNews: since >= window.since))
    }
    return reasons.sorted(by: AgendaReason.order)
  }

  /// What always asks for a decision and has none; the daily checklist has the same.
  private func decisionReasons(
    _ playbook: Playbook, _ window: RoomWindow, zone: Zone, now: Instant
  ) -> [AgendaReason] {
    checklists(of: playbook, zone: zone, now: now).filter(\.checklist.gates).compactMap { list in
      let open = list.items.filter { $0.isOpen && $0.need == .ifNeeded && asksRoom(list.checklist, $0.need) }
      guard !open.isEmpty else { return nil }
      let since = list.checklist.when == .closing ? max(list.since, ended ?? list.since) : list.since
      return AgendaReason(
        .decision, label: list.checklist.label, details: open.map(\.item.label), isNews: since > window.since)
    }
  }

  private func clockReasons(_ playbook: Playbook, _ window: RoomWindow, now: Instant) -> [AgendaReason] {
    var reasons: [String: AgendaReason] = [:]
    for clock in clocks {
      guard var reason = clockReason(clock, playbook, window, now: now) else { continue }
      // Of the cycles of one rule the open one speaks, and tells that one before it passed unserved.
      if let earlier = reasons[clock.rule] {
        reason.breached = [reason.breached, earlier.breached].compactMap(\.self).max()
        reason.isNews = reason.isNews || earlier.isNews
      }
      reasons[clock.rule] = reason
    }
    return Array(reasons.values)
  }

  private func clockReason(
    _ clock: ClockCycle, _ playbook: Playbook, _ window: RoomWindow, now: Instant
  ) -> AgendaReason? {
    let breach = clock.breach?.corrected ?? false ? nil : clock.breached(at: now)
    let isNews = breach != nil && clock.breached(since: window.since, at: now)
    let isDue =
      clock.isOpen && clock.state(at: now) != .met && (clock.deadline.map { $0 <= window.until } ?? false)
    let kind = kind(of: clock, playbook)
    // Nobody sat when it ended, over a weekend for one.
    let hasEnded = kind == .watch && clock.state(at: now) == .met && clock.ended.map { $0 > window.since } ?? false
    guard isDue || hasEnded || (isNews && !clock.elapses) else { return nil }
    // A call that nobody made years ago is no matter for today's room.
    if !status.isOpen, let breach, breach <= now + -AgendaReason.afterlife { return nil }
    var reason = AgendaReason(
      kind, label: clock.label, due: clock.due.deadline, breached: breach, isNews: isNews || hasEnded,
      rule: clock.rule)
    switch kind {
    case .milestone:
      let milestone = work.plan.milestones.first { OwnRule.milestone($0.id).text == clock.rule }
      if let milestone { (reason.label, reason.owner) = (milestone.milestone.title, milestone.milestone.owner) }
    case .task, .blocker:
      reason.owner = work.tasks.first { OwnRule.task($0.task.id).text == clock.rule }?.task.owner
    default: break
    }
    return reason
  }

  private func kind(of clock: ClockCycle, _ playbook: Playbook) -> AgendaReason.Kind {
    switch clock.family {
    case "task":
      let task = work.tasks.first { OwnRule.task($0.task.id).text == clock.rule }?.task
      return task?.isBlocker ?? false ? .blocker : .task
    case "milestone": return .milestone
    case "plan": return .review
    default: break
    }
    guard let rule = playbook.rule(clock.rule) else { return .deadline }
    switch ClockPurpose(rule) {
    case .customerCadence: return .update
    case .internalCadence: return .check
    case .promise: return .promise
    case .stageLength: return .review
    case .watch: return .watch
    case .firstResponse, .substantiveResponse, .notification, .hypothesis, .neededBy, .other: return .deadline
    }
  }
}

extension AgendaReason {
  /// When it asks for attention: what has passed first, by how long; what has no time last.
  public var at: Instant? { due ?? breached }

  /// The order in which reasons are told: pinned and added first, then by time.
  static func order(_ a: AgendaReason, _ b: AgendaReason) -> Bool {
    func rank(_ reason: AgendaReason) -> (Int, Int64, String, String) {
      let isByHand = reason.kind == .pinned || reason.kind == .added
      return (isByHand ? 0 : 1, reason.at?.seconds ?? .max, reason.kind.rawValue, reason.rule ?? reason.label)
    }
    return rank(a) < rank(b)
  }
}
