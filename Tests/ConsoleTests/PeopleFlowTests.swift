import EscalationDomain
import Screen
import Testing

@testable import Console

/// Keys in the People pane, and what they write into the log and into the registers.
@Suite struct PeopleFlowTests {
  private let id = EscalationID("P-1")

  private func facts(_ store: FakeStore) throws -> [Fact] {
    try #require(try store.history(of: id)).events.map(\.fact)
  }

  /// Goes to a line of the People pane of P-1 and presses keys there.
  private func press(_ keys: [String], on name: PeopleItem.Name, in console: Scene) {
    console.press("enter", "tab", "tab", "tab", "tab")
    for _ in 0..<40 where console.model.selectedPerson?.name != name { console.press("j") }
    #expect(console.model.selectedPerson?.name == name)
    for key in keys { console.press(key) }
  }

  static let acts: [(name: PeopleItem.Name, keys: [String], fact: Fact)] = [
    (
      .contact("佐藤 健"), ["enter", "text:technical lead", "tab", "text:+81 3 5555 0101", "ctrl-s"],
      .contactAdded(Contact(name: "佐藤 健", role: "technical lead", phone: "+81 3 5555 0101"))
    ),
    (
      .contact("Maria Vogel"), ["e", "ctrl-u", "text:economic buyer", "ctrl-s"],
      .contactAdded(
        Contact(
          name: "Maria Vogel", role: "economic buyer", email: "maria@northwind.example", phone: "+49 30 555 0101"))
    ),
    (
      .newContact, ["space", "text:Lee Chan", "enter", "text:buyer", "enter", "enter", "text:lee@x.example", "enter"],
      .contactAdded(Contact(name: "Lee Chan", role: "buyer", email: "lee@x.example"))
    ),
    (.contact("佐藤 健"), ["-", "y"], .contactRemoved(name: "佐藤 健")),
    (
      .notice(stakeholder: "Sponsor", channel: "call"), ["enter", "text:she picked up", "ctrl-s"],
      .notified(Notification(who: ["Sponsor"], channel: "call", note: "she picked up"))
    ),
    (
      .notice(stakeholder: "Head of care", channel: "call"), ["-", "text:on leave", "ctrl-s"],
      .noticeWaived(NoticeWaived(stakeholder: "Head of care", channel: "call"))
    ),
    (
      .role("Scribe"), ["space", "tab", "text:dana", "tab", "enter"],
      .roleGiven(RoleGiven(role: "Scribe", to: "Dana Ruiz"))
    ),
    (.role("Commander"), ["-", "y"], .roleGiven(RoleGiven(role: "Commander", to: nil))),
  ]

  @Test(arguments: acts) func aLineWritesIntoTheLog(
    _ act: (name: PeopleItem.Name, keys: [String], fact: Fact)
  ) throws {
    let store = try Fixture.peopleStore()
    let console = Scene(store)
    press(act.keys, on: act.name, in: console)
    #expect(try facts(store).last == act.fact)
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.kind == .done)
  }

  static let today = LocalDate(iso: "2026-03-03") ?? LocalDate(daysSinceEpoch: 0)

  static let accounts: [(name: PeopleItem.Name, keys: [String], fact: AccountFact)] = [
    (
      .executive("Tom Ames"), ["enter", "tab", "text:a call", "ctrl-s"],
      .executiveReached(ExecutiveReached(name: "Tom Ames", on: today, how: "a call"))
    ),
    (
      .executive("Joan Pell"), ["enter", "ctrl-u", "text:yesterday", "ctrl-s"],
      .executiveReached(ExecutiveReached(name: "Joan Pell", on: today.adding(days: -1)))
    ),
    (
      .executive("Tom Ames"), ["e", "down", "tab", "text:+1 555 0100", "ctrl-s"],
      .executiveAdded(ExecutiveContact(name: "Tom Ames", role: .other, phone: "+1 555 0100"))
    ),
    (
      .missingExecutive(.seniorStakeholder), ["enter", "text:Ida Berg", "ctrl-s"],
      .executiveAdded(ExecutiveContact(name: "Ida Berg", role: .seniorStakeholder))
    ),
    (
      .newExecutive, ["enter", "text:Ida Berg", "tab", "text:o", "ctrl-s"],
      .executiveAdded(ExecutiveContact(name: "Ida Berg", role: .other))
    ),
    (.executive("Joan Pell"), ["-", "y"], .executiveRemoved(name: "Joan Pell")),
  ]

  @Test(arguments: accounts) func aLineWritesIntoTheAccount(
    _ act: (name: PeopleItem.Name, keys: [String], fact: AccountFact)
  ) throws {
    let store = try Fixture.peopleStore()
    let console = Scene(store)
    let before = try facts(store).count
    press(act.keys, on: act.name, in: console)
    #expect(store.registered.accounts.last == act.fact)
    #expect(try facts(store).count == before, "the escalation's log is left alone")
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last == Toast(kind: .done, text: act.fact.sentence, until: Fixture.now + 6))
  }

  static let lines: [(slot: String, keys: [String], fact: TeamFact)] = [
    (
      "L3", ["enter", "text:dana", "tab", "tab", "text:+49 1", "tab", "text:d@x.example", "enter"],
      .slotFilled(slot: "L3", by: Contact(name: "Dana Ruiz", email: "d@x.example", phone: "+49 1"))
    ),
    (
      "technical", ["space", "tab", "text:+49 2", "ctrl-s"],
      .slotFilled(slot: "technical", by: Contact(name: "Ravi Menon", email: "ravi@example.com", phone: "+49 2"))
    ),
    ("L1", ["-", "y"], .slotCleared(slot: "L1")),
  ]

  @Test(arguments: lines) func aLineOfTheMatrixIsFilledAndCleared(
    _ line: (slot: String, keys: [String], fact: TeamFact)
  ) throws {
    let store = try Fixture.peopleStore()
    let console = Scene(store)
    press(line.keys, on: .line(playbook: "crowd", slot: line.slot), in: console)
    #expect(store.registered.team.last == line.fact)
    #expect(console.model.overlay == nil)
    let team = try store.team(now: Fixture.now)
    #expect(console.model.records[id]?.registers?.team == team, "the pane shows it at once")
  }

  static let refusals: [(name: PeopleItem.Name, key: String, words: String)] = [
    (.notice(stakeholder: "Sponsor", channel: "email"), "enter", "take up: that is on record"),
    (.notice(stakeholder: "Sponsor", channel: "email"), "-", "take away: that is on record"),
    (.newContact, "-", "take away: there is nobody on this line"),
    (.newExecutive, "e", "change: there is nobody on this line to change"),
    (.role("Scribe"), "-", "take away: nobody has it"),
    (.line(playbook: "crowd", slot: "L3"), "-", "take away: nobody fills it"),
  ]

  @Test(arguments: refusals) func whatCannotBeDoneSaysWhy(
    _ refusal: (name: PeopleItem.Name, key: String, words: String)
  ) throws {
    let console = Scene(try Fixture.peopleStore())
    press([refusal.key], on: refusal.name, in: console)
    #expect(console.model.toasts.last?.text == refusal.words)
    #expect(console.model.overlay == nil)
  }

  @Test func aWrongDayIsToldAsItIsTypedAndRefusedAtTheField() throws {
    let store = try Fixture.peopleStore()
    let console = Scene(store)
    let before = store.registered.accounts
    press(["enter", "ctrl-u", "text:2026-03-04"], on: .executive("Tom Ames"), in: console)
    #expect(console.text.contains("2026-03-04 has not come yet"))
    console.press("ctrl-s")
    #expect(store.registered.accounts == before)
    console.press("ctrl-u", "text:nonsense", "ctrl-s")
    #expect(console.text.contains("“nonsense” is no date; write it like 2026-03-03"))
    console.press("ctrl-u", "text:2026-03-02")
    #expect(console.text.contains("= Mon 2026-03-02, yesterday"))
  }

  @Test func whatLooksWrongIsSaidAndNotRefused() throws {
    let store = try Fixture.peopleStore()
    let console = Scene(store)
    press(["enter", "text:Ida", "tab", "text:call me"], on: .line(playbook: "crowd", slot: "L3"), in: console)
    #expect(console.text.contains("has no digit"))
    console.press("tab", "text:ida")
    #expect(console.text.contains("has no @"))
    console.press("ctrl-s")
    let ida = Contact(name: "Ida", email: "ida", phone: "call me")
    #expect(store.registered.team.last == .slotFilled(slot: "L3", by: ida))
  }

  @Test func aNameIsAskedForAtItsField() throws {
    let console = Scene(try Fixture.peopleStore())
    press(["enter", "ctrl-s"], on: .line(playbook: "crowd", slot: "L3"), in: console)
    #expect(console.text.contains("is missing"))
    #expect(console.model.overlay != nil)
  }

  @Test func aDraftBelongsToItsLine() throws {
    let console = Scene(try Fixture.peopleStore())
    press(["enter", "text:half a na", "esc"], on: .line(playbook: "crowd", slot: "L2"), in: console)
    console.press("j", "enter")
    #expect(!console.text.contains("half a na"))
    console.press("esc", "k", "enter")
    #expect(console.text.contains("half a na"))
    #expect(console.text.contains("Your draft is back"))
  }

  @Test func afterANoticeTheCursorIsOnTheNextOneToTell() throws {
    let console = Scene(try Fixture.peopleStore(), size: Size(columns: 80, rows: 24))
    press(["enter", "ctrl-s"], on: .notice(stakeholder: "Sponsor", channel: "call"), in: console)
    #expect(console.model.selectedPerson?.name == .notice(stakeholder: "Head of care", channel: "call"))
    console.press("enter", "ctrl-s")
    #expect(console.text.contains("told by Ann Lee, 14:05"))
    #expect(!console.text.contains("to tell"))
    #expect(console.text.contains("People 5/5"))
  }

  @Test func aRefusalOfTheStoreStaysInTheForm() throws {
    let store = try Fixture.peopleStore()
    let console = Scene(store)
    press(["enter", "text:Ida"], on: .line(playbook: "crowd", slot: "L3"), in: console)
    store.fail(.busy(path: "/data/w.db"))
    console.press("ctrl-s")
    guard case .form(let form) = console.model.overlay else {
      Issue.record("the form is gone")
      return
    }
    #expect(form.phase == .editing)
    #expect(form.failure == StoreFailure.busy(path: "/data/w.db").sentence)
    store.fail(nil)
    console.press("ctrl-s")
    #expect(store.registered.team.last == .slotFilled(slot: "L3", by: Contact(name: "Ida")))
  }

  @Test func aReadOnlyConsoleChangesNobody() throws {
    let store = try Fixture.peopleStore()
    let console = Scene(store, access: .readOnly("this is the past"))
    let (mark, team) = (try store.changeMark(), store.registered.team)
    console.press("enter", "tab", "tab", "tab", "tab")
    for _ in 0..<20 {
      for key in ["enter", "space", "e", "-"] { console.press(key) }
      #expect(console.model.overlay == nil)
      console.press("j")
    }
    #expect(try store.changeMark() == mark)
    #expect(store.registered.team == team)
  }

  @Test func takingAwayAsksFirst() throws {
    let store = try Fixture.peopleStore()
    let console = Scene(store)
    let mark = try store.changeMark()
    press(["-"], on: .contact("Maria Vogel"), in: console)
    #expect(console.text.contains("Take it away?"))
    console.press("esc")
    #expect(try store.changeMark() == mark)
    #expect(console.model.overlay == nil)
  }

  @Test func whatAnotherConsoleWroteShows() throws {
    let store = try Fixture.peopleStore()
    let console = Scene(store)
    console.press("enter", "tab", "tab", "tab", "tab")
    _ = try store.write(
      .slotFilled(slot: "L2", by: Contact(name: "Ida Berg")), of: "crowd", why: nil,
      act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    console.press("G")
    #expect(console.text.contains("Ida Berg"))
  }

  @Test func aWriteIsOneEffectAndItsAnswerReadsTheRecordAgain() throws {
    let console = Scene(try Fixture.peopleStore())
    press(["enter"], on: .executive("Tom Ames"), in: console)
    var model = console.model
    let save = try #require(Key(name: "ctrl-s"))
    let reached = AccountFact.executiveReached(ExecutiveReached(name: "Tom Ames", on: Self.today))
    let write = Effect.write(.account(reached, account: "Northwind Trading"), for: id)
    #expect(update(&model, .keyPressed(save)) == [write])
    #expect(update(&model, .keyPressed(save)) == [], "what is on its way is not sent twice")
    guard case .write(let act, _) = write else { return }
    var expected = model
    expected.overlay = nil
    let mark = RegisterMark(.account("Northwind Trading"), 7)
    expected.remember(reached.sentence, mark)
    expected.tell(.done, reached.sentence)
    _ = expected.records.refresh()
    #expect(update(&model, .written(act, for: id, mark)) == [.loadRecord(id)])
    #expect(model == expected)
  }
}
