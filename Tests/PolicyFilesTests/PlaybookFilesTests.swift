import EscalationDomain
import Testing

@testable import PolicyFiles

/// The playbooks that ship.
enum PlaybookFiles {
  static let calendars: Set<String> = ["standard", "24x7"]

  static func playbook(_ id: String) throws -> Playbook {
    let file = try #require(BuiltinPlaybooks.all.first { $0.id == id })
    return try PlaybookFile.parse(file.text, file: file.name, calendars: calendars)
  }
}

@Suite("The five playbook files")
struct PlaybookFilesTests {
  @Test("Each reads clean under its own id", arguments: BuiltinPlaybooks.all.map(\.id))
  func clean(id: String) throws {
    let file = try #require(BuiltinPlaybooks.all.first { $0.id == id })
    #expect(PlaybookFile.check(text: file.text, file: file.name, calendars: PlaybookFiles.calendars) == [])
    #expect(try PlaybookFiles.playbook(id).id == id)
  }

  @Test("All five ship")
  func shipped() {
    #expect(BuiltinPlaybooks.all.map(\.id) == ["risk", "response", "levels", "protocol", "health"])
  }

  @Test(
    "What every playbook carries: a purpose, a room with a daily list and roles, gates, notes",
    arguments: BuiltinPlaybooks.all.map(\.id))
  func whole(id: String) throws {
    let playbook = try PlaybookFiles.playbook(id)
    #expect(!playbook.purpose.isEmpty)
    let room = try #require(playbook.checklists.first { $0.id == "daily-room" })
    #expect(room.when == .daily && room.items.count >= 2)
    #expect(playbook.room.roles == ["Commander", "Scribe", "Customer lead", "Technical lead"])
    #expect(!playbook.gates.isEmpty && playbook.gates.allSatisfy { !$0.overriddenBy.isEmpty })
    #expect(playbook.notes.count >= 10)
    #expect(Set(playbook.notes).count == playbook.notes.count)
  }

  @Test(
    "Templates use the names of the reference, so that one hand fills them all",
    arguments: BuiltinPlaybooks.all.map(\.id))
  func vocabulary(id: String) throws {
    for template in try PlaybookFiles.playbook(id).templates {
      for name in template.fields + template.optional {
        #expect(PlaybookFormat.text.contains("`\(name)`"), "\(template.id): \(name)")
      }
    }
  }

  @Test("The figures that playbooks want are among those that are worked out")
  func figures() throws {
    let metrics = try BuiltinPlaybooks.all.flatMap { try PlaybookFiles.playbook($0.id).metrics }
    #expect(metrics.allSatisfy { PlaybookFormat.text.contains("`\($0.id)`") })
    #expect(metrics.map { $0.goal ?? "-" } == ["<1h", "in-target", ">7", "<5%", "falling", "-", "-", "-"])
  }

  /// One column of PLAYBOOKS: at each grade the target of each clock.
  struct Column: Sendable, CustomTestStringConvertible {
    var playbook: String
    var clock: String
    var targets: [String: String]
    var testDescription: String { "\(playbook) \(clock)" }
  }

  static func all(_ target: String, of grades: [String]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: grades.map { ($0, target) })
  }
  static let risks = ["S0", "S1", "S2", "S3"]
  static let priorities = ["P1", "P2", "P3", "P4"]
  static let grades = ["Critical", "High", "Medium", "Low"]
  static let levels = ["L1", "L2", "L3"]
  static let stages = ["1", "2", "3"]

  static let columns: [Column] = [
    Column(
      playbook: "risk", clock: "first-response", targets: ["S0": "2h", "S1": "4bh", "S2": "1bd", "S3": "2bd"]),
    Column(playbook: "risk", clock: "notify", targets: ["S0": "same-day", "S1": "4h", "S2": "1bd", "S3": "2bd"]),
    Column(
      playbook: "risk", clock: "triage",
      targets: ["S0": "min(24h, first-response)", "S1": "24h", "S2": "24h", "S3": "24h"]),
    Column(
      playbook: "risk", clock: "customer-update",
      targets: ["S0": "daily", "S1": "mon,wed,fri", "S2": "weekly", "S3": "every 14d"]),
    Column(
      playbook: "risk", clock: "internal-check",
      targets: ["S0": "daily", "S1": "working-days", "S2": "tue,thu", "S3": "tue,thu"]),
    Column(playbook: "risk", clock: "promise", targets: all("promise", of: risks)),
    Column(playbook: "risk", clock: "needed-by", targets: all("needed-by", of: risks)),
    Column(
      playbook: "risk", clock: "renewal", targets: ["S1": "renewal-30d", "S2": "renewal-30d", "S3": "renewal-30d"]),
    Column(
      playbook: "protocol", clock: "acknowledge", targets: ["P1": "15m", "P2": "1h", "P3": "4h", "P4": "1bd"]),
    Column(playbook: "protocol", clock: "notify", targets: ["P1": "15m", "P2": "1h"]),
    Column(playbook: "protocol", clock: "customer-update", targets: ["P1": "1h", "P2": "working-days"]),
    Column(playbook: "protocol", clock: "promise", targets: all("promise", of: priorities)),
    Column(playbook: "protocol", clock: "needed-by", targets: all("needed-by", of: priorities)),
    Column(playbook: "protocol", clock: "follow-up", targets: all("2bd", of: priorities)),
    Column(playbook: "protocol", clock: "watch", targets: ["P1": "30d", "P2": "14d", "P3": "7d"]),
    Column(playbook: "response", clock: "acknowledge", targets: all("1h", of: grades)),
    Column(
      playbook: "response", clock: "response",
      targets: ["Critical": "1h", "High": "4h", "Medium": "24h", "Low": "48h"]),
    Column(playbook: "response", clock: "promise", targets: all("promise", of: grades)),
    Column(playbook: "response", clock: "needed-by", targets: all("needed-by", of: grades)),
    Column(playbook: "response", clock: "unresolved", targets: all("24h", of: grades)),
    Column(playbook: "response", clock: "follow-up", targets: all("24h..48h", of: grades)),
    Column(playbook: "response", clock: "recovery-week", targets: ["Critical": "7d", "High": "7d"]),
    Column(playbook: "response", clock: "recovery-month", targets: ["Critical": "30d", "High": "30d"]),
    Column(playbook: "response", clock: "recovery-qbr", targets: ["Critical": "qbr", "High": "qbr"]),
    Column(playbook: "levels", clock: "response", targets: ["L1": "4h", "L2": "2h", "L3": "1h"]),
    Column(playbook: "levels", clock: "promise", targets: all("promise", of: levels)),
    Column(playbook: "levels", clock: "needed-by", targets: all("needed-by", of: levels)),
    Column(playbook: "health", clock: "hypothesis", targets: all("48h", of: stages)),
    Column(playbook: "health", clock: "stage", targets: ["1": "14d", "2": "21d"]),
    Column(playbook: "health", clock: "check-in", targets: ["2": "weekly", "3": "weekly"]),
    Column(playbook: "health", clock: "promise", targets: all("promise", of: stages)),
  ]

  @Test("Every clock has the targets of the tables", arguments: columns)
  func targets(column: Column) throws {
    let playbook = try PlaybookFiles.playbook(column.playbook)
    let rule = try #require(playbook.rule(column.clock))
    for grade in playbook.severities.map(\.id) {
      #expect(rule.target.target(severity: grade, level: nil, stage: nil)?.description == column.targets[grade])
    }
    for grade in playbook.levels.map(\.id) {
      #expect(rule.target.target(severity: nil, level: grade, stage: nil)?.description == column.targets[grade])
    }
    for grade in playbook.stages.map(\.id) {
      #expect(rule.target.target(severity: nil, level: nil, stage: grade)?.description == column.targets[grade])
    }
  }

  @Test("The tables leave out no clock")
  func noOthers() throws {
    for id in BuiltinPlaybooks.all.map(\.id) {
      let clocks = try PlaybookFiles.playbook(id).clocks.map(\.id)
      #expect(clocks == Self.columns.filter { $0.playbook == id }.map(\.clock))
    }
  }

  /// How a clock behaves.
  struct Nature: Sendable, CustomTestStringConvertible {
    var playbook: String
    var clock: String
    var starts = "opened"
    var stops = ""
    var repeats = false
    var pausable = false
    var elapses = false
    var onResolve = ClockRule.OnResolve.keep
    var testDescription: String { "\(playbook) \(clock)" }
  }

  static let natures: [Nature] = [
    Nature(playbook: "risk", clock: "first-response", stops: "acknowledged customer-update", onResolve: .stop),
    Nature(playbook: "risk", clock: "notify", stops: "all-notified"),
    Nature(playbook: "risk", clock: "triage", stops: "all-done:triage", onResolve: .cancel),
    Nature(playbook: "risk", clock: "customer-update", stops: "customer-update", repeats: true),
    Nature(playbook: "risk", clock: "internal-check", stops: "internal-check", repeats: true, onResolve: .cancel),
    Nature(playbook: "risk", clock: "promise", starts: "promised", stops: "customer-update"),
    Nature(playbook: "risk", clock: "needed-by", starts: "opened needed-by-set", stops: "resolved"),
    Nature(playbook: "risk", clock: "renewal", stops: "resolved"),
    Nature(playbook: "protocol", clock: "acknowledge", stops: "acknowledged customer-update", onResolve: .stop),
    Nature(playbook: "protocol", clock: "notify", stops: "all-notified", onResolve: .cancel),
    Nature(
      playbook: "protocol", clock: "customer-update", stops: "customer-update", repeats: true, pausable: true,
      onResolve: .cancel),
    Nature(playbook: "protocol", clock: "promise", starts: "promised", stops: "customer-update"),
    Nature(playbook: "protocol", clock: "needed-by", starts: "needed-by-set", stops: "resolved"),
    Nature(playbook: "protocol", clock: "follow-up", starts: "resolved", stops: "done:follow-up"),
    Nature(playbook: "protocol", clock: "watch", starts: "resolved", elapses: true),
    Nature(playbook: "response", clock: "acknowledge", stops: "acknowledged customer-update", onResolve: .stop),
    Nature(playbook: "response", clock: "response", stops: "substantive-update", onResolve: .stop),
    Nature(playbook: "response", clock: "promise", starts: "promised", stops: "customer-update"),
    Nature(playbook: "response", clock: "needed-by", starts: "opened needed-by-set", stops: "resolved"),
    Nature(playbook: "response", clock: "unresolved", stops: "resolved raised:unresolved"),
    Nature(playbook: "response", clock: "follow-up", starts: "resolved", stops: "done:follow-up"),
    Nature(playbook: "response", clock: "recovery-week", starts: "resolved", stops: "done:recovery-week"),
    Nature(playbook: "response", clock: "recovery-month", starts: "resolved", stops: "done:recovery-month"),
    Nature(playbook: "response", clock: "recovery-qbr", starts: "resolved", stops: "done:recovery-qbr"),
    Nature(
      playbook: "levels", clock: "response", starts: "level-entered", stops: "acknowledged customer-update",
      onResolve: .stop),
    Nature(playbook: "levels", clock: "promise", starts: "promised", stops: "customer-update"),
    Nature(playbook: "levels", clock: "needed-by", starts: "opened needed-by-set", stops: "resolved"),
    Nature(playbook: "health", clock: "hypothesis", stops: "hypothesis-stated", onResolve: .cancel),
    Nature(playbook: "health", clock: "stage", starts: "stage-entered", elapses: true, onResolve: .cancel),
    Nature(
      playbook: "health", clock: "check-in", starts: "stage-entered", stops: "internal-check", repeats: true,
      onResolve: .cancel),
    Nature(playbook: "health", clock: "promise", starts: "promised", stops: "customer-update"),
  ]

  @Test("Every clock starts, stops, repeats and pauses as it should", arguments: natures)
  func behaviour(nature: Nature) throws {
    let rule = try #require(try PlaybookFiles.playbook(nature.playbook).rule(nature.clock))
    #expect(rule.starts.map(\.description).joined(separator: " ") == nature.starts)
    #expect(rule.stops.map(\.description).joined(separator: " ") == nature.stops)
    #expect(rule.repeats == nature.repeats)
    #expect(rule.pausable == nature.pausable)
    #expect(rule.elapses == nature.elapses)
    #expect(rule.onResolve == nature.onResolve)
  }

  @Test("Severities have the bands 1 to 4, a meaning, examples and people")
  func severities() throws {
    for (id, grades) in [("risk", Self.risks), ("protocol", Self.priorities)] {
      let severities = try PlaybookFiles.playbook(id).severities
      #expect(severities.map(\.id) == grades)
      #expect(severities.map(\.band) == [1, 2, 3, 4])
      #expect(severities.allSatisfy { !$0.meaning.isEmpty && !$0.examples.isEmpty && !$0.who.isEmpty })
    }
  }

  @Test("Triage in risk is five steps, each with one accountable person")
  func triage() throws {
    let steps = try PlaybookFiles.playbook("risk").process.filter { $0.group == "triage" }
    #expect(steps.map(\.id) == ["log", "assign", "plan", "tell", "cadence"])
    #expect(steps.allSatisfy { $0.accountable == "CSM" && $0.responsible == ["CSM"] })
    #expect(steps.map(\.consulted) == [[], ["CS manager"], ["PS", "SE"], [], []])
  }

  static let actions: [(String, [Need])] = [
    ("ticket", [.yes, .yes, .yes, .yes]), ("notify-team", [.yes, .yes, .no, .no]),
    ("escalate", [.yes, .ifNeeded, .no, .no]), ("team", [.yes, .ifNeeded, .no, .no]),
    ("call", [.yes, .yes, .ifNeeded, .no]), ("hourly", [.yes, .no, .no, .no]),
    ("root-cause", [.yes, .yes, .yes, .ifNeeded]), ("post-mortem", [.yes, .yes, .ifNeeded, .no]),
  ]

  @Test("The action table of protocol, cell by cell")
  func actionTable() throws {
    let items = try PlaybookFiles.playbook("protocol").checklists.filter { $0.when != .daily }.flatMap(\.items)
    #expect(items.map(\.id) == Self.actions.map(\.0))
    for (item, needs) in zip(items, Self.actions.map(\.1)) {
      #expect(
        Self.priorities.map { item.applies.need(severity: $0, level: nil, stage: nil) } == needs, "\(item.id)")
    }
  }

  @Test("Closing a risk needs a root cause and a prevention item")
  func gates() throws {
    #expect(try PlaybookFiles.playbook("risk").gates.map(\.needs) == [.rootCause, .prevention(atLeast: 1)])
  }

  @Test("A fall of 30 % detects, 40 % suggests S1; D-90 suggests S1, D-30 S0")
  func signals() throws {
    let signals = try PlaybookFiles.playbook("risk").signals
    func suggestion(_ id: String) throws -> String? { try #require(signals.first { $0.id == id }).suggests }
    #expect(try suggestion("usage-down-30") == nil)
    #expect(try suggestion("usage-down-40") == "S1")
    let dated = signals.compactMap { signal in signal.from.map { "\($0) \(signal.suggests ?? "")" } }
    #expect(dated == ["renewal-90d S1", "renewal-30d S0"])
  }
}

@Suite("The reference of the playbook format")
struct PlaybookFormatTests {
  @Test("It names every key, trigger, need and choice that the reader knows")
  func complete() {
    let words =
      PlaybookKeys.allCases.flatMap(\.keys) + Trigger.spellings + [
        "done:STEP", "all-done:GROUP", "raised:PATH", "called:PATH",
      ]
      + Gate.Condition.spellings + Need.allCases.map(\.rawValue) + Checklist.When.allCases.map(\.rawValue)
      + ClockRule.OnResolve.allCases.map(\.rawValue) + SeverityChange.allCases.map(\.rawValue)
    // `each` and `all` stand in an example.
    for word in Set(words).subtracting(PlaybookKeys.minutes.keys) {
      #expect(PlaybookFormat.text.contains("`\(word)`"), "\(word)")
    }
    #expect(PlaybookFormat.text.contains("`{each: 5, all: 25}`"))
  }

  @Test("Its example reads clean")
  func example() throws {
    let parts = PlaybookFormat.text.components(between: "```yaml\n", and: "```")
    #expect(!parts.isEmpty)
    for part in parts { #expect(PlaybookFile.check(text: part, file: "example.yaml") == []) }
  }

  @Test("Every target in it can be read")
  func targets() throws {
    let rows = PlaybookFormat.text.components(between: "| target | due |\n|---|---|\n", and: "\n\n")
    let cells = try #require(rows.first).split(separator: "\n").map { $0.split(separator: "|")[0] }
    let targets = cells.flatMap { String($0).components(between: "`", and: "`") }
    #expect(targets.count > 15)
    for target in targets {
      #expect(throws: Never.self, "\(target)") { try Target(parsing: target.filter { $0 != "\"" }) }
    }
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let from = rest.firstRange(of: start), let to = rest[from.upperBound...].firstRange(of: end) {
      parts.append(String(rest[from.upperBound..<to.lowerBound]))
      rest = rest[to.upperBound...]
    }
    return parts
  }
}
