import Testing

@testable import EscalationDomain

@Suite("What is done about an escalation, and what it does to clocks and closing")
struct WorkTests {
  /// The desk with a checklist, a matrix, gates, a room and health.
  static func log(_ rules: [ClockRule] = [], stage: String? = nil, _ change: (inout Playbook) -> Void = { _ in }) -> Log
  {
    var playbook = Desk.playbook(rules)
    playbook.checklists = [
      Checklist(
        id: "start", label: "Start",
        items: [
          ChecklistItem(id: "ticket", label: "Ticket"),
          ChecklistItem(id: "call", label: "Call", applies: .by(.severity, ["S0": .yes, "S1": .ifNeeded])),
        ]),
      Checklist(id: "say", label: "Say", when: .eachUpdate, items: [ChecklistItem(id: "known", label: "Known")]),
      Checklist(id: "day", label: "Day", when: .daily, items: [ChecklistItem(id: "look", label: "Look")]),
    ]
    playbook.notify = [
      NotifyRule(grade: "S1", scale: .severity, stakeholders: ["Sponsor", "AE"], channels: ["email"]),
      NotifyRule(grade: "S0", scale: .severity, stakeholders: ["Sponsor", "VP"], channels: ["email", "call"]),
    ]
    playbook.gates = [
      Gate(id: "cause", label: "Root cause", needs: .rootCause, overriddenBy: ["VP CS"]),
      Gate(id: "lists", label: "Decided", needs: .checklistsDecided, applies: .by(.severity, ["S1": .ifNeeded])),
    ]
    playbook.room.roles = ["Commander"]
    change(&playbook)
    return Log(policies: PolicyBook(Desk.policy(playbook))) { $0.stage = stage }
  }

  private func answers(_ log: Log, _ now: Instant) throws -> [String] {
    let record = try log.record(now)
    return record.checklists(
      of: log.policies.current.playbooks["desk"]?.value ?? Playbook(id: "", name: ""), zone: .utc, now: now
    )
    .flatMap { list in list.items.map { "\(list.checklist.id)/\($0.item.id) \($0.need.rawValue) \($0.answer.word)" } }
  }

  @Test func `what is on record is not asked for again, unless a person takes it back`() throws {
    let log = Self.log { playbook in
      playbook.checklists = [
        Checklist(
          id: "record", label: "Record",
          items: [
            ChecklistItem(id: "cause", label: "Cause", doneBy: .hypothesisStated),
            ChecklistItem(id: "sure", label: "Sure", doneBy: .customerConfirmed),
            ChecklistItem(id: "own", label: "Own"),
          ])
      ]
    }
    func words(_ log: Log) throws -> String {
      try answers(log, "03-02 12:00").map { $0.replacing("record/", with: "") }.joined(separator: ", ")
    }
    #expect(try words(log) == "cause yes open, sure yes open, own yes open")
    let stated = log.then("03-02 10:00", .hypothesisStated(HypothesisStatement(cause: "c")))
    #expect(try words(stated) == "cause yes done, sure yes open, own yes open")
    let confirmed = stated.then("03-02 10:30", .customerConfirmed(note: nil))
    #expect(try words(confirmed) == "cause yes done, sure yes done, own yes open")
    let back = try confirmed.doing(
      .decideItem(ItemDecision(checklist: "record", item: "cause", choice: .open), reason: nil), "03-02 11:00")
    #expect(try words(back) == "cause yes open, sure yes done, own yes open")
    // Reopening asks anew.
    let anew = confirmed.then("03-02 11:00", .resolve).then("03-02 11:30", .reopened(edition: 1))
    #expect(try words(anew) == "cause yes open, sure yes open, own yes open")
  }

  @Test func `a checklist asks by grade, and begins anew by its own round`() throws {
    var log = Self.log()
    #expect(
      try answers(log, "03-02 09:30")
        == ["start/ticket yes open", "start/call if-needed open", "say/known yes open", "day/look yes open"])
    log = try log.doing(
      .decideItem(ItemDecision(checklist: "start", item: "ticket", choice: .done), reason: nil), "03-02 10:00"
    )
    .doing(
      .decideItem(ItemDecision(checklist: "start", item: "call", choice: .notNeeded), reason: "Chat did"), "03-02 10:00"
    )
    .doing(.decideItem(ItemDecision(checklist: "say", item: "known", choice: .done), reason: nil), "03-02 10:00")
    .doing(.decideItem(ItemDecision(checklist: "day", item: "look", choice: .done), reason: nil), "03-02 10:00")
    #expect(
      try answers(log, "03-02 10:30")
        == ["start/ticket yes done", "start/call if-needed not needed", "say/known yes done", "day/look yes done"])
    // The update ends its list's round, midnight the daily one's.
    log = log.then("03-02 10:00", .told)
    #expect(try answers(log, "03-02 10:30")[2...] == ["say/known yes open", "day/look yes done"])
    #expect(try answers(log, "03-03 00:00")[3] == "day/look yes open")
    #expect(try answers(log, "03-02 23:59:59")[3] == "day/look yes done")
  }

  @Test func `not needed is for what is needed only if, and says why`() throws {
    let log = Self.log()
    func refusal(_ item: String, _ reason: String?) -> Refusal? {
      #expect(throws: Refusal.self) {
        try log.doing(
          .decideItem(ItemDecision(checklist: "start", item: item, choice: .notNeeded), reason: reason), "03-02 10:00")
      }
    }
    #expect(refusal("ticket", "Why not") == .alwaysNeeded("Ticket"))
    #expect(refusal("call", " ") == .reasonRequired)
    #expect(refusal("fax", "Why not") == .unknownItem("fax", known: ["ticket", "call"]))
  }

  @Test func `everyone in the matrix is an obligation of its own, with proof`() throws {
    let rules = [rule("4h", "notify", stops: [.allNotified])]
    var log = Self.log(rules).then(
      "03-02 10:00", .notified(Notification(who: ["sponsor"], channel: "Email", note: "n")))
    #expect(try log.lines("03-02 10:30", "notify") == ["#1 running due 03-02 13:00"])
    log = try log.doing(.waiveNotice(NoticeWaived(stakeholder: "AE"), reason: "On leave"), "03-02 11:00")
    #expect(try log.lines("03-02 11:30", "notify") == ["#1 met due 03-02 13:00 ended 03-02 11:00"])
    let playbook = try #require(log.policies.current.playbooks["desk"]?.value)
    #expect(
      try log.record("03-02 12:00").obligations(of: playbook) == [
        Obligation(
          stakeholder: "Sponsor", channel: "email", state: .told(.init(at: "03-02 10:00", by: "ann"), note: "n")),
        Obligation(
          stakeholder: "AE", channel: "email", state: .notNeeded(.init(at: "03-02 11:00", by: "ann", why: "On leave"))),
      ])
    // At a graver severity others must hear, through more channels; the proof so far counts.
    let raised = try log.then("03-02 12:00", .severity("S0")).record("03-02 12:30").obligations(of: playbook)
    #expect(raised.map { $0.state == .open } == [false, true, true, true])
  }

  @Test func `closing waits for each gate and names it`() throws {
    var log = Self.log().then("03-02 10:00", .resolve)
    func refusal(_ log: Log) -> [String] {
      let refusal = #expect(throws: Refusal.self) { try log.doing(.close(Closing(), reason: nil), "03-02 12:00") }
      guard case .gatesOpen(let gates) = refusal else { return [] }
      return gates.map(\.sentence)
    }
    #expect(refusal(log) == ["Root cause (write down the root cause)", "Decided (undecided: start: Ticket, Call)"])
    log = try log.doing(.amendResolution(Resolution(rootCause: "A full disk")), "03-02 11:00")
    #expect(refusal(log) == ["Decided (undecided: start: Ticket, Call)"])
    log = try log.doing(.waiveGate("lists", reason: "Closed by mistake of theirs"), "03-02 11:30")
    #expect(try log.doing(.close(Closing(), reason: nil), "03-02 12:00").record("03-02 12:00").status == .closed)
  }

  @Test func `a gate is passed over with authority and a reason, and stays listed`() throws {
    let log = Self.log { $0.gates.removeLast() }
    func override(_ role: String, _ reason: String) throws -> Log {
      try log.doing(.overrideGate(GateOverride(gate: "cause", authority: role), reason: reason), "03-02 10:00")
    }
    #expect(throws: Refusal.noAuthority(gate: "Root cause", needs: ["VP CS"])) { try override("CSM", "Late") }
    #expect(throws: Refusal.reasonRequired) { try override("vp cs", "") }
    let passed = try override("vp cs", "Late").record("03-02 11:00")
    let gates = passed.gates(
      of: try #require(log.policies.current.playbooks["desk"]).value, zone: .utc, now: "03-02 11:00")
    #expect(
      gates.map(\.state) == [
        .overridden(.init(at: "03-02 10:00", by: "ann", why: "Late"), GateOverride(gate: "cause", authority: "VP CS"))
      ])
  }

  @Test func `a record adds gates and never drops one`() throws {
    let log = try Self.log { $0.gates = [] }
      .doing(.addGate(id: "agreed", label: "The customer agrees", needs: .customerConfirmed), "03-02 10:00")
    #expect(throws: Refusal.gateIDTaken("agreed")) {
      try log.doing(.addGate(id: "agreed", label: "Twice", needs: .rootCause), "03-02 10:00")
    }
    #expect(throws: Refusal.self) { try log.doing(.close(Closing(), reason: nil), "03-02 12:00") }
    let agreed = try log.doing(.confirmByCustomer(note: nil), "03-02 11:00")
    #expect(try agreed.doing(.close(Closing(), reason: nil), "03-02 12:00").record("03-02 12:00").status == .closed)
  }

  @Test func `a task's due time is a clock`() throws {
    var log = try Self.log().doing(
      .addTask(title: "Call Bo", owner: "ann", due: "03-02 12:00", origin: nil), "03-02 10:00")
    #expect(try log.lines("03-02 13:00", "task:T1") == ["#1 breached due 03-02 12:00 breach 03-02 12:00"])
    #expect(try log.record("03-02 13:00").clock("task:T1")?.label == "Call Bo")
    log = try log.doing(.moveTask("t1", due: "03-02 15:00", reason: nil), "03-02 11:00")
    #expect(try log.lines("03-02 13:00", "task:T1") == ["#1 running due 03-02 15:00"])
    // Another owner leaves the clock alone.
    let given = try log.doing(.assignTask("t1", owner: " bo "), "03-02 11:10")
    #expect(try given.lines("03-02 13:00", "task:T1") == ["#1 running due 03-02 15:00"])
    #expect(try given.record("03-02 13:00").work.tasks.first?.task.owner == "bo")
    #expect(throws: Refusal.nothingToChange) { try given.doing(.assignTask("T1", owner: "bo"), "03-02 11:20") }
    let nobodys = try given.doing(.assignTask("T1", owner: nil), "03-02 11:20")
    #expect(try nobodys.record("03-02 13:00").work.tasks.first?.task.owner == nil)
    // A change of severity leaves it alone; a second task gets a new number even if the first was taken back.
    let graver = log.then("03-02 11:30", .severity("S0"))
    #expect(try graver.lines("03-02 13:00", "task:T1") == ["#1 running due 03-02 15:00"])
    let done = try graver.doing(.finishTask("T1", note: "Reached her"), "03-02 14:00")
    #expect(try done.lines("03-02 16:00", "task:T1") == ["#1 met due 03-02 15:00 ended 03-02 14:00"])
    #expect(throws: Refusal.taskIsOver("T1")) { try done.doing(.assignTask("T1", owner: "bo"), "03-02 16:00") }
    #expect(throws: Refusal.taskIsOver("T1")) { try done.doing(.dropTask("T1", reason: "x"), "03-02 16:00") }
    let dropped = try graver.doing(.dropTask("T1", reason: "Bo left"), "03-02 14:00")
    #expect(try dropped.lines("03-02 16:00", "task:T1") == ["#1 cancelled due 03-02 15:00 ended 03-02 14:00"])
  }

  @Test func `a sent message is a first response, an update and a promise`() throws {
    let rules = [
      rule("2h", "first"), cadence("4h"), rule("8h", "response", stops: [.substantiveUpdate]),
      rule(.all(.promised), "promise", starts: [.promised], stops: [.customerUpdate]),
    ]
    let message = SentMessage(
      template: "ack", audience: .customer, channel: "email", body: "We are on it", next: "03-02 12:00",
      countsAs: [.acknowledgement])
    let log = try Self.log(rules).doing(.send(message), "03-02 10:00")
    #expect(try log.lines("03-02 11:00", "first") == ["#1 met due 03-02 11:00 ended 03-02 10:00"])
    #expect(try log.lines("03-02 11:00")[1] == "#2 running due 03-02 14:00")
    #expect(try log.lines("03-02 11:00", "response") == ["#1 running due 03-02 17:00"])
    #expect(try log.lines("03-02 11:00", "promise") == ["#1 running due 03-02 12:00"])
    #expect(try log.record("03-02 11:00").work.messages.map(\.value) == [message])
  }

  @Test func `a stage advances by itself where nothing improved, and is looked at anew where something did`() throws {
    var length = rule(.by(.stage, ["stage-1": "14d"]), "length", starts: [.stageEntered], stops: [])
    (length.advances, length.elapses) = (true, true)
    let log = Self.log([length], stage: "stage-1") { $0.health = HealthPolicy() }
    func scored(_ composite: Int) -> Log {
      log.then("03-10 08:00", .scored(HealthScore(date: LocalDate(daysSinceEpoch: 20_522), composite: composite)))
    }
    let worse = scored(49)
    #expect(try worse.record("03-16 08:59:59").stage == "stage-1")
    #expect(try worse.record("03-16 09:00").stage == "stage-2")
    // Back at the threshold counts as improvement: another look in 14 days.
    #expect(try scored(50).record("03-16 09:00").stage == "stage-1")
    #expect(
      try scored(50).lines("03-16 09:00", "length")
        == ["#1 met due 03-16 09:00 ended 03-16 09:00", "#2 running due 03-30 09:00"])
    // What a writer stores of it changes nothing.
    let stored = try worse.settled("03-20 09:00")
    #expect(stored.events.last?.fact == .stageEntered("stage-2"))
    #expect(stored.events.last?.occurred == "03-16 09:00")
    #expect(try stored.record("03-20 09:00") == worse.record("03-20 09:00"))
    #expect(try stored.record("03-20 09:00").unstored(in: stored.history).isEmpty)
  }

  @Test func `another playbook keeps the clocks that both have, and starts its own`() throws {
    var other = Desk.playbook([
      rule("1h", "first"), rule(.all("8h"), "kept", stops: [.resolved]), rule("2h", "own", stops: [.resolved]),
    ])
    other.id = "other"
    var policy = Desk.policy(
      Desk.playbook([
        rule("2h", "first"), rule("4h", "kept", stops: [.resolved]), rule("1h", "gone", stops: [.resolved]),
      ]))
    policy.playbooks["other"] = Versioned(version: 1, value: other)
    let log = Log(policies: PolicyBook(policy)).then("03-02 09:30", .ack)
    let moved = try log.doing(.move(PlaybookMove(playbook: "other", edition: 0), reason: "Fits better"), "03-02 09:45")
    let record = try moved.record("03-02 09:50")
    #expect(record.playbook == "other")
    #expect(record.severity == "S1")
    #expect(try moved.lines("03-02 09:50", "first") == ["#1 met due 03-02 11:00 ended 03-02 09:30"])
    #expect(try moved.lines("03-02 09:50", "kept") == ["#1 running due 03-02 17:00"])
    #expect(try moved.lines("03-02 09:50", "gone") == ["#1 cancelled due 03-02 10:00 ended 03-02 09:45"])
    #expect(try moved.lines("03-02 09:50", "own") == ["#1 running due 03-02 11:45"])
    let preview = try Decision(history: log.history, policies: log.policies, act: Act(actor: "ann", now: "03-02 09:45"))
      .preview(move: PlaybookMove(playbook: "other", edition: 0))
    #expect(preview.move.severity == "S1")
    #expect(
      preview.deadlines.map { "\($0.rule) \($0.before.deadline?.short ?? "-") \($0.after.deadline?.short ?? "-")" }
        == ["kept 03-02 13:00 03-02 17:00", "gone 03-02 10:00 -", "own - 03-02 11:45"])
  }
}

extension ChecklistState.Item.Answer {
  fileprivate var word: String {
    switch self {
    case .open: "open"
    case .done: "done"
    case .notNeeded: "not needed"
    case .carriedOver: "carried over"
    }
  }
}
