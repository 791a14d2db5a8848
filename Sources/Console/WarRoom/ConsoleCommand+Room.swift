import EscalationDomain
import Screen

/// Running the war room.
extension ConsoleCommand {
  static let meeting: [ConsoleCommand] = [
    ConsoleCommand(
      .startRoom, "start", [.character("S")], in: [.room], .acts, verb: "war-room start", also: "begin meeting",
      prompted: true, "Start the session: its agenda stands from here on, and you lead through it."),
    ConsoleCommand(
      .nextOnAgenda, "next", [.character("J")], in: [.room], .acts, verb: "war-room next", prompted: true,
      "Go on to what is next on the agenda and was not talked about; consoles that follow go along."),
    ConsoleCommand(
      .previousOnAgenda, "previous", [.character("K")], in: [.room], .acts, verb: "war-room back",
      "Go back to what stands before it on the agenda."),
    ConsoleCommand(
      .markDone, "done", [.character(" ")], in: [.room], .acts, verb: "checklist done", also: "complete tick check",
      prompted: true, "Mark the item of the checklist done; one that was answered is opened again."),
    ConsoleCommand(
      .notNeeded, "not needed", [.character("-")], in: [.room], .acts, verb: "checklist skip", prompted: true,
      "Decide against the item of the checklist, with a reason."),
    ConsoleCommand(
      .carryOver, "carry over", [.character(".")], in: [.room], .acts, verb: "checklist carry", also: "postpone leave",
      prompted: true, "Leave the item of the checklist to the next session; it stays open."),
    ConsoleCommand(
      .decision, "decision", [.character("d")], in: [.room], .acts, verb: "decide", also: "capture record",
      prompted: true, "Write down what the room decided about the escalation."),
    ConsoleCommand(
      .blocker, "blocker", [.character("b")], in: [.room], .acts, verb: "blocker", also: "obstacle impediment",
      prompted: true, "Write down what is in the way, who removes it and by when."),
    ConsoleCommand(
      .addMilestone, "milestone", [.character("+")], in: [.room], .acts, verb: "milestone add", also: "action new",
      "Add a milestone to the escalation's plan: what, who, by when."),
    ConsoleCommand(
      .review, "review", [.character("v")], in: [.room], .acts, verb: "review", also: "stage questions check-in",
      prompted: true, "Answer the questions that the playbook asks when it looks at the stage."),
    ConsoleCommand(
      .enterOnAgenda, "before the room", [.enter], in: [.room], .acts, verb: "war-room enter", prompted: true,
      "Put the selected one before the room, in the agenda of a session that runs."),
    ConsoleCommand(
      .open, "open", [.enter, .character("l"), .right], in: [.room], .looking, verb: "show", prompted: true,
      "Look at the escalation in its place; back leads here again."),
    ConsoleCommand(
      .skipOnAgenda, "skip", [.character("y")], in: [.room], .acts, verb: "war-room skip", also: "leave out",
      prompted: true, "Leave it out of this session, with a reason; a skipped one is put back."),
    ConsoleCommand(
      .addToAgenda, "add", [.character("A")], in: [.room], .acts, verb: "war-room add", prompted: true,
      "Put an escalation on the agenda: one that came up, or any by its id, with a reason."),
    ConsoleCommand(
      .pinOnAgenda, "pin", [.character("*")], in: [.room], .acts, verb: "war-room pin", prompted: true,
      "Put it first, or next once the session runs; again: take the pin off."),
    ConsoleCommand(
      .earlierOnAgenda, "earlier", [.character("(")], in: [.room], .acts, verb: "war-room order",
      "Move it one earlier on the agenda."),
    ConsoleCommand(
      .laterOnAgenda, "later", [.character(")")], in: [.room], .acts, verb: "war-room order",
      "Move it one later on the agenda."),
    ConsoleCommand(
      .adjourn, "break", [.character("B")], in: [.room], .acts, verb: "war-room adjourn", also: "adjourn pause lunch",
      prompted: true, "Break the session off for a while, or go on where it was; no time counts meanwhile."),
    ConsoleCommand(
      .endRoom, "end", [.character("Q")], in: [.room], .acts, verb: "war-room end", also: "close finish",
      prompted: true, "End the session; its minutes stand from here on."),
    ConsoleCommand(
      .takeLead, "lead", [.character("w")], in: [.room], .acts, verb: "war-room drive", also: "drive", prompted: true,
      "Lead through the agenda from this console; the others follow."),
    ConsoleCommand(
      .attendance, "who is here", [.character("I")], in: [.room], .acts, verb: "war-room attend",
      also: "roles attendance commander scribe", "Write down who is here and who has which role."),
    ConsoleCommand(
      .timebox, "timebox", [.character("e")], in: [.room], .acts, verb: "war-room timebox", also: "minutes time",
      "Change how long the room means to talk, about each and in all."),
    ConsoleCommand(
      .roomNote, "room note", [.character("N")], in: [.room], .acts, verb: "war-room note",
      "Write down what was said about no one escalation."),
    ConsoleCommand(
      .copyMinutes, "copy", [.character("Y")], in: [.room], .acts, verb: "minutes --copy", also: "clipboard slack",
      prompted: true, "Copy the minutes as Markdown (Minutes)."),
    ConsoleCommand(
      .writeMinutes, "to a file", [.character("f")], in: [.room], .acts, verb: "minutes --out", prompted: true,
      "Write the minutes into a file; its ending says how: .md, .txt, .html, .json (Minutes)."),
    ConsoleCommand(
      .postMinutes, "send", [.character("|")], in: [.room], .acts, verb: "minutes --pipe", prompted: true,
      "Give the minutes to the message command (Minutes)."),
    ConsoleCommand(
      .nextPane, "next part", [.tab, .character("]")], in: [.room], .looking, prompted: true,
      "On to the next part: meeting, agenda, since, checklist, minutes."),
    ConsoleCommand(
      .previousPane, "previous part", [.backTab, .character("[")], in: [.room], .looking, "Back to the part before."),
    ConsoleCommand(
      .back, "back", [.escape, .character("q")], in: [.room], .looking, prompted: true,
      "Go back to the board; a session goes on until it is ended."),
  ]

  /// Whether it is the war room's to say if it can do something now.
  func isOfRoom(_ model: Model) -> Bool {
    switch id {
    case .startRoom, .nextOnAgenda, .previousOnAgenda, .enterOnAgenda, .skipOnAgenda, .addToAgenda, .pinOnAgenda,
      .earlierOnAgenda, .laterOnAgenda, .adjourn, .endRoom, .takeLead, .attendance, .timebox, .roomNote, .decision,
      .blocker, .review, .carryOver, .copyMinutes, .writeMinutes, .postMinutes:
      true
    case .markDone, .notNeeded: model.isAtRoom
    default: false
    }
  }

  /// What the session leaves of a command.
  func inRoom(_ model: Model) -> Availability {
    guard model.isAtRoom else { return .elsewhere }
    guard let file = model.room.file else { return .unavailable("the session is still being read") }
    if let minutes = minutes(in: model) { return minutes }
    if case .readOnly(let reason) = model.access { return .unavailable(reason) }
    let room = file.room
    switch id {
    case .startRoom: return room.started == nil ? .available : .unavailable("it has started")
    case .nextOnAgenda:
      return leading(
        model, room, to: room.next, else: "nothing is left on the agenda; \(key(.endRoom, model)) ends it")
    case .previousOnAgenda: return leading(model, room, to: room.previous, else: "nothing stands before it")
    case .enterOnAgenda:
      guard model.room.look == .agenda, room.started != nil else { return .elsewhere }
      guard let id = model.room.subject, room.agenda.contains(id) else { return .elsewhere }
      if room.current == id { return .elsewhere }
      return leading(model, room, to: id, else: "")
    case .adjourn, .endRoom: return room.started == nil ? .unavailable("it has not started") : .available
    case .takeLead:
      guard model.room.hasStarted else { return .unavailable("no session runs") }
      if case .adjourned = room.condition { return .unavailable("there is a break; \(key(.adjourn, model)) goes on") }
      return room.driver != nil && model.leadsRoom ? .unavailable("you lead already") : .available
    case .skipOnAgenda, .pinOnAgenda, .earlierOnAgenda, .laterOnAgenda: return onAgenda(model, file)
    case .addToAgenda where ![.agenda, .meeting].contains(model.room.look): return .elsewhere
    case .markDone, .carryOver, .notNeeded: return item(model)
    case .decision, .blocker:
      guard let subject = model.subject else { return .unavailable("no escalation is before the room") }
      guard subject.status != .closed, subject.status != .cancelled else {
        return .unavailable("it is \(subject.status.rawValue)")
      }
      return .available
    case .review:
      guard let review = model.reviewAsked else { return .unavailable("its playbook asks no look at a stage") }
      return review.questions.isEmpty ? .unavailable("its stage asks no questions") : .available
    default: return .available
    }
  }

  /// The part of the war room where it means something, said where it does not.
  var partOfRoom: String? {
    switch id {
    case .markDone, .notNeeded, .carryOver: "choose an item in the Meeting or the Checklist"
    case .skipOnAgenda, .pinOnAgenda, .earlierOnAgenda, .laterOnAgenda: "choose it on the Agenda"
    case .addToAgenda: "turn to the Agenda or the Meeting"
    case .copyMinutes, .writeMinutes, .postMinutes: "turn to the Minutes"
    default: nil
    }
  }

  private func key(_ id: ConsoleCommand.ID, _ model: Model) -> String { model.keyName(id, in: .room) }

  private func leading(_ model: Model, _ room: Room, to goal: EscalationID?, else nothing: String) -> Availability {
    guard room.started != nil else {
      return .unavailable("the session has not started; \(key(.startRoom, model)) starts it")
    }
    if case .adjourned = room.condition { return .unavailable("there is a break; \(key(.adjourn, model)) goes on") }
    guard goal != nil else { return .unavailable(nothing) }
    return model.leadsRoom ? .available : follows(room, model)
  }

  private func follows(_ room: Room, _ model: Model) -> Availability {
    let name = room.driver.map { $0.name == model.viewer.actor ? "another console of yours" : $0.name } ?? "somebody"
    return .unavailable("\(name) leads; \(key(.takeLead, model)) takes the lead")
  }

  private func onAgenda(_ model: Model, _ file: RoomFile) -> Availability {
    guard [.agenda, .meeting].contains(model.room.look) else { return .elsewhere }
    guard let subject = model.room.subject else { return .unavailable("no escalation is selected") }
    if id == .skipOnAgenda { return .available }
    let order = file.items.map(\.id)
    guard let place = order.firstIndex(of: subject) else { return .unavailable("it is not on the agenda") }
    switch id {
    case .earlierOnAgenda: return place == 0 ? .unavailable("it is the first") : .available
    case .laterOnAgenda: return place == order.count - 1 ? .unavailable("it is the last") : .available
    default: return .available
    }
  }

  private func item(_ model: Model) -> Availability {
    guard [.meeting, .checklist].contains(model.room.look) else { return .elsewhere }
    guard case .item(let id, let checklist, let name) = model.room.selected else {
      return .unavailable("nothing is asked here today")
    }
    if model.room.marking != nil { return .unavailable("the last mark is being saved") }
    let item = model.room.file?.checklist(of: id).first { $0.checklist == checklist && $0.item.id == name }
    guard let item else { return .unavailable("nothing is asked here today") }
    switch self.id {
    case .notNeeded:
      guard item.isOpen else { return .unavailable("it is decided; \(key(.markDone, model)) opens it again") }
      if item.need == .yes { return .unavailable("it is asked for at this grade; it can be done but not declined") }
      return model.selectedRoomItem == nil ? .unavailable("its record is still being read") : .available
    case .carryOver:
      if case .carriedOver = item.answer { return .unavailable("it is carried over already") }
      return item.isOpen ? .available : .unavailable("it is decided; \(key(.markDone, model)) opens it again")
    default: return .available
    }
  }

  /// Of what goes out; nil for any other command.
  private func minutes(in model: Model) -> Availability? {
    switch id {
    case .copyMinutes, .writeMinutes, .postMinutes:
      guard model.room.look == .minutes else { return .elsewhere }
      guard model.room.minutes != nil else { return .unavailable("there are no minutes yet") }
      if id == .postMinutes, model.viewer.messageCommand == nil {
        return .unavailable("no message command is set; see warroom config")
      }
      return .available
    default: return nil
    }
  }
}
