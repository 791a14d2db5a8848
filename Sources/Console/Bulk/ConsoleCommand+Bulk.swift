import EscalationDomain
import Screen

/// Selecting several, and going back and forth through what this console did.
extension ConsoleCommand {
  static let selecting: [ConsoleCommand] = [
    ConsoleCommand(
      .letGo, "unselect", [.escape], in: [.board, .register], .acts, prompted: true,
      "Select none of them; nothing else changes."),
    ConsoleCommand(
      .selectRow, "select", [.character(" ")], in: [.board, .register], .acts,
      "Select the row, or unselect it, and go to the next: acts then go to all that are selected, after one look."),
    ConsoleCommand(
      .selectAll, "select all", [.character("*")], in: [.board, .register], .acts,
      "Select every row that shows; again, none of them. What the filter hides stays as it is."),
  ]

  static let takingBack: [ConsoleCommand] = [
    ConsoleCommand(
      .takeBack, "undo last", [.character("z")], in: places.union([.risk]), .acts, verb: "undo",
      "Undo: take back what you did last in this console, wherever it was; named before you confirm."),
    ConsoleCommand(
      .doAgain, "redo", [.character("Z"), .control("r")], in: places.union([.risk]), .acts, verb: "redo",
      also: "repeat",
      "Redo: do again what was taken back last, where nobody has acted on it since."),
    ConsoleCommand(
      .earlier, "the one before", [.character("z"), .character("Z")], in: [.confirmation], .typing, prompted: true,
      "When asked whether to take back or do again: ask about the act before that one instead."),
  ]

  /// What a selection leaves of an act; nil where none is in force.
  func onMany(in model: Model) -> Availability? {
    guard model.actsOnMany else { return nil }
    if case .readOnly(let reason) = model.access { return .unavailable(reason) }
    guard let kind = Form.Kind(id), kind.worksOnMany else {
      return .unavailable("it is done one at a time; esc unselects them")
    }
    switch id {
    case .pause:
      return model.selectedSubjects.contains { $0.status != .paused } ? .available : .unavailable("they are paused")
    case .resume:
      return model.selectedSubjects.contains { $0.status == .paused }
        ? .available : .unavailable("none of them is paused")
    case .severity, .level, .stage:
      return model.policies == nil ? .unavailable("the playbooks are still being read") : .available
    default: return .available
    }
  }

  func selecting(in model: Model) -> Availability {
    switch id {
    case .letGo: return model.selection.isEmpty ? .elsewhere : .available
    case .selectAll: return model.listedEscalations.isEmpty ? .unavailable("nothing shows here") : .available
    default: return model.subject == nil ? .unavailable("no escalation is selected") : .available
    }
  }

  func takingBack(in model: Model) -> Availability {
    if id == .earlier {
      guard case .confirmation(.session(let question)) = model.overlay else { return .elsewhere }
      return model.session.before(question) == nil ? .unavailable("there is none before it") : .available
    }
    if case .readOnly(let reason) = model.access { return .unavailable(reason) }
    if id == .takeBack {
      return model.session.done.isEmpty ? .unavailable("you have done nothing here yet") : .available
    }
    return model.session.undone.isEmpty ? .unavailable("nothing was taken back") : .available
  }
}

extension Form.Kind {
  /// Whether one form can say it for many.
  var worksOnMany: Bool {
    switch self {
    case .acknowledge, .update, .note, .assign, .severity, .level, .stage, .pause, .resume, .resolve, .close, .task,
      .confirmed, .reopen, .cancel:
      true
    default: false
    }
  }
}
