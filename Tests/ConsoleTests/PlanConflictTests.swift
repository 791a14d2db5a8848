import EscalationDomain
import Screen
import Testing

@testable import Console

/// Two writers at one plan: what the other one did is asked about field by field, in every form about it.
@Suite struct PlanConflictTests {
  private static let id = EscalationID("C-1")

  private func theirs(_ store: FakeStore, _ commands: [PlanCommand]) throws {
    for command in commands {
      _ = try store.perform(.plan(command), on: Self.id, act: Act(actor: "Bo Chen", now: Fixture.now))
    }
  }

  private func facts(_ store: FakeStore) throws -> [Fact] {
    try #require(try store.history(of: Self.id)).events.map(\.fact)
  }

  private func plan(_ store: FakeStore) throws -> Plan {
    let history = try #require(try store.history(of: Self.id))
    return try Escalation.replay(history, policies: Fixture.policies, now: Fixture.now + 600).work.plan
  }

  private func conflicts(_ console: Scene) -> [Conflict] {
    guard case .form(let form) = console.model.overlay, case .settling(let conflicts, _) = form.phase else { return [] }
    return conflicts
  }

  /// A form for whose one content another wrote something else: the line, the keys, what they did, what must show.
  static let whole: [(name: PlanItem.Name, keys: [String], theirs: PlanCommand, shows: [String])] = [
    (
      .milestone("M2"), ["d", "text:fri 17:00", "tab", "tab"],
      .shift("M2", due: Fixture.at("2026-03-05T16:00:00Z"), withDependents: false, reason: nil),
      ["Due", "Wed 2026-03-04 17:00", "Thu 2026-03-05 17:00", "Fri 2026-03-06 17:00"]
    ),
    (.milestone("M1"), ["space", "text:a mail"], .finish("M1", evidence: nil), ["Status", "open", "done by Bo Chen"]),
    (
      .milestone("M1"), ["-", "text:no use"], .drop("M1", reason: "theirs"), ["Status", "open", "dropped by Bo Chen"]
    ),
    (
      .text(.problem), ["e", "ctrl-u", "text:ours"], .write(PlanChange(problem: "their words"), rootCause: nil),
      ["Text", "their words", "ours"]
    ),
    (
      .look(.verification), ["d", "text:fri 17:00"], .setLook(.verification, due: Fixture.at("2026-04-02T16:00:00Z")),
      ["By", "Wed 2026-04-01", "Thu 2026-04-02", "Fri 2026-03-06"]
    ),
    (
      .look(.review), ["e", "tab", "text:seen"], .look(PlanFinding(look: .review, holds: false, note: "no")),
      ["Found", "it does not hold: no (Bo Chen)", "it holds"]
    ),
    (.signOff, ["e", "text:Ms Oda"], .signOff(by: "Mr Abe"), ["Signed off", "Mr Abe", "Ms Oda"]),
  ]

  @Test(arguments: whole) func `theirs stays where the act is about nothing else`(
    _ clash: (name: PlanItem.Name, keys: [String], theirs: PlanCommand, shows: [String])
  ) throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: clash.name)
    for key in clash.keys { console.press(key) }
    try theirs(store, [clash.theirs])
    let before = try facts(store)
    console.send(.storeChanged)
    console.press("ctrl-s")
    #expect(console.model.scope == .conflict, "\(console.text)")
    for text in clash.shows { #expect(console.text.contains(text), "\(text)\n\(console.text)") }
    console.press("t", "enter")
    #expect(console.model.overlay == nil, "\(console.text)")
    #expect(try facts(store) == before)
    #expect(console.model.drafts.isEmpty)
  }

  /// The same noticed only as it is written, by what the store says.
  @Test(arguments: whole) func `what this console has not seen is noticed where it is written`(
    _ clash: (name: PlanItem.Name, keys: [String], theirs: PlanCommand, shows: [String])
  ) throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: clash.name)
    for key in clash.keys { console.press(key) }
    try theirs(store, [clash.theirs])
    let before = try facts(store)
    console.press("ctrl-s")
    if console.model.scope == .confirmation { console.press("y") }
    #expect(try facts(store) == before)
    #expect(console.text.contains("somebody changed it"), "\(console.text)")
    console.press("ctrl-s")
    #expect(console.model.scope == .conflict)
  }

  @Test func `of a milestone each field is asked for, and what was not touched is theirs`() throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .milestone("M3"))
    console.press("e", "ctrl-u", "text:Ours", "tab", "tab", "ctrl-u", "text:Ann Lee")
    try theirs(
      store,
      [
        .change("M3", MilestoneChange(title: "Theirs", kind: .detective, owner: "Bo Chen", after: ["M1"])),
        .setStart("M3", Fixture.at("2026-03-05T08:00:00Z")),
      ])
    console.send(.storeChanged)
    console.press("ctrl-s")
    let asked = conflicts(console)
    #expect(asked.map(\.label) == ["Title", "Kind", "Owner", "Start", "After"])
    #expect(asked.map(\.choice) == [.mine, .theirs, .mine, .theirs, .theirs])
    #expect(asked.first { $0.label == "After" }.map { [$0.was, $0.theirs, $0.yours] } == ["M2", "M1", "M2"])
    console.press("j", "j", "t", "enter")
    #expect(try facts(store).last == .milestoneChanged(id: "M3", MilestoneChange(title: "Ours")))
    let after = try #require(try plan(store).milestone("M3")).milestone
    #expect((after.title, after.kind, after.owner, after.after) == ("Ours", .detective, "Bo Chen", ["M1"]))
    #expect(after.start == Fixture.at("2026-03-05T08:00:00Z"))
  }

  @Test func `a start that was not touched is put back where mine is chosen`() throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .milestone("M3"))
    let start = try plan(store).milestone("M3")?.milestone.start
    console.press("e")
    try theirs(store, [.setStart("M3", Fixture.at("2026-03-05T08:00:00Z"))])
    console.press("text: soon")
    console.send(.storeChanged)
    console.press("ctrl-s", "m", "enter")
    #expect(try plan(store).milestone("M3")?.milestone.start == start)
    #expect(try plan(store).milestone("M3")?.milestone.title == "Train the new team soon")
  }

  @Test func `a milestone that is over meanwhile takes no more changes in silence`() throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .milestone("M2"))
    console.press("e", "text: at once")
    try theirs(store, [.finish("M2", evidence: nil)])
    console.send(.storeChanged)
    #expect(console.text.contains("Status is done by Bo Chen now; it was open"))
    console.press("ctrl-s", "m", "enter")
    #expect(console.text.contains("M2"), "the rule says why it cannot be")
    #expect(try plan(store).milestone("M2")?.milestone.title == "Mend the nightly export")
  }

  @Test func `the parts of the metric are told apart`() throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .metric)
    console.press("e", "shift-tab", "ctrl-u", "text:80")
    try theirs(store, [.write(PlanChange(metric: SuccessMetric(target: "150", now: "70")), rootCause: nil)])
    console.send(.storeChanged)
    console.press("ctrl-s")
    #expect(conflicts(console).map(\.label) == ["Target", "Now"])
    #expect(conflicts(console).map(\.choice) == [.theirs, .mine])
    console.press("enter")
    #expect(
      try plan(store).metric == SuccessMetric(name: "daily users", baseline: "40", target: "150", now: "80"))
  }

  @Test func `a criterion that another added is not lost`() throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .exitCriteria)
    console.press("e", "ctrl-u", "text:Three sponsors")
    let theirs = ["Two sponsors are named", "120 daily users for four weeks", "Nobody calls at night", "No ticket"]
    try self.theirs(store, [.write(PlanChange(exitCriteria: theirs), rootCause: nil)])
    console.send(.storeChanged)
    console.press("ctrl-s")
    #expect(conflicts(console).map(\.label) == ["Exit 3", "Exit 4"])
    console.press("enter")
    #expect(try plan(store).exitCriteria == ["Three sponsors"] + theirs.dropFirst())
  }

  @Test(arguments: [PlanCommand.finish("M1", evidence: nil), .change("M2", MilestoneChange(title: "Another"))])
  func `what another does elsewhere in the plan asks nothing`(_ command: PlanCommand) throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .milestone("M4"))
    console.press("e", "tab", "tab", "ctrl-u", "text:Ann Lee", "ctrl-s")
    _ = try store.perform(.plan(command), on: Self.id, act: Act(actor: "Bo Chen", now: Fixture.now))
    console.press("-", "text:no use", "ctrl-s")
    #expect(try facts(store).last == .milestoneDropped(id: "M4"))
  }
}
