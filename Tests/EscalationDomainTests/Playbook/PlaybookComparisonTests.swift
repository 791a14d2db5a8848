import Testing

@testable import EscalationDomain

@Suite("Two playbooks side by side")
struct PlaybookComparisonTests {
  static func playbook(_ id: String, _ grades: [(String, Int)], _ rules: [ClockRule]) -> Playbook {
    var playbook = Playbook(id: id, name: id)
    playbook.severities = grades.map { Grade(id: $0.0, name: $0.0, band: $0.1) }
    playbook.clocks = rules
    return playbook
  }

  static let ours = playbook(
    "ours", [("A", 1), ("B", 2), ("C", 4)],
    [
      rule(.by(.severity, ["A": "2h", "B": "4bh", "C": "1bd"]), "first-response", onResolve: .stop),
      rule(.by(.severity, ["A": "daily", "B": "weekly"]), "cadence", stops: [.customerUpdate], repeats: true),
      rule("24h", "triage", stops: [.resolved]),
      rule("promise", "promise", starts: [.promised], stops: [.customerUpdate]),
    ])

  static let theirs = playbook(
    "theirs", [("X", 1), ("Y", 2), ("Z", 3)],
    [
      rule(.by(.severity, ["X": "15m", "Y": "4bh"]), "acknowledge", onResolve: .stop),
      rule(.by(.severity, ["X": "1h"]), "updates", stops: [.customerUpdate], repeats: true, pausable: true),
      rule("promise", "word", starts: [.promised], stops: [.customerUpdate]),
      rule("7d", "watch", starts: [.resolved], stops: [], elapses: true),
    ])

  /// `topic subject [band]: first | second verdict`, without what is the same.
  static func lines(_ a: Playbook, _ b: Playbook) -> [String] {
    PlaybookComparison(a, b).rows.filter { $0.verdict != .same }.map { row in
      let band = row.band.map { " [\($0)]" } ?? ""
      return
        "\(row.topic.rawValue) \(row.subject)\(band): \(row.first ?? "-") | \(row.second ?? "-") \(row.verdict.rawValue)"
    }
  }

  @Test("Clocks meet by what they are for, grades by their band; what only one has stands alone")
  func clocks() {
    #expect(
      Self.lines(Self.ours, Self.theirs) == [
        "scale Grades: severities A B C | severities X Y Z differ", "scale Band 3: - | Z only-second",
        "scale Band 4: C | - only-first", "target First response [1]: 2h | 15m contradict",
        "target triage: 24h | - only-first", "target Watch after the resolution: - | 7d only-second",
        "cadence Customer update [1]: daily | 1h contradict", "cadence Customer update [2]: weekly | - only-first",
        "clock Customer update: pauses: no | yes differ",
      ])
  }

  @Test("A playbook does not differ from itself, and each difference turns round with the two")
  func symmetry() {
    #expect(Self.lines(Self.ours, Self.ours) == [])
    let (there, back) = (PlaybookComparison(Self.ours, Self.theirs), PlaybookComparison(Self.theirs, Self.ours))
    #expect(there.count(.onlyFirst) == back.count(.onlySecond))
    #expect(there.count(.contradict) == back.count(.contradict))
    #expect(there.count(.same) == back.count(.same))
    #expect(there.grades.map(\.band) == [1, 2, 3, 4])
  }

  @Test("Gates by band, who may pass over them, severity changes, people, thresholds, goals")
  func others() {
    var (a, b) = (Self.ours, Self.ours)
    b.id = "other"
    a.gates = [
      Gate(id: "cause", label: "Cause", needs: .rootCause, overriddenBy: ["VP"]),
      Gate(id: "more", label: "More", needs: .prevention(atLeast: 1)),
    ]
    b.gates = [
      Gate(id: "why", label: "Why", needs: .rootCause, applies: .by(.severity, ["A": .yes, "B": .ifNeeded])),
      Gate(id: "more", label: "More", needs: .prevention(atLeast: 2)),
      Gate(id: "call", label: "Call", needs: .step("call")),
    ]
    b.severityChange = .fromChange
    a.notify = [NotifyRule(grade: "A", scale: .severity, stakeholders: ["VP"], channels: ["call"])]
    b.notify = [NotifyRule(grade: "A", scale: .severity, stakeholders: ["VP", "AE"], channels: [])]
    (a.health, b.health) = (HealthPolicy(red: 40), HealthPolicy())
    a.metrics = [MetricTarget(id: "csat", label: "CSAT", goal: ">7")]
    b.metrics = [MetricTarget(id: "csat", label: "CSAT"), MetricTarget(id: "churn", label: "Churn", goal: "<5%")]
    b.calendar = "acme"
    #expect(
      Self.lines(a, b) == [
        "severity change New targets count: from-start | from-change contradict",
        "gate root-cause [2]: root-cause | root-cause if needed contradict",
        "gate root-cause [4]: root-cause | - only-first", "gate prevention: prevention:1 | prevention:2 contradict",
        "gate step:call: - | step:call only-second", "authority Over root-cause: VP | whoever leads differ",
        "notify Who hears [1]: VP by call | VP, AE differ", "threshold Red below: 40 | 50 contradict",
        "goal CSAT: >7 | watched contradict", "goal Churn: - | <5% only-second",
        "calendar Calendar: - | acme only-second",
      ])
  }
}
