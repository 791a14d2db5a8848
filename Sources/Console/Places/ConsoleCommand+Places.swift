import Screen

/// Going from place to place: one key each, the same everywhere.
extension ConsoleCommand {
  /// Where an escalation is at hand to act on.
  static let places: Set<Scope> = [.board, .escalation, .plans, .register]

  static let going: [ConsoleCommand] = [
    ConsoleCommand(.goBoard, "board", [.character("1")], in: places, .moving, "To the board."),
    ConsoleCommand(
      .goEscalation, "escalation", [.character("2")], in: [.board, .plans, .register], .moving,
      "To the place of the selected escalation."),
    ConsoleCommand(.goPlans, "plans", [.character("3")], in: places, .moving, "To the plans of all accounts."),
    ConsoleCommand(
      .goRegister, "register", [.character("5")], in: places, .moving,
      "To the register of every risk and escalation."),
  ]
}
