import Screen

extension ConsoleCommand {
  /// Every command, in the order in which footers and documentation show them.
  public static let all: [ConsoleCommand] =
    selecting
    + registering
    + meeting
    + working
    + reaching
    + planning
    + amongPlans
    + acts
    + people
    + composing
    + opening
    + takingBack
    + looking
    + going
    + aroundRisk
    + choosingColumns
    + ended
    + typing
    + moving
    + viewing
    + finding
    + console
    + drafting
    + settling
    + glancing
    + hiding

  private static let acts: [ConsoleCommand] = [
    ConsoleCommand(
      .acknowledge, "ack", [.character("a")], in: places, .acts, verb: "ack", also: "acknowledge respond",
      prompted: true,
      "Record the first response to the customer, with a note if you like."),
    ConsoleCommand(
      .reopen, "reopen", [.character("A")], in: [.escalation], .acts, verb: "reopen", prompted: true,
      "Open a resolved or closed one again, with the reason: new cycles start, the old ones stay."),
    ConsoleCommand(
      .update, "update", [.character("u")], in: places, .acts, verb: "update", also: "tell inform",
      prompted: true,
      "Record what the customer was told, by which channel, and the time promised for the next update."),
    ConsoleCommand(
      .note, "note", [.character("n")], in: places, .acts, verb: "note", also: "comment", prompted: true,
      "Write down a note for the team."),
    ConsoleCommand(
      .assign, "owner", [.character("o")], in: places, .acts, verb: "assign", also: "assignee holder",
      prompted: true,
      "Give it another owner, or nobody."),
    ConsoleCommand(
      .severity, "severity", [.character("s")], in: places, .acts, verb: "severity", also: "priority",
      prompted: true,
      "Change the severity, after a look at every deadline before and after."),
    ConsoleCommand(
      .pause, "pause", [.character("p")], in: places, .acts, verb: "pause", also: "hold wait", prompted: true,
      "Wait on the customer: why, and until when. Only clocks that may pause do."),
    ConsoleCommand(
      .resume, "resume", [.character("p")], in: places, .acts, verb: "resume", also: "continue unpause",
      prompted: true,
      "Go on after a pause; paused clocks get their deadlines back, later by the time lost."),
    ConsoleCommand(
      .resolve, "resolve", [.character("r")], in: places, .acts, verb: "resolve", also: "solve fix finish complete",
      prompted: true,
      "Say how it was resolved; it leaves the board once you confirm."),
    ConsoleCommand(
      .undo, "undo", [.character("U")], in: places, .acts, verb: "undo", also: "revert", prompted: true,
      "Undo: take back the newest act on it, whoever did it; named before you confirm."),
  ]

  private static let looking: [ConsoleCommand] = [
    ConsoleCommand(
      .open, "open", [.enter, .character("l"), .right], in: [.board], .looking, verb: "show", prompted: true,
      "Look at the selected escalation: clocks, work, timeline, people, details."),
    ConsoleCommand(
      .explain, "explain", [.character("x")], in: places, .looking, verb: "explain", prompted: true,
      "Show where a clock's deadline comes from, stretch by stretch; on the board, of its most urgent clock."),
    ConsoleCommand(
      .explainClock, "explain", [.enter], in: [.escalation], .looking, verb: "explain",
      "The same of the selected clock, among the clocks."),
    ConsoleCommand(
      .guidance, "guidance", [.character("i")], in: places, .looking, verb: "guidance",
      "Read the playbook's advice, what fits this escalation first."),
    ConsoleCommand(
      .nextPane, "next pane", [.tab, .character("l"), .right, .character("]")], in: [.escalation], .looking,
      prompted: true,
      "Go to the next pane or tab."),
    ConsoleCommand(
      .previousPane, "previous pane", [.backTab, .character("[")], in: [.escalation], .looking,
      "Go to the previous pane or tab."),
    ConsoleCommand(
      .filter, "filter", [.character("/")], in: [.board], .looking, verb: "list", also: "search find", prompted: true,
      "Show only the rows you ask for: words, sev:S0..S1, owner:me, due<4h, breached, plan:late, -paused, or."),
    ConsoleCommand(
      .clearFilter, "all rows", [.escape], in: [.board], .looking, prompted: true, "Take the filter away."),
    ConsoleCommand(
      .sort, "sort", [.character("S"), .function(6)], in: [.board], .looking, verb: "list", also: "order",
      prompted: true,
      "Choose what the rows are sorted by; it shows with an arrow over its column."),
    ConsoleCommand(
      .reverse, "reverse", [.character("R"), .character("I")], in: [.board], .looking, verb: "list",
      "Sort the other way round."),
    ConsoleCommand(
      .nextEscalation, "next", [.character("J")], in: [.escalation], .looking, prompted: true,
      "Go to the next escalation in the order of the place that this one was opened from."),
    ConsoleCommand(
      .previousEscalation, "previous", [.character("K")], in: [.escalation], .looking, prompted: true,
      "Go to the previous escalation in the order of the place that this one was opened from."),
    ConsoleCommand(
      .back, "back", [.escape, .character("h"), .character("q"), .left], in: [.escalation], .looking, prompted: true,
      "Go back to where it was opened from: the board, the plans or the register."),
    ConsoleCommand(
      .back, "back", [.escape, .character("q")], in: [.plans, .register], .looking, prompted: true,
      "Go back to the board."),
  ]

  private static let typing: [ConsoleCommand] = [
    ConsoleCommand(
      .keepFilter, "keep", [.enter], in: [.filter], .typing, prompted: true, "Keep the filter and go to the rows."),
    ConsoleCommand(
      .clearFilter, "all rows", [.escape, .control("c")], in: [.filter], .typing, prompted: true,
      "Take the filter away."),
    ConsoleCommand(
      .pickOrder, "sort", [.enter, .character("l"), .right], in: [.orders], .typing, prompted: true,
      "Sort by it; chosen again, it is turned round."),
    ConsoleCommand(
      .closeOrders, "leave", [.escape, .character("q"), .character("h"), .left, .control("c")], in: [.orders], .typing,
      prompted: true, "Leave the order as it is."),
    ConsoleCommand(
      .submit, "save", [.enter, .control("s")], in: [.form], .typing, prompted: true,
      "Save. On a field that is not the last, enter goes to the next one; ctrl-s saves from any."),
    ConsoleCommand(
      .nextField, "next field", [.tab, .down], in: [.form], .typing, prompted: true,
      "Go to the next field; in a list, down goes to the next entry."),
    ConsoleCommand(
      .previousField, "previous field", [.backTab, .up], in: [.form], .typing,
      "Go to the previous field; in a list, up goes to the previous entry."),
    ConsoleCommand(
      .leaveForm, "keep for later", [.escape, .control("c")], in: [.form], .typing, prompted: true,
      "Leave; what you typed is kept and offered again."),
    ConsoleCommand(
      .discardDraft, "start over", [.control("x")], in: [.form], .typing, prompted: true,
      "Empty every field of the form."),
    ConsoleCommand(
      .editText, "editor", [.control("e")], in: [.form], .typing, prompted: true,
      "In a text of more than one row, and in notes: go on in $VISUAL or $EDITOR; alt-enter is a new line here."),
    ConsoleCommand(.confirm, "yes", [.character("y")], in: [.confirmation], .typing, prompted: true, "Yes, do it."),
    ConsoleCommand(
      .decline, "no", [.character("n"), .escape, .character("q"), .control("c")], in: [.confirmation], .typing,
      prompted: true, "No, leave it as it is."),
  ]

  private static let scrolling: Set<Scope> = [
    .board, .escalation, .plans, .room, .register, .explanation, .guidance, .orders, .templates, .message,
    .confirmation, .risk, .columns, .views, .output, .drafts, .conflict, .messages,
  ]

  /// Lists beside something that is typed: letters are not theirs.
  private static let typedLists: Set<Scope> = [.help, .filter, .ended, .palette]

  private static let moving: [ConsoleCommand] = [
    ConsoleCommand(
      .nextLate, "late", [.character("b")], in: [.board], .moving, prompted: true,
      "To the next one past its deadline, round and round; where none is, to the one due first."),
    ConsoleCommand(
      .nextSection, "next section", [.character("}"), .character("]")], in: [.board], .moving,
      "To the next severity's first row."),
    ConsoleCommand(
      .previousSection, "previous section", [.character("{"), .character("[")], in: [.board], .moving,
      "To this severity's first row, then to the one before."),
    ConsoleCommand(.down, "down", [.character("j"), .down], in: scrolling, .moving, "One down."),
    ConsoleCommand(.up, "up", [.character("k"), .up], in: scrolling, .moving, "One up."),
    ConsoleCommand(.down, "down", [.down], in: typedLists, .moving, "One down."),
    ConsoleCommand(.up, "up", [.up], in: typedLists, .moving, "One up."),
    ConsoleCommand(.first, "first", [.character("g"), .home], in: scrolling, .moving, "To the first."),
    ConsoleCommand(.last, "last", [.character("G"), .end], in: scrolling, .moving, "To the last."),
    ConsoleCommand(
      .halfPageDown, "half a page down", [.control("d")], in: scrolling, .moving, "Half a page down."),
    ConsoleCommand(.halfPageUp, "half a page up", [.control("u")], in: scrolling, .moving, "Half a page up."),
    ConsoleCommand(
      .pageDown, "page down", [.pageDown, .control("f")], in: scrolling.union(typedLists), .moving,
      "A page down."
    ),
    ConsoleCommand(
      .pageUp, "page up", [.pageUp, .control("b")], in: scrolling.union(typedLists), .moving, "A page up."
    ),
  ]

  private static let console: [ConsoleCommand] = [
    ConsoleCommand(
      .closeExplanation, "close",
      [.escape, .character("q"), .character("h"), .character("x"), .enter, .left, .control("c")], in: [.explanation],
      .console,
      prompted: true, "Close the explanation."),
    ConsoleCommand(
      .closeGuidance, "close",
      [.escape, .character("q"), .character("h"), .character("i"), .enter, .left, .control("c")], in: [.guidance],
      .console, prompted: true, "Close the guidance."),
    ConsoleCommand(
      .closeHelp, "close", [.escape, .enter, .control("c")], in: [.help], .console, prompted: true,
      "Close the help; esc takes what you typed away first."),
    ConsoleCommand(
      .help, "help", [.character("?"), .function(1)], in: places, .console, also: "keys shortcuts", prompted: true,
      "Show the keys; type to narrow them down."),
    ConsoleCommand(
      .help, "help", [.function(1)], in: [.filter], .console, prompted: true,
      "Show what can be asked for, and the keys; at the start of a word ? does so too."),
    ConsoleCommand(
      .theme, "theme", [.character("t")], in: places, .console, also: "colours colors dark light",
      "Change to the next theme."),
    ConsoleCommand(
      .redraw, "redraw", [.control("l")], in: Set(Scope.allCases), .console,
      "Paint the screen anew and read the store again."),
    ConsoleCommand(
      .suspend, "suspend", [.control("z")], in: Set(Scope.allCases), .console,
      "Back to the shell for a while; `fg` returns."),
    ConsoleCommand(
      .quit, "quit", [.character("q"), .control("c")], in: [.board], .console, also: "exit", prompted: true,
      "Leave the console."),
    ConsoleCommand(
      .quit, "quit", [.control("c")], in: [.escalation, .plans, .room, .register], .console, also: "exit",
      "Leave the console."),
  ]
}
