import Screen

/// Finding one's way: the palette, the command line, the trail of places, the mouse.
extension ConsoleCommand {
  static let finding: [ConsoleCommand] = [
    ConsoleCommand(
      .palette, "palette", [.control("p")], in: places, .console, prompted: true,
      "Find any command, escalation, place or theme by a few letters, and run it or go there."),
    ConsoleCommand(
      .pickEntry, "run", [.enter], in: [.palette], .typing, prompted: true, "Run it, as its key would, or go there."),
    ConsoleCommand(
      .closePalette, "leave", [.escape, .control("c"), .control("p")], in: [.palette], .typing, prompted: true,
      "Leave; esc takes what you typed away first."),
    ConsoleCommand(
      .commandLine, "command", [.character(":")], in: places, .console,
      "Type a command as on the command line; the selected escalation stands in where an id is left out."),
    ConsoleCommand(
      .runLine, "run", [.enter], in: [.commandLine], .typing, prompted: true, "Run what is typed."),
    ConsoleCommand(
      .completeLine, "complete", [.tab], in: [.commandLine], .typing, prompted: true,
      "Complete the word; again, the next one that fits."),
    ConsoleCommand(
      .completeBack, "the one before", [.backTab], in: [.commandLine], .typing, "The one before that fits."),
    ConsoleCommand(
      .earlierLine, "earlier", [.up, .control("p")], in: [.commandLine], .typing, prompted: true,
      "The command before, of those that begin as what is typed."),
    ConsoleCommand(.laterLine, "later", [.down, .control("n")], in: [.commandLine], .typing, "The command after."),
    ConsoleCommand(
      .leaveLine, "leave", [.escape, .control("c")], in: [.commandLine], .typing, prompted: true,
      "Leave; a command that runs goes on."),
    ConsoleCommand(
      .closeOutput, "close", [.escape, .character("q"), .character("h"), .enter, .left, .control("c")],
      in: [.output], .console, prompted: true, "Close what the command said."),
    ConsoleCommand(
      .jumpBack, "jump back", [.character("<"), .control("o"), .character("'")], in: places, .moving,
      "Back to where you were before the last jump, place by place."),
    ConsoleCommand(
      .jumpForward, "jump forward", [.character(">")], in: places, .moving, "Forward again, after going back."),
    ConsoleCommand(
      .mouse, "mouse", [.character("!")], in: places, .console,
      "Take the mouse, or leave it to the terminal, whose own selection of text works then."),
  ]
}
