import Screen

/// Going from place to place: one key each, the same everywhere.
extension ConsoleCommand {
  /// Where an escalation is at hand to act on.
  static let places: Set<Scope> = [.board, .escalation, .plans, .room, .register]

  static let going: [ConsoleCommand] = [
    ConsoleCommand(.goBoard, "board", [.character("1")], in: places, .moving, "To the board."),
    ConsoleCommand(
      .goEscalation, "escalation", [.character("2")], in: [.board, .plans, .room, .register], .moving,
      "To the place of the selected escalation."),
    ConsoleCommand(.goPlans, "plans", [.character("3")], in: places, .moving, "To the plans of all accounts."),
    ConsoleCommand(
      .goRoom, "war room", [.character("4")], in: places, .moving, verb: "war-room", also: "meeting agenda minutes",
      "To the war room: the agenda, the meeting, what changed, today's checklist and the minutes."),
    ConsoleCommand(
      .goRegister, "register", [.character("5")], in: places, .moving,
      "To the register of every risk and escalation."),
  ]
}
