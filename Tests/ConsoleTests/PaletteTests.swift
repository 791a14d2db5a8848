import EscalationDomain
import Screen
import Testing

@testable import Console

/// Finding commands, escalations and themes by a few letters.
@Suite struct PaletteTests {
  private func panel(_ console: Scene) throws -> PalettePanel {
    guard case .palette(let panel) = console.model.overlay else { throw Missing() }
    return panel
  }

  private struct Missing: Error {}

  private static let places: [[String]] = [[], ["enter"], ["enter", "tab"], ["3"], ["5"]]

  @Test(arguments: places) func everyCommandOfThePlaceIsThereWithItsKeyOrItsReason(keys: [String]) throws {
    let console = Scene(try Fixture.careStore())
    for key in keys { console.press(key) }
    let model = console.model
    console.press("ctrl-p")
    let lines = try panel(console).lines
    for command in ConsoleCommand.all(in: model.scope) where command.id != .palette {
      let line = try #require(lines.first { $0.entry == .command(command.id) }, "\(command.id)")
      if line.key == command.keys[0].name {
        #expect((line.reason == nil) == (command.availability(in: model) == .available), "\(command.id)")
      }
    }
    let firstUnable = lines.firstIndex { $0.reason != nil } ?? lines.count
    #expect(lines[firstUnable...].allSatisfy { $0.reason != nil || !$0.isCommand })
  }

  /// What a key does, the palette does: same model, same effects.
  @Test(arguments: [
    ("a", "ack"), ("n", "note"), ("s", "severity"), ("G", "last"), ("j", "down"), ("S", "sort"), ("?", "help"),
    ("enter", "open"), ("3", "plans"), ("/", "filter"), ("t", "theme"), ("!", "mouse"), (":", "command"),
  ]) func aCommandIsRunAsByItsKey(key: String, name: String) throws {
    let byKey = Scene(try Fixture.store())
    let byName = Scene(try Fixture.store())
    byKey.press(key)
    byName.press("ctrl-p", "text:\(name)", "enter")
    #expect(try #require(byName.model.desk.habits?.entries.first).isEmpty == false)
    var model = byName.model
    model.desk.habits = byKey.model.desk.habits
    #expect(model == byKey.model)
    #expect(
      byName.requests.filter { if case .keepDesk = $0 { false } else { true } }
        == byKey.requests.filter { if case .keepDesk = $0 { false } else { true } })
  }

  @Test func itWorksOnALineOfAPane() throws {
    let console = Scene(try Fixture.careStore())
    console.press("enter", "tab", "ctrl-p", "text:not needed", "enter")
    guard case .form(let form) = console.model.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.kind == .notNeeded)
    #expect(form.item != nil)
  }

  @Test func whatCannotBeDoneSaysWhyAndIsNotRun() throws {
    let console = Scene(try Fixture.store())
    console.press("ctrl-p", "text:resume")
    let line = try #require(try panel(console).selected)
    #expect(line.entry == .command(.resume))
    #expect(line.reason == "it is not paused")
    console.press("enter")
    #expect(console.model.toasts.last?.text == "run: resume: it is not paused")
    #expect(console.model.scope == .palette)
  }

  /// A command that is called so comes before rows in whose titles the letters occur, also when it cannot run.
  @Test(arguments: [("resum", "resume"), ("resume", "resume"), ("RESUME", "resume"), ("ack", "ack"), ("pau", "pause")])
  func theCommandThatIsMeantComesFirst(typed: String, name: String) throws {
    let store = try Fixture.store()
    let rows = ["Bank file is refused: checksum", "Acknowledged resumption of pauses"]
    for (index, title) in rows.enumerated() {
      let opening = Opening(
        title: title, account: AccountFacts(name: "Ackermann"), playbook: "risk", edition: 1, severity: "S2", owner: nil
      )
      _ = try store.open(opening, id: EscalationID("W-9\(index)"), act: Act(actor: "Bo Chen", now: Fixture.now))
    }
    for access in [Access.full, .readOnly("this is the past")] {
      let console = Scene(store, access: access)
      console.press("ctrl-p", "text:\(typed)")
      let lines = try panel(console).lines
      #expect(lines.first?.name == name)
      if access != .full { #expect(lines.first?.reason == "this is the past") }
      let place = console.model.place
      if lines.first?.reason != nil { console.press("enter") }
      #expect(console.model.place == place)
    }
  }

  @Test func wordsComeBeforeRecordsAndRecordsBeforeStrewnLetters() throws {
    let store = try Fixture.store()
    let opening = Opening(
      title: "View of the data is late", account: AccountFacts(name: "Viola"), playbook: "risk", edition: 1,
      severity: "S2", owner: nil)
    _ = try store.open(opening, id: EscalationID("W-90"), act: Act(actor: "Bo Chen", now: Fixture.now))
    let console = Scene(store)
    console.press("ctrl-p", "text:vi")
    let answers = try panel(console).lines.compactMap { PalettePattern("vi").rank($0)?.answer }
    #expect(answers.contains(.words) && answers.contains(.record))
    #expect(answers.map(\.rawValue) == answers.map(\.rawValue).sorted())
  }

  /// People use other words than the table.
  @Test(arguments: [
    (["enter", "tab"], "complete", "done"), (["3"], "complete", "done"), (["3"], "postpone", "shift"),
    ([], "assignee", "owner"), ([], "comment", "note"), ([], "exit", "quit"), ([], "search", "filter"),
  ])
  func otherWordsFindIt(keys: [String], typed: String, name: String) throws {
    let console = Scene(try Fixture.careStore())
    for key in keys { console.press(key) }
    console.press("ctrl-p", "text:\(typed)")
    #expect(try panel(console).lines.first { $0.isCommand }?.name == name)
    console.press("esc", "esc", "?", "text:\(typed)")
    #expect(!console.text.contains("no key has these words"))
  }

  /// Where a command works stands behind what it does: at 80 columns there is room for the first of it only.
  @Test func whatACommandDoesShowsOnASmallScreen() throws {
    for command in ConsoleCommand.all {
      #expect(!command.help.hasPrefix("In the ") || command.help.hasSuffix("the same."), "\(command.help)")
    }
    let console = Scene(try Fixture.planStore(), size: Size(columns: 80, rows: 24))
    console.press("3", "ctrl-p", "text:shift")
    #expect(console.text.contains("Move the due time"))
  }

  @Test func readOnlyStoresSayIt() throws {
    let console = Scene(try Fixture.store(), access: .readOnly("this is the past"))
    console.press("ctrl-p", "text:ack")
    #expect(try panel(console).lines.first { $0.entry == .command(.acknowledge) }?.reason == "this is the past")
  }

  @Test(arguments: [[], ["enter"]]) func anyEscalationIsGoneTo(from keys: [String]) throws {
    let console = Scene(try Fixture.store())
    for key in keys { console.press(key) }
    let row = try #require(console.model.board.board.rows.last)
    console.press("ctrl-p", "text:\(row.id.text.lowercased())", "enter")
    #expect(console.model.place == .escalation(EscalationPlace(id: row.id)))
    #expect(console.model.records[row.id] != nil)
    console.press("<")
    #expect(console.model.place != .escalation(EscalationPlace(id: row.id)))
  }

  /// Letters in a row, or that begin words, mean a record; letters that merely occur in it do not.
  @Test(arguments: [
    ("northwind", true), ("rthwi", true), ("nt checkout", true), ("odgk", false), ("orwidg", false), ("zq", false),
  ])
  func aRecordIsThereWhereItIsMeant(typed: String, isThere: Bool) throws {
    let console = Scene(try Fixture.store())
    console.press("ctrl-p", "text:\(typed)")
    let found = try panel(console).lines.contains { line in
      line.entry == .escalation(EscalationID("W-1"))
    }
    #expect(found == isThere, "\(typed)")
  }

  @Test func byAccountToo() throws {
    let console = Scene(try Fixture.store())
    let row = try #require(console.model.board.board.rows.dropFirst(2).first)
    console.press("ctrl-p", "text:\(row.account.prefix(6))")
    let found = try panel(console).lines.compactMap { line -> EscalationID? in
      if case .escalation(let id) = line.entry { id } else { nil }
    }
    #expect(found.contains(row.id))
  }

  @Test func aThemeIsTaken() throws {
    let console = Scene(try Fixture.store())
    console.press("ctrl-p", "text:light", "enter")
    #expect(console.requests.contains(.takeTheme("light")))
  }

  @Test func whatWasRunLastComesFirstAndIsKept() throws {
    let console = Scene(try Fixture.store())
    console.press("ctrl-p", "text:sort", "enter", "esc", "ctrl-p", "text:note", "enter", "esc", "ctrl-p")
    #expect(try panel(console).lines.prefix(2).map(\.name) == ["note", "sort"])
    #expect(console.requests.contains(.keepDesk(console.model.desk)))
    let later = Scene(try Fixture.store())
    later.send(.deskLoaded(console.model.desk))
    later.press("ctrl-p")
    #expect(try panel(later).lines.first?.name == "note")
  }

  @Test func escapeTakesWhatWasTypedAwayFirst() throws {
    let console = Scene(try Fixture.store())
    console.press("ctrl-p", "text:zzzqq")
    #expect(console.text.contains("nothing has these letters"))
    console.press("enter")
    #expect(console.model.toasts.last?.text == "run: nothing has these letters")
    console.press("esc")
    #expect(try !panel(console).lines.isEmpty)
    console.press("esc")
    #expect(console.model.overlay == nil)
  }
}

extension PaletteLine {
  fileprivate var isCommand: Bool { if case .command = entry { true } else { false } }
}
