import EscalationDomain
import Testing

@testable import Console

/// Each change is told, once, in the timeline's words.
@Suite struct PlainFollowerTests {
  private static let now = Fixture.now
  private static let id = EscalationID("W-1")

  struct Told: Sendable {
    var what: String
    var before: [Command] = []
    var acts: [Command]
    var lines: [String]
  }

  /// W-1 and nothing else: `S0`, its first response due at 16:05 and its next update at 18:05 in Berlin, now 14:05.
  private static func store(_ commands: [Command]) throws -> FakeStore {
    let store = FakeStore(Fixture.policies)
    let opening = Opening(
      title: "Nothing arrives", account: AccountFacts(name: "Northwind"), playbook: "risk", edition: 1, severity: "S0")
    _ = try store.open(opening, id: id, act: Act(actor: "Bo Chen", now: now))
    try perform(commands, in: store)
    return store
  }

  private static func perform(_ commands: [Command], in store: FakeStore) throws {
    for command in commands { _ = try store.perform(command, on: id, act: Act(actor: "Bo Chen", now: now)) }
  }

  private static let later = Fixture.at("2026-03-04T13:05:00Z")
  private static let plan = PlanCommand.add(MilestonePlan(title: "Ship it", owner: "Ann Lee", due: later))
  private static let told = SentMessage(
    template: nil, audience: .customer, channel: "email", to: ["Maria"], subject: "Where we stand", body: "Soon.",
    countsAs: [.substantive])

  /// Without whose it is: `W-1, S0, Northwind: ` goes before each, with the grade that it has by then.
  static let table: [Told] = [
    Told(what: "note", acts: [.note(text: "they called\nagain")], lines: ["Bo Chen: they called again"]),
    Told(
      what: "notes", acts: [.note(text: "one"), .note(text: "two")], lines: ["Bo Chen: one", "Bo Chen: two"]),
    Told(what: "owner", acts: [.assign(owner: "Dana Ruiz")], lines: ["Bo Chen: assigned to Dana Ruiz"]),
    Told(
      what: "no owner", before: [.assign(owner: "Dana Ruiz")], acts: [.assign(owner: nil)],
      lines: ["Bo Chen: assigned to nobody"]),
    Told(
      what: "acknowledged", acts: [.acknowledge(note: "on it")],
      lines: [
        "Bo Chen: first response: on it", "First response met", "now Next update due in 4h 00m, at 18:05",
      ]),
    Told(
      what: "grade", acts: [.changeSeverity(to: "S1", reason: "one store only")],
      lines: ["Bo Chen: severity S1 (one store only)", "now First response due in 20h 00m, at Wed 10:05"]),
    Told(
      what: "paused", before: [.acknowledge(note: nil)], acts: [.pause(reason: "they test", until: later)],
      lines: [
        "Bo Chen: paused: they test · until Wed 2026-03-04 14:05 Berlin", "now Next update paused with 4h 00m left",
      ]),
    Told(
      what: "resumed", before: [.acknowledge(note: nil), .pause(reason: "they test", until: later)],
      acts: [.resume(note: nil)], lines: ["Bo Chen: resumed", "now Next update due in 4h 00m, at 18:05"]),
    Told(
      what: "message", acts: [.send(told)],
      lines: [
        "Bo Chen: told the customer by email: Where we stand", "First response met", "Next update met",
        "now Next update due in 4h 00m, at 18:05",
      ]),
    Told(
      what: "resolved", acts: [.resolve(Resolution(summary: "a new cable"))],
      lines: ["Bo Chen: resolved: a new cable", "First response met"]),
    Told(
      what: "closed", before: [.acknowledge(note: nil), .resolve(Resolution(summary: "a new cable"))],
      acts: [.close(Closing(csat: 4), reason: nil)], lines: ["Bo Chen: closed · CSAT 4"]),
    Told(
      what: "reopened", before: [.acknowledge(note: nil), .resolve(Resolution(summary: "a new cable"))],
      acts: [.reopen(reason: "it fails again")],
      lines: ["Bo Chen: reopened (it fails again)", "now First response due in 2h 00m, at 16:05"]),
    Told(what: "cancelled", acts: [.cancel(reason: "not ours")], lines: ["Bo Chen: cancelled (not ours)"]),
    Told(
      what: "task", acts: [.addTask(title: "Ask the vendor", owner: "Dana Ruiz", due: nil, origin: nil)],
      lines: ["Bo Chen: task T1: Ask the vendor · Dana Ruiz"]),
    Told(
      what: "task done", before: [.addTask(title: "Ask the vendor", owner: nil, due: nil, origin: nil)],
      acts: [.finishTask("T1", note: nil)], lines: ["Bo Chen: task T1 done"]),
    Told(
      what: "milestone", acts: [.plan(plan)],
      lines: ["Bo Chen: milestone M1: Ship it · corrective · Ann Lee · due Wed 2026-03-04 14:05 Berlin"]),
    Told(
      what: "milestone shifted", before: [.plan(plan)],
      acts: [.plan(.shift("M1", due: later + 3600, withDependents: false, reason: "the vendor is ill"))],
      lines: ["Bo Chen: milestone M1 is due Wed 2026-03-04 15:05 Berlin (the vendor is ill)"]),
    Told(
      what: "milestone done", before: [.plan(plan)], acts: [.plan(.finish("M1", evidence: "it is out"))],
      lines: ["Bo Chen: milestone M1 done: it is out"]),
    Told(
      what: "taken back", before: [.assign(owner: "Dana Ruiz")], acts: [.undo(event: nil)],
      lines: ["Bo Chen: took back: assigned to Dana Ruiz"]),
    Told(
      what: "hostile", acts: [.note(text: "\u{1B}[2Jgone\u{202E}")], lines: ["Bo Chen: ␛[2Jgone<U+202E>"]),
  ]

  @Test(arguments: table) func whatPeopleDoIsTold(_ row: Told) throws {
    let listener = try Listener(try Self.store(row.before))
    try Self.perform(row.acts, in: listener.store)
    let lines = try listener.hear()
    let grade = try listener.store.records(now: Self.now).first?.severity ?? ""
    #expect(lines == row.lines.map { "W-1, \(grade), Northwind: \($0)" }, "\(row.what)")
    #expect(try listener.hear().isEmpty, "told twice")
  }

  @Test func aNewOneIsTold() throws {
    let listener = try Listener(try Self.store([]))
    let opening = Opening(
      title: "A bad\nday", account: AccountFacts(name: "Wingtip"), playbook: "risk", edition: 1, severity: "S0")
    _ = try listener.store.open(opening, id: EscalationID("W-9"), act: Act(actor: "Bo Chen", now: Self.now))
    let lines = try listener.hear()
    #expect(
      lines == [
        "new: W-9, S0, Wingtip: A bad day; owner nobody; First response due in 2h 00m, at 16:05; Bo Chen: opened as S0"
      ])
    #expect(try listener.hear().isEmpty)
  }

  /// Half, three quarters and nine tenths of its time, a quarter of an hour before, and as it passes: each clock by its
  /// own policy, not the most urgent one alone.
  @Test func eachClockIsToldAsItRunsOut() throws {
    let listener = try Listener(try Self.store([]))
    let told = listener.wait(4 * 3600 + 60)
    let first = told.filter { $0.line.contains("First response") }
    let next = told.filter { $0.line.contains("Next update") }
    func comes(_ told: [(after: Int64, line: String)], at due: [Int64]) -> Bool {
      told.count == due.count && zip(told, due).allSatisfy { (0...60).contains($0.after - $1) }
    }
    #expect(comes(first, at: [3600, 5400, 6300, 7201]), "\(first)")
    #expect(comes(next, at: [7200, 10_800, 12_960, 13_500, 14_401]), "\(next)")
    #expect([first.last?.after, next.last?.after] == [7201, 14_401])
    #expect(told.count == first.count + next.count)
    #expect(first.first?.line == "W-1, S0, Northwind: First response due in 1h 00m, at 16:05")
    #expect(first.last?.line == "W-1, S0, Northwind: First response breached")
  }

  /// A sleeper that wakes late hears of each clock once.
  @Test func aLongSleepIsALineAClock() throws {
    let listener = try Listener(try Self.store([]))
    #expect(
      listener.sleep(30 * 86_400) == [
        "W-1, S0, Northwind: First response breached", "W-1, S0, Northwind: Next update breached",
      ])
  }

  /// The next writer stores what time brought; that is no news.
  @Test func aBreachIsToldByTheClockOrByTheLogAndNotByBoth() throws {
    for sleepsFirst in [true, false] {
      let listener = try Listener(try Self.store([]))
      let late = Self.now + 7300
      var lines = sleepsFirst ? listener.sleep(7300) : []
      _ = try listener.store.perform(
        .acknowledge(note: nil), on: Self.id, act: Act(actor: "Bo Chen", now: late))
      if !sleepsFirst { listener.console.send(.tick(late)) }
      lines += try listener.hear()
      lines += listener.sleep(1)
      #expect(lines.filter { $0.contains("breached") }.count == 1, "\(lines)")
      #expect(lines.filter { $0.hasSuffix("Bo Chen: first response") }.count == 1, "\(lines)")
    }
  }

  @Test func aStoredBreachIsNoNewsToWhoHeardTheClock() throws {
    let listener = try Listener(try Self.store([]))
    let deadline = Self.now + 7200
    let told = listener.sleep(7300)
    #expect(told.filter { $0.contains("First response breached") }.count == 1, "\(told)")
    let breach = ClockBreach(rule: "first-response", cycle: 1, deadline: deadline, byReclassification: false)
    let lines = try listener.hear(breach: breach, of: Self.id)
    #expect(lines.filter { $0.contains("breached") }.isEmpty, "\(lines)")
  }

  @Test func aBreachByAGradeIsToldOnce() throws {
    let store = try Self.store([.changeSeverity(to: "S1", reason: "less")])
    let listener = try Listener(store)
    _ = listener.sleep(7300)
    _ = try store.perform(
      .changeSeverity(to: "S0", reason: "more"), on: Self.id, act: Act(actor: "Bo Chen", now: Self.now + 7300))
    let lines = try listener.hear() + listener.sleep(1)
    #expect(lines.filter { $0.contains("breached") }.count == 1, "\(lines)")
  }

  @Test func whatWasWrittenDownLaterSaysWhenItWas() throws {
    let listener = try Listener(try Self.store([]))
    _ = listener.sleep(600)
    _ = try listener.store.perform(
      .note(text: "they called"), on: Self.id,
      act: Act(actor: "Bo Chen", occurred: Self.now + 60, now: Self.now + 600))
    #expect(try listener.hear() == ["W-1, S0, Northwind: Bo Chen: they called, at 14:06"])
  }

  /// What a verb that was typed here has just said is not said again; another's act is.
  @Test(arguments: [("Ann Lee", 0), ("Bo Chen", 1)]) func whatAVerbSaidIsNotToldAgain(actor: String, count: Int) throws
  {
    let listener = try Listener(try Self.store([]))
    _ = try listener.store.perform(.note(text: "they called"), on: Self.id, act: Act(actor: actor, now: Self.now))
    #expect(try listener.hear(said: ["W-1 they called", "  next: First response"]).count == count)
  }

  /// Only what came after the last number is told, by whoever wrote it and however many there are.
  @Test func theLogIsReadOnFromWhereItWasLeft() throws {
    let listener = try Listener(try Fixture.store())
    var told: [String] = []
    for round in 0..<3 {
      for row in listener.console.model.board.board.rows {
        _ = try listener.store.perform(
          .note(text: "round \(round)"), on: row.id, act: Act(actor: "Bo Chen", now: Self.now))
      }
      let lines = try listener.hear()
      #expect(lines.count == listener.console.model.board.board.rows.count)
      #expect(lines.allSatisfy { $0.hasSuffix("Bo Chen: round \(round)") })
      told += lines
    }
    #expect(Set(told).count == told.count)
  }
}
