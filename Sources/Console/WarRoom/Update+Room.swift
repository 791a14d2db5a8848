import EscalationDomain
import Screen

/// What the war room takes in.
extension Model {
  var isAtRoom: Bool { place == .room }

  /// Reads the session again where it shows; of one that runs the board tells too.
  mutating func refreshRoom() -> [Effect] { isAtRoom || room.hasStarted ? room.reload(in: viewer.zone) : [] }

  mutating func roomAnswered(_ answer: RoomAnswer) -> [Effect] {
    switch answer {
    case .loaded(let file):
      let isOld = room.reading == .underWayAndOld
      room.reading = .idle
      room.marking = nil
      let before = room
      room.show(file)
      tellTurn(from: before)
      return isOld ? room.reload(in: viewer.zone) : []
    case .written(let facts, let new):
      roomFormDone()
      remember(facts, in: new)
      room.take(new)
      let start = facts.first { if case .started = $0 { true } else { false } }
      if let fact = start ?? facts.last(where: \.isTold) { tell(.done, words(for: fact)) }
      let isOver = facts.contains { if case .ended = $0 { true } else { false } }
      if isOver { room.look = .minutes }
      return room.reload(in: viewer.zone)
        + (isOver || room.look == .minutes ? [.room(.minutes(new.id, viewer.zone))] : [])
    case .minutes(let minutes):
      room.minutes = minutes
      return []
    case .lastMeeting(let room):
      lastMeeting = LastMeeting(room)
      return []
    }
  }

  /// What somebody else did to the session that changes what this console's keys do.
  private mutating func tellTurn(from before: RoomState) {
    guard before.hasStarted, let old = before.room else { return }
    if !room.hasStarted || room.room?.id != old.id {
      // What is being typed goes on; it just is no longer this session's.
      tell(.told, "the session \(old.id) has ended; what is saved from here on belongs to the next")
    } else if old.isDriven(by: viewer.actor, on: console), let driver = room.room?.driver, !leadsRoom {
      let name = driver.name == viewer.actor ? "another console of yours" : driver.name
      tell(.told, "\(name) leads now; \(keyName(.takeLead, in: .room)) takes the lead back")
    }
  }

  /// What can be taken back of what this console wrote about the session, each by itself.
  private mutating func remember(_ facts: [RoomFact], in new: Room) {
    let known = room.room.flatMap { $0.id == new.id ? $0.log.newest?.sequence : nil } ?? 0
    let entries = new.log.entries.filter { $0.sequence > known && $0.actor == viewer.actor }
      .sorted { $0.sequence < $1.sequence }
    for fact in facts {
      switch fact {
      case .started, .ended:
        remember("the session \(fact.sentence)", obstacle: "How a session went stays as it went.")
      default:
        guard fact.canGoBack, let entry = entries.last(where: { $0.fact == fact }) else { continue }
        remember(fact.sentence, RegisterMark(.room(new.id), entry.sequence))
      }
    }
  }

  mutating func roomFailed(_ effect: RoomEffect, _ sentence: String) -> [Effect] {
    switch effect {
    case .load:
      room.reading = .failed(sentence, retry: now + 5)
      if isAtRoom { tell(.failed, sentence) }
      return []
    case .minutes:
      tell(.failed, sentence)
      return []
    // The board does without.
    case .lastMeeting: return []
    case .write:
      if case .form(let form) = overlay, form.kind.isOfRoom {
        formFailed(form.subject.id, sentence)
      } else {
        tell(.failed, sentence)
      }
      // Somebody else was there first: what stands now is to be seen.
      return room.reload(in: viewer.zone)
    }
  }

  private mutating func roomFormDone() {
    if case .form(let form) = overlay, form.kind.isOfRoom, form.phase == .performing {
      overlay = nil
      drafts[form.name] = nil
    }
    drafts = drafts.filter { !$0.value.kind.isOfRoom || $0.value.phase != .performing }
  }

  /// What a message makes old of the session, and what is to be asked for where it shows.
  mutating func followRoom(_ message: Message) -> [Effect] {
    switch message {
    case .performed, .storeChanged, .opened, .bulkPerformed:
      return refreshRoom() + (isAtRoom && room.look == .minutes ? minutesWanted : [])
    case .failed: room.marking = nil
    case .room: tellLead()
    case .tick:
      guard isAtRoom else { return [] }
      if case .failed(_, let retry) = room.reading, retry <= now { return room.reload(in: viewer.zone) }
      if room.reading == .idle, let stale = room.staleAfter, stale < now { return room.reload(in: viewer.zone) }
    default: break
    }
    return []
  }

  /// A word about an order by hand is short: the list shows it.
  private func words(for fact: RoomFact) -> String {
    guard case .ordered(let ids) = fact, let id = room.subject, let place = ids.firstIndex(of: id) else {
      return fact.sentence
    }
    return "\(id) is number \(place + 1) of \(ids.count)"
  }

  /// Whoever led and no longer does is told so.
  private mutating func tellLead() {
    let (old, new) = (room.knownDriver, room.room?.driver)
    room.knownDriver = new
    func isHere(_ driver: Room.Driver) -> Bool { driver.name == viewer.actor && driver.console == console }
    guard let old, let new, isHere(old), !isHere(new), room.hasStarted, !viewer.isReplay else { return }
    let who = new.name == viewer.actor ? "you lead on \(new.console) now" : "\(new.name) leads now"
    tell(.told, "\(who); \(keyName(.takeLead, in: .room)) takes the lead back")
  }

  private var minutesWanted: [Effect] { minutesRoom.map { [.room(.minutes($0, viewer.zone))] } ?? [] }

  /// The session whose minutes show: the one that has started, else the one before.
  var minutesRoom: RoomID? {
    guard let file = room.file else { return nil }
    return file.room.started == nil ? file.last?.id : file.room.id
  }

  mutating func turnRoom(_ by: Int) -> [Effect] {
    let looks = room.looks
    let here = looks.firstIndex(of: room.look) ?? 0
    return turnRoom(to: looks[(here + by + looks.count) % looks.count])
  }

  mutating func turnRoom(to look: RoomState.Look) -> [Effect] {
    guard room.looks.contains(look) else { return [] }
    room.turn(to: look)
    if look == .minutes {
      room.minutesOffset = 0
      return minutesWanted
    }
    return []
  }

  mutating func moveInRoom(_ command: ConsoleCommand.ID) {
    let page = max(1, RoomView.body(size).rows - 2)
    if room.look == .minutes {
      let lines = MinutesView(model: self).lines(width: RoomView.body(size).columns - 4).count
      room.minutesOffset = Model.moved(command, from: room.minutesOffset, count: lines, page: RoomView.body(size).rows)
      return
    }
    if room.look == .meeting, command.isOfPages, let file = room.file {
      let (lines, page) = MeetingView(model: self, file: file).extent
      room.scrollMeeting(to: Model.moved(command, from: room.meetingOffset, count: lines, page: page))
      return
    }
    guard let index = room.cursor(room.look) else { return }
    let count = room.keys(room.look).count
    room.select(Model.stepped(command, from: index, count: count, page: page), in: room.look)
  }

  /// When what the war room shows reads differently: in a meeting each second counts.
  func roomWakes(after instant: Instant) -> [Instant] {
    var wakes: [Instant] = []
    if room.isRunning { wakes.append(instant + 1) }
    if let stale = room.staleAfter { wakes.append(stale + 1) }
    if case .failed(_, let retry) = room.reading { wakes.append(retry) }
    if room.look == .agenda {
      wakes += (room.file?.items ?? []).compactMap { $0.next.map { DueFace.next($0, after: instant) } }
    }
    return wakes
  }
}

extension RoomFact {
  /// Whether a word about it is worth the foot of the screen: what one sees happen is not.
  fileprivate var isTold: Bool {
    switch self {
    case .entered, .driven, .left: false
    default: true
    }
  }
}

extension Agenda.Item {
  /// The time that counts down in its line: the first that passed, else the first to come.
  func countdown(now: Instant) -> Instant? {
    let times = reasons.compactMap(\.due)
    return times.filter { $0 < now }.min() ?? times.min()
  }

  fileprivate var next: Instant? { reasons.compactMap(\.due).min() }
}

extension ConsoleCommand.ID {
  /// Whether it goes by more than a line: in the meeting the text scrolls then, and the cursor stays.
  fileprivate var isOfPages: Bool {
    switch self {
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp: true
    default: false
    }
  }
}
