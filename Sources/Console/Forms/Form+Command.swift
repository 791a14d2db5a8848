import EscalationDomain

extension Form {
  /// What typed times are read by.
  struct Reading {
    var now: Instant
    var zone: Zone
    var timeline: WorkingTimeline?
    /// The account's local date.
    var today: LocalDate
    /// The escalation's, where it is at hand.
    var plan = Plan()
  }

  /// The instant that a field's text means; none while it is empty.
  static func instant(_ text: String, _ reading: Reading, in field: FormField.ID) throws(TypedTimeError) -> Instant? {
    guard let text = text.nonEmpty else { return nil }
    if field == .by || field == .start, text.lowercased() == noTime { return nil }
    // A pause ends as a day begins; what is due is due by its end.
    return try TypedTime.parse(
      text, now: reading.now, zone: reading.zone, timeline: reading.timeline,
      leaning: field == .until || field == .start ? .ahead : .by)
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
          if let instant = try Form.instant(field.text, reading, in: field.id), instant <= reading.now,
            // What is under way may have begun.
            field.id != .start
          {
            problems[field.id] = "\(instant.words(in: reading.zone)) is not ahead"
          }
        } catch {
          problems[field.id] = "\(error)"
        }
      }
    }
    if let scale = kind.scale, text(.grade).nonEmpty != nil, text(.grade) == subject.grade(on: scale) {
      problems[.grade] = "its \(scale.rawValue) is \(text(.grade)) already"
    }
    if let typed = text(.amount).nonEmpty {
      do { _ = try Money(parsing: typed) } catch { problems[.amount] = error.sentence }
    }
    if let typed = text(.csat).nonEmpty, !(Int(typed).map { (1...10).contains($0) } ?? false) {
      problems[.csat] = "is a number from 1 to 10"
    }
    problems.merge(planProblems(reading)) { first, _ in first }
    if let problem = dateProblem(reading) { problems[.on] = problem }
    problems.merge(riskProblems(reading)) { first, _ in first }
    problems.merge(roomProblems()) { first, _ in first }
    if kind == .hypothesis, text(.hypothesis) == Form.otherCause, text(.cause).nonEmpty == nil {
      problems[.cause] = "is missing"
    }
    return problems
  }

  /// The act that the fields ask for; they must have been checked. Nil where the line it is about asks for none.
  func command(_ reading: Reading) -> Command? {
    func optional(_ id: FormField.ID) -> String? { text(id).nonEmpty }
    func time(_ id: FormField.ID) -> Instant? { (try? Form.instant(text(id), reading, in: id)) ?? nil }
    switch kind {
    case .acknowledge: return .acknowledge(note: optional(.note))
    case .update:
      return .update(CustomerUpdate(text: text(.text), channel: optional(.channel), next: time(.next)))
    case .note: return .note(text: text(.text))
    case .assign: return .assign(owner: named)
    case .severity: return .changeSeverity(to: text(.grade), reason: optional(.reason))
    case .pause: return .pause(reason: text(.reason), until: time(.until) ?? reading.now)
    case .resume: return .resume(note: optional(.note))
    case .level: return .enterLevel(text(.grade), reason: optional(.reason))
    case .stage: return .enterStage(text(.grade), reason: optional(.reason))
    case .resolve: return .resolve(resolution)
    case .findings: return .amendResolution(resolution)
    case .close:
      return .close(
        Closing(outcome: Closing.Outcome(rawValue: text(.outcome)), csat: optional(.csat).flatMap { Int($0) }),
        reason: optional(.reason))
    case .task: return .addTask(title: text(.title), owner: optional(.owner), due: time(.due), origin: nil)
    case .hypothesis:
      return .stateHypothesis(
        HypothesisStatement(
          hypothesis: optional(.hypothesis).flatMap { $0 == Form.otherCause ? nil : $0 }, cause: text(.cause),
          intervention: optional(.intervention), owner: optional(.owner), deadline: time(.due),
          success: optional(.success), competitor: optional(.competitor)))
    case .confirmed: return .confirmByCustomer(note: optional(.note))
    case .role: return .giveRole(text(.role), to: named)
    case .told:
      guard case .obligation(let duty) = item?.what else { return nil }
      return .notify(
        Notification(who: [duty.stakeholder], channel: duty.channel ?? optional(.channel), note: optional(.note)))
    case .path:
      guard case .path(let state) = item?.what else { return nil }
      return .raisePath(state.path.id, note: optional(.note))
    case .contact: return .addContact(contact)
    // They are written into registers, not into the log.
    case .slot, .executive, .reached: return nil
    case .open: return nil
    case .milestone, .changeMilestone, .shift, .finishMilestone, .dropMilestone, .planText, .metric, .exitCriteria,
      .lookDue, .finding, .signOff, .outline:
      return planCommands(reading).first
    case .move: return .move(playbookMove, reason: optional(.reason))
    case .reopen: return .reopen(reason: text(.reason))
    case .cancel: return .cancel(reason: text(.reason))
    case .raise: return .raisePath(text(.path), note: optional(.note))
    case .notNeeded: return item?.declined(because: text(.reason))
    case .message, .file: return nil
    // They are written into the Risk Register.
    case .addRisk, .assessRisk, .reviewRisk, .closeRisk, .promoteRisk: return nil
    case .review: return nil
    case .decision: return .takeDecision(text: text(.text))
    case .blocker: return .raiseBlocker(title: text(.title), owner: optional(.owner), neededBy: time(.due))
    case .startRoom, .attendance, .timebox, .roomNote, .skipOnAgenda, .addToAgenda, .minutesFile: return nil
    case .view: return nil
    case .override:
      guard case .gate(let gate) = item?.what else { return nil }
      return .overrideGate(GateOverride(gate: gate.id, authority: text(.authority)), reason: text(.reason))
    }
  }

  /// Who was named; none for nobody.
  private var named: String? { text(.owner).nonEmpty.flatMap { $0.lowercased() == Form.nobody ? nil : $0 } }

  private var resolution: Resolution {
    Resolution(
      summary: text(.summary).nonEmpty, rootCause: text(.rootCause).nonEmpty,
      prevention: text(.prevention).nonEmpty.map { [$0] } ?? [])
  }
}

extension Model {
  /// How times typed into a form are read: on the viewer's clock, working time by the account's calendar.
  func reading(for form: Form) -> Form.Reading {
    guard form.kind == .open || form.kind.isOfRisk else { return reading(for: form.subject) }
    let account = form.subject.account.nonEmpty ?? form.text(.account)
    let timeline = policies?.timeline(of: opening.facts(of: account), playbook: form.text(.playbook))
    return Form.Reading(
      now: now, zone: viewer.zone, timeline: timeline, today: (timeline?.calendar.zone ?? viewer.zone).local(now).date)
  }

  private func reading(for subject: Subject) -> Form.Reading {
    Form.Reading(
      now: now, zone: viewer.zone,
      timeline: policies?.timeline(of: records[subject.id]?.escalation.account, playbook: subject.playbook),
      today: accountZone(of: subject).local(now).date,
      plan: records[subject.id]?.escalation.work.plan ?? Plan())
  }
}
