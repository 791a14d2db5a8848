/// Something that is still to be done: a task, a blocker to be removed, a milestone.
public struct OpenAction: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case task
    case blocker
    case milestone
  }
  public var kind: Kind
  public var id: String
  public var title: String
  public var owner: String?
  public var due: Instant?
  public var added: Instant

  /// A question is open as long as nobody has it or nobody knows by when.
  public var isOpenQuestion: Bool { owner == nil || due == nil }

  /// Whether the question alone brings it before the room. A milestone may wait for its time: those before it come first.
  var asksForRoom: Bool { kind == .milestone ? owner == nil : isOpenQuestion }
}

extension Escalation {
  /// Tasks and blockers, then the plan's milestones, each in their order; none of what was closed or cancelled.
  public var openActions: [OpenAction] {
    guard status != .closed, status != .cancelled else { return [] }
    return work.tasks.filter(\.isOpen).map { OpenAction($0) }
      + work.plan.milestones.filter(\.isOpen).map { OpenAction($0) }
  }

  /// What has no owner or no time, as reasons for the room to talk about it. What is due by the session's end is told of
  /// as such, and after the resolution it asks for so long as what is owed does.
  func questionReasons(_ window: RoomWindow, now: Instant, besides told: [AgendaReason]) -> [AgendaReason] {
    if let ended, ended <= now + -AgendaReason.afterlife { return [] }
    let rules = Set(told.compactMap(\.rule))
    return openActions.filter { $0.asksForRoom && !rules.contains($0.rule.text) }.map { action in
      AgendaReason(
        AgendaReason.Kind(action.kind), label: action.title, owner: action.owner, due: action.due,
        isNews: action.added > window.since)
    }
  }
}

extension OpenAction {
  init(_ state: TaskState) {
    let item = state.task
    self.init(
      kind: item.isBlocker ? .blocker : .task, id: item.id, title: item.title, owner: item.owner, due: item.due,
      added: state.added.at)
  }

  init(_ state: MilestoneState) {
    let milestone = state.milestone
    self.init(
      kind: .milestone, id: milestone.id, title: milestone.title, owner: milestone.owner, due: milestone.due,
      added: state.added.at)
  }

  /// The rule of its clock.
  fileprivate var rule: OwnRule { kind == .milestone ? .milestone(id) : .task(id) }
}

extension AgendaReason.Kind {
  fileprivate init(_ kind: OpenAction.Kind) {
    switch kind {
    case .task: self = .task
    case .blocker: self = .blocker
    case .milestone: self = .milestone
    }
  }

  /// Something that somebody has to do by a time.
  var isAction: Bool { self == .milestone || self == .task || self == .blocker }
}

extension AgendaReason {
  /// Something to do that nobody has, or that has no time.
  public var isOpenQuestion: Bool { kind.isAction && (owner == nil || due == nil) }
}
