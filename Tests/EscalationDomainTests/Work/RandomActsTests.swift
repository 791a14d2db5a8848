import Testing

@testable import EscalationDomain

/// Sequences of acts as people might type them in any order, sense or nonsense.
enum RandomActs {
  static func command(_ random: inout Seeded, now: Instant) -> Command {
    func one<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
    let reason = one(["Because", "Because", "", " "])
    let task = one(["T1", "t2", "T3", "T9"])
    let due = one([now + 7200, now + 900_000, now + -60])
    let gate = one(["cause", "lists", "streak", "agreed", "own", "none"])
    switch Int.random(in: 0..<26, using: &random) {
    case 0, 1, 2:
      let (list, item) = one([
        ("start", "ticket"), ("start", "call"), ("say", "known"), ("day", "look"), ("after", "r"), ("grade", "g"),
        ("start", "fax"), ("x", "y"),
      ])
      return .decideItem(
        ItemDecision(checklist: list, item: item, choice: one(ItemDecision.Choice.allCases)), reason: reason)
    case 3:
      return .stateHypothesis(one([FullDesk.whole, HypothesisStatement(cause: "c"), HypothesisStatement(cause: "")]))
    case 4: return .addTask(title: one(["Do", ""]), owner: nil, due: one([due, nil]), origin: nil)
    case 5: return .moveTask(task, due: one([due, nil]), reason: nil)
    case 6: return one([.finishTask(task, note: nil), .assignTask(task, owner: one(["bo", nil]))])
    case 7: return .dropTask(task, reason: reason)
    case 8: return .giveRole(one(["Commander", "king"]), to: one(["bo", nil, ""]))
    case 9:
      return .waiveNotice(
        NoticeWaived(stakeholder: one(["AE", "VP", "nobody"]), channel: one([nil, "call"])), reason: reason)
    case 10: return .raisePath(one(["manager", "churn", "x"]), note: nil)
    case 11: return .confirmByCustomer(note: nil)
    case 12:
      return .addGate(
        id: one(["own", "own", "cause"]), label: "Own", needs: one([.rootCause, .step("call"), .step("x")]))
    case 13: return .overrideGate(GateOverride(gate: gate, authority: one(["VP CS", "CSM"])), reason: reason)
    case 14: return .waiveGate(gate, reason: reason)
    case 15: return .enterLevel(one(["L1", "L2", "L3"]), reason: nil)
    case 16: return .enterStage(one(["1", "2", "3", "4"]), reason: reason)
    case 17: return .changeSeverity(to: one(["S0", "S1", "S2", "S9"]), reason: nil)
    case 18: return .notify(Notification(who: [one(["Sponsor", "AE", "VP"])], channel: one(["email", "call", nil])))
    case 19:
      return .update(CustomerUpdate(text: one(["ok", "The map is drawn and Bo agrees"]), next: one([nil, due])))
    case 20: return .amendResolution(Resolution(rootCause: one([nil, "r"]), prevention: one([[], ["p"]])))
    case 21: return one([.resolve(Resolution()), .reopen(reason: reason), .mark("call"), .check(note: nil)])
    case 22: return one([.close(Closing(), reason: nil), .acknowledge(note: nil), .cancel(reason: "")])
    case 23:
      return .score(HealthScore(date: Zone.utc.local(now).date, composite: Int.random(in: 20...110, using: &random)))
    case 24: return .pause(reason: reason, until: due)
    default: return .undo(event: nil)
    }
  }
}

@Suite("What holds for every sequence of acts")
struct RandomActsTests {
  @Test func `none of them breaks anything, and what a rule refuses changes nothing`() throws {
    var (taken, refused) = (0, 0)
    for seed in 0..<50 {
      var random = Seeded(seed)
      var log = FullDesk.log
      var now: Instant = "03-02 09:30"
      for _ in 0..<24 {
        now = now + Int64.random(in: 0..<60_000, using: &random)
        let before = log.events
        do {
          log = try log.doing(RandomActs.command(&random, now: now), now)
          taken += 1
        } catch let refusal as Refusal {
          refused += 1
          #expect(log.events == before)
          #expect(!refusal.sentence(zone: .utc).contains("\n"))
        }
        if Bool.random(using: &random) { log = try log.settled(now) }
        try expectSense(log, now, seed)
      }
    }
    #expect(taken > 400 && refused > 200)
  }

  private func expectSense(_ log: Log, _ now: Instant, _ seed: Int) throws {
    let record = try log.record(now)
    let view = WorkView(record, policy: log.policies.current, now: now)
    let tasks = record.work.tasks
    #expect(Set(tasks.map(\.task.id)).count == tasks.count, "seed \(seed): a task's id is used once")
    for task in tasks {
      let clock = record.clock(OwnRule.task(task.task.id).text)
      #expect((clock?.isOpen ?? false) == (task.isOpen && task.task.due != nil && isTicking(record)), "seed \(seed)")
    }
    // The playbook's gates stand whatever was done; what was passed over still stands in the list.
    #expect(
      view.gates.filter { !$0.isAdded && $0.id != "lists" }.map(\.id) == ["cause", "streak", "agreed"], "seed \(seed)")
    #expect(Set(view.gates.map(\.id)).count == view.gates.count, "seed \(seed)")
    if case .closed = record.condition { #expect(!closedWithOpenGates(log, record), "seed \(seed)") }
    for path in view.paths where path.isOpen { #expect(record.status.isOpen, "seed \(seed)") }
    for entry in record.timeline(log.history, now: now) { #expect(!entry.sentence(zone: .utc).isEmpty) }
  }

  /// A closing or cancelled record's tasks keep no clock.
  private func isTicking(_ record: Escalation) -> Bool { record.status != .closed && record.status != .cancelled }

  private func closedWithOpenGates(_ log: Log, _ record: Escalation) -> Bool {
    guard let closing = log.history.effective.last(where: { if case .closed = $0.fact { true } else { false } }),
      let before = try? Escalation.replay(
        History(log.events.filter { $0.sequence < closing.sequence }), policies: log.policies, now: closing.occurred)
    else { return true }
    return WorkView(before, policy: log.policies.current, now: closing.occurred).gates.contains(where: \.blocks)
  }
}
