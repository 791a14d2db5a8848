/// A milestone and how it went.
public struct MilestoneState: Hashable, Sendable, Identifiable {
  public enum Condition: Hashable, Sendable {
    case open
    case started(Work.Stamp)
    case done(Work.Stamp, evidence: String?)
    case dropped(Work.Stamp)
  }

  /// The word for where it stands, as lists and JSON spell it.
  public enum Status: String, Hashable, Sendable {
    case planned
    case started
    /// Something that must be over before it is not.
    case blocked
    case done
    case dropped
  }

  public var milestone: Milestone
  public var added: Work.Stamp
  public var condition: Condition

  public var id: String { milestone.id }

  public var isOpen: Bool {
    switch condition {
    case .open, .started: true
    case .done, .dropped: false
    }
  }

  /// Past the due time means after it, not at it, as for its clock.
  public func isLate(at now: Instant) -> Bool { isOpen && milestone.due.map { $0 < now } ?? false }

  public var isDone: Bool { if case .done = condition { true } else { false } }

  /// When it was completed, and what shows it.
  public var completion: (stamp: Work.Stamp, evidence: String?)? {
    if case .done(let stamp, let evidence) = condition { (stamp, evidence) } else { nil }
  }
}

extension Plan {
  /// Those that must be over before a milestone and are not.
  public func blockers(of milestone: MilestoneState) -> [MilestoneState] {
    milestone.milestone.after.compactMap(self.milestone).filter(\.isOpen)
  }

  public func status(of milestone: MilestoneState) -> MilestoneState.Status {
    switch milestone.condition {
    case .done: .done
    case .dropped: .dropped
    case .started: .started
    case .open: blockers(of: milestone).isEmpty ? .planned : .blocked
    }
  }
}
