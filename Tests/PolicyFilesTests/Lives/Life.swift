import Testing

@testable import EscalationDomain
@testable import PolicyFiles

/// One escalation under a playbook that ships, lived act by act through the rules that decide; nothing is put into its
/// log that they did not let through. On a week of Monday to Friday 09:00–17:00 UTC; 2026-03-02 is a Monday.
struct Life: Sendable {
  let policies: PolicyBook
  let playbook: Playbook
  private(set) var events: [Event] = []

  /// - Parameter grade: a severity, a level or a stage; none where the playbook chooses.
  init(
    _ playbook: String, _ grade: String? = nil, opened at: Instant, calendar: BusinessCalendar? = nil,
    _ complete: (inout Opening) -> Void = { _ in }
  ) throws {
    var calendars = try BuiltinCalendars.all
    if let calendar { calendars.append(calendar) }
    let playbooks = try BuiltinPlaybooks.all.map { try PlaybookFile.parse($0.text, file: $0.name) }
    let policy = Policy(
      edition: 1, installed: at,
      playbooks: Dictionary(uniqueKeysWithValues: playbooks.map { ($0.id, Versioned(version: 1, value: $0)) }),
      calendars: Dictionary(
        uniqueKeysWithValues: calendars.map { ($0.id, Versioned(version: 1, value: WorkingTimeline($0))) }),
      defaultCalendar: "standard")
    policies = PolicyBook(policy)
    self.playbook = try #require(policy.playbooks[playbook]).value
    var opening = Opening(
      title: "Exports fail", account: AccountFacts(name: "Acme", calendar: calendar?.id), playbook: playbook, edition: 0
    )
    opening.severity = self.playbook.severityID(matching: grade ?? "")
    opening.level = self.playbook.levelID(matching: grade ?? "")
    opening.stage = self.playbook.stageID(matching: grade ?? "")
    complete(&opening)
    let draft = try Decision.open(
      opening, policy: policy, act: Act(actor: "ann", now: at),
      why: opening.stage == nil ? nil : "assessed")
    events = [draft.event(1, of: "W-1", recorded: at)]
  }

  /// The same after a command, if the rules let it through.
  func doing(_ at: Instant, _ commands: Command...) throws -> Life {
    try commands.reduce(self) { life, command in
      let drafts = try Decision(history: life.history, policies: policies, act: Act(actor: "ann", now: at))
        .decide(command)
      var next = life
      for draft in drafts { next.events.append(draft.event(Int64(next.events.count + 1), of: "W-1", recorded: at)) }
      return next
    }
  }

  /// Every open item of a list done.
  func ticking(_ at: Instant, _ list: String) throws -> Life {
    let record = try record(at)
    let open = record.checklists(of: playbook, zone: .utc, now: at).filter { $0.checklist.id == list }
      .flatMap(\.items).filter(\.isOpen)
    return try open.reduce(self) { life, item in
      try life.doing(at, .decideItem(ItemDecision(checklist: list, item: item.item.id, choice: .done), reason: nil))
    }
  }

  /// Everyone whom the matrix names told, through each channel.
  func tellingAll(_ at: Instant) throws -> Life {
    try record(at).obligations(of: playbook).filter { $0.state == .open }.reduce(self) { life, obligation in
      try life.doing(at, .notify(Notification(who: [obligation.stakeholder], channel: obligation.channel)))
    }
  }

  var history: History { History(events) }

  func record(_ now: Instant) throws -> Escalation {
    try Escalation.replay(history, policies: policies, now: now)
  }

  // MARK: As a table writes it

  /// Each cycle that is not over, and each that ended since the last look, by rule in the playbook's order:
  /// `first-response#1 met due 03-04 17:00 ended 03-04 15:20`.
  func clocks(_ now: Instant, _ rules: String...) throws -> [String] {
    let record = try record(now)
    let order = rules.isEmpty ? playbook.clocks.map(\.id) : rules
    return order.flatMap { rule in record.clocks.filter { $0.rule == rule }.map { $0.words(now) } }
  }

  /// The newest cycle of each of these rules.
  func latest(_ now: Instant, _ rules: String...) throws -> [String] {
    let record = try record(now)
    let order = rules.isEmpty ? playbook.clocks.map(\.id) : rules
    return order.compactMap { record.clock($0)?.words(now) }
  }

  /// `actions 3 of 7`: decided of asked, besides what the daily room asks.
  func lists(_ now: Instant) throws -> [String] {
    let lists = try record(now).checklists(of: playbook, zone: .utc, now: now)
    return lists.filter { $0.checklist.when != .daily && $0.checklist.when != .untilDone }.map { list in
      "\(list.checklist.id) \(list.items.count - list.openCount) of \(list.items.count)"
    }
  }

  func gates(_ now: Instant) throws -> [String] {
    try record(now).gates(of: playbook, zone: .utc, now: now).map { gate in
      switch gate.state {
      case .satisfied: "\(gate.id) satisfied"
      case .open(let missing): "\(gate.id) open: \(missing.sentence)"
      case .overridden(_, let override): "\(gate.id) overridden by \(override.authority)"
      case .notNeeded: "\(gate.id) not needed"
      }
    }
  }

  /// `3 of 10`: told or waived of all whom the matrix names.
  func told(_ now: Instant) throws -> String {
    let all = try record(now).obligations(of: playbook)
    return "\(all.count { $0.state != .open }) of \(all.count)"
  }

  /// The gates that closing is refused for; none where it passes.
  func refusedGates(_ now: Instant) throws -> [String] {
    do {
      _ = try doing(now, .close(Closing(), reason: nil))
      return []
    } catch Refusal.gatesOpen(let gates) {
      return gates.map(\.id)
    }
  }
}

extension ClockCycle {
  fileprivate func words(_ now: Instant) -> String {
    var words = "\(rule)#\(cycle) \(state(at: now))"
    if let opens = due.opens { words += " opens \(opens.short)" }
    if let deadline { words += " due \(deadline.short)" }
    if case .paused(_, let remaining) = phase { words += " left \(remaining)" }
    if let ended { words += " ended \(ended.short)" }
    if let breach, breach.at != deadline { words += " breach \(breach.at.short)" }
    if breach?.byReclassification ?? false { words += " by reclassification" }
    return words
  }
}

/// `"03-02 10:00"` or `"03-02 10:00:01"`: an instant of 2026 in UTC.
extension Instant: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    let whole = "2026-" + text.split(separator: " ").joined(separator: "T") + (text.count == 11 ? ":00Z" : "Z")
    guard let instant = Instant(iso8601: whole) else {
      Issue.record("\(text) is no instant of a table")
      self = .min
      return
    }
    self = instant
  }

  /// As a table writes it.
  fileprivate var short: String {
    let local = Zone.utc.local(self)
    let second = local.secondOfDay % 60
    return "\(local.date) \(Instant.clock(local.secondOfDay))".replacing("2026-", with: "")
      + (second == 0 ? "" : ":" + (second < 10 ? "0" : "") + String(second))
  }
}

extension EscalationID: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}

func day(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: "2026-" + text)) }
