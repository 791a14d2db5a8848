import EscalationDomain
import Screen

/// The forms of the war room.
extension Form.Kind {
  /// Whether it writes about the session, not about an escalation.
  var isOfRoom: Bool {
    switch self {
    case .startRoom, .attendance, .timebox, .roomNote, .skipOnAgenda, .addToAgenda, .minutesFile: true
    default: false
    }
  }
}

extension Form {
  /// The roles that a session has, whatever the playbooks of its escalations ask for.
  static let roomRoles = ["commander", "scribe", "customer lead", "technical lead"]

  static func roomFields(_ kind: Kind, _ subject: Subject, _ model: Model) -> [FormField] {
    let room = model.room.room
    let box = model.room.file?.timebox
    let boxes = [
      FormField(.each, "Each", text: box.map { "\($0.each)" } ?? "", hint: "minutes about each", required: true),
      FormField(
        .all, "In all", text: box.map { "\($0.all)" } ?? "", hint: "minutes for the whole session", required: true),
    ]
    switch kind {
    case .startRoom:
      let next = model.room.file?.window.until.brief(in: model.viewer.zone, now: model.now)
      let hint = "what is due until then is on it; else \(next ?? "as usual")"
      return boxes + [FormField(.until, "Next one", time: hint)]
    case .timebox: return boxes
    case .attendance:
      let others = (room?.roles.keys.map { $0 } ?? []).filter { role in !roomRoles.contains { $0.isSameName(as: role) }
      }
      func names(_ state: RoomAttendance.State) -> String {
        (room?.attendance ?? []).filter { $0.state == state }.map(\.name).joined(separator: ", ")
      }
      return (roomRoles + others.sorted()).map { role in
        let holder = room?.roles.first { $0.key.isSameName(as: role) }?.value
        return FormField(
          .roomRole(role), role.capitalizedFirst, hint: "a name, or empty", known: model.people, text: holder ?? "")
      } + [
        FormField(.present, "Here", text: names(.present), hint: "names, with commas"),
        FormField(.excused, "Excused", text: names(.excused), hint: "said that they cannot come"),
        FormField(.absent, "Missing", text: names(.absent), hint: "nobody knows why"),
      ]
    case .roomNote:
      return [FormField(.text, "Note", hint: "what was said about no one escalation", required: true, rows: 3)]
    case .skipOnAgenda: return [FormField(.reason, "Reason", hint: "why not in this session", required: true)]
    case .addToAgenda:
      let tabled = Set(model.room.file?.items.map(\.id) ?? [])
      let known = model.board.board.rows.filter { !tabled.contains($0.id) }
        .map { "\($0.id) \($0.account) · \($0.title)" }
      return [
        FormField(.escalation, "Escalation", hint: "its id, account or title", required: true, known: known),
        FormField(.reason, "Reason", hint: "why the room talks about it", required: true),
      ]
    case .minutesFile:
      let id = model.room.minutes?.room.id.text ?? ""
      return [
        FormField(
          .file, "File", text: "war-room-\(id).md", hint: "its ending says how: .md, .txt, .html", required: true)
      ]
    case .decision:
      return [FormField(.text, "Decided", hint: "in a sentence", required: true, rows: 2)]
    case .review:
      return (model.reviewAsked?.questions ?? []).map { question in
        FormField(
          .question(question.id), question.item.label,
          hint: question.isOpen ? "the answer" : "answered; empty keeps it",
          rows: 2)
      } + [FormField(.note, "Note", hint: "optional: what else the look found")]
    case .blocker:
      return [
        FormField(.title, "Blocker", hint: "what is in the way", required: true),
        FormField(.owner, "Owner", hint: "who removes it", known: model.people),
        FormField(.due, "Needed by", time: "by when: 17:00, tomorrow 9:30, +4h, +1bd"),
      ]
    default: return []
    }
  }

  /// What is wrong with the fields of a session.
  func roomProblems() -> [FormField.ID: String] {
    guard kind.isOfRoom else { return [:] }
    var problems: [FormField.ID: String] = [:]
    for id in [FormField.ID.each, .all] {
      guard let typed = text(id).nonEmpty else { continue }
      if !(Int(typed).map(RoomTimebox.range.contains) ?? false) {
        let range = RoomTimebox.range
        problems[id] = "is a number of minutes from \(range.lowerBound) to \(range.upperBound)"
      }
    }
    return problems
  }

  /// What the fields write down about the session; they must have been checked.
  func roomFacts(_ reading: Reading, in model: Model) -> (facts: [RoomFact], why: String?) {
    let room = model.room.room
    switch kind {
    case .startRoom:
      guard let file = model.room.file else { return ([], nil) }
      let until = (try? Form.instant(text(.until), reading, in: .until)) ?? nil
      let items = file.items.map(\.id)
      let start = RoomStart(
        agenda: items, since: file.window.since, until: until ?? file.window.until, timebox: timebox,
        zone: model.viewer.zone)
      let here = RoomAttendance(name: model.viewer.actor, state: .present)
      return (
        [.started(start), .driven(console: model.console), .attended(here)]
          + (items.first.map { [.entered($0)] } ?? []), nil
      )
    case .timebox: return ([.timeboxed(timebox)], nil)
    case .attendance:
      var facts: [RoomFact] = []
      for field in fields {
        guard case .roomRole(let role) = field.id else { continue }
        let name = field.text.nonEmpty
        let holder = room?.roles.first { $0.key.isSameName(as: role) }?.value
        if name != holder { facts.append(.roleTaken(role: role, by: name)) }
      }
      let states: [(FormField.ID, RoomAttendance.State)] = [
        (.present, .present), (.excused, .excused), (.absent, .absent),
      ]
      for (id, state) in states {
        for name in text(id).split(separator: ",").compactMap({ String($0).nonEmpty }) {
          let attendance = RoomAttendance(name: name, state: state)
          if !(room?.attendance.contains(attendance) ?? false) { facts.append(.attended(attendance)) }
        }
      }
      return (facts, nil)
    case .roomNote: return ([.noted(text(.text))], nil)
    case .skipOnAgenda: return ([.skipped(subject.id)], text(.reason))
    case .addToAgenda:
      let id = text(.escalation).split(separator: " ").first.map(String.init) ?? ""
      return ([.added(EscalationID(id))], text(.reason))
    default: return ([], nil)
    }
  }

  private var timebox: RoomTimebox { RoomTimebox(each: Int(text(.each)) ?? 0, all: Int(text(.all)) ?? 0) }
}

extension Model {
  mutating func openRoomForm(_ kind: Form.Kind) -> [Effect] {
    guard let subject = kind == .skipOnAgenda ? subject : .new else { return [] }
    var form = Form(kind, on: subject, in: self)
    if let draft = drafts[form.name] ?? adopted(form) {
      form = draft
      form.isDraft = true
    }
    let effects = follow(&form)
    overlay = .form(form)
    return effects
  }

  /// What the agenda takes at the length that the form says, and how far the whole reaches.
  func remark(on form: Form) -> String? {
    guard form.kind == .startRoom, let items = room.file?.items.count, items > 0,
      let each = Int(form.text(.each)), RoomTimebox.range.contains(each)
    else { return nil }
    let all = Int(form.text(.all)) ?? 0
    let needed = (Int64(items * each) * 60).spokenLength
    let reach = all < items * each ? "; \(all) min reach \(all / each) of them" : ""
    return "\(items) on the agenda at \(each) min each take \(needed)\(reach)."
  }

  /// Carries a form of the war room out.
  func performInRoom(_ form: inout Form) -> [Effect] {
    if form.kind == .minutesFile {
      var isOver = false
      if case .reviewing(.overwriting(form.text(.file))) = form.phase { isOver = true }
      form.phase = .performing
      return minutesOut(.file(form.text(.file), over: isOver))
    }
    let (facts, why) = form.roomFacts(reading(for: form), in: self)
    guard !facts.isEmpty else {
      form.failure = Refusal.nothingToChange.sentence(zone: viewer.zone)
      return []
    }
    form.phase = .performing
    return write(facts, why: why)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
