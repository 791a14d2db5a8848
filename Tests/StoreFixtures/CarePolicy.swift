import EscalationDomain
import EscalationStore

extension RoomPolicy {
  /// A playbook that follows health scores: it opens after three red dates, advances after 14 and 21 days, and closes
  /// after 30 days above 50.
  public static let care = PolicyText(.playbook, id: "care", text: "care")

  static func carePlaybook() throws -> Playbook {
    var playbook = Playbook(id: "care", name: "Care")
    playbook.stages = ["1", "2", "3"].enumerated().map { Grade(id: $1, name: "Stage \($1)", band: 3 - $0) }
    var stage = ClockRule(
      id: "stage", label: "Stage review", starts: [.stageEntered], stops: [],
      target: .by(.stage, ["1": try Target(parsing: "14d"), "2": try Target(parsing: "21d")]), elapses: true,
      onResolve: .cancel)
    stage.advances = true
    playbook.clocks = [stage]
    playbook.gates = [Gate(id: "streak", label: "Thirty days above", needs: .healthStreak(days: 30))]
    playbook.health = HealthPolicy(
      dimensions: ["usage", "relationship"], enterpriseValue: Money(minorUnits: 5_000_000, currency: "USD"))
    playbook.hypotheses = [
      Hypothesis(id: "budget", label: "Budget", action: "Talk money"),
      Hypothesis(id: "champion", label: "Champion left", action: "Map", dimension: "relationship"),
      Hypothesis(id: "usage", label: "Usage falls", action: "Call", dimension: "usage"),
    ]
    return playbook
  }
}
