import EscalationDomain
import Testing

@Suite("Clocks that wait for all steps of a group")
struct GroupTriggerTests {
  /// Three steps, two of them in a group; one clock ends with the group, one begins with it.
  static func playbook() -> Playbook {
    var playbook = Playbook(id: "team", name: "Team")
    playbook.severities = [Grade(id: "A", name: "A", band: 1)]
    playbook.process = [
      ProcessStep(id: "log", label: "Log", group: "begin"), ProcessStep(id: "plan", label: "Plan", group: "begin"),
      ProcessStep(id: "call", label: "Call"),
    ]
    playbook.clocks = [
      ClockRule(
        id: "triage", label: "Triage", stops: [.allDone(group: "begin")], target: .all(.elapsed(seconds: 3600)),
        onResolve: .cancel),
      ClockRule(
        id: "review", label: "Review", starts: [.allDone(group: "begin")], stops: [.done("call")],
        target: .all(.elapsed(seconds: 7200))),
    ]
    return playbook
  }

  @Test("Trigger spellings read back", arguments: Trigger.spellings + ["done:log", "all-done:begin"])
  func spelling(text: String) {
    #expect(Trigger(parsing: text)?.description == text)
  }

  @Test("A trigger without its step or group is none", arguments: ["done:", "all-done:", "done", "all-done", ""])
  func noSpelling(text: String) {
    #expect(Trigger(parsing: text) == nil)
  }

  @Test("The last step ends the clock, whatever the order; others leave it running")
  func lastStep() throws {
    for order in [["log", "plan"], ["plan", "log"], ["plan", "call", "plan", "log"]] {
      var log = try TestLog(Self.playbook())
      for (minute, step) in order.dropLast().enumerated() { log.mark(step, minute: minute + 1) }
      #expect(try log.replay(minute: 30).clock("triage")?.isOpen == true)
      #expect(try log.replay(minute: 30).clock("review") == nil)
      log.mark(try #require(order.last), minute: 31)
      let record = try log.replay(minute: 40)
      #expect(record.clock("triage")?.phase == .ended(at: log.at(31), by: log.last, .met))
      #expect(record.clock("review")?.started == log.at(31))
    }
  }

  @Test("A step undone leaves the group incomplete")
  func undone() throws {
    var log = try TestLog(Self.playbook())
    log.mark("log", minute: 1)
    log.mark("plan", minute: 2)
    log.add(.undone(event: log.last), minute: 3)
    #expect(try log.replay(minute: 10).clock("triage")?.isOpen == true)
  }

  @Test("Past the deadline it is missed")
  func late() throws {
    var log = try TestLog(Self.playbook())
    log.mark("log", minute: 1)
    log.mark("plan", minute: 61)
    let cycle = try #require(try log.replay(minute: 90).clock("triage"))
    #expect(cycle.phase == .ended(at: log.at(61), by: log.last, .missed))
    #expect(cycle.breach?.at == log.at(60))
  }

  @Test("A reopened record has its steps before it again")
  func reopened() throws {
    var log = try TestLog(Self.playbook())
    log.mark("log", minute: 1)
    log.mark("plan", minute: 2)
    log.add(.resolved(Resolution()), minute: 3)
    log.add(.reopened(edition: 1), minute: 4)
    log.mark("plan", minute: 5)
    #expect(try log.replay(minute: 6).clock("triage")?.cycle == 2)
    #expect(try log.replay(minute: 6).clock("triage")?.isOpen == true)
    log.mark("log", minute: 7)
    #expect(try log.replay(minute: 8).clock("triage")?.phase == .ended(at: log.at(7), by: log.last, .met))
  }
}

@Suite("Clocks whose date had passed when they started")
struct LateStartTests {
  @Test("Breached at the start, not before the record was there")
  func breachedAtStart() throws {
    var playbook = Playbook(id: "team", name: "Team")
    playbook.severities = [Grade(id: "A", name: "A", band: 1)]
    playbook.clocks = [
      ClockRule(
        id: "renewal", label: "Renewal", stops: [.resolved],
        target: .all(.accountDate(.renewal, daysBefore: 30)))
    ]
    var log = try TestLog(playbook, renewal: date("2026-03-20"))
    let running = try #require(try log.replay(minute: 5).clock("renewal"))
    #expect(try running.deadline == instant("2026-02-18T23:59:59Z"))
    #expect(running.breach?.at == log.at(0))
    log.add(.resolved(Resolution()), minute: 6)
    let ended = try #require(try log.replay(minute: 7).clock("renewal"))
    #expect(ended.phase == .ended(at: log.at(6), by: log.last, .missed))
    #expect(ended.breach?.at == log.at(0))
  }
}

@Suite("A needed-by time and reopening")
struct NeededByReopeningTests {
  @Test("A time that still stands is a clock again")
  func again() throws {
    var playbook = Playbook(id: "team", name: "Team")
    playbook.severities = [Grade(id: "A", name: "A", band: 1)]
    playbook.clocks = [
      ClockRule(
        id: "needed-by", label: "Needed by", starts: [.neededBySet], stops: [.resolved], target: .all(.neededBy))
    ]
    var log = try TestLog(playbook)
    #expect(try log.replay(minute: 1).clocks.isEmpty)
    log.add(.neededBySet(log.at(60)), minute: 2)
    log.add(.resolved(Resolution()), minute: 3)
    log.add(.reopened(edition: 1), minute: 4)
    let record = try log.replay(minute: 5)
    #expect(record.clocks.map(\.cycle) == [1, 2])
    #expect(record.clock("needed-by")?.isOpen == true)
    #expect(record.clock("needed-by")?.deadline == log.at(60))
  }
}

/// A record of one playbook, opened on 2026-03-02 at 09:00 UTC; times are minutes after it.
private struct TestLog {
  private(set) var events: [Event] = []
  let policies: PolicyBook
  let opened: Instant

  init(_ playbook: Playbook, renewal: LocalDate? = nil) throws {
    opened = try instant("2026-03-02T09:00:00Z")
    let calendar = WorkingTimeline(
      try BusinessCalendar(
        id: "standard", name: "Standard", zone: .utc, hours: [.mon: [DayInterval(parsing: "09:00-17:00")]],
        holidays: []))
    policies = PolicyBook(
      Policy(
        edition: 1, installed: opened, playbooks: [playbook.id: Versioned(version: 1, value: playbook)],
        calendars: ["standard": Versioned(version: 1, value: calendar)], defaultCalendar: "standard"))
    var account = AccountFacts(name: "Acme")
    account.renewal = renewal
    add(
      .opened(Opening(title: "Trouble", account: account, playbook: playbook.id, edition: 1, severity: "A")), minute: 0)
  }

  func at(_ minute: Int64) -> Instant { opened + minute * 60 }

  var last: Int64 { Int64(events.count) }

  mutating func add(_ fact: Fact, minute: Int) {
    let at = at(Int64(minute))
    events.append(
      Event(
        sequence: last + 1, escalation: EscalationID("E-1"), occurred: at, recorded: at, actor: "ada", fact: fact))
  }

  mutating func mark(_ step: String, minute: Int) { add(.marked(step), minute: minute) }

  func replay(minute: Int64) throws -> Escalation {
    try Escalation.replay(History(events), policies: policies, now: at(minute))
  }
}
