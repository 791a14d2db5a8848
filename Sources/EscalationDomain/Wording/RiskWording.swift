extension RiskFact {
  /// What happened, as the risk's timeline says it.
  public var sentence: String {
    switch self {
    case .registered(let entry):
      "registered with the score \(entry.inherent) (likelihood \(entry.likelihood) × impact \(entry.impactScore))"
    case .revised(let entry):
      "revised, score \(entry.inherent)" + (entry.residual.map { ", residual \($0)" } ?? "")
    case .reviewed(let next, let note):
      "reviewed" + (next.map { ", next on \($0)" } ?? ", no further review planned") + Fact.tail(note)
    case .promoted(let id): "promoted to \(id)"
    case .closed: "closed"
    case .takenBack: "something that was written down no longer counts"
    }
  }
}
