import EscalationDomain

/// What is asked of an escalation, what is open first: what the Work pane lists and its cursor moves over.
public struct WorkList: ItemList, Hashable, Sendable {
  /// Neighbouring items under one heading.
  public struct Section: Hashable, Sendable {
    public var title: String
    public var items: [WorkItem]
  }

  public let sections: [Section]
  /// Those of all sections, in order.
  public let items: [WorkItem]

  /// O(items × decisions).
  public init(_ record: Escalation, policy: Policy, now: Instant) {
    let view = WorkView(record, policy: policy, now: now)
    let isOver = record.status == .closed || record.status == .cancelled
    var all = isOver ? [] : WorkList.asked(record, view)
    let tasks = record.work.tasks.sorted { WorkList.isBefore($0, $1) }.map { WorkItem(what: .task($0)) }
    all.insert(Section(title: "Tasks", items: tasks), at: 0)
    if isOver { all += WorkList.kept(record, view) }
    sections = WorkList.openFirst(all)
    items = sections.flatMap(\.items)
  }

  /// How many there are to do or to decide, and how many of them are done.
  public var count: (done: Int, all: Int) {
    let counted = items.filter { $0.standing != .quiet }
    return (counted.count { $0.standing == .decided }, counted.count)
  }

  private static func asked(_ record: Escalation, _ view: WorkView) -> [Section] {
    let called = view.paths.filter { $0.state != .quiet }
    var sections = [Section(title: "Bring in", items: called.map { WorkItem(what: .path($0)) })]
    sections += view.checklists.map { list in
      Section(
        title: "\(list.checklist.label) · \(list.checklist.words)",
        items: list.items.map { WorkItem(what: .item(list.checklist, $0)) })
    }
    sections.append(Section(title: "Who must hear", items: view.obligations.map { WorkItem(what: .obligation($0)) }))
    sections.append(
      Section(title: "Steps", items: view.playbook.process.map { WorkItem(what: .step($0, record.work.steps[$0.id])) }))
    sections.append(Section(title: "Hypothesis", items: hypothesis(record, view)))
    sections.append(Section(title: "Before closing", items: view.gates.map { WorkItem(what: .gate($0)) }))
    sections.append(
      Section(
        title: "Bring in once it holds",
        items: view.paths.filter { $0.state == .quiet }.map { WorkItem(what: .path($0)) }))
    return sections
  }

  /// Of one that is over: what was done in spite of what was asked.
  private static func kept(_ record: Escalation, _ view: WorkView) -> [Section] {
    let over = view.gates.filter { $0.override != nil }.map { WorkItem(what: .gate($0)) }
    let raised = view.paths.filter { $0.state != .quiet && !$0.isOpen }.map { WorkItem(what: .path($0)) }
    return [Section(title: "Closed in spite of", items: over + raised)]
  }

  private static func hypothesis(_ record: Escalation, _ view: WorkView) -> [WorkItem] {
    if let last = record.work.hypotheses.last { return [WorkItem(what: .hypothesis(last))] }
    if view.playbook.hypotheses.isEmpty || !record.status.isOpen { return [] }
    return [WorkItem(what: .noHypothesis(likely: view.likelyHypothesis))]
  }

  /// The open ones by what they are, then what nothing waits for, then all that is done.
  private static func openFirst(_ sections: [Section]) -> [Section] {
    func part(_ standing: WorkItem.Standing) -> [Section] {
      sections.compactMap { section in
        let items = section.items.filter { $0.standing == standing }
        return items.isEmpty ? nil : Section(title: section.title, items: items)
      }
    }
    let done = sections.flatMap { $0.items.filter { $0.standing == .decided } }
    return part(.open) + part(.quiet) + (done.isEmpty ? [] : [Section(title: "Done and decided", items: done)])
  }

  /// By due time, those without one last, in the order in which they came.
  private static func isBefore(_ first: TaskState, _ second: TaskState) -> Bool {
    (first.task.due ?? .max, first.added.at) < (second.task.due ?? .max, second.added.at)
  }
}

extension Model {
  /// What is asked of a record now; nil until the playbooks are read.
  func work(of record: Record) -> WorkList? {
    policies?.book.editions[record.escalation.edition].map {
      WorkList(record.escalation, policy: $0, now: now)
    }
  }

  /// The item under the cursor of the Work pane, where that has the keys.
  var selectedWork: WorkItem? {
    guard case .escalation(let place) = place, place.pane == .work, let record = records[place.id],
      let list = work(of: record), let index = list.index(of: place.work)
    else { return nil }
    return list.items[index]
  }
}
