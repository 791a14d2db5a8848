import EscalationDomain
import Screen

extension Model {
  var isAtPlans: Bool { if case .plans = place { true } else { false } }

  /// Reads the plans again where they show.
  mutating func refreshPlans() -> [Effect] { isAtPlans ? plans.reload() : [] }

  mutating func plansLoaded(_ rows: [MilestoneRow], asOf: Instant) -> [Effect] {
    let isOld = plans.reading == .underWayAndOld
    plans.reading = .idle
    plans.checked = asOf
    plans.show(rows, on: plansGround)
    return isOld ? plans.reload() : []
  }

  mutating func plansFailed(_ sentence: String) {
    plans.reading = .failed(sentence, retry: now + 5)
    if plans.isLoaded, isAtPlans { tell(.failed, sentence) }
  }

  /// What time alone asks for while the plans show.
  mutating func tickPlans() -> [Effect] {
    guard isAtPlans else { return [] }
    if plans.isOld(at: now) { plans.arrange(on: plansGround) }
    if case .failed(_, let retry) = plans.reading, retry <= now { return plans.reload() }
    return []
  }

  /// Does what a key means at the plans; nil for what it means everywhere.
  mutating func runAtPlans(_ command: ConsoleCommand.ID) -> [Effect]? {
    guard isAtPlans else { return nil }
    switch command {
    case .turnPlans:
      plans.turn(on: plansGround)
      return []
    case .plansScope:
      plans.turnScope(on: plansGround)
      return []
    case .chartLater: return scroll(1)
    case .chartEarlier: return scroll(-1)
    case .chartToday:
      plans.daysAhead = 0
      return []
    case .open: return openMilestone()
    default: return nil
    }
  }

  /// To the escalation of the selected milestone, with the cursor on that in its plan.
  private mutating func openMilestone() -> [Effect] {
    guard let id = plans.selected, let milestone = plans.selectedMilestone else { return [] }
    let effects = openEscalation(id)
    stand(on: .milestone(milestone), of: id)
    return effects
  }

  mutating func moveAmongPlans(_ command: ConsoleCommand.ID) {
    let page = max(1, plansLayout.list.rows - 2)
    plans.select(Model.stepped(command, from: plans.cursor, count: plans.shown.count, page: page))
  }

  private mutating func scroll(_ quarters: Int) -> [Effect] {
    let goal = plans.daysAhead + quarters * ChartScale(self).quarter
    plans.daysAhead = min(max(goal, -3650), 3650)
    return []
  }
}

extension Model {
  /// What a milestone's escalation says of itself is the board's to tell: a filter that asks for it answers anew.
  mutating func followPlans(_ message: Message) {
    switch message {
    case .boardLoaded, .policyLoaded, .performed, .opened, .viewerChanged:
      guard plans.isLoaded, !plans.applied.isOfWords || plans.line.field != nil else { return }
      plans.arrange(on: plansGround)
      plans.relearn(on: plansGround)
    default: break
    }
  }

  /// When what the plans show reads differently. O(what is on the screen).
  func plansWakes(after instant: Instant) -> [Instant] {
    var wakes = plans.viewport(height: plansLayout.list.rows).visible.compactMap { line -> Instant? in
      guard case .milestone(let index) = plans.lines[line], plans.shown[index].isOpen else { return nil }
      return plans.shown[index].milestone.due.map { DueFace.next($0, after: instant) }
    }
    if let until = plans.arrangedUntil { wakes.append(until) }
    if case .failed(_, let retry) = plans.reading { wakes.append(retry) }
    return wakes
  }
}
