import Testing

@testable import EscalationDomain

@Suite("Minutes as a page")
struct MinutesPageTests {
  /// W-1 was talked about, W-2 was not but somebody wrote about it, W-3 was skipped, W-4 decided without being on it.
  private static func minutes() throws -> Minutes {
    func log(
      _ id: EscalationID, _ rules: [ClockRule] = [], arr: Int64, opened: Instant = "02-28 09:00", _ facts: Fact...
    ) -> Log {
      let log = Log(rules, opened: opened) {
        $0.account = AccountFacts(name: "Acme \(id)", arr: Money(minorUnits: arr * 100, currency: "EUR"))
      }
      return facts.enumerated().reduce(log) {
        $0.then("03-02 09:10" + Int64($1.offset * 60), $1.element, why: $1.offset == 0 ? "agreed" : nil)
      }
      .named(id)
    }
    var shelf = Shelf()
    shelf.logs = [
      log(
        "W-1", [rule("30h", "late"), rule("50h", "soon")], arr: 10, .decisionTaken(text: "Roll back"),
        .taskAdded(ActionItem(id: "T1", title: "Call", owner: "bo")),
        .taskAdded(ActionItem(id: "T2", title: "VPN", due: "03-02 17:00", kind: .blocker)),
        .milestoneAdded(Milestone(id: "M1", title: "Fix", owner: "cy", due: "03-04 12:00")), .severity("S0")),
      log("W-2", arr: 20, opened: "03-01 20:00", .noted(text: "they wrote")), log("W-3", arr: 40),
      log("W-4", arr: 80, .decisionTaken(text: "Wait")),
    ]
    let start = RoomStart(
      agenda: ["W-1", "W-2", "W-3"], since: "03-01 09:00", until: "03-03 09:00", timebox: .init(each: 5, all: 25),
      zone: .utc, through: 1)
    let room = RoomLog().then("03-02 09:00", .started(start)).then("03-02 09:00", .entered("W-1"))
      .then("03-02 09:01", .roleTaken(role: "scribe", by: "Cy")).then("03-02 09:01", .skipped("W-3"), why: "on leave")
      .then("03-02 09:02", .attended(.init(name: "Cy", state: .present)))
      .then("03-02 09:02", .attended(.init(name: "Di", state: .absent)))
      .then("03-02 09:02", .attended(.init(name: "Ed", state: .excused)))
      .then("03-02 09:20", .noted("Thanks")).then("03-02 09:25", .ended(through: 100)).room
    return try #require(try shelf.minutes(of: room, zone: .utc, now: "03-02 12:00"))
  }

  @Test func `each part says its own`() throws {
    let lines = MinutesPage(try Self.minutes()) { $0 }.blocks.flatMap { block -> [String] in
      switch block {
      case .title(let text): ["# \(text)"]
      case .section(let text): ["## \(text)"]
      case .head(let text): ["### \(text)"]
      case .says(let text): [text]
      case .points(let texts): texts.map { "- \($0)" }
      }
    }
    #expect(
      lines == [
        "# War room 2026-03-02", "- Started Mon 2026-03-02 09:00 UTC by ann",
        "- Ended Mon 2026-03-02 09:25 UTC, after 25 min of 25 min", "- scribe: Cy", "- Present: Cy", "- Excused: Ed",
        "- Absent: Di", "- Board: 4 open, 1 breached", "- At risk: EUR 150", "- At risk at the session before: EUR 130",
        "## Decisions",
        "- W-1 Acme W-1: Roll back; why: agreed (ann, 09:10)", "- W-4 Acme W-4: Wait; why: agreed (ann, 09:10)",
        "## Who does what by when", "- bo – Call – no time (W-1 Acme W-1)",
        "- nobody – blocker: VPN – needed by Mon 2026-03-02 17:00 UTC (W-1 Acme W-1)",
        "- cy – milestone: Fix – by Wed 2026-03-04 12:00 UTC (W-1 Acme W-1)", "## Open questions",
        "- W-1 Acme W-1: task “Call” needs a time", "- W-1 Acme W-1: blocker “VPN” needs an owner", "## At risk",
        "- W-1 Acme W-1: late breached Sun 15:00; soon due 11:00; blocker “VPN” needed by 17:00, nobody",
        "## What changed since Sun 2026-03-01 09:00 UTC", "1 opened, 1 breached",
        "- W-1 Acme W-1: late breached Sun 15:00", "- W-2 Acme W-2: opened Sun 20:00", "## In the room",
        "### S0 W-1 Acme W-1: Exports fail (nobody)", "- why: late breached Sun 15:00", "- why: soon due 11:00",
        "- severity S1 → S0 (ann, 09:14)", "- before the room for 25 min", "### S1 W-2 Acme W-2: Exports fail (nobody)",
        "- they wrote; why: agreed (ann, 09:10)", "### S1 W-4 Acme W-4: Exports fail (nobody)",
        "- was not on the agenda", "## Skipped",
        "- S1 W-3 Acme W-3: Exports fail (nobody): on leave (ann)", "## Notes", "- Thanks (ann, 09:20)",
      ])
  }
}
