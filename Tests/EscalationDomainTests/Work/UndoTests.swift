import Testing

@testable import EscalationDomain

/// Everything that can be asked of a record at once: the acts below find something to act on.
enum FullDesk {
  static let log: Log = {
    var length = rule(.by(.stage, ["1": "14d", "2": "21d"]), "length", starts: [.stageEntered], stops: [])
    (length.advances, length.elapses) = (true, true)
    let rules = [
      length, rule("4h", "first", onResolve: .stop), rule("8h", "notify", stops: [.allNotified]),
      rule("6h", "unresolved", stops: [.resolved]), rule("1d", "hypothesis", stops: [.hypothesisStated]),
      rule(.by(.level, ["L1": "4h", "L2": "2h"]), "level", starts: [.levelEntered], stops: [.acknowledged]),
    ]
    return WorkTests.log(rules, stage: "1") { playbook in
      playbook.stages = (1...3).map { Grade(id: "\($0)", name: "Stage \($0)", band: 4 - $0) }
      playbook.health = HealthPolicy(enterpriseValue: Money(minorUnits: 5_000_000, currency: "USD"))
      playbook.checklists.append(
        Checklist(id: "after", label: "After", when: .afterResolution, items: [ChecklistItem(id: "r", label: "R")]))
      playbook.checklists.append(
        Checklist(
          id: "grade", label: "Grade", when: .eachGrade,
          items: [ChecklistItem(id: "g", label: "G", applies: .by(.stage, ["2": .ifNeeded, "3": .yes]))]))
      playbook.gates.append(Gate(id: "streak", label: "Streak", needs: .healthStreak(days: 2)))
      playbook.gates.append(Gate(id: "agreed", label: "Agreed", needs: .customerConfirmed))
      playbook.paths = [
        InternalPath(id: "manager", label: "Unresolved", clock: "unresolved", to: ["Manager"]),
        InternalPath(id: "churn", label: "A threat to leave", to: ["VP", "Sponsor"]),
      ]
      playbook.hypotheses = [
        Hypothesis(id: "champion", label: "The champion left", action: "Map", due: "5bd", dimension: "usage"),
        Hypothesis(id: "budget", label: "Budget", action: "Talk"),
      ]
    }
    .then("03-02 09:00", .taskAdded(ActionItem(id: "T1", title: "Call", due: "03-02 12:00")))
  }()

  static let whole = HypothesisStatement(
    hypothesis: "champion", cause: "c", intervention: "i", owner: "o", deadline: "03-09 10:00", success: "s")

  static let acts: [Command] = [
    .decideItem(ItemDecision(checklist: "start", item: "ticket", choice: .done), reason: nil),
    .decideItem(ItemDecision(checklist: "start", item: "call", choice: .notNeeded), reason: "Chat did"),
    .decideItem(ItemDecision(checklist: "start", item: "call", choice: .open), reason: nil),
    .stateHypothesis(whole), .addTask(title: "Write", owner: "bo", due: "03-09 10:00", origin: nil),
    .moveTask("T1", due: "03-09 12:00", reason: nil), .moveTask("T1", due: nil, reason: "Later"),
    .assignTask("T1", owner: "bo"),
    .finishTask("T1", note: "Reached"), .dropTask("T1", reason: "Gone"), .giveRole("commander", to: "bo"),
    .waiveNotice(NoticeWaived(stakeholder: "AE"), reason: "On leave"), .raisePath("churn", note: nil),
    .confirmByCustomer(note: "Works"), .addGate(id: "own", label: "Own", needs: .step("call")),
    .overrideGate(GateOverride(gate: "cause", authority: "VP CS"), reason: "Theirs"),
    .waiveGate("lists", reason: "Small"), .enterLevel("L2", reason: nil), .enterStage("2", reason: "Worse"),
    .mark("call"), .notify(Notification(who: ["Sponsor"], channel: "email")),
    .amendResolution(Resolution(rootCause: "r", prevention: ["p"])),
    .score(HealthScore(date: LocalDate(daysSinceEpoch: 20_514), composite: 60)),
  ]
}

@Suite("Every act can be taken back")
struct UndoTests {
  @Test(arguments: FullDesk.acts)
  func `and leaves the record as it was`(act: Command) throws {
    let before = FullDesk.log
    let now: Instant = "03-02 11:00"
    let acted = try before.doing(act, "03-02 10:00")
    let undone = try acted.doing(.undo(event: nil), "03-02 10:30")
    #expect(try Self.state(acted, now) != Self.state(before, now), "it did something")
    #expect(try Self.state(undone, now) == Self.state(before, now))
    #expect(undone.events.count == before.events.count + 2, "the log keeps both")
    // And taking that back brings it about again.
    let again = undone.then("03-02 10:40", .undone(event: Int64(undone.events.count)))
    #expect(try Self.state(again, now) == Self.state(acted, now))
  }

  /// All but when something last changed.
  private static func state(_ log: Log, _ now: Instant) throws -> Escalation {
    var record = try log.record(now)
    record.changed = record.opened
    return record
  }
}
