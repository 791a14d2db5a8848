import Testing

@testable import EscalationDomain

@Suite("Why the room has to talk about an escalation")
struct AgendaReasonTests {
  /// A log, the session before, a session with the next one at the same time tomorrow, and its reasons.
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var log: Log
    var since: Instant
    var now: Instant
    var reasons: [String]

    init(_ description: String, _ log: Log, since: Instant, _ now: Instant, _ reasons: String...) {
      (self.description, self.log, self.since, self.now, self.reasons) = (description, log, since, now, reasons)
    }

    func actual() throws -> [String] {
      let window = RoomWindow(since: since, until: now + 86_400)
      return try log.record(now).agendaReasons(policy: log.policies.current, window: window, now: now).map(\.line)
    }
  }

  private func expect(_ row: Case) throws { #expect(try row.actual() == row.reasons, "\(row)") }

  // The log opens on Monday 2 March, 09:00; days close at 17:00, and Wednesday 11 March is closed.
  static let cadences: [Case] = {
    let three = Log([cadence("mon,wed,fri")])
    let served = three.then("03-03 10:00", .told)
    let weekly = Log([cadence("weekly")])
    let fortnight = Log([cadence("every 14d")])
    let hourly = Log([cadence("1h")])
    return [
      Case("an hour", hourly, since: "03-01 09:00", "03-02 09:30", "update clock due 03-02 10:00"),
      Case(
        "an hour that passed", hourly, since: "03-01 09:00", "03-02 10:30",
        "update clock due 03-02 10:00 breached 03-02 10:00 new"),
      Case(
        "an hour from the last word", hourly.then("03-02 09:40", .told), since: "03-01 09:00", "03-02 10:30",
        "update clock due 03-02 10:40"),
      Case("daily begins the day after", Log([cadence("daily")]), since: "03-01 09:00", "03-02 09:30"),
      Case(
        "daily", Log([cadence("daily")]), since: "03-02 09:00", "03-03 09:00", "update clock due 03-03 17:00"),
      Case(
        "daily on a Saturday", Log([cadence("daily")]).then("03-06 10:00", .told), since: "03-06 09:00",
        "03-07 09:00", "update clock due 03-07 23:59:59"),
      Case("three a week, not on Tuesday", three, since: "03-02 09:00", "03-03 09:00"),
      Case("three a week, on Wednesday", three, since: "03-03 09:00", "03-04 09:00", "update clock due 03-04 17:00"),
      Case("Tuesday's word serves Wednesday", served, since: "03-03 09:00", "03-04 09:00"),
      Case("and not Friday", served, since: "03-05 09:00", "03-06 09:00", "update clock due 03-06 17:00"),
      Case(
        "a second word before its slot serves no more", served.then("03-04 10:00", .told), since: "03-05 09:00",
        "03-06 09:00", "update clock due 03-06 17:00"),
      Case(
        "a slot missed since", three, since: "03-04 09:00", "03-05 09:00",
        "update clock due 03-04 17:00 breached 03-04 17:00 new"),
      Case(
        "a slot missed since, and the next due", three, since: "03-04 09:00", "03-06 09:00",
        "update clock due 03-06 17:00 breached 03-04 17:00 new"),
      Case("a slot missed before", three, since: "03-05 09:00", "03-06 09:00", "update clock due 03-06 17:00"),
      Case(
        "a slot on a closed date moves", three.then("03-09 10:00", .told), since: "03-11 09:00", "03-12 09:00",
        "update clock due 03-12 17:00"),
      Case("weekly, not on Friday", weekly, since: "03-05 09:00", "03-06 09:00"),
      Case("weekly", weekly, since: "03-08 09:00", "03-09 09:00", "update clock due 03-09 17:00"),
      Case("every 14 days, not after one week", fortnight, since: "03-08 09:00", "03-09 09:00"),
      Case("every 14 days", fortnight, since: "03-15 09:00", "03-16 09:00", "update clock due 03-16 17:00"),
      Case(
        "a look at the progress",
        Log([rule("tue,thu", "look", stops: [.internalCheck], repeats: true)]), since: "03-02 09:00", "03-03 09:00",
        "check look due 03-03 17:00"),
    ]
  }()

  @Test(arguments: cadences) func `what a cadence asks for is on it on its day`(row: Case) throws { try expect(row) }

  static let deadlines: [Case] = {
    let first = Log([rule("4h")])
    let late = first.then("03-02 14:00", .ack)
    return [
      Case("due", first, since: "03-01 09:00", "03-02 09:30", "deadline clock due 03-02 13:00"),
      Case(
        "due when the next session begins", Log([rule("24h")]), since: "03-01 09:00", "03-02 09:00",
        "deadline clock due 03-03 09:00"),
      Case("a second later", Log([rule("86401s")]), since: "03-01 09:00", "03-02 09:00"),
      Case("far away", Log([rule("14d")]), since: "03-01 09:00", "03-02 09:30"),
      Case(
        "breached since", first, since: "03-02 09:00", "03-03 09:00",
        "deadline clock due 03-02 13:00 breached 03-02 13:00 new"),
      Case(
        "breached as the session before began", first, since: "03-02 13:00", "03-03 09:00",
        "deadline clock due 03-02 13:00 breached 03-02 13:00 new"),
      Case(
        "breached as the session before began, and stopped since", late, since: "03-02 13:00", "03-03 09:00",
        "deadline clock due 03-02 13:00 breached 03-02 13:00 new"),
      Case(
        "breached before", first, since: "03-03 09:00", "03-04 09:00",
        "deadline clock due 03-02 13:00 breached 03-02 13:00"),
      Case(
        "breached and stopped since", late, since: "03-02 09:00", "03-03 09:00",
        "deadline clock due 03-02 13:00 breached 03-02 13:00 new"),
      Case("breached and stopped before", late, since: "03-03 09:00", "03-04 09:00"),
      Case("met", first.then("03-02 10:00", .ack), since: "03-02 09:00", "03-03 09:00"),
      Case(
        "put right by what was written down late",
        first.then("03-02 12:00", .ack, recorded: "03-02 15:00"), since: "03-02 09:00", "03-03 09:00"),
      Case(
        "a promise",
        Log([rule(.all(.promised), "promise", starts: [.promised], stops: [.customerUpdate])])
          .then("03-02 10:00", .promise("03-03 12:00")), since: "03-02 09:00", "03-03 09:00",
        "promise promise due 03-03 12:00"),
      Case(
        "a pause leaves a cadence alone",
        Log([cadence("1h", pausable: true)]).then("03-02 09:10", .wait("03-06 09:00")),
        since: "03-01 09:00", "03-02 12:00"),
      Case(
        "a pause that is over today", Log([cadence("1h", pausable: true)]).then("03-02 09:10", .wait("03-04 15:00")),
        since: "03-03 09:00", "03-04 09:00", "returns Waiting for logs due 03-04 15:00 new"),
      Case("closed", first.then("03-02 10:00", .close), since: "03-02 09:00", "03-03 09:00"),
    ]
  }()

  @Test(arguments: deadlines) func `deadlines that passed or will before the next session`(row: Case) throws {
    try expect(row)
  }

  static let work: [Case] = {
    let milestone = Log([]).then(
      "03-02 10:00", .milestoneAdded(Milestone(id: "M1", title: "Fix", owner: "bo", due: "03-04 12:00")))
    let task = Log([]).then(
      "03-02 10:00", .taskAdded(ActionItem(id: "T1", title: "Call", owner: "cy", due: "03-04 12:00")))
    let blocker = Log([]).then(
      "03-02 10:00", .taskAdded(ActionItem(id: "T1", title: "VPN", due: "03-04 12:00", kind: .blocker)))
    let waiting = Log([]).then("03-02 10:00", .taskAdded(ActionItem(id: "T1", title: "VPN", kind: .blocker)))
    func owned(_ due: Instant?, _ owner: String?) -> Log {
      Log([]).then("03-02 10:00", .taskAdded(ActionItem(id: "T1", title: "Call", owner: owner, due: due)))
    }
    func step(_ due: Instant?, _ owner: String?) -> Log {
      Log([]).then("03-02 10:00", .milestoneAdded(Milestone(id: "M1", title: "Fix", owner: owner, due: due)))
    }
    var length = rule("14d", "stage", stops: [], elapses: true)
    length.advances = true
    let stage = Log([length]) { $0.stage = "stage-2" }
    let call = Log([rule("2d", "call", starts: [.resolved], stops: [.internalCheck])]).then("03-02 10:00", .resolve)
    let open = Log([rule("2d", "call", stops: [.internalCheck])])
    let watch = Log([rule("7d", "watch", starts: [.resolved], stops: [], elapses: true)]).then("03-02 10:00", .resolve)
    return [
      Case("a milestone not yet", milestone, since: "03-02 09:00", "03-03 09:00"),
      Case("a milestone due", milestone, since: "03-03 09:00", "03-04 09:00", "milestone Fix due 03-04 12:00 (bo)"),
      Case(
        "a milestone late since", milestone, since: "03-04 09:00", "03-05 09:00",
        "milestone Fix due 03-04 12:00 breached 03-04 12:00 new (bo)"),
      Case(
        "a milestone late for long", milestone, since: "03-08 09:00", "03-09 09:00",
        "milestone Fix due 03-04 12:00 breached 03-04 12:00 (bo)"),
      Case(
        "a milestone done", milestone.then("03-03 10:00", .milestoneDone(id: "M1", evidence: nil)),
        since: "03-03 09:00", "03-04 09:00"),
      Case("a task", task, since: "03-03 09:00", "03-04 09:00", "task Call due 03-04 12:00 (cy)"),
      Case("a blocker", blocker, since: "03-03 09:00", "03-04 09:00", "blocker VPN due 03-04 12:00"),
      Case("a blocker without a time", waiting, since: "03-03 09:00", "03-04 09:00", "blocker VPN"),
      Case("raised since", waiting, since: "03-02 09:00", "03-03 09:00", "blocker VPN new"),
      Case(
        "with a time far away and nobody", owned("03-20 12:00", nil), since: "03-03 09:00", "03-04 09:00",
        "task Call due 03-20 12:00"),
      Case("with somebody and no time", owned(nil, "cy"), since: "03-03 09:00", "03-04 09:00", "task Call (cy)"),
      Case("with both", owned("03-20 12:00", "cy"), since: "03-03 09:00", "03-04 09:00"),
      Case(
        "due and nobody's is told once", owned("03-04 12:00", nil), since: "03-03 09:00", "03-04 09:00",
        "task Call due 03-04 12:00"),
      Case(
        "settled", waiting.then("03-02 11:00", .taskDone(id: "T1", note: nil)), since: "03-03 09:00", "03-04 09:00"),
      Case(
        "after the resolution", waiting.then("03-03 08:00", .resolve), since: "03-03 09:00", "03-04 09:00",
        "blocker VPN"),
      Case("long after it", waiting.then("03-03 08:00", .resolve), since: "03-18 09:00", "03-19 09:00"),
      Case("after the closing", waiting.then("03-03 08:00", .close), since: "03-03 09:00", "03-04 09:00"),
      Case(
        "a milestone that is nobody's", step("03-20 12:00", nil), since: "03-03 09:00", "03-04 09:00",
        "milestone Fix due 03-20 12:00"),
      Case("a milestone without a time", step(nil, "bo"), since: "03-03 09:00", "03-04 09:00"),
      Case("a stage's end", stage, since: "03-14 09:00", "03-15 09:00", "review stage due 03-16 09:00"),
      Case("not long before it", stage, since: "03-13 09:00", "03-14 09:00"),
      Case("a watch that ends", watch, since: "03-08 09:00", "03-09 09:00", "watch watch due 03-09 10:00"),
      Case("a watch that goes on", watch, since: "03-07 09:00", "03-08 09:00"),
      Case(
        "a watch that ended while nobody sat", watch, since: "03-06 09:00", "03-10 09:00",
        "watch watch due 03-09 10:00 new"),
      Case("a watch that ended before", watch, since: "03-10 09:00", "03-11 09:00"),
      Case("a call after the end", call, since: "03-03 09:00", "03-04 09:00", "deadline call due 03-04 10:00"),
      Case(
        "a call that nobody made", call, since: "03-17 09:00", "03-18 09:59:59",
        "deadline call due 03-04 10:00 breached 03-04 10:00"),
      Case("after two weeks it is no matter for the room", call, since: "03-17 10:00", "03-18 10:00"),
      Case(
        "what is open stays one", open, since: "03-29 10:00", "03-30 10:00",
        "deadline call due 03-04 09:00 breached 03-04 09:00"),
    ]
  }()

  @Test(arguments: work) func `plans, tasks, stages and watches`(row: Case) throws { try expect(row) }

  @Test(
    arguments: [
      (nil, nil, "blocker “VPN”: nobody, no time"), ("bo", nil, "blocker “VPN”: bo, no time"),
      (nil, "03-20 12:00", "blocker “VPN”: nobody, needed by 2026-03-20"),
      ("bo", "03-04 12:00", "blocker “VPN” needed by 12:00, bo"),
      (nil, "03-04 12:00", "blocker “VPN” needed by 12:00, nobody"),
      (nil, "03-03 12:00", "blocker “VPN” late since Tue 12:00, nobody"),
    ] as [(String?, Instant?, String)])
  func `what nobody has or has no time is said so`(owner: String?, due: Instant?, told: String) throws {
    let log = Log([]).then(
      "03-02 10:00", .taskAdded(ActionItem(id: "T1", title: "VPN", owner: owner, due: due, kind: .blocker)))
    let now: Instant = "03-04 09:00"
    let reasons = try log.record(now).agendaReasons(
      policy: log.policies.current, window: RoomWindow(since: "03-03 09:00", until: now + 86_400), now: now)
    #expect(reasons.map { $0.sentence(zone: .utc, now: now) } == [told])
    #expect(reasons.map(\.isOpenQuestion) == [owner == nil || due == nil])
  }

  static let asked: [Case] = {
    func log(_ when: Checklist.When, _ need: Need, to path: InternalPath? = nil, _ rules: [ClockRule] = []) -> Log {
      var playbook = Desk.playbook(rules)
      playbook.checklists = [
        Checklist(
          id: "list", label: "List", when: when,
          items: [ChecklistItem(id: "a", label: "Call", applies: .always(need)), ChecklistItem(id: "b", label: "B")])
      ]
      playbook.paths = path.map { [$0] } ?? []
      return Log(policies: PolicyBook(Desk.policy(playbook)))
    }
    let waiting = log(.once, .ifNeeded)
    let decided = waiting.then(
      "03-02 10:00", .itemDecided(ItemDecision(checklist: "list", item: "a", choice: .notNeeded)))
    let carried = waiting.then(
      "03-02 10:00", .itemDecided(ItemDecision(checklist: "list", item: "a", choice: .carriedOver)))
    let path = InternalPath(id: "vp", label: "VP", to: ["VP CS"])
    let called = log(.once, .yes, to: path).then("03-02 10:00", .pathCalled(PathCalled(path: "vp")))
    return [
      Case("a decision waits", waiting, since: "03-03 09:00", "03-04 09:00", "decision List [Call]"),
      Case("since the opening", waiting, since: "03-01 09:00", "03-02 10:00", "decision List new [Call]"),
      Case("it was taken", decided, since: "03-03 09:00", "03-04 09:00"),
      Case("it was left", carried, since: "03-03 09:00", "03-04 09:00", "decision List [Call]"),
      Case("what is simply asked for is no decision", log(.once, .yes), since: "03-03 09:00", "03-04 09:00"),
      Case("lists that begin anew wait for nobody", log(.eachUpdate, .ifNeeded), since: "03-03 09:00", "03-04 09:00"),
      Case(
        "undecided when it was resolved", waiting.then("03-02 12:00", .resolve), since: "03-03 09:00", "03-04 09:00",
        "decision List [Call]"),
      Case(
        "undecided when it was closed", waiting.then("03-02 12:00", .resolve).then("03-02 13:00", .close),
        since: "03-03 09:00", "03-04 09:00"),
      Case("the end asks nothing yet", log(.closing, .ifNeeded), since: "03-01 09:00", "03-02 10:00"),
      Case(
        "the end asks once it is resolved", log(.closing, .ifNeeded).then("03-03 12:00", .resolve),
        since: "03-03 09:00", "03-04 09:00", "decision List new [Call]"),
      Case(
        "after the resolution", log(.afterResolution, .ifNeeded).then("03-03 12:00", .resolve), since: "03-03 09:00",
        "03-04 09:00", "decision List new [Call]"),
      Case(
        "a path called for", called, since: "03-01 09:00", "03-02 11:00", "path VP breached 03-02 10:00 new [VP CS]"),
      Case(
        "before the last session", called, since: "03-03 09:00", "03-04 09:00", "path VP breached 03-02 10:00 [VP CS]"),
      Case(
        "a path taken", called.then("03-02 11:00", .pathRaised(PathRaised(path: "vp", to: ["VP CS"]))),
        since: "03-01 09:00", "03-02 12:00"),
    ]
  }()

  @Test(arguments: asked) func `decisions that wait and people to bring in`(row: Case) throws { try expect(row) }

  @Test func `what is longest overdue is told first, and what has no time last`() throws {
    var playbook = Desk.playbook([rule("4h", "late"), cadence("26h"), rule("25h", "soon")])
    playbook.checklists = [
      Checklist(id: "l", label: "L", items: [ChecklistItem(id: "a", label: "A", applies: .always(.ifNeeded))])
    ]
    let log = Log(policies: PolicyBook(Desk.policy(playbook)))
    let row = Case("", log, since: "03-02 09:00", "03-03 09:00")
    #expect(try row.actual().map { $0.split(separator: " ")[1] } == ["late", "soon", "clock", "L"])
  }
}

extension AgendaReason {
  /// `update clock due 03-04 17:00 breached 03-04 17:00 new (bo) [details]`.
  fileprivate var line: String {
    [
      kind.rawValue, label, due.map { "due \($0.short)" }, breached.map { "breached \($0.short)" },
      isNews ? "new" : nil, owner.map { "(\($0))" }, details.isEmpty ? nil : "[\(details.joined(separator: ", "))]",
    ].compactMap(\.self).joined(separator: " ")
  }
}
