import EscalationDomain

extension Form {
  /// What a form about a risk asks of the store; nil for any other. Its fields must have been checked.
  func riskEffect(_ reading: Reading, in model: Model) -> RegisterEffect? {
    let id = RiskID(subject.id.text)
    switch kind {
    case .addRisk:
      let bare = RiskEntry(
        title: text(.title), account: text(.account), likelihood: score(.likelihood), impactScore: score(.impactScore),
        identifiedOn: reading.today, identifiedBy: model.viewer.actor)
      return .add(riskChange(from: bare, reading).applied(to: bare))
    case .assessRisk:
      guard let entry = model.register.risk?.file?.risk.entry else { return nil }
      return .perform(.revise(riskChange(from: entry, reading), reason: text(.reason).nonEmpty), Ground(self), on: id)
    case .reviewRisk:
      return .perform(
        .review(next: Form.riskDate(text(.review), reading), note: text(.note).nonEmpty), Ground(self), on: id)
    case .closeRisk: return .perform(.close(reason: text(.reason)), Ground(self), on: id)
    case .promoteRisk: return promotion.map { .promote(id, $0) }
    default: return nil
    }
  }

  private func score(_ field: FormField.ID) -> Int { Int(text(field)) ?? 0 }

  /// What was changed, and only that: what somebody else changes meanwhile stays.
  private func riskChange(from entry: RiskEntry, _ reading: Reading) -> RiskChange {
    func edit<Value: Hashable & Sendable>(_ new: Value?, _ old: Value?) -> RiskChange.Edit<Value> {
      new == old ? .keep : .set(new)
    }
    func words(_ field: FormField.ID) -> String? { text(field).nonEmpty }
    var change = RiskChange()
    change.title = words(.title).flatMap { $0 == entry.title ? nil : $0 }
    change.likelihood = score(.likelihood) == entry.likelihood ? nil : score(.likelihood)
    change.impactScore = score(.impactScore) == entry.impactScore ? nil : score(.impactScore)
    change.category = edit(words(.category), entry.category)
    change.description = edit(words(.details), entry.description)
    change.cause = edit(words(.cause), entry.cause)
    change.signal = edit(words(.signal), entry.signal)
    change.impact = edit(words(.impact), entry.impact)
    change.response = edit(RiskEntry.Response(rawValue: text(.response)), entry.response)
    change.contingency = edit(words(.contingency), entry.contingency)
    change.owner = edit(words(.owner).flatMap { $0.lowercased() == Form.nobody ? nil : $0 }, entry.owner)
    change.residual = edit(words(.residual).flatMap { Int($0) }, entry.residual)
    change.nextReview = edit(Form.riskDate(text(.review), reading), entry.nextReview)
    change.arrExposed = edit(words(.exposed).flatMap { try? Money(parsing: $0) }, entry.arrExposed)
    return change
  }

  /// The date of the account that a text means: `2026-03-31`, `today`, `tomorrow`, `+14d`.
  static func riskDate(_ text: String, _ reading: Reading) -> LocalDate? {
    guard let typed = text.nonEmpty?.lowercased() else { return nil }
    if typed == "today" { return reading.today }
    if typed == "tomorrow" { return reading.today.adding(days: 1) }
    if typed.hasPrefix("+"), typed.hasSuffix("d"), let days = Int(typed.dropFirst().dropLast()), days <= 10_000 {
      return reading.today.adding(days: days)
    }
    return LocalDate(iso: typed)
  }

  /// What is wrong with the fields of a risk.
  func riskProblems(_ reading: Reading) -> [FormField.ID: String] {
    guard kind.isOfRisk else { return [:] }
    var problems: [FormField.ID: String] = [:]
    if let typed = text(.review).nonEmpty, typed.lowercased() != "none" {
      if let date = Form.riskDate(typed, reading) {
        // What stood as the form was opened is no new date either: should another have set one, that is asked about.
        let stands = [standingReview, basis.values[Basis.Part.review.rawValue]].contains(text(.review))
        if date < reading.today, !stands { problems[.review] = "\(date) is not ahead" }
      } else {
        problems[.review] = "“\(typed)” is no date; write it like \(reading.today) or +14d"
      }
    }
    let inherent = score(.likelihood) * score(.impactScore)
    if let typed = text(.residual).nonEmpty, !(Int(typed).map { (1...max(1, inherent)).contains($0) } ?? false) {
      problems[.residual] = "is a number from 1 to the score itself, \(inherent)"
    }
    if let typed = text(.exposed).nonEmpty {
      do { _ = try Money(parsing: typed) } catch { problems[.exposed] = error.sentence }
    }
    return problems
  }

  /// Brings what the fields mean in step with what is typed.
  mutating func followRisk(_ model: Model) {
    guard kind.isOfRisk else { return }
    let reading = model.reading(for: self)
    standingReview = model.register.risk?.file?.risk.entry.nextReview.map { "\($0)" }
    if kind == .addRisk {
      fields = fields.map { $0.id == .account ? $0.known(model.opening.book?.accounts ?? []) : $0 }
    }
    if kind == .promoteRisk { return followPromotion(model) }
    remarks = [:]
    if fields.contains(where: { $0.id == .impactScore }) {
      let score = score(.likelihood) * score(.impactScore)
      remarks[.impactScore] = Remark(text: "score \(score) of 25", role: .accent)
    }
    if problems[.review] == nil, let date = Form.riskDate(text(.review), reading) {
      let days = date - reading.today
      let away = days == 0 ? "today" : days > 0 ? "in \(days) days" : "\(-days) days ago"
      remarks[.review] = Remark(
        text: "= \(date.weekday.shortName) \(date), \(away)", role: days < 0 ? .warning : .success)
    } else if problems[.review] == nil, text(.review).lowercased() == "none" {
      remarks[.review] = Remark(text: "no further look is planned", role: .muted)
    }
  }

  /// Brings playbook and grade in step with what is known of the account and what the risk's signal suggests, by the
  /// same rules as a new escalation's.
  private mutating func followPromotion(_ model: Model) {
    guard let entry = model.register.risk?.file?.risk.entry else { return }
    let choice = promotionChoice(entry, model)
    fields = Form.riskFields(.promoteRisk, model).compactMap { fresh in
      let field = fields.first { $0.id == fresh.id } ?? fresh
      switch field.id {
      case .playbook: return field.choosing(choice.playbooks)
      case .grade: return field.labelled(choice.scaleName).choosing(choice.grades)
      case .amount: return choice.asksSum ? field : nil
      case .reason:
        return field.asking(
          choice.dissent == nil ? "optional: why now" : "why all the same", required: choice.dissent != nil)
      case .owner: return field.known(model.people)
      default: return field
      }
    }
    focus = min(focus, fields.count - 1)
    remarks = choice.remarks.filter { [.playbook, .grade, .reason].contains($0.key) }
  }

  /// A new escalation's choice with the words of the risk.
  private func promotionChoice(_ entry: RiskEntry, _ model: Model) -> OpeningChoice {
    let books = (model.policies?.book.current.playbooks ?? [:]).sorted { $0.key < $1.key }.map(\.value.value)
    let having = books.filter { book in book.signals.contains { $0.id == entry.signal } }
    let assigned = model.opening.book?.team.playbook(for: model.opening.facts(of: entry.account))
    var signal = ""
    if let id = entry.signal {
      // Of several playbooks with the signal the chosen one's counts, else the account's.
      let own = having.first { $0.id == (chosen.contains(.playbook) ? text(.playbook) : assigned) } ?? having.first
      let found = own?.signals.first { $0.id == id }
      if let own, let found { signal = SignalName(own, found).text }
    }
    var form = Form(
      .open, on: .new,
      fields: fields + [
        FormField(.account, "", text: entry.account, hint: ""), FormField(.title, "", text: entry.title, hint: ""),
        FormField(.signal, "", text: signal, hint: ""),
      ])
    form.chosen = chosen
    return OpeningChoice(form, model)
  }

  /// The promotion that the fields ask for; they must have been checked.
  func promotionAsked(_ reading: Reading, in model: Model) -> Promotion? {
    guard let entry = model.register.risk?.file?.risk.entry else { return nil }
    let opening = promotionChoice(entry, model).opening
    return Promotion(
      neededBy: (try? Form.instant(text(.neededBy), reading, in: .neededBy)) ?? nil, account: opening.account,
      playbook: opening.playbook, severity: opening.severity, level: opening.level, stage: opening.stage,
      owner: text(.owner).nonEmpty, disputed: opening.disputed, reason: text(.reason).nonEmpty)
  }
}

extension Model {
  /// Opens the form of an act on a risk, with everything of the risk behind it; first of all that is read, where it was
  /// not yet.
  mutating func openRiskForm(_ command: ConsoleCommand.ID) -> [Effect] {
    guard let kind = Form.Kind(ofRisk: command) else { return [] }
    var effects: [Effect] = []
    var subject = Subject.new
    if kind == .addRisk {
      effects += opening.start()
    } else {
      guard let row = register.selectedRisk else { return [] }
      subject = Subject(row)
      if register.risk == nil { register.risk = RiskPanel(row) }
      guard register.risk?.file != nil else {
        register.risk?.pending = command
        return [.register(.loadRisk(row.id))]
      }
      if kind == .promoteRisk { effects += opening.start() }
    }
    var form = Form(kind, on: subject, in: self)
    form.basis = basis(of: form) ?? Basis()
    if let draft = drafts[form.name] ?? adopted(form) {
      form = draft
      form.isDraft = true
    }
    effects += follow(&form)
    overlay = .form(form)
    return effects
  }
}
