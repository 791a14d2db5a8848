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
    let known = score.dimensions.filter { dimension in hypotheses.contains { $0.dimension == dimension.name } }
    guard let weakest = known.min(by: { $0.score < $1.score }) else { return nil }
    return hypotheses.first { $0.dimension == weakest.name }
  }
}
