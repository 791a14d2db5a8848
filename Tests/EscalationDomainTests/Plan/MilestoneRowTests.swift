import Testing

@testable import EscalationDomain

@Suite struct `The milestones of all accounts` {
  private func rows(_ log: Log, _ now: Instant) throws -> [MilestoneRow] { MilestoneRow.rows(of: try log.record(now)) }

  private func row(
    _ id: String, due: Instant?, band: Int = 1, of escalation: EscalationID = "W-1", place: Int = 0,
    status: MilestoneState.Status = .planned, owner: String? = nil
  ) -> MilestoneRow {
    MilestoneRow(
      escalation: escalation, subject: "Exports fail", account: "Acme", grade: "S1", band: band,
      milestone: Milestone(id: id, title: "Step \(id)", owner: owner, due: due), status: status, blockedBy: [],
      added: "03-02 09:00", completed: nil, place: place)
  }

  @Test func `a record brings its plan, without what was dropped, and nothing once it has ended`() throws {
    let log = try `A corrective action plan`.planned()
      .doing(.plan(.finish("M1", evidence: nil)), "03-02 11:00")
      .doing(.plan(.drop("M4", reason: "no")), "03-02 11:00")
    let rows = try rows(log, "03-02 12:00")
    #expect(rows.map(\.milestone.id) == ["M1", "M2", "M3"])
    #expect(rows.map(\.status) == [.done, .planned, .blocked])
    #expect(rows.map(\.blockedBy) == [[], [], ["M2"]])
    #expect(rows.map(\.place) == [0, 1, 2])
    #expect(rows[0].completed == "03-02 11:00" && rows[1].completed == nil)
    #expect(rows.allSatisfy { $0.account == "Acme" && $0.grade == "S1" && $0.subject == "Exports fail" })
    let ended = log.then("03-02 13:00", .resolved(Resolution(summary: "done")))
    #expect(try self.rows(ended, "03-02 14:00").isEmpty)
  }

  @Test func `progress counts what was not dropped and names what is due first`() throws {
    let log = try `A corrective action plan`.planned()
    #expect(PlanProgress(try Log([]).record("03-02 12:00").work.plan) == nil)
    let row = BoardRow(try log.record("03-02 12:00"))
    #expect(row.plan?.done == 0 && row.plan?.of == 4)
    #expect(row.plan?.next == .init(id: "M1", title: "A", owner: "ann", due: "03-03 12:00"))
    #expect(row.plan?.next?.isLate(at: "03-03 12:00") == false)
    #expect(row.plan?.next?.isLate(at: "03-03 12:01") == true)
    let ended = log.then("03-02 13:00", .resolved(Resolution(summary: "done")))
    #expect(BoardRow(try ended.record("03-02 14:00")).plan == nil)
  }

  /// Wednesday 2026-03-04 in New York, where midnight is 05:00 UTC.
  static let groups: [(due: Instant?, group: MilestoneGroup)] = [
    (nil, .undated), ("03-04 14:59", .overdue), ("03-04 15:00", .today), ("03-05 04:59", .today),
    ("03-05 05:00", .thisWeek), ("03-09 03:59", .thisWeek), ("03-09 04:00", .later), ("04-09 12:00", .later),
  ]

  @Test(arguments: groups) func `dates are the viewer's, and a week ends with its Sunday`(
    due: Instant?, group: MilestoneGroup
  ) throws {
    // Summer time begins that Sunday: Monday is midnight at 04:00 UTC.
    let zone = try Zone("America/New_York")
    #expect(MilestoneGroup(due: due, now: "03-04 15:00", zone: zone) == group)
  }

  @Test func `on a Sunday nothing else is of this week`() {
    #expect(MilestoneGroup(due: "03-08 20:00", now: "03-08 12:00", zone: .utc) == .today)
    #expect(MilestoneGroup(due: "03-09 00:00", now: "03-08 12:00", zone: .utc) == .later)
  }

  @Test func `the list is by due time, then by severity, then by plan`() {
    let rows = [
      row("M1", due: nil), row("M2", due: "03-05 12:00", band: 2, of: "W-2"), row("M3", due: "03-04 12:00", place: 2),
      row("M4", due: "03-05 12:00", band: 1, of: "W-9"), row("M5", due: "03-04 12:00", place: 1),
    ]
    #expect(rows.inDueOrder.map(\.milestone.id) == ["M5", "M3", "M4", "M2", "M1"])
    #expect(rows.reversed().inDueOrder.map(\.milestone.id) == ["M5", "M3", "M4", "M2", "M1"])
  }

  @Test func `the chart is plan by plan, the most pressing first, finished ones last`() {
    let rows = [
      row("M1", due: "03-01 12:00", of: "W-1", status: .done), row("M1", due: "03-09 12:00", of: "W-2", place: 0),
      row("M2", due: "03-03 12:00", of: "W-2", place: 1), row("M1", due: "03-05 12:00", of: "W-3"),
    ]
    #expect(rows.inPlanOrder.map { "\($0.escalation) \($0.milestone.id)" } == ["W-2 M1", "W-2 M2", "W-3 M1", "W-1 M1"])
  }

  @Test func `a query chooses among open ones`() {
    let rows = [
      row("M1", due: "03-02 12:00", owner: "Ann"), row("M2", due: "03-06 12:00", owner: "bob"),
      row("M3", due: nil, place: 3), row("M4", due: "03-03 12:00", status: .done, owner: "ann"),
    ]
    func ids(_ change: (inout MilestoneQuery) -> Void) -> [String] {
      var query = MilestoneQuery()
      change(&query)
      return query.apply(to: rows, now: "03-04 12:00").map(\.milestone.id)
    }
    #expect(ids { _ in } == ["M1", "M2", "M3"])
    #expect(ids { $0.owner = "ann" } == ["M1"])
    #expect(ids { $0.owner = "" } == ["M3"])
    #expect(ids { $0.overdue = true } == ["M1"])
    #expect(ids { $0.dueBy = "03-06 12:00" } == ["M1", "M2"])
    #expect(ids { $0.dueBy = "03-06 11:59" } == ["M1"])
    #expect(ids { $0.words = ["step", "BOB"] } == ["M2"])
    #expect(ids { $0.words = ["acme", "w-1"] } == ["M1", "M2", "M3"])
  }

  @Test func `counts change with the dates and at a due time`() {
    let rows = [
      row("M1", due: "03-04 15:00"), row("M2", due: "03-05 09:00"), row("M3", due: "03-01 09:00", status: .done),
      row("M4", due: nil),
    ]
    let counts = MilestoneCounts(rows, now: "03-04 12:00", zone: .utc)
    #expect([counts.overdue, counts.today, counts.thisWeek, counts.open, counts.done] == [0, 1, 1, 3, 1])
    #expect(MilestoneCounts.nextChange(rows, after: "03-04 12:00", zone: .utc) == ("03-04 15:00" as Instant) + 1)
    #expect(MilestoneCounts.nextChange(rows, after: "03-04 15:01", zone: .utc) == "03-05 00:00")
    #expect(MilestoneCounts.nextChange([row("M1", due: nil)], after: "03-04 12:00", zone: .utc) == nil)
  }
}
