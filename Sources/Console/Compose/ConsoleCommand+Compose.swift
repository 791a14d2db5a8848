import EscalationDomain
import Messages
import Screen

/// Sending messages.
extension ConsoleCommand {
  static let composing: [ConsoleCommand] = [
    ConsoleCommand(
      .compose, "message", [.character("m")], in: places, .acts, verb: "message send", prompted: true,
      "Write a message from the playbook's templates: fill it, go over it, send it, log it as sent."),
    ConsoleCommand(
      .pickTemplate, "take", [.enter, .character("l"), .right], in: [.templates], .typing, verb: "message list",
      prompted: true, "Take the template; what you left of it is there again."),
    ConsoleCommand(
      .fillMessage, "fill in", [.enter], in: [.message], .typing, prompted: true,
      "Fill in what is missing, to whom it goes and when the next word is promised."),
    ConsoleCommand(
      .editMessage, "edit", [.character("e")], in: [.message], .typing, prompted: true,
      "Go over the text in $VISUAL or $EDITOR."),
    ConsoleCommand(
      .logMessage, "log as sent", [.character("s")], in: [.message], .acts, verb: "message send", prompted: true,
      "Log it as sent, after a look at what it does to the clocks."),
    ConsoleCommand(
      .postMessage, "send", [.character("|")], in: [.message], .acts, verb: "message send --pipe", prompted: true,
      "Give it to the command in $WARROOM_MESSAGE_COMMAND and log it once that took it."),
    ConsoleCommand(
      .copyMessage, "copy", [.character("c")], in: [.message], .acts, prompted: true,
      "Copy it to the clipboard of the terminal (OSC 52); it is not logged by that."),
    ConsoleCommand(
      .writeMessage, "write", [.character("w")], in: [.message], .acts, prompted: true,
      "Write it to a file; it is not logged by that."),
    ConsoleCommand(
      .discardDraft, "start over", [.control("x")], in: [.message], .typing,
      "Take the template as it comes, with nothing typed."),
    ConsoleCommand(
      .leaveMessage, "back", [.escape, .character("q"), .character("h"), .left, .control("c")],
      in: [.templates, .message], .console, prompted: true, "Go back; what you wrote is kept and offered again."),
  ]

  /// What a letter's state leaves of a command.
  func composing(in model: Model) -> Availability {
    if id == .compose { return onMany(in: model) ?? templates(in: model) }
    guard case .compose(let composer) = model.overlay else { return .elsewhere }
    if id == .pickTemplate {
      guard let choices = composer.choices else { return .unavailable("the record is still being read") }
      return choices.isEmpty ? .unavailable("its playbook has no template for it") : .available
    }
    if id == .leaveMessage { return .available }
    guard let letter = composer.letter else { return .elsewhere }
    switch letter.phase {
    case .posting: return .unavailable("the command has it")
    case .logging, .weighing: return .unavailable("it is on its way")
    case .open: break
    }
    switch id {
    case .fillMessage, .discardDraft: return .available
    case .editMessage: return letter.draft == nil ? .unavailable("it could not be filled") : .available
    default: break
    }
    if let obstacle = letter.obstacle {
      return .unavailable("\(obstacle) (\(model.keyName(.fillMessage, in: .message)) asks)")
    }
    guard id == .postMessage || id == .logMessage else { return .available }
    if case .readOnly(let reason) = model.access { return .unavailable(reason) }
    if id == .postMessage, model.viewer.messageCommand == nil {
      return .unavailable("no command is configured; set WARROOM_MESSAGE_COMMAND")
    }
    return .available
  }

  private func templates(in model: Model) -> Availability {
    guard let subject = model.subject else { return .unavailable("no escalation is selected") }
    guard model.policies != nil else { return .unavailable("the playbooks are still being read") }
    let templates = model.playbook(of: subject)?.templates ?? []
    return templates.isEmpty
      ? .unavailable("its playbook has no templates; \(model.keyName(.update, in: .escalation)) records an update")
      : .available
  }
}
