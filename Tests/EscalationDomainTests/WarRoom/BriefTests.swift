import Testing

@testable import EscalationDomain

@Suite("A handover on one page")
struct BriefTests {
  private func brief(_ logs: Log..., now: Instant = "03-02 10:00", hours: Int64 = 8) throws -> Brief {
    var shelf = Shelf()
    shelf.logs = logs
    return try shelf.brief(until: now + hours * 3600, policies: logs[0].policies, now: now)
  }

  @Test func `on fire is what has breached and what is gravest`() throws {
    let late = Log([rule("30m"), rule("4h", "second")]).named("A-late")
    let grave = Log([rule("14d")], severity: "S0").named("B-grave")
    let calm = Log([rule("2h")]).named("C-calm")
    let resolved = Log([rule("30m")], severity: "S0").then("03-02 09:50", .resolve).named("D-resolved")
    let brief = try brief(late, grave, calm, resolved)
    #expect(brief.fires.map(\.id) == ["B-grave", "A-late"])
    #expect(brief.fires.map { $0.breached.map(\.label) } == [[], ["clock"]])
    #expect(brief.totals.open == 3 && brief.totals.breached == 1)
  }

  @Test(arguments: [(1, "hour"), (2, "hour two"), (8, "hour two six"), (24, "hour two six day")])
  func `due is what comes up to the end of the shift, the first first`(hours: Int64, labels: String) throws {
    let log = Log([rule("25h", "day"), rule("7h", "six"), rule("3h", "two"), rule("2h", "hour"), rule("30m", "past")])
    let brief = try brief(log, hours: hours)
    #expect(brief.due.map(\.reason.label).joined(separator: " ") == labels)
    #expect(brief.until == "03-02 10:00" + hours * 3600)
  }

  @Test func `what is overdue after a resolution comes first among what is due`() throws {
    let call = rule("30m", "call", starts: [.resolved], stops: [.done("call")])
    let done = Log([call]).then("03-02 09:10", .resolve).named("A")
    let open = Log([rule("2h")]).named("B")
    let brief = try brief(open, done)
    #expect(brief.due.map(\.row.id) == ["A", "B"] && brief.fires.isEmpty)
  }

  @Test func `who waits for what`() throws {
    let promise = rule(.all(.promised), "word", starts: [.promised], stops: [.customerUpdate])
    let paused = Log([promise]).then("03-02 09:10", .wait("03-04 12:00")).named("A")
    let promised = Log([promise]) { $0.owner = "ann" }.then("03-02 09:20", .promise("03-02 09:50")).named("B")
    let busy = Log([promise])
      .then("03-02 09:30", .taskAdded(ActionItem(id: "T1", title: "Call", owner: "cy", due: "03-02 12:00")))
      .then("03-02 09:31", .taskAdded(ActionItem(id: "T2", title: "VPN", kind: .blocker)))
      .then("03-02 09:32", .taskAdded(ActionItem(id: "T3", title: "Done")))
      .then("03-02 09:33", .taskDone(id: "T3", note: nil))
      .then("03-02 09:34", .milestoneAdded(Milestone(id: "M1", title: "Fix", owner: "bo", due: "03-02 11:00")))
      .then("03-02 09:35", .milestoneAdded(Milestone(id: "M2", title: "After", due: "03-06 11:00", after: ["M1"])))
      .named("C")
    let closed = Log([promise]).then("03-02 09:30", .taskAdded(ActionItem(id: "T1", title: "Old")))
      .then("03-02 09:40", .close).named("D")
    let brief = try brief(closed, busy, promised, paused)
    #expect(
      brief.waits.map { "\($0.row.id) \($0.sentence(zone: .utc, now: brief.asOf))" } == [
        "A we wait for the customer since 09:10 until Wed 12:00: Waiting for logs",
        "B the customer waits for word, late since 09:50, ann",
        "C blocker “VPN” waits for nobody, no fixed time",
        "C milestone “Fix” waits for bo, due 11:00",
        "C task “Call” waits for cy, due 12:00",
      ])
    #expect(brief.waits.map(\.owner) == ["Acme", "ann", nil, "bo", "cy"])
  }
}

extension BriefTests {
  @Test func `a path that was called for is no fire`() throws {
    var playbook = Desk.playbook([])
    playbook.paths = [InternalPath(id: "vp", label: "VP", to: ["VP CS"])]
    let log = Log(policies: PolicyBook(Desk.policy(playbook))).then("03-02 09:30", .pathCalled(PathCalled(path: "vp")))
    let brief = try brief(log)
    #expect(brief.fires.isEmpty)
    let told = brief.waits.map { $0.sentence(zone: .utc, now: brief.asOf) }
    #expect(told == ["VP: bring in VP CS, since 09:30, nobody"])
  }

  @Test func `what is due at one time stands by the board`() throws {
    let logs = ["S2", "S1", "S2"].enumerated().map { Log([rule("2h")], severity: $1).named(EscalationID("W-\($0)")) }
    #expect(try brief(logs[0], logs[1], logs[2]).due.map(\.row.id) == ["W-1", "W-0", "W-2"])
  }

  @Test func `one that was cancelled waits for nobody`() throws {
    let task = Log([]).then("03-02 09:30", .taskAdded(ActionItem(id: "T1", title: "Old")))
    #expect(try brief(task).waits.count == 1)
    #expect(try brief(task.then("03-02 09:40", .cancelled)).waits.isEmpty)
    // After a resolution somebody still has to do it.
    #expect(try brief(task.then("03-02 09:40", .resolve)).waits.count == 1)
  }

  @Test func `a record is told by the edition that it follows`() throws {
    #expect(try brief(AgendaEdgeTests.twoEditions(), now: "03-02 09:30").due.map(\.reason.kind) == [.update])
  }
}
