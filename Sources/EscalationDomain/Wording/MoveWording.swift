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
    if before.isOpen, after.isOpen { return .kept }
    return after.isOpen ? .starts : .ends
  }

  /// What no step to another playbook touches.
  public static let untouched =
    "owner, contacts, roles, tasks, hypotheses, messages, its own gates and the timeline; checklists, gates and who must "
    + "hear are the new playbook's"
}

extension DeadlineMove.Side {
  /// `Tue 15:05`, `Tue 10:00 late`, `paused`, `met late`. What was breached and has a deadline ahead again is not late
  /// by it.
  ///
  /// - Parameter time: how an instant is told.
  public func words(now: Instant, _ time: (Instant) -> String) -> String {
    guard let state else { return "no such clock" }
    switch state {
    case .met: return "met in time"
    case .missed: return "met late"
    case .cancelled: return "does not run"
    case .paused: return "paused"
    case .pending, .running, .breached:
      guard let deadline else { return "waits" }
      if deadline < now { return "\(time(deadline)) late" }
      return state == .breached ? "\(time(deadline)), late before" : time(deadline)
    }
  }
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
