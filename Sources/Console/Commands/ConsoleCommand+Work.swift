import Screen

/// What is done about the work that a playbook asks for.
extension ConsoleCommand {
  /// On the lines of the Work pane.
  static let working: [ConsoleCommand] = [
    ConsoleCommand(
      .markDone, "done", [.character(" "), .enter], in: [.escalation], .acts,
      also: "complete finish finished check tick",
      prompted: true,
      "Mark the selected line done, or take up what it waits for; a decided item is opened again (Work pane)."),
    ConsoleCommand(
      .notNeeded, "not needed", [.character("-")], in: [.escalation], .acts, also: "skip drop remove", prompted: true,
      "Decide against the selected line, with a reason (Work pane)."),
    ConsoleCommand(
      .override, "pass over", [.character("O")], in: [.escalation], .acts, verb: "gate override", also: "skip",
      prompted: true,
      "Pass over the selected gate, with authority and a reason (Work pane)."),
  ]

  /// On an escalation as a whole.
  static let people: [ConsoleCommand] = [
    ConsoleCommand(
      .task, "task", [.character("T")], in: places, .acts, verb: "task add", also: "todo action",
      "Give somebody something to do, by a time if you like."),
    ConsoleCommand(
      .hypothesis, "hypothesis", [.character("H")], in: places, .acts, verb: "hypothesis state", also: "cause guess",
      "State what is behind it; an entry of the playbook's menu brings its first action along, as a task."),
    ConsoleCommand(
      .role, "role", [.character("W")], in: places, .acts, verb: "role",
      "Give a role of the war room to somebody."),
    ConsoleCommand(
      .level, "level", [.character("L")], in: places, .acts, verb: "level",
      "Enter another level, after a look at every deadline before and after."),
    ConsoleCommand(
      .stage, "stage", [.character("E")], in: places, .acts, verb: "stage",
      "Enter another stage by your judgment, after a look at every deadline before and after."),
    ConsoleCommand(
      .confirmed, "confirmed", [.character("c")], in: places, .acts, verb: "confirm",
      "Record that the customer confirmed that it is solved."),
    ConsoleCommand(
      .close, "close", [.character("C")], in: places, .acts, verb: "close", also: "end finish complete archive",
      "Close it with its outcome, once no gate stands in the way and you confirm."),
  ]
}
