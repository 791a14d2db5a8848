/// An internal path as it stands for a record: whether something calls for it, and whether it was taken.
///
/// Source: PLAYBOOKS `response`, internal path.
public struct PathState: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    /// Nothing calls for it yet; where no clock does, a person says so.
    case quiet
    /// Its clock was breached, or somebody noticed what calls for it, and nobody has raised it yet.
    case called(since: Instant)
    case raised(Work.Stamp, to: [String], note: String?)
  }
  public var path: InternalPath
  public var state: State
  /// Who noticed what calls for it, while nobody has raised it.
  public var noticed: Work.Stamped<PathCalled>?

  public init(path: InternalPath, state: State, noticed: Work.Stamped<PathCalled>? = nil) {
    self.path = path
    self.state = state
    self.noticed = noticed
  }

  public var isOpen: Bool {
    if case .called = state { return true }
    return false
  }
}

extension Escalation {
  /// The playbook's internal paths in its order. What is resolved calls for none; what was raised stays so until a
  /// reopening, or until the next level or stage where that starts the path's clock anew.
  ///
  /// O(paths × clock cycles).
  public func paths(of playbook: Playbook, now: Instant) -> [PathState] {
    playbook.paths.map { path in
      if let raised = work.raisedPaths.last(where: { $0.value.path == path.id }) {
        return PathState(path: path, state: .raised(raised.stamp, to: raised.value.to, note: raised.value.note))
      }
      let noticed = status.isOpen ? work.calledPaths.first { $0.value.path == path.id } : nil
      let since = [call(path, of: playbook, now: now), noticed?.stamp.at].compactMap(\.self).min()
      return PathState(path: path, state: since.map { .called(since: $0) } ?? .quiet, noticed: noticed)
    }
  }

  /// When the path's clock was first breached since the opening or the latest reopening; of one that each level or
  /// stage starts anew, the present one's alone counts.
  private func call(_ path: InternalPath, of playbook: Playbook, now: Instant) -> Instant? {
    guard status.isOpen, let rule = path.clock else { return nil }
    let begun = path.isAskedAnew(in: playbook) ? work.round.grades.since : .min
    return clocks.lazy.filter { $0.rule == rule && !($0.breach?.corrected ?? false) && $0.started >= begun }
      .compactMap { $0.breached(at: now) }.filter { $0 >= work.since }.min()
  }
}

extension InternalPath {
  /// Whether each level or stage has the path for itself, since it starts the path's clock.
  func isAskedAnew(in playbook: Playbook) -> Bool {
    clock.flatMap(playbook.rule)?.starts.contains { $0 == .levelEntered || $0 == .stageEntered } ?? false
  }
}
