import Screen

/// How an escalation begins, moves and ends.
extension ConsoleCommand {
  static let opening: [ConsoleCommand] = [
    ConsoleCommand(
      .newEscalation, "new", [.character("N")], in: [.board], .acts, verb: "open", also: "create add",
      prompted: true,
      "Open a new escalation, after a look at every deadline that starts with it."),
    ConsoleCommand(
      .move, "move", [.character("M")], in: places, .acts, verb: "move",
      "Put it under another playbook, after a look at what is kept, what ends and what starts."),
    ConsoleCommand(
      .raise, "raise", [.character("P")], in: places, .acts, verb: "path raise",
      "Bring people in on an internal path, with what they were told or asked."),
    ConsoleCommand(
      .cancel, "cancel", [.character("X")], in: places, .acts, verb: "cancel",
      "Take it off the board as no escalation after all, with the reason, once you confirm."),
  ]

  /// Among what has left the board.
  static let ended: [ConsoleCommand] = [
    ConsoleCommand(
      .lookAmongEnded, "ended", [.character("A")], in: [.board], .looking, verb: "list --ended",
      "Look among resolved, closed and cancelled ones; from its place one is opened again or closed."),
    ConsoleCommand(
      .openEnded, "open", [.enter], in: [.ended], .looking, prompted: true, "Look at the one under the cursor."),
    ConsoleCommand(
      .closeEnded, "leave", [.escape, .control("c")], in: [.ended], .looking, prompted: true,
      "Back to the board; esc takes what you typed away first."),
  ]
}
