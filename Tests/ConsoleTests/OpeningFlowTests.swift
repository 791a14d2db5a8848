import EscalationDomain
import Screen
import Testing

@testable import Console

/// How an escalation begins, moves and ends: the store before, the keys, what shows and what was written after.
@Suite struct OpeningFlowTests {
  private func events(_ store: FakeStore, _ id: String) throws -> [Event] {
    try #require(try store.history(of: EscalationID(id))).events
  }

  private func opening(_ store: FakeStore, _ id: String = "W-6") throws -> (opening: Opening, why: String?) {
    let first = try #require(try events(store, id).first)
    guard case .opened(let opening) = first.fact else { throw StoreFailure.noSuchEscalation(EscalationID(id)) }
    return (opening, first.why)
  }

  /// A console in which risk is the playbook where nothing else names one.
  private func scene(_ store: FakeStore) -> Scene {
    var settings = Settings()
    settings.playbook = "risk"
    return Scene(store, settings: settings)
  }

  private func form(_ console: Scene) throws -> Form {
    guard case .form(let form) = console.model.overlay else { throw StoreFailure.missing(path: "form") }
    return form
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var keys: [String]
    var account: String
    var playbook: String
    var grade: String
    var signal: String?
    var detection: Detection?
    var why: String?
    var testDescription: String { keys.joined(separator: " ") }
  }

  /// The fields in their order: account, title, playbook, signal, grade, reason …
  @Test(arguments: [
    // The segment's playbook; nothing suggests a severity, so one is chosen.
    Row(
      keys: ["text:Fabrikam", "tab", "text:t", "tab", "tab", "tab", "down"], account: "Fabrikam", playbook: "protocol",
      grade: "P1"),
    // The account's, and the renewal speaks for S0 by itself.
    Row(
      keys: ["text:contoso", "tab", "tab", "text:t"], account: "Contoso Bank", playbook: "risk", grade: "S0",
      signal: "renewal-near", detection: .early,
      why: "The renewal is 30 days away or nearer → S0, renewal 2026-03-20 is D-17"),
    // A signal of another playbook brings it along.
    Row(
      keys: ["text:Wingtip", "tab", "text:t", "tab", "tab", "down", "down", "down", "down"], account: "Wingtip",
      playbook: "protocol",
      grade: "P1", signal: "outage", detection: .reactive, why: "Nobody can log in → P1"),
    // Another grade than the signal suggests, with the reason that is due.
    Row(
      keys: [
        "text:Wingtip", "tab", "text:t", "tab", "tab", "down", "down", "tab", "down", "tab", "tab",
        "text:one team only",
      ], account: "Wingtip", playbook: "risk", grade: "S2", signal: "sponsor-left", detection: .early,
      why: "one team only"),
    // A ladder begins at its foot.
    Row(keys: ["text:Wingtip", "tab", "text:t", "tab", "text:h"], account: "Wingtip", playbook: "health", grade: "1"),
  ])
  func `what is typed is what opens`(row: Row) throws {
    let store = try Fixture.openingStore()
    let console = Scene(store)
    console.press("N")
    for key in row.keys { console.press(key) }
    console.press("ctrl-s")
    #expect(console.model.scope == .confirmation, "\(console.text)")
    #expect(try store.history(of: EscalationID("W-6")) == nil, "nothing before yes")
    console.press("y")
    let (opening, why) = try opening(store)
    #expect(opening.account.name == row.account)
    #expect(opening.playbook == row.playbook)
    #expect(opening.severity ?? opening.level ?? opening.stage == row.grade)
    #expect(opening.signal == row.signal)
    #expect(opening.detection == row.detection)
    #expect(why == row.why)
    #expect(console.model.overlay == nil)
    #expect(console.model.board.selected?.id == EscalationID("W-6"), "the new row is selected")
    #expect(console.model.drafts.isEmpty)
  }

  @Test func `what the store knows of the account goes along`() throws {
    let store = try Fixture.openingStore()
    let console = Scene(store)
    console.press("N", "text:CONTOSO BANK", "down", "enter", "text:t", "ctrl-s", "y")
    #expect(try opening(store).opening.account == (try store.account("Contoso Bank")))
  }

  @Test func `every field that is filled in is written`() throws {
    let store = try Fixture.openingStore()
    let console = scene(store)
    console.press("N", "text:Wingtip", "tab", "text: The sum is wrong ", "tab", "tab", "tab", "text:2")
    console.press("tab", "text:USD 20k", "tab", "text:they pay late", "tab", "text:+4h", "tab", "text:dana", "tab")
    console.press("right", "right", "tab", "text:more", "ctrl-s")
    #expect(console.text.contains("Needed by"))
    console.wait(30)
    console.press("y")
    let (opening, why) = try opening(store)
    #expect(opening.title == "The sum is wrong")
    #expect(opening.severity == "S2")
    #expect(opening.disputed == Money(minorUnits: 2_000_000, currency: "USD"))
    #expect(opening.neededBy == Fixture.at("2026-03-03T17:05:00Z"), "counted from the look before it")
    #expect(opening.owner == "dana")
    #expect(opening.detection == .reactive)
    #expect(opening.details == "more")
    #expect(why == "they pay late")
  }

  @Test(arguments: [
    (["N", "ctrl-s"], "Account", "is missing"),
    (["N", "text:Wingtip", "tab", "ctrl-s"], "Title", "is missing"),
    (["N", "text:Wingtip", "tab", "text:t", "ctrl-s"], "Severity", "is missing"),
    (
      ["N", "text:Wingtip", "tab", "text:t", "tab", "tab", "down", "down", "tab", "down", "ctrl-s"], "Reason",
      "is missing"
    ),
    (
      ["N", "text:Wingtip", "tab", "text:t", "tab", "tab", "tab", "down", "tab", "text:20k", "ctrl-s"],
      "In dispute", "“20k” names no currency; write 120000 USD or USD 120k"
    ),
  ])
  func `an error stands at its field`(keys: [String], label: String, problem: String) throws {
    let store = try Fixture.openingStore()
    let console = scene(store)
    for key in keys { console.press(key) }
    let form = try form(console)
    #expect(form.fields[form.focus].label == label)
    #expect(form.problems[form.fields[form.focus].id] == problem)
    #expect(console.text.contains(problem))
  }

  @Test func `where nothing speaks for a playbook, one is chosen`() throws {
    let console = Scene(try Fixture.openingStore())
    console.press("N", "text:Wingtip", "tab", "text:t", "ctrl-s")
    let form = try form(console)
    #expect(form.fields[form.focus].label == "Playbook" && form.problems[.playbook] == "is missing")
    #expect(!form.fields.contains { $0.id == .grade }, "no playbook's grades before one is chosen")
    #expect(console.text.contains("choose one"))
    console.press("text:h")
    #expect(try self.form(console).text(.playbook) == "health")
    #expect(try self.form(console).fields.contains { $0.id == .grade })
  }

  @Test func `each suggestion says why`() throws {
    let console = Scene(try Fixture.openingStore())
    console.press("N", "text:fabrikam")
    #expect(console.text.contains("protocol is assigned to the segment SMB"))
    console.press("ctrl-x", "text:contoso bank")
    #expect(console.text.contains("risk is assigned to the account Contoso Bank"))
    #expect(console.text.contains("open already: W-2 S2 Reports come late"))
    #expect(console.text.contains("suggested: The renewal is 30 days away or nearer"))
    console.press("ctrl-x", "text:northwind trading")
    #expect(console.text.contains("risk governs W-1 of this account"))
    console.press("ctrl-x", "text:Nobody Yet")
    #expect(console.text.contains("a new account: nothing is known of it yet"))
    console.press("tab", "tab", "tab", "text:n")
    #expect(console.text.contains("protocol has the signal"))
  }

  @Test func `a choice of one's own stays whatever is suggested later`() throws {
    let console = Scene(try Fixture.openingStore())
    console.press("N", "tab", "tab", "text:h", "shift-tab", "shift-tab", "text:contoso bank")
    #expect(try form(console).text(.playbook) == "health")
    #expect(console.text.contains("risk is assigned to the account Contoso Bank"))
  }

  @Test func `a draft comes back and leaving loses nothing`() throws {
    let console = Scene(try Fixture.openingStore())
    console.press("N", "text:Wingtip", "tab", "text:half a ti", "esc", "j", "N")
    #expect(console.text.contains("half a ti"))
    #expect(console.text.contains("Your draft is back"))
    console.press("esc", "q")
    #expect(console.requests.isEmpty, "leaving with a draft asks first")
  }

  @Test func `a filter that would hide the new row goes`() throws {
    let console = scene(try Fixture.openingStore())
    console.press(
      "/", "text:northwind", "enter", "N", "text:Wingtip", "tab", "text:t", "tab", "tab", "tab", "down", "ctrl-s", "y")
    #expect(console.model.board.selected?.account == "Wingtip")
    #expect(console.model.toasts.last?.text == "the filter is off: it would hide W-6")
  }

  @Test func `a busy store keeps what was typed`() throws {
    let store = try Fixture.openingStore()
    let console = scene(store)
    console.press("N", "text:Wingtip", "tab", "text:t", "tab", "tab", "tab", "down", "ctrl-s")
    store.fail(.busy(path: "/data/w.db"))
    console.press("y")
    #expect(console.text.contains("is busy"))
    store.fail(nil)
    console.press("ctrl-s", "y")
    #expect(try opening(store).opening.account.name == "Wingtip")
  }

  // MARK: Moving, ending and beginning again

  struct Act: Sendable, CustomTestStringConvertible {
    var keys: [String]
    var id = "W-1"
    var fact: Fact
    var why: String?
    var testDescription: String { keys.joined(separator: " ") }
  }

  @Test(arguments: [
    // S0 stands where P1 does.
    Act(
      keys: ["M", "text:p", "tab", "tab", "text:it is an outage", "ctrl-s", "y"],
      fact: .playbookChanged(PlaybookMove(playbook: "protocol", edition: 1, severity: "P1")), why: "it is an outage"),
    Act(
      keys: ["M", "text:p", "tab", "down", "ctrl-s", "y"],
      fact: .playbookChanged(PlaybookMove(playbook: "protocol", edition: 1, severity: "P2"))),
    // The last stage is not for an account of unknown value, so the one before it is suggested.
    Act(
      keys: ["M", "text:h", "ctrl-s", "y"],
      fact: .playbookChanged(PlaybookMove(playbook: "health", edition: 1, stage: "2"))),
    Act(
      keys: ["j", "M", "text:h", "tab", "text:3", "tab", "text:their CEO called", "ctrl-s", "y"], id: "W-2",
      fact: .playbookChanged(PlaybookMove(playbook: "health", edition: 1, stage: "3")), why: "their CEO called"),
    Act(keys: ["X", "text:a test", "enter", "y"], fact: .cancelled, why: "a test"),
    Act(
      keys: ["P", "down", "tab", "text:she wrote", "ctrl-s"],
      fact: .pathRaised(PathRaised(path: "churn", to: ["Head of care", "Executive sponsor"], note: "she wrote"))),
    // What calls for it stands first.
    Act(keys: ["P", "ctrl-s"], fact: .pathRaised(PathRaised(path: "late", to: ["Care manager"]))),
    Act(
      keys: ["A", "text:W-3", "enter", "A", "text:it is back", "enter"], id: "W-3", fact: .reopened(edition: 1),
      why: "it is back"),
    Act(
      keys: ["A", "text:サンプル", "enter", "A", "text:wrong again", "enter"], id: "W-5", fact: .reopened(edition: 1),
      why: "wrong again"),
  ])
  func `keys write their fact`(act: Act) throws {
    let store = try Fixture.openingStore()
    let console = Scene(store)
    for key in act.keys { console.press(key) }
    let last = try #require(try events(store, act.id).last { $0.source == .act })
    #expect(last.fact == act.fact)
    #expect(last.why == act.why)
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.kind == .done)
  }

  @Test func `a move shows what goes on, ends and starts before the question`() throws {
    let store = try Fixture.openingStore()
    let console = Scene(store)
    let before = try store.changeMark()
    console.press("M", "text:p", "ctrl-s")
    for words in [
      "W-1 moves from risk as S0 to protocol as P1", "goes on: First response", "ends: Next update",
      "starts now: Workaround", "stays as it is: owner, contacts",
    ] {
      #expect(console.text.contains(words), "\(words)")
    }
    console.press("n")
    #expect(try store.changeMark() == before)
    #expect(try form(console).phase == .editing)
  }

  @Test func `what does not fit before a question can be scrolled, and the question stays`() throws {
    let console = Scene(try Fixture.openingStore(), size: Size(columns: 60, rows: 16))
    console.press("M", "text:p", "ctrl-s")
    #expect(console.text.contains("W-1 moves from risk"))
    #expect(console.text.contains("y  move it"))
    #expect(!console.text.contains("new playbook's"))
    console.press("G")
    #expect(!console.text.contains("W-1 moves from risk"))
    #expect(console.text.contains("new playbook's"))
    #expect(console.text.contains("y  move it"))
    console.press("esc", "ctrl-s")
    #expect(console.text.contains("W-1 moves from risk"), "from the top again")
  }

  @Test func `the last stage at once takes a reason, and an account that may`() throws {
    let console = Scene(try Fixture.openingStore())
    console.press("j", "M", "text:h", "tab", "text:3", "ctrl-s")
    #expect(console.text.contains("a reason is due: to go to 3 at once is somebody's assessment"))
    #expect(try form(console).problems[.reason] == "is missing")
    console.press("esc", "k", "M", "text:h", "tab", "text:3", "tab", "text:I say so", "ctrl-s")
    #expect(console.text.contains("only an enterprise account"))
  }

  @Test func `a cancelled one stays cancelled, and says so`() throws {
    let console = Scene(try Fixture.openingStore())
    console.press("A", "text:tailspin", "enter", "A")
    #expect(console.model.toasts.last?.text == "reopen: it was cancelled; open a new one")
    console.press("X")
    #expect(console.model.toasts.last?.text == "cancel: it is cancelled")
  }

  @Test func `what was reopened is on the board again`() throws {
    let console = Scene(try Fixture.openingStore())
    console.press("A", "text:W-3", "enter", "A", "text:it is back", "enter", "esc")
    #expect(console.model.board.row(EscalationID("W-3")) != nil)
  }

  @Test func `what was just resolved is the first among the ended`() throws {
    let console = Scene(try Fixture.openingStore())
    console.press("r", "text:done", "ctrl-s", "y", "A", "enter")
    #expect(console.model.subject?.id == EscalationID("W-1"))
    #expect(console.model.subject?.status == .resolved)
  }

  @Test(arguments: ["N", "M", "X", "P"]) func `a read-only console says why not`(key: String) throws {
    let store = try Fixture.openingStore()
    let console = Scene(store, access: .readOnly("this is the past"))
    console.press(key)
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.text.hasSuffix(": this is the past") ?? false)
  }

  @Test func `a read-only console looks among the ended and opens none again`() throws {
    let console = Scene(try Fixture.openingStore(), access: .readOnly("this is the past"))
    console.press("A", "text:W-3", "enter", "A")
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.text == "reopen: this is the past")
  }
}
