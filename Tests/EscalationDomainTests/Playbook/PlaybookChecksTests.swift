import EscalationDomain
import Testing

@Suite("What a playbook may not say")
struct PlaybookChecksTests {
  static func sound() -> Playbook {
    var playbook = Playbook(id: "team", name: "Team")
    playbook.severities = [Grade(id: "A", name: "A", band: 1)]
    playbook.clocks = [
      ClockRule(
        id: "first", label: "First", stops: [.acknowledged], target: .by(.severity, ["A": .elapsed(seconds: 60)]),
        onResolve: .stop)
    ]
    return playbook
  }

  @Test("A sound playbook has no problems")
  func soundOne() {
    #expect(Self.sound().problems() == [])
    #expect(Self.sound().problems(calendars: []) == [])
  }

  @Test("Problems carry the keys that lead to them, and the facts")
  func paths() {
    var playbook = Self.sound()
    playbook.clocks[0].target = .by(.severity, ["A": .elapsed(seconds: 60), "Z": .elapsed(seconds: 60)])
    playbook.clocks[0].calendar = "moon"
    playbook.warnings = WarningPlan(percent: [90, 50], before: -1)
    playbook.health = HealthPolicy(red: 101, yellow: 120)
    #expect(
      playbook.problems(calendars: ["standard"]) == [
        PlaybookProblem(
          [.key("clocks"), .item(0), .key("calendar")], .unknownCalendar("moon", known: ["standard"])),
        PlaybookProblem(
          [.key("clocks"), .item(0), .key("target"), .key("Z")], .unknownGrade("Z", known: ["A"])),
        PlaybookProblem([.key("warnings"), .key("percent")], .warningsNotRising),
        PlaybookProblem([.key("warnings"), .key("before")], .negativeWarning),
        PlaybookProblem([.key("health"), .key("red")], .scoreOutOfRange(101)),
        PlaybookProblem([.key("health"), .key("yellow")], .scoreOutOfRange(120)),
      ])
  }

  static let ends: [([Trigger], [Trigger], Bool)] = [
    ([.resolved], [.done("x")], true), ([.resolved], [.customerUpdate], true), ([.resolved], [.closed], true),
    ([.resolved], [.acknowledged], false), ([.resolved], [.resolved], false), ([.resolved], [.internalCheck], false),
    ([.closed], [.customerUpdate], false), ([.closed], [.notified], true),
    ([.resolved, .closed], [.customerUpdate], true), ([.opened, .resolved], [.acknowledged], true),
  ]

  @Test("A clock that an end starts is stopped by what can still happen", arguments: ends)
  func stopsAfterAnEnd(starts: [Trigger], stops: [Trigger], possible: Bool) {
    var playbook = Self.sound()
    playbook.process = [ProcessStep(id: "x", label: "X")]
    playbook.clocks.append(
      ClockRule(id: "after", label: "After", starts: starts, stops: stops, target: .all(.days(1))))
    #expect(playbook.problems().isEmpty == possible)
  }

  static let goals: [(String, Bool)] = [
    ("<1h", true), (">7", true), (">=7.5", true), ("<5%", true), ("<2bd", true), ("falling", true), ("in-target", true),
    ("1h", false), ("<", false), ("<weekly", false), ("<5%%", false), ("<.", false), ("low", false),
  ]

  @Test("Goals of metrics", arguments: goals)
  func goal(text: String, reads: Bool) {
    var playbook = Self.sound()
    playbook.metrics = [MetricTarget(id: "m", label: "M", goal: text)]
    #expect(playbook.problems().isEmpty == reads)
  }

  static let templates: [(String, [PlaybookProblem.Fault])] = [
    ("Hi {{name}}, {{{name}}} and {{& name }} {{! a remark}}", []),
    ("{{#list}}{{.}}{{^note}}-{{/note}}{{/list}}", []),
    ("{{#list}}{{#note}}{{/list}}{{/note}}", [.sectionNotOpen("list"), .sectionLeftOpen("list")]),
    ("{{other}} {{other}}", [.undeclaredField("other", known: ["name", "list", "note"])]),
    ("{{.}}", [.unreadableTag(".")]), ("{{> part}}", [.unreadableTag("> part")]),
    ("{{=<% %>=}}", [.unreadableTag("=<% %>=")]),
    ("{{lower(name)}}", [.unreadableTag("lower(name)")]), ("{{}}", [.unreadableTag("")]), ("{{name}", [.tagLeftOpen]),
  ]

  @Test("Mustache, as far as it goes", arguments: templates)
  func template(body: String, faults: [PlaybookProblem.Fault]) {
    var playbook = Self.sound()
    playbook.templates = [
      MessageTemplate(id: "t", label: "T", fields: ["name", "list"], optional: ["note"], body: body)
    ]
    let found = playbook.problems().map(\.fault).filter { if case .unusedField = $0 { false } else { true } }
    #expect(found == faults)
  }
}
