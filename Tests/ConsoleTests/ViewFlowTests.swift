import EscalationDomain
import Screen
import Testing

@testable import Console

/// Saved views: keys, forms, counts.
@Suite struct ViewFlowTests {
  private func ids(_ console: Scene) -> Set<String> {
    Set(console.model.board.shown.map { console.model.board.board.rows[$0].id.text })
  }

  private func kept(_ console: Scene) -> [SavedView]? {
    console.requests.reversed().lazy.compactMap { effect -> Desk? in
      if case .keepDesk(let desk) = effect { desk } else { nil }
    }.first?.views
  }

  @Test(arguments: ["board", "escalation", "plans", "register"]) func aKeyGoesToItsViewFromAnywhere(place: String)
    throws
  {
    let console = Scene(try Fixture.store())
    let there = ["board": [], "escalation": ["enter"], "plans": ["3"], "register": ["5"]][place] ?? []
    for key in there { console.press(key) }
    console.press("f3")
    #expect(console.model.place == .board && console.model.board.filter == .set("owner:me"))
    #expect(ids(console) == Set(console.model.board.board.rows.filter { $0.owner == "Ann Lee" }.map(\.id.text)))
    console.press("f4")
    #expect(console.model.board.sorting == Sorting(order: .deadline))
    console.press("f2")
    #expect(console.model.board.filter == .none && console.model.board.sorting == Sorting())
    console.press("f12")
    #expect(console.model.toasts.last?.text == "no view has F12; V saves what the board shows as one")
  }

  @Test func tabTurnsRoundTheViews() throws {
    let console = Scene(try Fixture.store())
    var names: [String] = []
    for _ in SavedView.first {
      console.press("tab")
      names.append(console.model.currentView.map { console.model.views[$0].name } ?? "-")
    }
    #expect(names == ["Mine", "Breached", "Due today", "Nobody's", "Paused", "All"])
    console.press("shift-tab")
    #expect(console.model.board.filter == .set("paused"))
    console.press("/", "text: x", "enter", "tab")
    #expect(console.model.board.filter == .none, "from what is no view, to the first")
  }

  @Test func whatShowsIsSavedWithTheNextFreeKey() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:sev:S0 owner:me", "enter", "S", "j", "enter", "V", "text:Grave", "ctrl-s")
    let view = SavedView("Grave", "sev:S0 owner:me", order: .deadline, key: 9)
    #expect(kept(console) == SavedView.first + [view])
    #expect(console.model.toasts.last?.text == "view “Grave” saved, F9 shows it")
    console.press("f2", "f9")
    #expect(console.model.board.filter.text == view.filter && console.model.currentView == 6)
    // Saved again under its name, it is replaced.
    console.press("R", "V", "ctrl-s", "y")
    #expect(kept(console)?.count == 7 && kept(console)?.last?.reversed == true)
    // What was kept is there in the next run.
    let next = Scene(console.store)
    next.send(.deskLoaded(console.model.desk))
    next.press("f9")
    #expect(next.model.board.filter.text == view.filter && next.model.board.sorting.isReversed)
  }

  @Test func aNameThatIsThereIsAskedAboutAndKeepsItsKey() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:sev:S0", "enter", "V", "text:all", "ctrl-s")
    #expect(console.text.contains("There is a view “All” already: every open escalation."))
    #expect(console.text.contains("sev:S0") && console.text.contains("It keeps F2."))
    #expect(console.model.views == SavedView.first, "nothing yet")
    console.press("n")
    guard case .form(let form) = console.model.overlay else {
      Issue.record("the form went")
      return
    }
    #expect(form.text(.name) == "all" && form.phase == .editing)
    #expect(console.model.views == SavedView.first)
    console.press("ctrl-s", "y")
    #expect(kept(console)?.first == SavedView("all", "sev:S0", key: 2) && kept(console)?.count == 6)
    #expect(console.model.toasts.last?.text == "view “all” replaced, F2 shows it")
    console.press("f3", "f2")
    #expect(console.model.board.filter == .set("sev:S0"))
  }

  @Test func aKeyThatIsChosenForItIsTaken() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:sev:S0", "enter", "V", "text:All", "tab", "tab", "right", "ctrl-s")
    #expect(console.text.contains("F10 shows it."))
    console.press("y")
    #expect(kept(console)?.first?.key == 10)
  }

  @Test func theListChangesMovesAndDrops() throws {
    let console = Scene(try Fixture.store())
    console.press("v", "j", ")", "(")
    #expect(kept(console) == SavedView.first)
    console.press(")")
    #expect(kept(console)?.map(\.name).prefix(3) == ["All", "Breached", "Mine"])
    console.press("e", "ctrl-u", "text:Ours", "tab", "text: or owner:nobody", "ctrl-s")
    #expect(kept(console)?[2] == SavedView("Ours", "owner:me or owner:nobody", key: 3))
    console.press("-")
    #expect(console.text.contains("Drop this view?"))
    console.press("n")
    #expect(kept(console)?.count == 6)
    console.press("v", "j", "j", "-", "y")
    #expect(kept(console)?.map(\.name) == ["All", "Breached", "Due today", "Nobody's", "Paused"])
    console.press("g", "j", "enter")
    #expect(console.model.board.filter == .set("breached") && console.model.overlay == nil)
  }

  @Test func aWrongFilterIsToldAtItsField() throws {
    let console = Scene(try Fixture.store())
    console.press("V", "ctrl-s")
    guard case .form(let form) = console.model.overlay else {
      Issue.record("the form went")
      return
    }
    #expect(form.problems == [.name: "is missing"])
    console.press("text:Odd", "tab", "text:sev:S9", "ctrl-s")
    #expect(console.text.contains("at “S9” (column 5)"))
    #expect(console.model.desk.views?.contains { $0.name == "Odd" } != true)
    console.press("esc")
    #expect(console.model.toasts.last?.text == "Save as a view: kept as a draft")
    console.press("V")
    #expect(console.text.contains("Your draft is back") && console.text.contains("Odd"))
  }

  @Test func aViewThatNoLongerReadsCanBeMended() throws {
    let console = Scene(try Fixture.store())
    var desk = Desk()
    desk.views = [SavedView("Old", "sev:S7", key: 2), SavedView("Vip", "tag:vip", key: 3)]
    console.send(.deskLoaded(desk))
    console.press("f2")
    #expect(console.model.board.problem != nil && ids(console).count == 11)
    guard case .typing(let field) = console.model.board.filter else {
      Issue.record("it is there to be mended")
      return
    }
    #expect(field.text == "sev:S7")
  }

  /// So that no key waits for them.
  @Test func countsOfManyRowsComeASecondLater() {
    var model = Model(now: Fixture.now, viewer: Fixture.viewer, size: Size(columns: 120, rows: 40))
    _ = update(&model, .policyLoaded(Fixture.policies))
    _ = update(&model, .boardLoaded(Fixture.manyRows(2000)))
    #expect(model.viewCounts.counts.allSatisfy { $0 == .awaited })
    #expect(model.nextWake(after: Fixture.now) == Fixture.now + 1)
    _ = update(&model, .keyPressed(.character("j")))
    #expect(model.viewCounts.counts.allSatisfy { $0 == .awaited })
    _ = update(&model, .tick(Fixture.now + 1))
    #expect(model.viewCounts.counts.first == .rows(2000))
    #expect(!model.viewCounts.counts.contains(.awaited))
  }

  @Test func countsFollowRowsAndTime() throws {
    let console = Scene(try Fixture.store())
    func counts() -> [String] { console.model.viewCounts.counts.map(\.text) }
    let rows = console.model.board.board.rows
    #expect(counts().count == 6 && counts()[0] == "\(rows.count)")
    #expect(counts()[1] == "\(rows.filter { $0.owner == "Ann Lee" }.count)")
    let late = rows.filter { $0.clock?.state(at: Fixture.now) == .breached }.count
    #expect(counts()[2] == "\(late)")
    let unowned = try #require(rows.first { $0.owner == nil || $0.owner != "Ann Lee" })
    _ = try console.store.perform(.assign(owner: "Ann Lee"), on: unowned.id, act: Act(actor: "Bo", now: Fixture.now))
    console.send(.storeChanged)
    #expect(counts()[1] == "\(rows.filter { $0.owner == "Ann Lee" }.count + 1)")
    console.wait(4 * 3600)
    #expect((Int(counts()[2]) ?? 0) > late)
  }

  @Test func countsOfTagsWaitForThem() throws {
    let console = Scene(try Fixture.store())
    var desk = Desk()
    desk.views = [SavedView("None", "tag:none")]
    console.send(.deskLoaded(desk))
    #expect(console.model.board.facts.known.kinds == [.tags])
    #expect(console.model.viewCounts.counts.map(\.text) == ["11"])
  }

  @Test(arguments: ["80x24", "120x40", "200x60"]) func aClickShowsAView(size: String) throws {
    let console = Scene(try Fixture.store(), size: try #require(Size(text: size)))
    var desk = Desk()
    desk.views = SavedView.first
    console.send(.deskLoaded(desk))
    let strip = try #require(console.model.boardLayout.views)
    let line = console.text.split(separator: "\n", omittingEmptySubsequences: false)[strip.row]
    for (name, filter) in [("Mine", "owner:me"), ("Breached", "breached"), ("F2", ""), ("Due", "due<=today")] {
      let place = try #require(line.range(of: name)).lowerBound
      let column = line.distance(from: line.startIndex, to: place)
      console.send(.keyPressed(.mouse(MouseEvent(.press(.left), at: Point(column: column, row: strip.row)))))
      #expect(console.model.board.filter.text == filter)
    }
    console.press("/", "text:zz")
    let column = line.distance(from: line.startIndex, to: try #require(line.range(of: "Mine")).lowerBound)
    console.send(.keyPressed(.mouse(MouseEvent(.press(.left), at: Point(column: column, row: strip.row)))))
    #expect(console.model.board.filter == .set("owner:me"), "also from amid typing")
  }

  @Test(arguments: ["80x24", "60x24", "120x40"]) func theRowShowsKeysAndWhatItLeavesOut(size: String) throws {
    let console = Scene(try Fixture.store(), size: try #require(Size(text: size)))
    var desk = Desk()
    desk.views = SavedView.first
    console.send(.deskLoaded(desk))
    let strip = try #require(console.model.boardLayout.views)
    let line = String(console.text.split(separator: "\n", omittingEmptySubsequences: false)[strip.row])
    let shown = SavedView.first.filter { line.contains("F\($0.key ?? 0) \($0.name)") }.count
    #expect(shown >= console.model.size.columns / 20, "\(line)")
    #expect(shown == 6 || line.contains("v +\(6 - shown)"), "\(line)")
  }

  @Test(arguments: ["80x24", "60x16"]) func noRowIsLostUntilSomebodySavesAView(size: String) throws {
    let console = Scene(try Fixture.store(), size: try #require(Size(text: size)))
    let before = console.model.boardLayout.list.rows
    #expect(console.model.boardLayout.views == nil)
    var desk = Desk()
    desk.views = [SavedView("Mine", "owner:me", key: 2)]
    console.send(.deskLoaded(desk))
    #expect(console.model.boardLayout.list.rows == before - 1)
    #expect(console.text.contains("F2 Mine"))
  }
}
