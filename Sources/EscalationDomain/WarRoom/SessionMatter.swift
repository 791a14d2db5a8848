/// What an act in a session is about: acts about the same matter are told as one, by what came of them.
enum SessionMatter: Hashable {
  case severity
  case level
  case stage
  case owner
  case playbook
  case task(String)
  case milestone(String)
  case milestoneOrder
  case item(list: String, item: String)
  case role(String)
  /// An act that stands for itself, by its number.
  case act(Int64)

  /// A move to another playbook brings grades of its own.
  static func matters(of fact: Fact, _ number: Int64) -> [SessionMatter] {
    switch fact {
    case .severityChanged: [.severity]
    case .levelEntered: [.level]
    case .stageEntered: [.stage]
    case .assigned: [.owner]
    case .playbookChanged: [.playbook, .severity, .level, .stage]
    case .taskAdded(let item): [.task(item.id)]
    case .taskMoved(let id, _), .taskAssigned(let id, _), .taskDone(let id, _), .taskDropped(let id): [.task(id)]
    case .milestoneAdded(let milestone): [.milestone(milestone.id)]
    case .milestonesShifted(let shifts): shifts.map { .milestone($0.id) }
    case .milestoneChanged(let id, _), .milestoneStarted(let id), .milestoneDone(let id, _), .milestoneDropped(let id),
      .milestoneReopened(let id):
      [.milestone(id)]
    case .milestonesOrdered: [.milestoneOrder]
    case .itemDecided(let decision): [.item(list: decision.checklist, item: decision.item)]
    case .roleGiven(let role): [.role(role.role)]
    default: [.act(number)]
    }
  }
}

extension RecordChange {
  /// What it is told of in the minutes; nil for what time brought, and for what is told by the acts themselves.
  var matter: SessionMatter? {
    switch self {
    case .severity: .severity
    case .level: .level
    case .stage: .stage
    case .owner: .owner
    case .playbook: .playbook
    case .taskAdded(let item), .taskDone(let item), .taskDropped(let item), .taskMoved(let item, _),
      .taskAssigned(let item, _), .taskReopened(let item):
      .task(item.id)
    case .milestoneAdded(let id, _, _), .milestoneDone(let id, _), .milestoneDropped(let id, _),
      .milestoneReopened(let id, _), .milestoneMoved(let id, _, _, _), .milestoneStarted(let id, _):
      .milestone(id)
    case .milestoneChanged(let milestone, _): .milestone(milestone.id)
    case .opened, .status, .met, .missed, .breached, .milestoneLate, .health, .updates, .decided: nil
    }
  }
}
