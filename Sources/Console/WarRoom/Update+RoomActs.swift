import EscalationDomain

/// What a key does in the war room.
extension Model {
  /// Whether this console leads through the agenda; where nobody does, whoever comes first will.
  var leadsRoom: Bool {
    guard let room = room.room, room.driver != nil else { return true }
    return room.isDriven(by: viewer.actor, on: console)
  }

  /// Does what a key means in the war room; nil for what it means everywhere.
  mutating func runInRoom(_ command: ConsoleCommand.ID) -> [Effect]? {
    guard isAtRoom, overlay == nil else { return nil }
    switch command {
    case .nextPane: return turnRoom(1)
    case .previousPane: return turnRoom(-1)
    case .open: return openFromRoom()
    case .startRoom: return openRoomForm(.startRoom)
    case .nextOnAgenda: return room.room?.next.map { lead(to: $0) } ?? []
    case .previousOnAgenda: return room.room?.previous.map { lead(to: $0) } ?? []
    case .enterOnAgenda: return room.subject.map { lead(to: $0) } ?? []
    case .adjourn:
      if case .adjourned = room.room?.condition { return goOn() }
      return write([.adjourned])
    case .endRoom:
      overlay = .confirmation(.endRoom)
      return []
    case .takeLead: return write([.driven(console: console)])
    case .skipOnAgenda:
      guard let id = room.subject else { return [] }
      return room.room?.skipped[id] == nil ? openRoomForm(.skipOnAgenda) : write([.unskipped(id)])
    case .addToAgenda: return addToAgenda()
    case .pinOnAgenda:
      guard let id = room.subject else { return [] }
      return write([room.room?.pinned.contains(id) ?? false ? .unpinned(id) : .pinned(id)])
    case .earlierOnAgenda: return moveOnAgenda(-1)
    case .laterOnAgenda: return moveOnAgenda(1)
    case .attendance: return openRoomForm(.attendance)
    case .timebox: return openRoomForm(.timebox)
    case .roomNote: return openRoomForm(.roomNote)
    case .decision: return openForm(Form.Kind.decision)
    case .blocker: return openForm(Form.Kind.blocker)
    case .review: return openForm(Form.Kind.review)
    case .markDone: return answerItem(.done)
    case .carryOver: return answerItem(.carriedOver)
    case .notNeeded: return selectedRoomItem.map { openForm(.notNeeded, about: $0) } ?? []
    case .copyMinutes: return minutesOut(.copy)
    case .postMinutes: return minutesOut(.command)
    case .writeMinutes: return openRoomForm(.minutesFile)
    default: return nil
    }
  }

  func write(_ facts: [RoomFact], why: String? = nil) -> [Effect] {
    room.file.map { [.room(.write(facts, in: $0.room(for: facts), why: why))] } ?? []
  }

  private func lead(to id: EscalationID) -> [Effect] {
    // Whoever leads first where nobody did, leads from here on.
    write((room.room?.driver == nil ? [.driven(console: console)] : []) + [.entered(id)])
  }

  /// After a break the room is where it was, unless that was skipped meanwhile.
  private func goOn() -> [Effect] {
    let last = room.room.flatMap { room in room.last.flatMap { room.agenda.contains($0) ? $0 : nil } }
    return write([.continued] + (last.map { [.entered($0)] } ?? []))
  }

  private mutating func openFromRoom() -> [Effect] {
    guard let id = room.subject else { return [] }
    return openEscalation(id)
  }

  /// What came up since the start goes onto the agenda as it is; anything else by its id.
  private mutating func addToAgenda() -> [Effect] {
    if room.look == .agenda, let id = room.subject, room.file?.arrivals.contains(where: { $0.id == id }) ?? false {
      return write([.added(id)], why: "it came up since the session began")
    }
    return openRoomForm(.addToAgenda)
  }

  private func moveOnAgenda(_ by: Int) -> [Effect] {
    guard let id = room.subject, var order = room.file?.items.map(\.id), let here = order.firstIndex(of: id),
      order.indices.contains(here + by)
    else { return [] }
    order.swapAt(here, here + by)
    return write([.ordered(order)])
  }

  /// Marks the item under the cursor; one that was answered is opened again.
  private mutating func answerItem(_ choice: ItemDecision.Choice) -> [Effect] {
    guard case .item(let id, let checklist, let item) = room.selected else { return [] }
    let isOpen = room.file?.checklist(of: id).first { $0.checklist == checklist && $0.item.id == item }?.isOpen ?? true
    room.marking = room.selected
    let decision = ItemDecision(checklist: checklist, item: item, choice: isOpen ? choice : .open)
    return [.perform(.decideItem(decision, reason: nil), on: id)]
  }

  /// The item under the cursor as the Work pane knows it.
  var selectedRoomItem: WorkItem? {
    guard case .item(let id, let checklist, let item) = room.selected, let record = records[id] else { return nil }
    return work(of: record)?.items.first { $0.name == .item(checklist: checklist, item: item) }
  }

  func minutesOut(_ way: MinutesOut) -> [Effect] { room.minutes.map { [.minutesOut($0, way)] } ?? [] }
}
