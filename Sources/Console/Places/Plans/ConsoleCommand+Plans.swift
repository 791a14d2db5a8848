import Screen

/// Looking through the plans of all accounts.
extension ConsoleCommand {
  static let amongPlans: [ConsoleCommand] = [
    ConsoleCommand(
      .open, "open", [.enter], in: [.plans], .looking, verb: "show", prompted: true,
      "Look at the escalation of the selected milestone."),
    ConsoleCommand(
      .turnPlans, "list or chart", [.tab, .backTab], in: [.plans], .looking, prompted: true,
      "Show the milestones as a list by due time, or as a chart over time."),
    ConsoleCommand(
      .plansScope, "open/all/done", [.character("A")], in: [.plans], .looking, verb: "milestone list", prompted: true,
      "Turn the list from what is open to everything, then to what is done."),
    ConsoleCommand(
      .chartLater, "later", [.character("l"), .right], in: [.plans], .moving, prompted: true,
      "On to later dates, in the chart."),
    ConsoleCommand(
      .chartEarlier, "earlier", [.character("h"), .left], in: [.plans], .moving, prompted: true,
      "Back to earlier dates, in the chart."),
    ConsoleCommand(.chartToday, "today", [.character("0")], in: [.plans], .moving, "Back to today, in the chart."),
    ConsoleCommand(
      .filter, "filter", [.character("/")], in: [.plans], .looking, verb: "milestone list", prompted: true,
      "Show only the milestones you ask for: words, owner:me, due<7d, plan:late, kind:preventive, -sev:S3."),
    ConsoleCommand(
      .clearFilter, "all of them", [.escape], in: [.plans], .looking, prompted: true, "Take the filter away."),
  ]

  func planning(in model: Model) -> Availability {
    switch id {
    case .plansScope:
      return model.plans.look == .list ? .available : .unavailable("the chart shows what is done too")
    case .chartLater, .chartEarlier: return model.plans.look == .chart ? .available : .elsewhere
    case .chartToday:
      guard model.plans.look == .chart else { return .elsewhere }
      return model.plans.daysAhead == 0 ? .unavailable("it shows today already") : .available
    default: return .available
    }
  }
}
