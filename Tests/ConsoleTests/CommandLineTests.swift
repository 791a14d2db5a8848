import EscalationDomain
import Screen
import Testing

@testable import Console

/// The command line at the foot of the screen, before a program that answers as it is told.
@Suite struct CommandLineTests {
  static let verbs = VerbTable(verbs: [
    .init(
      path: ["ack"], help: "Record the first response.", options: [.init(names: ["--note"], value: "note")],
      arguments: [.init(name: "id", isEscalation: true)]),
    .init(
      path: ["severity"], help: "Change the severity.",
      options: [.init(names: ["--reason"], value: "reason"), .init(names: ["--json"])],
      arguments: [.init(name: "id", isEscalation: true), .init(name: "severity")]),
    .init(
      path: ["reply"], help: "Record a reply.",
      arguments: [.init(name: "id", isEscalation: true), .init(name: "text", isOptional: true)]),
    .init(
      path: ["task", "add"], help: "Give a task.", options: [.init(names: ["--owner"], value: "owner")],
      arguments: [.init(name: "id", isEscalation: true), .init(name: "title")]),
    .init(path: ["task", "list"], help: "List tasks.", arguments: [.init(name: "id", isEscalation: true)]),
    .init(path: ["list"], help: "List them.", arguments: [.init(name: "words", isOptional: true)]),
  ])

  private func console(_ size: Size = Size(columns: 120, rows: 40)) throws -> Scene {
    let console = Scene(try Fixture.store(), size: size)
    console.send(.verbsLoaded(Self.verbs))
    return console
  }

  private func runs(_ console: Scene) -> [CommandLineRun] {
    console.requests.compactMap { if case .runCommandLine(let run) = $0 { run } else { nil } }
  }

  private func typed(_ console: Scene) -> String? {
    if case .commandLine(let panel) = console.model.overlay { panel.field.text } else { nil }
  }

  /// W-1 is selected.
  static let lines: [(line: String, arguments: [String])] = [
    ("ack --note \"they called\"", ["ack", "W-1", "--note", "they called"]), ("ack W-3", ["ack", "W-3"]),
    ("ack --note W-3", ["ack", "W-1", "--note", "W-3"]), ("ack --note=x W-2", ["ack", "--note=x", "W-2"]),
    ("severity S1 --reason x", ["severity", "W-1", "S1", "--reason", "x"]),
    ("severity W-2 S1", ["severity", "W-2", "S1"]), ("severity W-2", ["severity", "W-2"]),
    ("reply", ["reply", "W-1"]), ("reply W-2", ["reply", "W-2"]),
    ("reply 'all is well'", ["reply", "W-1", "all is well"]),
    ("task add 'Call them' --owner Bo", ["task", "add", "W-1", "Call them", "--owner", "Bo"]),
    ("task list", ["task", "list", "W-1"]), ("list sev:S0", ["list", "sev:S0"]), ("warroom list", ["list"]),
    ("ack --help", ["ack", "--help"]), ("unheard of", ["unheard", "of"]), ("list a\\ b", ["list", "a b"]),
    // As in a shell, single quotes keep a backslash and double ones let it take the next letter.
    (#"list 'a\b'"#, ["list", #"a\b"#]), (#"list "a\"b""#, ["list", #"a"b"#]),
  ]

  @Test(arguments: lines) func aLineBecomesWordsWithTheSelectedOne(_ row: (line: String, arguments: [String])) throws {
    let console = try console()
    console.press(":", "text:\(row.line)", "enter")
    #expect(runs(console).map(\.arguments) == [row.arguments])
  }

  static let refused: [(line: String, reason: String)] = [
    ("list \"a", "the quote \" is not closed"), ("board", "the board is what you look at; --once prints it"),
    ("demo", "the demo needs a terminal of its own"), ("theme pink", "there is no theme “pink”; known: dark, light"),
    ("message send W-1 --edit", "an editor needs the terminal; m writes a message here, and e there opens the editor"),
    ("--store x", "begin with a verb, such as list or ack"),
  ]

  @Test(arguments: refused) func someNeedATerminal(_ row: (line: String, reason: String)) throws {
    let console = try console()
    console.press(":", "text:\(row.line)", "enter")
    #expect(runs(console).isEmpty)
    #expect(console.model.toasts.last?.text == row.reason)
    #expect(typed(console) == row.line, "it can be mended")
  }

  @Test func someWordsAreTheConsolesOwn() throws {
    let console = try console()
    console.press(":", "text:theme light", "enter")
    #expect(console.requests.contains(.takeTheme("light")))
    console.press(":", "text:help", "enter")
    #expect(console.model.scope == .help)
    console.press("esc", ":", "text:W-3", "enter")
    #expect(console.model.place == .escalation(EscalationPlace(id: EscalationID("W-3"))))
    console.press(":", "text:quit", "enter")
    #expect(console.requests.contains(.quit))
  }

  @Test func itWaitsForTheVerbs() throws {
    let console = Scene(try Fixture.store())
    console.press(":", "text:ack", "enter", "text:xyz")
    #expect(console.requests.contains(.loadVerbs))
    #expect(runs(console).isEmpty)
    console.send(.verbsLoaded(Self.verbs))
    #expect(runs(console).map(\.arguments) == [["ack", "W-1"]])
  }

  @Test func aShortAnswerIsAToast() throws {
    let console = try console()
    console.press(":", "text:ack", "enter")
    let run = try #require(runs(console).first)
    console.send(.commandLineRan(run, CommandLineResult(status: 0, output: "W-1 acknowledged\n  next: Update\n")))
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.text == "W-1 acknowledged · next: Update")
    #expect(console.model.toasts.last?.kind == .done)
  }

  @Test func aLongAnswerIsRead() throws {
    let console = try console()
    console.press(":", "text:list", "enter")
    let text = (1...200).map { "row \($0)" }.joined(separator: "\n")
    console.send(.commandLineRan(try #require(runs(console).first), CommandLineResult(status: 0, output: text)))
    #expect(console.text.contains("row 1 "))
    console.press("G")
    #expect(console.text.contains("row 200"))
    console.press("q")
    #expect(console.model.overlay == nil)
    #expect(console.model.place == .board)
  }

  @Test func anErrorLeavesTheLineToBeMended() throws {
    let console = try console()
    console.press(":", "text:ack --nte x", "enter")
    let run = try #require(runs(console).first)
    console.press("text:ignored while it runs")
    console.send(
      .commandLineRan(run, CommandLineResult(status: 64, output: "", errors: "warroom: unknown option --nte\n")))
    #expect(console.model.toasts.last?.text == "unknown option --nte")
    #expect(console.model.toasts.last?.kind == .failed)
    #expect(typed(console) == "ack --nte x")
    #expect(console.frame.cursor == Point(column: 12, row: 39))
    console.press("backspace")
    #expect(typed(console) == "ack --nte ")
  }

  @Test func oneThatIsLeftStillAnswers() throws {
    let console = try console()
    console.press(":", "text:ack", "enter", "esc")
    #expect(console.model.overlay == nil)
    console.send(.commandLineRan(try #require(runs(console).first), CommandLineResult(status: 0, output: "done\n")))
    #expect(console.model.toasts.last?.text == "done")
  }

  @Test func oneThatHangsSaysSo() {
    let result = CommandLineResult(status: 143, output: "", errors: "x", stoppedAfter: 60)
    #expect(result.reason == "it was stopped after 60 seconds")
  }

  /// Its act is this console's own: nothing is marked as changed by somebody else.
  @Test func whatItChangedIsShownAsOnesOwn() throws {
    let console = try console()
    console.press(":", "text:assign Zoe", "enter")
    let act = Act(actor: "Ann Lee", now: console.model.now)
    _ = try console.store.perform(.assign(owner: "Zoe"), on: EscalationID("W-2"), act: act)
    console.send(.storeChanged)
    console.send(.commandLineRan(try #require(runs(console).first), CommandLineResult(status: 0, output: "ok\n")))
    #expect(console.model.board.row(EscalationID("W-2"))?.owner == "Zoe")
    #expect(console.model.board.changed.isEmpty)
    _ = try console.store.perform(.assign(owner: "Yan"), on: EscalationID("W-2"), act: act)
    console.send(.storeChanged)
    #expect(console.model.board.changed == [EscalationID("W-2")])
  }

  static let completions: [(typed: String, tabs: Int, line: String)] = [
    ("sev", 1, "severity "), ("ta", 1, "task "), ("task ", 1, "task add"), ("task ", 2, "task list"),
    ("task ", 3, "task add"), ("ack --", 1, "ack --note "), ("severity --", 2, "severity --json"),
    ("task add --owner D", 1, "task add --owner \"Dana Ruiz\" "), ("theme l", 1, "theme light "),
    ("severity W-1 S", 1, "severity W-1 S0"), ("zz", 1, "zz"), ("qu", 1, "quit "),
  ]

  @Test(arguments: completions) func wordsAreCompleted(_ row: (typed: String, tabs: Int, line: String)) throws {
    let console = try console()
    console.press(":", "text:\(row.typed)")
    for _ in 0..<row.tabs { console.press("tab") }
    #expect(typed(console) == row.line)
  }

  @Test func completionGoesBackToo() throws {
    let console = try console()
    console.press(":", "text:task ", "shift-tab")
    #expect(typed(console) == "task list")
  }

  @Test func earlierLinesComeBackByTheirBeginning() throws {
    let console = try console()
    for line in ["ack", "list a", "list b"] {
      console.press(":", "text:\(line)", "enter", "esc")
    }
    console.press(":", "up")
    #expect(typed(console) == "list b")
    console.press("up", "up", "up")
    #expect(typed(console) == "ack")
    console.press("down", "down", "down")
    #expect(typed(console) == "")
    console.press("text:list", "up", "up", "up")
    #expect(typed(console) == "list a")
    #expect(console.model.desk.habits?.commandLines == ["list b", "list a", "ack"])
  }

  @Test func backspaceOnNothingLeaves() throws {
    let console = try console()
    console.press(":", "text:a", "backspace", "backspace")
    #expect(console.model.overlay == nil)
  }

  @Test(arguments: ["80x24", "120x40", "200x60"]) func answersAreMadeForTheBox(size: String) throws {
    let console = try console(try #require(Size(text: size)))
    console.press(":", "text:list", "enter")
    let run = try #require(runs(console).first)
    let width = try #require(run.columns)
    let row = String(repeating: "x", count: width)
    console.send(.commandLineRan(run, CommandLineResult(status: 0, output: "\(row)\n\(row)\n\(row)\n")))
    #expect(console.text.split(separator: "\n").filter { $0.contains(row) }.count == 3)
  }

  @Test func anUnknownKeySaysHowToCloseAnAnswerAndLiesBesideIt() throws {
    let console = try console(Size(columns: 80, rows: 24))
    console.press(":", "text:list", "enter")
    let run = try #require(runs(console).first)
    let rows = (1...40).map { "row \($0) " + String(repeating: "=", count: 60) }
    console.send(.commandLineRan(run, CommandLineResult(status: 0, output: rows.joined(separator: "\n"))))
    console.press("z")
    let lines = console.text.split(separator: "\n", omittingEmptySubsequences: false)
    let toast = try #require(lines.firstIndex { $0.contains("esc closes this answer") })
    let edge = try #require(lines.lastIndex { $0.contains("╰") || $0.contains("└") })
    #expect(edge < toast)
    console.press("esc")
    #expect(console.model.overlay == nil)
  }
}
