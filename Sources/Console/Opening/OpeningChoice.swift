import EscalationDomain
import Screen

/// What a half-filled form of a new escalation comes to: which playbook governs it, which of its signals and grades are
/// there to choose from, which are suggested and why.
struct OpeningChoice {
  /// Entries to pick one of.
  struct Picking {
    var choices: [FormField.Choice]
    var index: Int
    var isRequired = true

    /// - Parameter id: the entry that is picked; the first where there is no such one.
    init(_ choices: [FormField.Choice], at id: String?, isRequired: Bool = true) {
      self.choices = choices
      self.isRequired = isRequired
      index = choices.firstIndex { $0.id == id } ?? 0
    }
  }

  let facts: AccountFacts
  let playbook: Playbook
  let scale: Scale
  let playbooks: Picking
  let signals: Picking
  let grades: Picking
  /// The opening so far: account, playbook, signal, grade and sum.
  let opening: Opening
  /// Why a reason is due, if it is.
  let dissent: Dissent?
  let remarks: [FormField.ID: Remark]

  /// Whether a sum in dispute tells anything.
  var asksSum: Bool { playbook.signals.contains { $0.above != nil } }

  var scaleName: String {
    switch scale {
    case .severity: "Severity"
    case .level: "Level"
    case .stage: "Stage"
    }
  }

  /// O(rows of the board + signals).
  init(_ form: Form, _ model: Model) {
    let policy = model.policies?.book.current
    let books = (policy?.playbooks ?? [:]).sorted { $0.key < $1.key }.map(\.value.value)
    facts = model.opening.facts(of: form.text(.account))
    let account = facts
    let open = account.name.isEmpty ? [] : OpeningChoice.rows(of: account.name, model)
    let signal = SignalName(form.text(.signal))
    let governing = Governing(form, books, account: account, open: open, signal: signal, model)
    let playbook = governing.playbook
    self.playbook = playbook
    playbooks = governing.picking(books)
    let isOwn = form.chosen.contains(.playbook)
    let named = playbook.signals.first { $0.id == signal?.id && signal?.playbook == playbook.id }?.id

    let zone = policy?.zone(of: account, playbook: playbook.id) ?? model.viewer.zone
    let disputed = try? Money(parsing: form.text(.amount))
    let known = OpeningFacts(account: account, zone: zone, now: model.now, disputed: disputed)
    let insisting = form.text(.reason).nonEmpty != nil
    let suggestion = Suggestion(playbook, told: named, insisting: insisting, known)
    let scale =
      suggestion.scale ?? (playbook.severities.isEmpty ? playbook.levels.isEmpty ? .stage : .level : .severity)
    self.scale = scale
    let holding = Set(governing.base.readings(known).filter { $0.holds == true }.map(\.signal.id))
    signals = OpeningChoice.signals(of: governing.base, holding: holding, others: isOwn ? [] : books, chosen: signal)
    let wanted = form.chosen.contains(.grade) ? form.text(.grade).nonEmpty : nil
    grades = OpeningChoice.grades(of: playbook, scale, wanted: wanted, suggestion)
    var opening = Opening(
      title: form.text(.title), account: account, playbook: playbook.id, edition: policy?.edition ?? 0, signal: named,
      disputed: disputed)
    // What nobody chose is left to the rules, so that the record says what spoke for it.
    let picked = grades.choices.indices.contains(grades.index) ? grades.choices[grades.index].id : ""
    let isGiven = suggestion.entry == nil || picked != suggestion.entry
    if isGiven, !picked.isEmpty {
      switch scale {
      case .severity: opening.severity = picked
      case .level: opening.level = picked
      case .stage: opening.stage = picked
      }
    }
    self.opening = opening
    dissent = (try? Decision.dissent(of: opening, playbook, zone: zone, at: model.now)) ?? nil
    var remarks: [FormField.ID: Remark] = [:]
    remarks[.account] = form.isCompleting ? nil : OpeningChoice.remark(account, open, model)
    remarks[.playbook] = governing.why.map { Remark(text: $0, role: .accent) }
    if let named { remarks[.signal] = OpeningChoice.remark(signal: named, playbook, known) }
    if suggestion.entry != nil {
      let isTaken = picked == suggestion.entry
      remarks[.grade] = Remark(text: "suggested: \(suggestion.words)", role: isTaken ? .accent : .warning)
    }
    remarks[.reason] = dissent.map { Remark(text: "a reason is due: \($0.sentence)", role: .warning) }
    self.remarks = remarks
  }
}

extension Suggestion {
  /// `The sponsor left → S1`, and where a ladder is entered at its foot, `L1 to begin with: Churn threat → L3`.
  fileprivate var words: String {
    guard let grade, let entry, entry != grade.id else { return sentence }
    return "\(entry) to begin with: \(sentence)"
  }
}

/// A signal by its playbook and its id, as an entry of the form names it.
struct SignalName: Hashable {
  var playbook: String
  var id: String

  init(_ playbook: Playbook, _ signal: Signal) { (self.playbook, id) = (playbook.id, signal.id) }

  init?(_ text: String) {
    let parts = text.split(separator: "\n", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    (playbook, id) = (parts[0], parts[1])
  }

  /// Ids are one line each.
  var text: String { "\(playbook)\n\(id)" }
}

extension OpeningChoice {
  /// A playbook's own first, then those of others, which bring their playbook along.
  ///
  /// - Parameter holding: the ids of those that hold by themselves.
  private static func signals(
    of playbook: Playbook, holding: Set<String>, others: [Playbook], chosen: SignalName?
  ) -> Picking {
    let none = FormField.Choice(id: "", name: "none", meaning: "nothing on the playbook's list speaks for it")
    let own = playbook.signals.map { signal in
      FormField.Choice(
        id: SignalName(playbook, signal).text, name: signal.label, meaning: meaning(signal),
        isSuggested: holding.contains(signal.id))
    }
    let foreign = others.filter { $0.id != playbook.id }.flatMap { other in
      other.signals.map { signal in
        FormField.Choice(
          id: SignalName(other, signal).text, name: signal.label,
          meaning: "in \(other.id)\(signal.suggests.map { ", suggests \($0)" } ?? "")")
      }
    }
    return Picking([none] + own + foreign, at: chosen?.text, isRequired: false)
  }

  private static func meaning(_ signal: Signal) -> String {
    [signal.family, signal.suggests.map { "suggests \($0)" }].compactMap(\.self).joined(separator: ", ")
  }

  /// A severity that nothing suggests is a person's to choose; a ladder begins at its foot.
  private static func grades(
    of playbook: Playbook, _ scale: Scale, wanted: String?, _ suggestion: Suggestion
  ) -> Picking {
    let grades =
      switch scale {
      case .severity: playbook.severities
      case .level: playbook.levels
      case .stage: playbook.stages
      }
    var choices = grades.map { grade in
      FormField.Choice(
        id: grade.id, name: grade.name, band: grade.band, meaning: grade.meaning,
        isSuggested: grade.id == suggestion.entry)
    }
    if scale == .severity, suggestion.entry == nil {
      choices.insert(FormField.Choice(id: "", name: "choose one", meaning: "how grave it is"), at: 0)
    }
    let known = choices.first { $0.id == wanted }?.id
    return Picking(choices, at: known ?? suggestion.entry ?? choices.first?.id)
  }

  /// What is open for an account; its length tells most names apart before letters are compared.
  private static func rows(of account: String, _ model: Model) -> [BoardRow] {
    let (length, folded) = (account.utf8.count, account.lowercased())
    return model.board.board.rows.filter { $0.account.utf8.count == length && $0.account.lowercased() == folded }
  }

  private static func remark(signal id: String, _ playbook: Playbook, _ known: OpeningFacts) -> Remark? {
    guard let reading = playbook.readings(told: id, known).first(where: { $0.signal.id == id }),
      !reading.measures.isEmpty
    else { return nil }
    let words = reading.measures.map(\.sentence).joined(separator: ", ")
    return Remark(text: words, role: reading.holds == false ? .warning : .accent)
  }

  private static func remark(_ account: AccountFacts, _ open: [BoardRow], _ model: Model) -> Remark? {
    guard !account.name.isEmpty, let book = model.opening.book else { return nil }
    if let row = open.first {
      let more = open.count > 1 ? " and \(open.count - 1) more" : ""
      return Remark(text: "open already: \(row.id) \(row.grade) \(row.title)\(more)", role: .warning)
    }
    guard book.spelled(account.name) != nil else {
      return Remark(text: "a new account: nothing is known of it yet", role: .warning)
    }
    let facts = [
      account.segment, account.arr.map { "\($0) a year" }, account.renewal.map { "renewal \($0)" },
      account.qbr.map { "QBR \($0)" },
    ].compactMap(\.self)
    return Remark(text: facts.isEmpty ? "known by its name" : facts.joined(separator: " · "), role: .muted)
  }
}
