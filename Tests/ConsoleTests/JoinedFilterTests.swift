import EscalationDomain
import Screen
import Testing

@testable import Console

/// The filter language on the plans and in the register, and what is kept of it.
@Suite struct JoinedFilterTests {
  private func milestones(_ console: Scene) -> [String] {
    console.model.plans.shown.map { "\($0.escalation) \($0.milestone.id)" }
  }

  private func lines(_ console: Scene) -> Set<String> { Set(console.model.register.rows.map(\.id.text)) }

  private func plans(_ size: Size = Size(columns: 120, rows: 40)) throws -> Scene {
    let console = Scene(try Fixture.plannedStore(), size: size)
    console.press("3")
    return console
  }

  private func register() throws -> Scene {
    let console = Scene(try Fixture.registerStore())
    console.press("5", "A")
    return console
  }

  private func kept(_ console: Scene) -> Desk? {
    console.requests.reversed().lazy.compactMap { effect -> Desk? in
      if case .keepDesk(let desk) = effect { desk } else { nil }
    }.first
  }

  @Test func `milestones are chosen by what they are and by their escalation`() throws {
    let console = try plans()
    let all = console.model.plans.rows.filter(\.isOpen)
    func expected(_ body: (MilestoneRow) -> Bool) -> Set<String> {
      Set(all.filter(body).map { "\($0.escalation) \($0.milestone.id)" })
    }
    console.press("/", "text:plan:late")
    #expect(Set(milestones(console)) == expected { $0.isLate(at: Fixture.now) } && !milestones(console).isEmpty)
    console.press("ctrl-u", "text:kind:detective")
    #expect(Set(milestones(console)) == expected { $0.milestone.kind == .detective })
    console.press("ctrl-u", "text:owner:me due<7d")
    let soon = expected { row in
      row.milestone.owner == "Ann Lee" && row.milestone.due.map { $0 - Fixture.now < 7 * 86_400 } ?? false
    }
    #expect(Set(milestones(console)) == soon && !soon.isEmpty)
    console.press("ctrl-u", "text:status:blocked")
    #expect(Set(milestones(console)) == expected { $0.status == .blocked })
    let row = try #require(console.model.board.board.rows.first { $0.id == all[0].escalation })
    console.press("ctrl-u", "text:playbook:\(row.playbook)", "enter")
    #expect(milestones(console).contains("\(all[0].escalation) \(all[0].milestone.id)"))
    #expect(console.model.scope == .plans)
  }

  @Test func `what cannot be understood hides no milestone and is marked`() throws {
    let console = try plans(Size(columns: 80, rows: 24))
    console.press("/", "text:ann")
    let before = milestones(console)
    console.press("text: score>3")
    #expect(milestones(console) == before && !before.isEmpty)
    #expect(console.text.contains("milestones have no score; ask the register for it"))
    #expect(runs(console.frame)[2].runs.first { $0.style.role == .error }?.text == "score")
    console.press("enter")
    #expect(console.model.scope == .filter, "a wrong filter is not kept")
    #expect(console.model.toasts.last?.text.contains("at “score” (column 5)") ?? false)
    console.press("esc")
    #expect(console.model.plans.line.problem == nil && milestones(console).count == 8)
  }

  @Test func `a milestone becomes late under the filter`() throws {
    let console = try plans()
    console.press("/", "text:plan:late", "enter")
    let before = milestones(console)
    let next = try #require(
      console.model.plans.rows.filter { $0.isOpen && !$0.isLate(at: Fixture.now) }.compactMap(\.milestone.due).min())
    console.wait(next - Fixture.now + 61)
    #expect(milestones(console).count == before.count + 1)
  }

  @Test func `the register is asked for risks, scores and reviews`() throws {
    let console = try register()
    console.press("/", "text:kind:risk")
    #expect(lines(console) == ["R-1", "R-2", "R-3"])
    console.press("text: score>12")
    #expect(lines(console) == ["R-1", "R-2"])
    console.press("ctrl-u", "text:review<0d")
    #expect(lines(console) == ["R-1"])
    console.press("ctrl-u", "text:status:promoted or kind:escalation -status:ended")
    #expect(lines(console) == ["R-2", "W-1", "W-2", "W-6"])
    console.press("ctrl-u", "text:fabr")
    #expect(lines(console) == ["W-3", "R-3"])
    console.press("text: kind:moon")
    #expect(lines(console) == ["W-3", "R-3"] && console.text.contains("“moon” is no kind; known: escalation, risk"))
    console.press("enter")
    #expect(console.model.scope == .filter)
  }

  @Test func `clocks and tags of the register are read with its rows`() throws {
    let console = try register()
    console.press("/", "text:clock:none kind:escalation")
    let store = console.store
    let open = try store.histories().map { try Escalation.replay($0, policies: Fixture.policies, now: Fixture.now) }
      .filter { !$0.openClocks.isEmpty }.map(\.id.text)
    #expect(lines(console).isDisjoint(with: open))
  }

  @Test(arguments: [("3", "text:k", "kind:"), ("5", "text:sc", "score>"), ("5", "text:rev", "review<")])
  func `tab completes with the place's own fields`(place: String, typed: String, field: String) throws {
    let console = Scene(try Fixture.plannedStore())
    console.press(place, "/", typed, "tab")
    #expect(console.model.filterLine?.text == field)
    console.press("ctrl-u", "tab")
    let offered = console.model.filterLine?.menu?.completion.choices.map(\.text) ?? []
    #expect(offered.contains("kind:") && offered.contains("score>") == (place == "5"))
  }

  @Test func `what narrows the register is there in the next run`() throws {
    let console = try register()
    console.press("/", "text:kind:risk", "enter")
    let desk = try #require(kept(console))
    #expect(desk.register?.filter == "kind:risk")
    let next = Scene(console.store, desk: desk)
    next.press("5")
    #expect(lines(next) == ["R-1", "R-2", "R-3"] && next.model.register.line.entry == .set("kind:risk"))
    next.press("esc")
    #expect(lines(next).count == 9 && kept(next)?.register?.filter == nil)
  }

  @Test func `up in an empty line brings what was kept before, each place its own`() throws {
    let console = Scene(try Fixture.plannedStore())
    console.press(
      "/", "text:sev:S0", "enter", "/", "ctrl-u", "text:paused", "enter", "/", "ctrl-u", "text:duee<1", "enter", "esc")
    console.press("/", "up")
    #expect(console.model.board.filter.text == "paused" && console.model.board.menu == nil)
    console.press("up", "up")
    #expect(console.model.board.filter.text == "sev:S0", "the oldest stays")
    console.press("down")
    #expect(console.model.board.filter.text == "paused")
    console.press("down")
    #expect(console.model.board.filter.text == "" && console.model.scope == .filter)
    console.press("up", "enter", "3", "/", "up")
    #expect(console.model.plans.filter.text == "")
    #expect(kept(console)?.filters?.board == ["paused", "sev:S0"])
    let next = Scene(console.store, desk: kept(console))
    next.press("/", "ctrl-u", "up")
    #expect(next.model.board.filter.text == "paused")
  }

  @Test func `the board is asked about plans`() throws {
    let console = Scene(try Fixture.plannedStore())
    console.press("/", "text:plan:late", "enter")
    let rows = console.model.board.board.rows
    let late = rows.filter { $0.plan?.next?.isLate(at: Fixture.now) ?? false }.map(\.id.text)
    #expect(console.model.board.shown.map { rows[$0].id.text }.sorted() == late.sorted() && !late.isEmpty)
  }

  @Test(arguments: ["?", "f1"]) func `help tells what can be asked for here`(key: String) throws {
    let console = Scene(try Fixture.plannedStore(), size: Size(columns: 100, rows: 60))
    console.press("5", "/", key)
    #expect(console.text.contains("score:") && console.text.contains("likelihood times impact"))
    console.press("esc", "text:a?")
    #expect(console.model.filterLine?.text == "a?", "within a word it is a letter")
  }
}

/// Views beside the line of views.
@Suite struct JoinedViewTests {
  @Test func `the palette has the views with keys and counts`() throws {
    let console = Scene(try Fixture.store())
    let mine = console.model.board.board.rows.count { $0.owner == "Ann Lee" }
    console.press("3", "ctrl-p", "text:view mine")
    #expect(console.text.contains("view Mine  F3  \(mine)  owner:me"))
    console.press("enter")
    #expect(console.model.place == .board && console.model.board.filter == .set("owner:me"))
  }

  @Test func `a key that means something else is no view's, and the view is there still`() throws {
    let keymap = try Keymap([.theme: [.function(3)]])
    var settings = Settings()
    settings.keymap = keymap
    let console = Scene(try Fixture.store(), settings: settings)
    #expect(!console.text.contains("F3 Mine") && console.text.contains("Mine"))
    console.press("f3")
    #expect(console.model.board.filter == .none)
    console.press("tab")
    #expect(console.model.board.filter == .set("owner:me"))
    console.press("v")
    #expect(!console.text.contains("F3"))
    console.press("j", "enter")
    #expect(console.model.board.filter == .set("breached"))
  }

  @Test func `a view whose grade is gone tells so`() throws {
    let console = Scene(try Fixture.store())
    var desk = Desk()
    desk.views = [SavedView("Old", "sev:S7", key: 2), SavedView("Odd", "duee<1", key: 3)]
    console.send(.deskLoaded(desk))
    #expect(console.model.viewCounts.counts.map(\.text) == ["?", "?"])
    console.press("v")
    #expect(console.text.contains("no playbook has the severity “S7”") && console.text.contains("did you mean due?"))
    console.press("esc", "ctrl-p", "text:view old")
    #expect(console.text.contains("at “S7” (column 5)"))
  }

  @Test func `views that were saved elsewhere show at once`() throws {
    let console = Scene(try Fixture.store(), desk: Desk())
    console.press("v", "G")
    console.send(.viewsChanged([SavedView("New", "paused", key: 2)]))
    #expect(console.model.views.map(\.name) == ["New"] && console.text.contains("New"))
    console.press("enter")
    #expect(console.model.board.filter == .set("paused"))
  }
}

/// Whole screens of filters on the plans and in the register.
@Suite struct JoinedSceneTests {
  static let scenes: [(name: String, keys: [String])] = [
    ("plans-filter-fields", ["3", "/", "tab", "down"]), ("plans-filter-kinds", ["3", "/", "text:kind:", "down"]),
    ("plans-filter-wrong", ["3", "/", "text:ann score>3"]),
    ("plans-chart-filter-typed", ["3", "tab", "/", "text:plan:"]),
  ]
  static let registerScenes: [(name: String, keys: [String])] = [
    ("register-filter-fields", ["5", "A", "/", "tab", "down"]),
    ("register-filter-values", ["5", "A", "/", "text:status:", "down"]),
    ("register-filter-wrong", ["5", "A", "/", "text:fabr kind:moon"]),
    ("register-filter-set", ["5", "A", "/", "text:kind:risk score>3", "enter"]),
  ]
  static let sizes = ["80x24", "120x40", "200x60", "60x16"].compactMap { Size(text: $0) }

  @Test(arguments: sizes, scenes) func plans(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.plannedStore(), size: size)
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "joined-\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes, registerScenes) func register(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.registerStore(), size: size)
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "joined-\(scene.name)-\(size.columns)x\(size.rows)")
  }
}
