import EscalationDomain
import YAMLReading

extension PlaybookReader {
  mutating func notify(_ value: YAMLValue) -> NotifyRule? {
    guard let entry = mapping(value, .notify) else { return nil }
    let stakeholders = texts(entry, "stakeholders", required: true)
    let channels = texts(entry, "channels")
    guard let place = self.value(entry, "grade", required: true),
      let grade = attempt({ () throws(PolicyFileError) in try place.string() })
    else { return nil }
    let scales = Scale.allCases.filter { grades[$0, default: []].contains(grade) }
    guard let scale = scales.first, scales.count == 1 else {
      let known = Scale.allCases.flatMap { grades[$0, default: []] }
      let fault: PlaybookProblem.Fault = scales.isEmpty ? .unknownGrade(grade, known: known) : .ambiguousGrades(scales)
      report(place.failure(fault.problem))
      return nil
    }
    return NotifyRule(grade: grade, scale: scale, stakeholders: stakeholders, channels: channels)
  }

  mutating func signal(_ value: YAMLValue) -> Signal? {
    guard let entry = mapping(value, .signal) else { return nil }
    return Signal(
      id: requiredText(entry, "id"), family: requiredText(entry, "family"), label: requiredText(entry, "label"),
      suggests: text(entry, "suggests"), from: target(entry, "from"), above: money(entry, "above"),
      detection: choice(entry, "detection", Detection.self) ?? .early)
  }

  mutating func money(_ parent: YAMLMapping, _ key: String) -> Money? {
    field(parent, key) { value throws(PolicyFileError) in
      try value.value("an amount with its currency, like USD 50,000") { try? Money(parsing: $0) }
    }
  }

  mutating func path(_ value: YAMLValue) -> InternalPath? {
    guard let entry = mapping(value, .path) else { return nil }
    return InternalPath(
      id: requiredText(entry, "id"), label: requiredText(entry, "label"), clock: text(entry, "clock"),
      to: texts(entry, "to", required: true))
  }

  mutating func contact(_ value: YAMLValue) -> ContactSlot? {
    guard let entry = mapping(value, .contact) else { return nil }
    return ContactSlot(id: requiredText(entry, "id"), role: requiredText(entry, "role"))
  }

  mutating func room(_ value: YAMLValue) -> RoomPlan {
    var room = RoomPlan()
    guard let entry = mapping(value, .room) else { return room }
    room.roles = texts(entry, "roles")
    if let minutes = entry.optional("minutes"), let entry = mapping(minutes, .minutes) {
      room.minutesEach = integer(entry, "each") ?? room.minutesEach
      room.minutesAll = integer(entry, "all") ?? room.minutesAll
    }
    return room
  }
}
