import Screen

/// Views of the board, and typing a filter.
extension ConsoleCommand {
  static let viewing: [ConsoleCommand] = [
    ConsoleCommand(
      .showView, "view", SavedView.keys.map { .function($0) }, in: places.union([.views]), .looking,
      verb: "view show", "Show the view of that key on the board."),
    ConsoleCommand(.nextView, "next view", [.tab], in: [.board], .looking, "To the next view, round and round."),
    ConsoleCommand(
      .previousView, "previous view", [.backTab], in: [.board], .looking, "To the view before, round and round."),
    ConsoleCommand(
      .listViews, "views", [.character("v")], in: [.board], .looking, verb: "view list",
      "List the views with their keys and how many rows each has."),
    ConsoleCommand(
      .saveView, "save view", [.character("V")], in: [.board], .looking, verb: "view save", also: "bookmark",
      "Save what the board shows, filter and order, as a view with a key of its own."),
    ConsoleCommand(
      .completeFilter, "take", [.tab], in: [.filter], .typing, prompted: true,
      "Take what is offered, or list what there is to ask for; up and down choose."),
    ConsoleCommand(
      .pickView, "show", [.enter, .character("l"), .right], in: [.views], .typing, prompted: true,
      "Show the board through this view."),
    ConsoleCommand(
      .changeView, "change", [.character("e")], in: [.views], .typing, prompted: true,
      "Change its name, filter or key."),
    ConsoleCommand(.dropView, "drop", [.character("-")], in: [.views], .typing, prompted: true, "Drop it."),
    ConsoleCommand(.viewUp, "up", [.character("(")], in: [.views], .typing, prompted: true, "Move it up in the list."),
    ConsoleCommand(
      .viewDown, "down", [.character(")")], in: [.views], .typing, prompted: true, "Move it down in the list."),
    ConsoleCommand(
      .closeViews, "leave", [.escape, .character("q"), .character("h"), .character("v"), .left, .control("c")],
      in: [.views], .typing, prompted: true, "Leave the list."),
  ]
}
