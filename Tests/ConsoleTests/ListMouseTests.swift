import EscalationDomain
import Screen
import Testing

@testable import Console

/// Lists of every place and over it take clicks and the wheel.
@Suite struct ListMouseTests {
  private func find(_ text: String, _ console: Scene) throws -> Point {
    for (row, line) in console.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let range = line.range(of: text) {
        return Point(column: Width.of(String(line[..<range.lowerBound])), row: row)
      }
    }
    throw NotThere(text: text, screen: console.text)
  }

  private struct NotThere: Error {
    var text: String
    var screen: String
  }

  private func click(_ point: Point, _ console: Scene) {
    console.send(.keyPressed(.mouse(MouseEvent(.press(.left), at: point))))
  }

  private func click(_ text: String, _ console: Scene) throws { click(try find(text, console), console) }

  private func wheelDown(_ point: Point, _ console: Scene) {
    console.send(.keyPressed(.mouse(MouseEvent(.wheelDown, at: point))))
  }

  static let sizes = ["80x24", "120x40", "200x60"].compactMap { Size(text: $0) }

  @Test(arguments: sizes, [false, true]) func `a milestone is selected and then opened`(size: Size, chart: Bool) throws
  {
    let console = Scene(try Fixture.plannedStore(), size: size)
    console.press("3")
    if chart { console.press("tab") }
    let row = console.model.plans.shown[2]
    let point = try find(String(row.milestone.title.prefix(10)), console)
    click(point, console)
    #expect(console.model.plans.cursor == 2)
    #expect(console.model.place == .plans)
    click(point, console)
    #expect(console.model.selectedPlanItem?.name == .milestone(row.milestone.id))
  }

  @Test func `a heading of the plans selects what is below it`() throws {
    let console = Scene(try Fixture.plannedStore())
    console.press("3")
    try click("This week", console)
    #expect(console.model.plans.cursor == 2)
    try click("Overdue", console)
    #expect(console.model.plans.cursor == 0)
    wheelDown(try find("Overdue", console), console)
    #expect(console.model.plans.cursor == 3)
  }

  @Test(arguments: sizes) func `a row of the register is selected and then opened`(size: Size) throws {
    let console = Scene(try Fixture.registerStore(), size: size)
    console.press("5")
    let index = try #require(console.model.register.rows.firstIndex { $0.id.text == "R-1" })
    let point = try find("R-1", console)
    click(point, console)
    #expect(console.model.register.selectedRow?.id == console.model.register.rows[index].id)
    if console.model.register.risk == nil { click(point, console) }
    #expect(console.model.register.risk?.row.id == RiskID("R-1"))
  }

  @Test func `a heading of the register sorts and turns round`() throws {
    let console = Scene(try Fixture.registerStore())
    console.press("5")
    try click("Account", console)
    #expect(console.model.register.query.order == RegisterOrder(.account))
    try click("Account", console)
    #expect(console.model.register.query.order.isReversed)
    #expect(console.model.desk.register != nil, "it is kept as by key")
  }

  @Test func `a choice of a form is taken by a click`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("s", "tab")
    guard case .form(let before) = console.model.overlay, case .choice(let choices, let index) = before.fields[0].entry
    else {
      Issue.record("no form")
      return
    }
    let other = (index + 1) % choices.count
    let top = try find("To *", console)
    click(Point(column: top.column + 20, row: top.row + other), console)
    guard case .form(let form) = console.model.overlay else { return }
    #expect(form.text(.grade) == choices[other].id, "\(console.text)")
    #expect(form.focus == 0)
  }

  @Test func `a name that is offered is taken by a click`() throws {
    let console = Scene(try Fixture.store())
    console.press("o", "text:da")
    guard case .form(let before) = console.model.overlay else { return }
    let name = try #require(before.fields[0].suggestions.last)
    let field = try find("Owner *", console)
    click(Point(column: field.column + 14, row: field.row + before.fields[0].suggestions.count), console)
    guard case .form(let form) = console.model.overlay else { return }
    #expect(form.text(.owner) == name)
  }

  @Test func `the wheel goes through the choices of the field that has the keys`() throws {
    let console = Scene(try Fixture.store())
    console.press("s")
    guard case .form(let before) = console.model.overlay, case .choice(_, let index) = before.fields[0].entry else {
      return
    }
    let top = try find("To *", console)
    let isLast = index > 0
    console.send(
      .keyPressed(
        .mouse(MouseEvent(isLast ? .wheelUp : .wheelDown, at: Point(column: top.column + 20, row: top.row)))))
    guard case .form(let form) = console.model.overlay, case .choice(_, let now) = form.fields[0].entry else { return }
    #expect(now == index + (isLast ? -1 : 1))
  }

  @Test func `views, drafts and columns are picked from`() throws {
    let console = Scene(try Fixture.store())
    console.press("v")
    // Over the list, the board's head names the views too.
    let first = try find(console.model.views[0].filterShown, console)
    click(Point(column: first.column, row: first.row + 1), console)
    click(Point(column: first.column, row: first.row + 1), console)
    #expect(console.model.overlay == nil)
    #expect(console.model.currentView == 1)
    let drafts = Scene(try Fixture.store(), desk: Desk())
    drafts.press("n", "text:one", "esc", "j", "n", "text:two", "esc", "D")
    let other = drafts.model.listedDrafts[1].draft.title
    try click(other, drafts)
    #expect(drafts.model.highlightedDraft?.draft.title == other)
    try click(other, drafts)
    #expect(drafts.model.scope == .form)
    let register = Scene(try Fixture.registerStore())
    register.press("5", "|")
    guard case .columns(let panel) = register.model.overlay else {
      Issue.record("no columns: \(register.text)")
      return
    }
    wheelDown(try find("Columns", register), register)
    guard case .columns(let scrolled) = register.model.overlay else { return }
    #expect(scrolled.highlighted == panel.highlighted + 3)
  }
}
