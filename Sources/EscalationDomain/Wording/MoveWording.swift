extension DeadlineMove {
  /// What a step to another playbook does to a clock.
  public enum Effect: String, Hashable, Sendable, CaseIterable {
    /// It goes on from where it started.
    case kept
    case ends
    case starts

    public var words: String {
      switch self {
      case .kept: "goes on"
      case .ends: "ends"
      case .starts: "starts now"
      }
    }
  }

  public var effect: Effect {
    if before.state != nil, after.state != nil { return .kept }
    return after.state == nil ? .ends : .starts
  }

  /// What no step to another playbook touches.
  public static let untouched =
    "owner, contacts, roles, tasks, hypotheses, messages, its own gates and the timeline; checklists, gates and who must "
    + "hear are the new playbook's"
}

extension Escalation {
  /// `W-1 moves from risk as S1 to protocol as P2`.
  public func sentence(for move: PlaybookMove) -> String {
    func graded(_ playbook: String, _ grade: GradeLabel?) -> String {
      playbook + (grade.map { " as \($0.words)" } ?? "")
    }
    return "\(id) moves from \(graded(playbook, gradeLabel)) to \(graded(move.playbook, move.gradeLabel))"
  }
}
