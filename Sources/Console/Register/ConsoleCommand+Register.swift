import EscalationDomain
import Screen

/// What is done in the register, in its list of columns and on a risk.
extension ConsoleCommand {
  /// What means something of its own in the register.
  static let ofRegister: Set<ID> = [.open, .sort, .reverse]

  private static let risks: Set<Scope> = [.register, .risk]

  /// Before the acts on an escalation, with which some take turns.
  static let registering: [ConsoleCommand] = [
    ConsoleCommand(
      .open, "open", [.enter, .character("l"), .right], in: [.register], .looking, verb: "show", prompted: true,
      "Look at the selected one: an escalation in its place, a risk with every field and all that happened to it."),
    ConsoleCommand(
      .filter, "filter", [.character("/")], in: [.register], .looking, verb: "register", prompted: true,
      "Show only the rows you ask for, among all there are: words, kind:risk, score>12, review<7d, sev:S0, owner:me."),
    ConsoleCommand(
      .clearFilter, "all rows", [.escape], in: [.register], .looking, prompted: true, "Take the filter away."),
    ConsoleCommand(
      .registerScope, "open/all/ended", [.character("A")], in: [.register], .looking, verb: "register",
      prompted: true, "Turn from what is open to everything, then to what has ended."),
    ConsoleCommand(
      .sort, "sort", [.character("S"), .function(6)], in: [.register], .looking, verb: "register", prompted: true,
      "Choose what the rows are sorted by, among the columns; it shows with an arrow over its column."),
    ConsoleCommand(
      .reverse, "reverse", [.character("R"), .character("I")], in: [.register], .looking, verb: "register",
      "Sort the other way round."),
    ConsoleCommand(
      .chooseColumns, "columns", [.character("|")], in: [.register], .looking, verb: "register", prompted: true,
      "Choose the columns and their order."),
    ConsoleCommand(
      .newRisk, "new risk", [.character("N")], in: [.register], .acts, verb: "risk add", prompted: true,
      "Put a risk into the register."),
    ConsoleCommand(
      .open, "its escalation", [.enter, .character("l"), .right], in: [.risk], .looking, verb: "show", prompted: true,
      "To the place of the escalation that it became."),
    ConsoleCommand(
      .assessRisk, "assess", [.character("e")], in: risks, .acts, verb: "risk revise", prompted: true,
      "On a risk: change what its entry says, its scores first."),
    ConsoleCommand(
      .reviewRisk, "review", [.character("w")], in: risks, .acts, verb: "risk review", prompted: true,
      "On a risk: record that somebody looked at it, and when the next look is due."),
    ConsoleCommand(
      .promoteRisk, "promote", [.character("P")], in: risks, .acts, verb: "risk promote", prompted: true,
      "On a risk: make it an escalation, after a look at every deadline that starts with it."),
    ConsoleCommand(
      .closeRisk, "close", [.character("C")], in: risks, .acts, verb: "risk close", prompted: true,
      "On a risk: take it off the register, with the reason."),
    ConsoleCommand(
      .leaveRisk, "back", [.escape, .character("q"), .character("h"), .left], in: [.risk], .looking, prompted: true,
      "Back to the register."),
  ]

  static let choosingColumns: [ConsoleCommand] = [
    ConsoleCommand(
      .toggleColumn, "show or hide", [.character(" ")], in: [.columns], .typing, prompted: true,
      "Show the column, or hide it."),
    ConsoleCommand(
      .columnEarlier, "left", [.character("(")], in: [.columns], .typing, prompted: true, "Move it one to the left."),
    ConsoleCommand(
      .columnLater, "right", [.character(")")], in: [.columns], .typing, prompted: true, "Move it one to the right."),
    ConsoleCommand(
      .sortByColumn, "sort", [.enter], in: [.columns], .typing, verb: "register", prompted: true,
      "Sort by it; chosen again, it is turned round."),
    ConsoleCommand(
      .resetColumns, "as they were", [.character("x")], in: [.columns], .typing, prompted: true,
      "Columns and order as a new console has them."),
    ConsoleCommand(
      .closeColumns, "close", [.escape, .character("q"), .character("|"), .control("c")], in: [.columns], .typing,
      prompted: true, "Close the list."),
  ]

  /// The console's own, where a risk shows.
  static let aroundRisk: [ConsoleCommand] = [
    ConsoleCommand(.goBoard, "board", [.character("1")], in: [.risk], .moving, "To the board."),
    ConsoleCommand(.goPlans, "plans", [.character("3")], in: [.risk], .moving, "To the plans of all accounts."),
    ConsoleCommand(.goRoom, "war room", [.character("4")], in: [.risk], .moving, "To the war room."),
    ConsoleCommand(.goRegister, "register", [.character("5")], in: [.risk], .moving, "Back to the register."),
    ConsoleCommand(
      .help, "help", [.character("?"), .function(1)], in: [.risk], .console, prompted: true,
      "Show the keys; type to narrow them down."),
    ConsoleCommand(.theme, "theme", [.character("t")], in: [.risk], .console, "Change to the next theme."),
    ConsoleCommand(.quit, "quit", [.control("c")], in: [.risk], .console, "Leave the console."),
  ]

  /// Whether it is the register's to say if it can do something now.
  func isOfRegister(_ model: Model) -> Bool {
    switch id {
    case .newRisk, .assessRisk, .reviewRisk, .promoteRisk, .closeRisk: true
    case .open: model.place == .register
    default: false
    }
  }

  /// What the register leaves of a command that belongs to it.
  func registering(in model: Model) -> Availability {
    switch id {
    case .open:
      if model.register.risk != nil {
        return model.register.risk?.row.escalation == nil
          ? .unavailable("it has not become an escalation") : .available
      }
      return model.register.selectedRow == nil ? .unavailable("nothing is selected") : .available
    case .newRisk:
      if case .readOnly(let reason) = model.access { return .unavailable(reason) }
      return .available
    case .assessRisk, .reviewRisk, .promoteRisk, .closeRisk:
      guard let risk = model.register.selectedRisk else { return .elsewhere }
      if case .readOnly(let reason) = model.access { return .unavailable(reason) }
      if risk.status == .closed { return .unavailable("it is closed") }
      guard id == .promoteRisk else { return .available }
      if risk.status == .promoted { return .unavailable("it is \(risk.escalation?.text ?? "promoted") already") }
      guard let policies = model.policies else { return .unavailable("the playbooks are still being read") }
      return policies.book.current.playbooks.isEmpty ? .unavailable("no playbook is installed") : .available
    default: return .available
    }
  }
}
