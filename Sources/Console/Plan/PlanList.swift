import EscalationDomain

/// The corrective action plan of an escalation: what the Plan pane lists and its cursor moves over.
public struct PlanList: ItemList, Sendable {
  public enum Kind: Hashable, Sendable { case milestones, plan, checks }

  /// Neighbouring items under one heading.
  public struct Section: Hashable, Sendable {
    public var kind: Kind
    public var items: [PlanItem]
  }

  public let sections: [Section]
  /// Those of all sections, in order.
  public let items: [PlanItem]
  public let progress: (done: Int, of: Int)
  /// Whether anybody wrote anything of it down.
  public let isWritten: Bool
  /// How many the playbook's outline would add.
  public let outlined: Int

  /// What is worked on every day comes first. O(milestones × dependencies + outline × milestones).
  ///
  /// - Parameter outline: the playbook's.
  public init(_ record: Escalation, outline: [OutlineItem]) {
    let plan = record.work.plan
    let milestones = plan.milestones.map { state in
      PlanItem(what: .milestone(state, blockers: plan.blockers(of: state).map(\.id)))
    }
    sections = [
      Section(kind: .milestones, items: milestones + [PlanItem(what: .newMilestone)]),
      Section(
        kind: .plan,
        items: [
          PlanItem(what: .text(.problem, plan.problem)),
          PlanItem(what: .text(.rootCause, record.resolution?.rootCause)),
          PlanItem(what: .text(.outcome, plan.outcome)), PlanItem(what: .metric(plan.metric)),
          PlanItem(what: .exitCriteria(plan.exitCriteria)),
        ]),
      Section(
        kind: .checks,
        items: [PlanItem(what: .text(.verifier, plan.verifier))]
          + PlanLook.allCases.map { PlanItem(what: .look($0, due: plan.looks[$0], found: plan.findings[$0])) }
          + [PlanItem(what: .signOff(plan.signedOff))]),
    ]
    items = sections.flatMap(\.items)
    progress = plan.progress
    isWritten = !plan.isEmpty
    let titles = Set(plan.milestones.map(\.milestone.title))
    outlined = outline.count { !titles.contains($0.title) }
  }

  /// What the playbook's outline does for it, if anything.
  var outlineHint: String? {
    if outlined == 0 { return nil }
    let isFirst = !items.contains { $0.milestone != nil }
    return isFirst ? "starts from the playbook's outline of \(outlined)" : "adds \(outlined) of the playbook's outline"
  }

  /// Lines that it takes where each milestone has a second one; none for a plan of which nothing is written down.
  var shownRows: Int { isWritten ? lineCount + items.count { $0.milestone != nil } : 0 }
}

extension Model {
  /// The plan of a record; an outline is known once the playbooks are read.
  func plan(of record: Record) -> PlanList {
    PlanList(record.escalation, outline: playbook(of: record.escalation)?.outline ?? [])
  }

  /// The line of the plan under the cursor: of the Plan pane, and on Plans the milestone.
  var selectedPlanItem: PlanItem? {
    switch place {
    case .escalation(let place):
      guard place.pane == .plan, let record = records[place.id] else { return nil }
      let list = plan(of: record)
      return list.index(of: place.plan).map { list.items[$0] }
    case .plans:
      guard let id = plans.selected, let milestone = plans.selectedMilestone else { return nil }
      return planItem(.milestone(milestone), of: id)
    case .board, .room, .register: return nil
    }
  }

  var selectedMilestone: MilestoneState? { selectedPlanItem?.milestone }

  /// A line of a plan as it stands now; nil while the record is not at hand and where it went.
  func planItem(_ name: PlanItem.Name, of id: EscalationID) -> PlanItem? {
    records[id].flatMap { plan(of: $0).items.first { $0.name == name } }
  }
}
