import EscalationDomain
import Screen
import Testing

@testable import Console

/// Every kind of act that the console can do goes back and comes again: the record, and what the registers say, stand as
/// they did, and only the log grows.
@Suite struct TakingBackTests {
  /// What stands, whatever the log holds beside it.
  private struct Standing: Equatable {
    var acts: [[Int64]]
    var records: [Escalation]

    init(_ store: FakeStore) throws {
      let histories = store.histories()
      acts = histories.map { $0.effective.filter { $0.source == .act }.map(\.sequence) }
      records = try histories.compactMap {
        var record = try Escalation.replayIfOpened($0, policies: store.policies(), now: Fixture.now + 1)
        // That something was taken back is a change of its own.
        record?.changed = Fixture.now
        return record
      }
    }
  }

  /// Does it, and goes back, forth and back again.
  private func check(_ store: FakeStore, _ console: Scene, _ keys: [String]) throws {
    let before = try Standing(store)
    for key in keys { console.press(key) }
    #expect(console.model.overlay == nil, "\(console.text)")
    let after = try Standing(store)
    #expect(after != before, "nothing was done")
    console.press("z")
    #expect(console.text.contains("Undo?"), "\(console.text)")
    console.press("y")
    #expect(try Standing(store) == before, "\(console.text)")
    console.press("Z")
    #expect(console.text.contains("Redo?"), "\(console.text)")
    console.press("y")
    #expect(try Standing(store) == after, "\(console.text)")
    console.press("z", "y")
    #expect(try Standing(store) == before)
  }

  static let onBoard: [[String]] = [
    ["a", "text:called", "ctrl-s"], ["u", "text:we look into it", "ctrl-s"], ["n", "text:all hands", "ctrl-s"],
    ["o", "text:Bo Chen", "ctrl-s"], ["p", "text:they test", "enter", "text:+1d", "ctrl-s"],
    ["r", "text:one cause", "ctrl-s", "y"], ["T", "text:Call them", "ctrl-s"], ["c", "ctrl-s"],
    ["X", "text:a drill", "ctrl-s", "y"], ["s", "down", "ctrl-s", "y"],
  ]

  @Test(arguments: onBoard) func `an act on the board`(keys: [String]) throws {
    let store = try Fixture.store()
    try check(store, Scene(store), keys)
  }

  @Test(arguments: onBoard) func `the same act on all of them`(keys: [String]) throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("*")
    try check(store, console, keys.last == "y" ? keys : keys + ["y"])
  }

  /// Steps on the scales of a playbook that has all three.
  static let grades: [[String]] = [
    ["L", "down", "ctrl-s", "y"], ["E", "down", "tab", "text:no better", "ctrl-s", "y"],
    ["s", "down", "tab", "text:calmer", "ctrl-s", "y"],
  ]

  @Test(arguments: grades) func `another grade`(keys: [String]) throws {
    let store = try Fixture.careStore()
    try check(store, Scene(store), keys)
  }

  @Test(arguments: grades) func `another grade of all of them`(keys: [String]) throws {
    let store = try Fixture.careStore()
    let console = Scene(store)
    console.press("*")
    try check(store, console, keys)
  }

  /// How an escalation goes to another playbook, and how what has ended begins again: the playbooks are others, and with
  /// them the clocks.
  @Test(arguments: [
    ["M", "text:p", "tab", "tab", "text:it is an outage", "ctrl-s", "y"],
    ["M", "text:p", "tab", "down", "ctrl-s", "y"], ["M", "text:h", "ctrl-s", "y"],
    ["j", "M", "text:h", "tab", "text:3", "tab", "text:their CEO called", "ctrl-s", "y"],
    ["A", "text:W-3", "enter", "A", "text:it is back", "enter"],
    ["A", "text:サンプル", "enter", "A", "text:wrong again", "enter"],
  ])
  func `a move and a reopening`(keys: [String]) throws {
    let store = try Fixture.openingStore()
    try check(store, Scene(store), keys)
  }

  @Test(arguments: [["p", "ctrl-s"], ["p", "text:they are done", "ctrl-s"]]) func `a pause that ends`(
    keys: [String]
  ) throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let paused = EscalationID("W-4")
    for _ in 0..<20 where console.model.subject?.id != paused { console.press("j") }
    #expect(console.model.subject?.status == .paused)
    try check(store, console, keys)
    console.press("space")
    try check(store, console, keys + ["y"])
  }

  @Test(arguments: WorkFlowTests.marks.map { ($0.name, $0.keys) })
  func `a mark in the Work pane`(name: WorkItem.Name, keys: [String]) throws {
    let store = try Fixture.careStore()
    let console = Scene(store)
    console.press("enter", "tab")
    for _ in 0..<60 where console.model.selectedWork?.name != name { console.press("j") }
    try check(store, console, keys)
  }

  @Test(arguments: PlanFlowTests.acts.map { ($0.name, $0.keys) })
  func `an act in the Plan pane`(name: PlanItem.Name, keys: [String]) throws {
    let store = try Fixture.planStore()
    try check(store, Scene.plan(store, on: name), keys)
  }

  @Test func `several facts of one edit are one act`() throws {
    let store = try Fixture.planStore()
    let keys = ["e", "text: at once", "tab", "tab", "tab", "text:none", "ctrl-s"]
    let console = Scene.plan(store, on: .milestone("M3"))
    let count = try #require(try store.history(of: EscalationID("C-1"))).events.count
    try check(store, console, keys)
    let events = try #require(try store.history(of: EscalationID("C-1"))).events.dropFirst(count)
    #expect(events.prefix(2).map(\.isPart) == [false, true], "\(events.map(\.fact.kind))")
  }

  @Test func `an outline goes and comes as one`() throws {
    let store = try Fixture.careStore()
    try check(store, Scene.plan(store, on: .newMilestone), ["O", "y"])
  }

  @Test(arguments: PeopleFlowTests.acts.map { ($0.name, $0.keys) })
  func `an act in the People pane`(name: PeopleItem.Name, keys: [String]) throws {
    let store = try Fixture.peopleStore()
    let console = Scene(store)
    console.press("enter", "tab", "tab", "tab", "tab")
    for _ in 0..<40 where console.model.selectedPerson?.name != name { console.press("j") }
    try check(store, console, keys)
  }

  @Test func `a message that was logged says that it is out`() throws {
    let store = try Fixture.messageStore()
    let console = Scene.filled(store)
    console.press("s", "y")
    #expect(try store.sent().count == 1)
    if console.model.overlay != nil { console.press("esc") }
    console.press("z")
    #expect(console.text.contains("A message that is out stays out"), "\(console.text)")
    console.press("y")
    let effective = try #require(try store.history(of: EscalationID("M-1"))).effective.map(\.fact.kind)
    #expect(!effective.contains("message-sent"))
    console.press("Z", "y")
    let again = try #require(try store.history(of: EscalationID("M-1"))).effective.map(\.fact.kind)
    #expect(again.contains("message-sent"))
  }
}
