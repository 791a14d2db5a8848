/// What a score means, as a word: red below the first threshold, yellow below the second.
public enum HealthBand: String, Hashable, Sendable, CaseIterable {
  case red
  case yellow
  case green
}

extension HealthPolicy {
  /// The band of a composite or a dimension, 0 to 100.
  public func band(_ score: Int) -> HealthBand { score < red ? .red : score < yellow ? .yellow : .green }
}

extension Playbook {
  /// The likely cause by the score: the first of the menu that goes with the weakest dimension that any goes with.
  /// Source: PLAYBOOKS `health`, stage 1.
  public func suggestedHypothesis(by score: HealthScore) -> Hypothesis? {
    func entry(_ dimension: String) -> Hypothesis? {
      hypotheses.first { $0.dimension?.lowercased() == dimension.lowercased() }
    }
    let known = score.dimensions.filter { entry($0.name) != nil }
    return known.min { $0.score < $1.score }.flatMap { entry($0.name) }
  }
}
