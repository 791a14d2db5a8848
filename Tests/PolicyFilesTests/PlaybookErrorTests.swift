import EscalationDomain
import Testing
import YAMLReading

@testable import PolicyFiles

@Suite("What is wrong in a playbook file, and where")
struct PlaybookErrorTests {
  /// A sound file; each case replaces one text in it.
  static let sound = """
    id: team
    name: Team
    calendar: standard
    severities:
      - {id: A, band: 1}
      - {id: B, band: 2}
    stages:
      - {id: one, band: 3}
      - {id: two, band: 2}
    clocks:
      - id: first
        label: First response
        stops: [acknowledged, customer-update]
        target: {A: 2h, B: 1bd}
        on_resolve: stop
      - id: cadence
        label: Update
        stops: customer-update
        target: {A: daily, B: weekly}
        repeats: true
      - id: triage
        label: Triage
        stops: all-done:begin
        target: {A: "min(24h, first)", B: 24h}
      - id: review
        label: Review
        starts: stage-entered
        stops: done:log
        target: 5bd
      - id: call
        label: Call
        starts: resolved
        stops: done:call
        target: 2bd
    warnings: {percent: [50, 75], before: 10m}
    process:
      - {id: log, label: Log it, group: begin}
      - {id: call, label: Call}
    checklists:
      - id: list
        label: List
        items:
          - {id: ticket, label: Ticket, applies: {A: yes, B: if-needed}}
    notify:
      - {grade: A, stakeholders: Sponsor}
    signals:
      - {id: fall, family: use, label: Fall, suggests: A, from: renewal-30d}
    paths:
      - {id: late, label: Late, clock: first, to: Manager}
    hypotheses:
      - {id: budget, label: Budget, action: Talk, due: 5bd, dimension: money}
    gates:
      - {id: streak, label: Streak, needs: health-streak:30}
      - {id: called, label: Called, needs: step:call}
    templates:
      - {id: mail, label: Mail, fields: [name], optional: [note], body: "Hi {{name}}{{#note}}, {{note}}{{/note}}"}
    health: {red: 50, yellow: 70, dimensions: [money]}
    metrics:
      - {id: speed, label: Speed, goal: <1h}
    """

  struct Case: Sendable, CustomTestStringConvertible {
    var replace: String
    var with: String
    var line: Int
    var key: String
    /// What the sentence says.
    var says: String
    /// Other faults come with it.
    var more = false
    var testDescription: String { with.isEmpty ? "without \(replace)" : with }
  }

  static let cases: [Case] = [
    // Keys and kinds
    Case(replace: "name: Team", with: "names: Team", line: 2, key: "", says: "did you mean \"name\"?"),
    Case(
      replace: "    label: Triage", with: "    lable: Triage", line: 22, key: "clocks[3]", says: "unknown key \"lable\""
    ),
    Case(replace: "{id: B, band: 2}", with: "{id: B}", line: 6, key: "severities[2]", says: "\"band\" is missing"),
    Case(replace: "repeats: true", with: "repeats: often", line: 20, key: "clocks[2].repeats", says: "true or false"),
    Case(
      replace: "on_resolve: stop", with: "on_resolve: halt", line: 15, key: "clocks[1].on_resolve",
      says: "keep, stop, cancel"),
    Case(replace: "[50, 75]", with: "many", line: 35, key: "warnings.percent", says: "a list"),
    Case(replace: "before: 10m", with: "before: 1bd", line: 35, key: "warnings.before", says: "elapsed time"),
    // Ids and grades
    Case(replace: "id: team", with: "id: my team", line: 1, key: "id", says: "no id"),
    Case(replace: "id: triage", with: "id: Triage", line: 21, key: "clocks[3].id", says: "min(…)"),
    Case(replace: "id: review", with: "id: first", line: 25, key: "clocks[4].id", says: "stands twice"),
    Case(
      replace: "{id: call, label: Call}", with: "{id: call, label: \"\"}", line: 38, key: "process[2].label",
      says: "nothing stands here"),
    Case(
      replace: "{id: B, band: 2}", with: "{id: B, band: 5}", line: 6, key: "severities[2].band",
      says: "1 (most pressing) to 4"),
    Case(replace: "{A: 2h, B: 1bd}", with: "{A: 2h, C: 1bd}", line: 14, key: "clocks[1].target.C", says: "\"C\""),
    Case(replace: "{A: 2h, B: 1bd}", with: "{X: 2h}", line: 14, key: "clocks[1].target", says: "known: A, B, one, two"),
    Case(
      replace: "{A: 2h, B: 1bd}", with: "{A: 2h, one: 1bd}", line: 14, key: "clocks[1].target",
      says: "severities and stages"),
    Case(replace: "{A: 2h, B: 1bd}", with: "{}", line: 14, key: "clocks[1].target", says: "no grade"),
    Case(
      replace: "{A: daily, B: weekly}", with: "{A: none, B: none}", line: 19, key: "clocks[2].target",
      says: "no grade has a target"),
    Case(replace: "grade: A", with: "grade: C", line: 45, key: "notify[1].grade", says: "\"C\""),
    Case(replace: "suggests: A", with: "suggests: C", line: 47, key: "signals[1].suggests", says: "\"C\""),
    Case(
      replace: "label: List\n", with: "label: List\n    days: cadence\n", line: 42, key: "checklists[1].days",
      says: "only a daily list"),
    Case(
      replace: "label: List\n", with: "label: List\n    when: daily\n    days: cadance\n", line: 43,
      key: "checklists[1].days", says: "\"cadance\""),
    Case(
      replace: "applies: {A: yes, B: if-needed}}", with: "done_by: \"decided:lists\"}", line: 43,
      key: "checklists[1].items[1].done_by", says: "\"lists\""),
    Case(
      replace: "applies: {A: yes, B: if-needed}}", with: "done_by: \"all-done:end\"}", line: 43,
      key: "checklists[1].items[1].done_by", says: "\"end\""),
    Case(
      replace: "applies: {A: yes, B: if-needed}}", with: "done_by: known}", line: 43,
      key: "checklists[1].items[1].done_by", says: "decision-taken"),
    Case(
      replace: "applies: {A: yes,", with: "applies: {A: maybe,", line: 43, key: "checklists[1].items[1].applies.A",
      says: "yes, if-needed, no"),
    Case(
      replace: "target: 5bd", with: "target: {one: 5bd, two: 21d}\n    advances: true", line: 29,
      key: "clocks[4].target.two", says: "no stage comes after"),
    Case(
      replace: "target: 5bd", with: "target: {one: same-day}\n    advances: true", line: 29,
      key: "clocks[4].target.one", says: "amount of time", more: true),
    Case(
      replace: "target: 5bd", with: "target: 5bd\n    advances: true", line: 29, key: "clocks[4].target",
      says: "how long each stage lasts"),
    Case(
      replace: "starts: stage-entered", with: "advances: true", line: 25, key: "clocks[4]",
      says: "runs from its start", more: true),
    Case(
      replace: "{id: B, band: 2}", with: "{id: B, band: 2, advances_after: 1d}", line: 6, key: "severities[2]",
      says: "unknown key"),
    // Targets and triggers
    Case(replace: "A: 2h", with: "A: 2 hours", line: 14, key: "clocks[1].target.A", says: "a target like"),
    Case(replace: "target: 5bd", with: "target: 48h..24h", line: 29, key: "clocks[4].target", says: "swap"),
    Case(replace: "target: 5bd", with: "target: min(24h)", line: 29, key: "clocks[4].target", says: "at least two"),
    Case(
      replace: "[acknowledged, customer-update]", with: "[acknowledged, ack]", line: 13, key: "clocks[1].stops[2]",
      says: "one of opened"),
    Case(replace: "starts: resolved", with: "starts: done", line: 32, key: "clocks[5].starts", says: "done:STEP"),
    Case(replace: "starts: resolved", with: "starts: []", line: 32, key: "clocks[5].starts", says: "nothing starts"),
    Case(
      replace: "starts: resolved", with: "starts: level-entered", line: 32, key: "clocks[5].starts",
      says: "without levels"),
    Case(replace: "    stops: all-done:begin\n", with: "", line: 21, key: "clocks[3]", says: "nothing stops"),
    Case(
      replace: "all-done:begin", with: "all-done:began", line: 23, key: "clocks[3].stops",
      says: "did you mean \"begin\"?"),
    Case(
      replace: "stops: done:call", with: "stops: done:calls", line: 33, key: "clocks[5].stops",
      says: "did you mean \"call\"?"),
    Case(
      replace: "stops: done:call", with: "stops: [done:call, acknowledged]", line: 33, key: "clocks[5].stops[2]",
      says: "cannot happen once"),
    Case(
      replace: "min(24h, first)", with: "min(24h, fist)", line: 24, key: "clocks[3].target.A",
      says: "did you mean \"first\"?"),
    Case(
      replace: "min(24h, first)", with: "min(24h, review)", line: 24, key: "clocks[3].target.A", says: "move it above"),
    Case(
      replace: "min(24h, first)", with: "min(24h, weekly)", line: 24, key: "clocks[3].target.A",
      says: "cannot stand inside"),
    Case(
      replace: "{A: 2h, B: 1bd}", with: "{A: none, B: 1bd}", line: 24, key: "clocks[3].target.A", says: "no target at A"
    ),
    Case(replace: "    repeats: true\n", with: "", line: 19, key: "clocks[2].target.A", says: "repeats: true"),
    Case(
      replace: "{A: daily, B: weekly}", with: "{A: daily, B: renewal-30d}", line: 19, key: "clocks[2].target.B",
      says: "counted anew"),
    Case(
      replace: "target: 5bd", with: "target: promise", line: 29, key: "clocks[4].target", says: "starts: promised",
      more: true),
    Case(replace: "on_resolve: stop", with: "pausable: true", line: 15, key: "clocks[1].pausable", says: "never pause"),
    Case(
      replace: "target: 2bd", with: "target: 2bd\n    elapses: true\n    repeats: true", line: 35,
      key: "clocks[5].elapses", says: "does not repeat"),
    // Warnings, references and figures
    Case(replace: "[50, 75]", with: "[75, 50]", line: 35, key: "warnings.percent", says: "do not rise"),
    Case(replace: "[50, 75]", with: "[50, 100]", line: 35, key: "warnings.percent[2]", says: "1 to 99"),
    Case(
      replace: "calendar: standard", with: "calendar: standart", line: 3, key: "calendar",
      says: "did you mean \"standard\"?"),
    Case(replace: "step:call", with: "step:cal", line: 54, key: "gates[2].needs", says: "no step"),
    Case(replace: "health-streak:30", with: "health-streak:0", line: 53, key: "gates[1].needs", says: "1 or more"),
    Case(
      replace: "health-streak:30", with: "checklist", line: 53, key: "gates[1].needs", says: "root-cause, prevention:N"),
    Case(replace: "clock: first", with: "clock: second", line: 49, key: "paths[1].clock", says: "no clock"),
    Case(
      replace: "dimension: money", with: "dimension: mony", line: 51, key: "hypotheses[1].dimension",
      says: "did you mean \"money\"?"),
    Case(replace: "due: 5bd", with: "due: weekly", line: 51, key: "hypotheses[1].due", says: "5bd"),
    Case(
      replace: "from: renewal-30d", with: "from: 30d", line: 47, key: "signals[1].from", says: "no date of an account"),
    Case(replace: "from: renewal-30d", with: "above: 10M", line: 47, key: "signals[1].above", says: "currency"),
    Case(replace: "yellow: 70", with: "yellow: 50", line: 57, key: "health.yellow", says: "above red"),
    Case(replace: "goal: <1h", with: "goal: fast", line: 59, key: "metrics[1].goal", says: "falling"),
    // Templates
    Case(replace: "{{/note}}", with: "", line: 56, key: "templates[1].body", says: "{{#note}} is not closed"),
    Case(replace: "{{#note}}", with: "", line: 56, key: "templates[1].body", says: "not open here"),
    Case(
      replace: "Hi {{name}}", with: "Hi {{nam}}", line: 56, key: "templates[1].body", says: "did you mean \"name\"?"),
    Case(replace: "Hi {{name}}", with: "Hi {{name", line: 56, key: "templates[1].body", says: "{{"),
    Case(replace: "Hi {{name}}", with: "Hi {{> name}}", line: 56, key: "templates[1].body", says: "not known here"),
    Case(
      replace: "optional: [note]", with: "optional: [note, name]", line: 56, key: "templates[1].optional[2]",
      says: "both"),
  ]

  @Test("The file that the cases change is sound")
  func soundFile() {
    #expect(Self.check(Self.sound) == [])
  }

  @Test("Each fault is named once, with its line, its key and what to do", arguments: cases)
  func fault(of aCase: Case) throws {
    let range = try #require(Self.sound.firstRange(of: aCase.replace))
    let errors = Self.check(Self.sound.replacingCharacters(in: range, with: aCase.with))
    let error = try #require(errors.first { $0.description.contains(aCase.says) }, "\(errors)")
    #expect(error.line == aCase.line)
    #expect(error.column != nil)
    #expect(error.key == aCase.key)
    if !aCase.more, aCase.with != "names: Team", !aCase.with.hasPrefix("Hi {{name"), aCase.with != "    lable: Triage" {
      #expect(errors.count == 1, "\(errors)")
    }
  }

  @Test("All faults of a file are found, in its order")
  func allAtOnce() {
    let text = """
      id: team
      name: Team
      severities:
        - {id: A, band: 9}
      clocks:
        - {id: first, label: First, stops: acknowleged, target: 2h}
        - {id: second, label: Second, stops: notified, target: 2 hours}
        - {id: third, label: Third, stops: notified, target: "min(1h, second)"}
        - {id: fourth, label: Fourth, stops: notified, target: "min(1h, nowhere)"}
      rooms: {}
      """
    #expect(
      Self.check(text).map { "\($0.line ?? 0) \($0.key)" } == [
        "4 severities[1].band", "6 clocks[1].stops", "7 clocks[2].target", "9 clocks[4].target", "10 ",
      ])
  }

  @Test("A severity at which no clock runs is an error; one that a clock says none for is not")
  func gradeWithoutClock() throws {
    let text = """
      id: team
      name: Team
      severities: [{id: A, band: 1}, {id: B, band: 2}]
      clocks:
        - {id: first, label: First, stops: acknowledged, target: {A: 2h, B: none}}
        - {id: promise, label: Promise, starts: promised, stops: customer-update, target: promise}
      """
    let errors = Self.check(text)
    #expect(errors.map { "\($0.line ?? 0) \($0.key)" } == ["3 severities[2]"])
    #expect(errors.first?.description.contains("no clock runs at severity B") ?? false)
    #expect(Self.check(text + "\n  - {id: other, label: Other, stops: notified, target: 1bd}") == [])
    // What waits for a time that nobody may ever give is no clock to rely on.
    for waiting in ["needed-by", "renewal-30d", "qbr", "min(needed-by, qbr)"] {
      let line =
        "\n  - {id: other, label: Other, starts: [opened, needed-by-set], stops: resolved, target: \"\(waiting)\"}"
      #expect(Self.check(text + line).map { "\($0.line ?? 0) \($0.key)" } == ["3 severities[2]"], "\(waiting)")
    }
  }

  @Test("A severity that a clock's table leaves out is an error at the table: none must be written")
  func gradeLeftOut() throws {
    let text = Self.sound.replacingOccurrence(of: "{A: 2h, B: 1bd}", with: "{B: 1bd}")
      .replacingOccurrence(of: "\"min(24h, first)\"", with: "24h")
    let errors = Self.check(text)
    #expect(errors.map { "\($0.line ?? 0) \($0.key)" } == ["14 clocks[1].target"])
    #expect(
      errors.first?.problem.description == "A has no target here; give it one, or write none where it has no such clock"
    )
    #expect(Self.check(text.replacingOccurrence(of: "{B: 1bd}", with: "{A: none, B: 1bd}")) == [])
    // What was installed before this was asked can still be read.
    #expect(try PlaybookFile.installed(text, file: "team.yaml").id == "team")
  }

  @Test("After the last stage comes none, so its length may be left out")
  func lastStageLeftOut() {
    let text = Self.sound.replacingOccurrence(of: "target: 5bd", with: "target: {one: 5bd}\n    advances: true")
      .replacingOccurrence(of: "stops: done:log\n", with: "on_resolve: cancel\n")
    #expect(Self.check(text).map(\.key) == ["stages[2]"])
    let repeated = text.replacingOccurrence(of: "advances: true", with: "pausable: true")
    #expect(Self.check(repeated).map(\.key) == ["stages[2]", "clocks[4].target"])
  }

  @Test("No scale, no clocks")
  func nothing() {
    #expect(
      Self.check("{id: team, name: Team, clocks: []}").map(\.problem.description) == [
        "there is no grade; list at least one under severities, levels or stages"
      ])
    #expect(Self.check("[]").map(\.problem) == [.wrongKind(expected: .mapping, found: .sequence)])
    #expect(Self.check("").count == 1)
  }

  @Test("Without the known calendars, none is refused")
  func calendarsUnknown() {
    let text = Self.sound.replacingOccurrence(of: "standard", with: "anything")
    #expect(PlaybookFile.check(text: text, file: "team.yaml") == [])
  }

  @Test("Aliases and oversize files are refused before they are read")
  func bounded() {
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    #expect(Self.check(bomb).map { "\($0.line ?? 0) \($0.problem)" }.first?.hasPrefix("2 aliases") ?? false)
    let large = "id: " + String(repeating: "x", count: YAMLDocument.mostBytes)
    #expect(Self.check(large).map(\.problem) == [.tooLarge(bytes: large.utf8.count, limit: YAMLDocument.mostBytes)])
  }

  @Test("A file of nothing but faults is answered soon, with a bounded list")
  func manyFaults() {
    let head = "id: team\nname: Team\n"
    let bad = [
      head + "templates:\n" + String(repeating: "- {}\n", count: 20_000),
      head + "severities: [{id: A, band: 1}]\nclocks:\n- id: a\n  label: A\n  target: {A: 1h"
        + (0..<8_000).map { ", x\($0): 1h" }.joined() + "}\n",
      head + (0..<8_000).map { "x\($0): 1\n" }.joined(),
    ]
    for text in bad {
      let clock = ContinuousClock()
      let took = clock.measure { #expect(Self.check(text).count == PlaybookFile.mostErrors) }
      #expect(took < .seconds(20))
    }
  }

  @Test("parse throws all of them, a line each")
  func parseThrows() throws {
    let text = Self.sound.replacingOccurrence(of: "band: 1", with: "band: 7")
      .replacingOccurrence(of: "goal: <1h", with: "goal: fast")
    let errors = try #require(throws: PolicyFileErrors.self) { try PlaybookFile.parse(text, file: "team.yaml") }
    #expect(errors.errors.map(\.line) == [5, 59])
    #expect(
      errors.description == """
        team.yaml:5:19: severities[1].band: 7 is no band; choose 1 (most pressing) to 4
        team.yaml:59:37: metrics[1].goal: "fast" cannot be read; write a goal like <1h, >=7, <5%, falling, rising or in-target
        """)
  }

  static func check(_ text: String) -> [PolicyFileError] {
    PlaybookFile.check(text: text, file: "team.yaml", calendars: ["standard", "24x7"])
  }
}

extension PolicyFileError {
  /// `clocks[2].target`
  fileprivate var key: String { path.reduce("") { $0.isEmpty || $1.hasPrefix("[") ? $0 + $1 : "\($0).\($1)" } }
}

extension String {
  fileprivate func replacingOccurrence(of text: String, with other: String) -> String {
    firstRange(of: text).map { replacingCharacters(in: $0, with: other) } ?? self
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
