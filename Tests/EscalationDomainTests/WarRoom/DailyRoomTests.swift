import Testing

@testable import EscalationDomain

@Suite("The daily room: on which dates it asks, and what on record answers it")
struct DailyRoomTests {
  typealias Case = DailyChecklistTests.Case

  /// Monday 2 March at 09:00, S2 unless it is said.
  private static func log(
    _ rules: [ClockRule], _ lists: [Checklist], severity: String = "S2", _ change: (inout Playbook) -> Void = { _ in }
  ) -> Log {
    var playbook = Desk.playbook(rules)
    playbook.checklists = lists
    change(&playbook)
    return Log(policies: PolicyBook(Desk.policy(playbook))) { $0.severity = severity }
  }

  private static func room(days: [String] = [], _ proof: ChecklistItem.Proof? = nil) -> Checklist {
    Checklist(
      id: "room", label: "Room", when: .daily, days: days, items: [ChecklistItem(id: "a", label: "A", doneBy: proof)])
  }

  private static func decided(_ log: Log, _ at: Instant, _ item: String, _ choice: ItemDecision.Choice) -> Log {
    DailyChecklistTests.decided(log, at, item, choice)
  }

  static let dates: [Case] = {
    let slots = log([cadence(["S0": "daily", "S1": "mon,wed,fri"])], [room(days: ["clock"])], severity: "S1")
    let grave = log([cadence(["S0": "daily", "S1": "mon,wed,fri"])], [room(days: ["clock"])], severity: "S0")
    let done = decided(slots, "03-04 10:00", "room/a", .done)
    let raised = slots.then("03-03 12:00", .severity("S0"))
    let watch = log([rule("7d", "watch", starts: [.resolved], stops: [], elapses: true)], [room(days: ["watch"])])
    let over = watch.then("03-03 12:00", .resolve)
    let call = log([rule("3d", "call", starts: [.resolved], stops: [.acknowledged])], [room(days: ["call"])])
      .then("03-03 12:00", .resolve)
    return [
      Case("not before its first slot", slots, "03-03 10:00"),
      Case("on its slot", slots, "03-04 10:00", "room/a 03-04 0"),
      Case("left open it stays asked between the slots", slots, "03-05 10:00", "room/a 03-04 1"),
      Case("and on the next", slots, "03-06 10:00", "room/a 03-04 2"),
      Case("done, it rests until the next", done, "03-05 10:00"),
      Case("and is asked afresh there", done, "03-06 10:00", "room/a 03-06 0"),
      Case(
        "a word before its slot leaves the day one of its days", slots.then("03-03 10:00", .told), "03-04 10:00",
        "room/a 03-04 0"),
      Case("daily begins with the opening", grave, "03-02 10:00", "room/a 03-02 0"),
      Case("daily over the weekend", decided(grave, "03-06 10:00", "room/a", .done), "03-08 10:00", "room/a 03-07 1"),
      Case("graver since Tuesday", raised, "03-03 13:00", "room/a 03-03 0"),
      Case("Monday was none of its days", raised, "03-05 10:00", "room/a 03-03 2"),
      Case("a watch that has not begun", watch, "03-03 10:00"),
      Case("each day of a watch", decided(over, "03-04 10:00", "room/a", .done), "03-05 10:00", "room/a 03-05 0"),
      Case("after closing too", over.then("03-04 10:00", .close), "03-05 10:00", "room/a 03-03 2"),
      Case("until it is over", over, "03-11 10:00"),
      Case("not before the date of a deadline", call, "03-05 10:00"),
      Case("on it", call, "03-06 10:00", "room/a 03-06 0"),
      Case("past it", call, "03-08 10:00", "room/a 03-06 2"),
      Case("never again once it is served", call.then("03-05 10:00", .ack), "03-08 10:00"),
    ]
  }()

  @Test(arguments: dates) func `its dates are those of its clocks`(row: Case) throws {
    #expect(try row.actual() == row.items, "\(row)")
  }

  static let proofs: [Case] = {
    let promise = rule(.all(.promised), "promise", starts: [.promised], stops: [.customerUpdate])
    let promised = log([promise], [room(.promised)]).then("03-03 10:00", .promise("03-05 12:00"))
    let told = log([], [room(.customerUpdate)]).then("03-03 10:00", .told)
    let ruled = log([], [room(.decisionTaken)]).then("03-03 10:00", .decisionTaken(text: "Go"))
    let stated = log([], [room(.hypothesisStated)])
      .then("03-03 10:00", .hypothesisStated(HypothesisStatement(cause: "c")))
    let own = Checklist(
      id: "own", label: "Own", items: [ChecklistItem(id: "x", label: "X"), ChecklistItem(id: "y", label: "Y")])
    let line = log([], [own, room(.decided(list: "own", item: "x"))])
    let all = log([], [own, room(.decided(list: "own", item: nil))])
    let ticked = decided(line, "03-03 10:00", "own/x", .done)
    let both = decided(decided(all, "03-03 10:00", "own/x", .done), "03-04 10:00", "own/y", .done)
    let triage = log(
      [],
      [
        Checklist(
          id: "once", label: "Once", when: .untilDone,
          items: [
            ChecklistItem(id: "triage", label: "Triage", doneBy: .allDone("triage")),
            ChecklistItem(id: "gates", label: "Gates"),
          ])
      ]
    ) { $0.process = [ProcessStep(id: "call", label: "Call", group: "triage")] }
    let marked = triage.then("03-03 10:00", .marked("call"))
    let path = log([], [room(.raised("vp"))]) { $0.paths = [InternalPath(id: "vp", label: "VP", to: ["VP CS"])] }
    return [
      Case("a promise whose time is to come", promised, "03-04 10:00"),
      Case("its time has come", promised, "03-06 10:00", "room/a 03-05 1"),
      Case("it was kept", promised.then("03-04 12:00", .told), "03-04 13:00", "room/a 03-04 0"),
      Case("told today", told, "03-03 11:00"),
      Case("told yesterday", told, "03-05 11:00", "room/a 03-04 1"),
      Case("a person takes it back", decided(told, "03-03 11:00", "room/a", .open), "03-03 12:00", "room/a 03-02 1"),
      Case("a decision today", ruled, "03-03 11:00"),
      Case("a decision yesterday", ruled, "03-04 11:00", "room/a 03-04 0"),
      Case("a hypothesis lasts", stated, "03-05 11:00"),
      Case("another list's line is open", line, "03-04 11:00", "room/a 03-02 2"),
      Case("it is done, and lasts", ticked, "03-05 11:00"),
      Case("it is open again", decided(ticked, "03-05 10:00", "own/x", .open), "03-06 11:00", "room/a 03-05 1"),
      Case("one of two lines", decided(all, "03-03 10:00", "own/x", .done), "03-04 09:00", "room/a 03-02 2"),
      Case("both", both, "03-05 09:00"),
      Case("once, until it is done", triage, "03-04 11:00", "once/triage 03-02 2", "once/gates 03-02 2"),
      Case("by the steps", marked, "03-04 11:00", "once/gates 03-02 2"),
      Case("by hand", decided(marked, "03-03 11:00", "once/gates", .done), "03-09 11:00"),
      Case("not after the resolution", triage.then("03-03 12:00", .resolve), "03-04 11:00"),
      Case("not raised", path, "03-03 11:00", "room/a 03-02 1"),
      Case("raised", path.then("03-03 10:00", .pathRaised(PathRaised(path: "vp", to: ["VP CS"]))), "03-04 11:00"),
    ]
  }()

  @Test(arguments: proofs) func `what is on record is not asked`(row: Case) throws {
    #expect(try row.actual() == row.items, "\(row)")
  }

  @Test func `it gates nothing`() throws {
    let log = Self.log(
      [],
      [
        Self.room(),
        Checklist(
          id: "once", label: "Once", when: .untilDone, items: [ChecklistItem(id: "b", label: "B")]),
      ]
    ) {
      $0.gates = [Gate(id: "lists", label: "Decided", needs: .checklistsDecided)]
    }
    let playbook = try #require(log.policies.current.playbooks["desk"]).value
    #expect(try log.record("03-02 10:00").gates(of: playbook, zone: .utc, now: "03-02 10:00").allSatisfy { !$0.blocks })
  }

  @Test(arguments: ChecklistItem.Proof.spellings) func `a proof reads as it is spelled`(text: String) {
    #expect(ChecklistItem.Proof(parsing: text)?.description == text)
  }

  @Test(arguments: ["", "raised", "raised:", "decided:", "decided:/a", "decided:a/", "promised:x", "known"])
  func `what is no proof is not read as one`(text: String) {
    #expect(ChecklistItem.Proof(parsing: text) == nil)
  }
}
