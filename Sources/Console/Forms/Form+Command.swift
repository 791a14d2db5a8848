import EscalationDomain

extension Form {
  /// What typed times are read by.
  struct Reading {
    var now: Instant
    var zone: Zone
    var timeline: WorkingTimeline?
  }

  /// The instant that a field's text means; none while it is empty.
  static func instant(_ text: String, _ reading: Reading) throws(TypedTimeError) -> Instant? {
    guard let text = text.nonEmpty else { return nil }
    return try TypedTime.parse(text, now: reading.now, zone: reading.zone, timeline: reading.timeline)
  }

  /// What is wrong with the fields as they are; empty where the act can be asked for.
  func check(_ reading: Reading) -> [FormField.ID: String] {
    var problems: [FormField.ID: String] = [:]
    for field in fields {
      if field.isRequired, field.text.nonEmpty == nil {
        problems[field.id] = "is missing"
        continue
      }
      if case .time = field.entry {
        do {
          if let instant = try Form.instant(field.text, reading), instant <= reading.now {
            problems[field.id] = "\(instant.words(in: reading.zone)) is not ahead"
          }
        } catch {
          problems[field.id] = "\(error)"
        }
      }
    }
    if kind == .severity, text(.severity) == subject.severity {
      problems[.severity] = "its severity is \(text(.severity)) already"
    }
    return problems
  }

  /// The act that the fields ask for. They must have been checked.
  func command(_ reading: Reading) -> Command {
    func optional(_ id: FormField.ID) -> String? { text(id).nonEmpty }
    func time(_ id: FormField.ID) -> Instant? { (try? Form.instant(text(id), reading)) ?? nil }
    switch kind {
    case .acknowledge: return .acknowledge(note: optional(.note))
    case .update:
      return .update(CustomerUpdate(text: text(.text), channel: optional(.channel), next: time(.next)))
    case .note: return .note(text: text(.text))
    case .assign: return .assign(owner: optional(.owner).flatMap { $0.lowercased() == Form.nobody ? nil : $0 })
    case .severity: return .changeSeverity(to: text(.severity), reason: optional(.reason))
    case .pause: return .pause(reason: text(.reason), until: time(.until) ?? reading.now)
    case .resume: return .resume(note: optional(.note))
    case .resolve: return .resolve(Resolution(summary: optional(.summary), rootCause: optional(.rootCause)))
    }
  }
}

extension Model {
  /// How times typed into a form are read: on the viewer's clock, working time by the account's calendar.
  func reading(for subject: Subject) -> Form.Reading {
    Form.Reading(
      now: now, zone: viewer.zone,
      timeline: policies?.timeline(of: records[subject.id]?.escalation.account, playbook: subject.playbook))
  }
}
