import EscalationDomain

/// The forms of the Risk Register.
extension Form.Kind {
  var isOfRisk: Bool {
    switch self {
    case .addRisk, .assessRisk, .reviewRisk, .closeRisk, .promoteRisk: true
    default: false
    }
  }

  init?(ofRisk command: ConsoleCommand.ID) {
    switch command {
    case .newRisk: self = .addRisk
    case .assessRisk: self = .assessRisk
    case .reviewRisk: self = .reviewRisk
    case .closeRisk: self = .closeRisk
    case .promoteRisk: self = .promoteRisk
    default: return nil
    }
  }
}

extension Subject {
  /// A risk as the subject of a form: it has no escalation yet.
  init(riskID id: RiskID, title: String = "", account: String = "", owner: String? = nil) {
    self = .new
    self.id = EscalationID(id.text)
    (self.title, self.account, self.owner) = (title, account, owner)
  }

  init(_ row: RiskRow) { self.init(riskID: row.id, title: row.title, account: row.account, owner: row.owner) }
}

extension Form {
  /// The fields of forms about a risk.
  static func riskFields(_ kind: Kind, _ model: Model) -> [FormField] {
    let entry = model.register.risk?.file?.risk.entry
    switch kind {
    case .addRisk:
      return [
        FormField(.account, "Account", hint: "the customer", required: true, known: []),
        FormField(.title, "Risk", hint: "what it is, in a line", required: true),
      ] + scores(nil) + words(nil, model)
    case .assessRisk:
      return scores(entry) + [FormField(.title, "Risk", text: entry?.title ?? "", hint: "what it is", required: true)]
        + words(entry, model) + [FormField(.reason, "Reason", hint: "optional: why it changes")]
    case .reviewRisk:
      return [
        FormField(.review, "Next look", text: "+30d", hint: "2026-03-31, tomorrow, +14d, none", required: true),
        FormField(.note, "Note", hint: "optional: what the look found", rows: 2),
      ]
    case .closeRisk: return [FormField(.reason, "Reason", hint: "why it is over", required: true, rows: 2)]
    case .promoteRisk:
      return [
        FormField(
          .neededBy, "Needed by", time: "by when the help is needed: fri 17:00, +4h, +2bd", required: true),
        FormField(.playbook, "Playbook", []), FormField(.grade, "Severity", []),
        FormField(.amount, "In dispute", hint: "the sum: IDR 12,000,000"),
        FormField(.reason, "Reason", hint: "optional: why now"),
        FormField(
          .owner, "Owner", hint: "else \(entry?.owner ?? nobody)", known: model.people),
      ]
    default: return []
    }
  }

  /// Likelihood and impact; those that stand now are chosen.
  private static func scores(_ entry: RiskEntry?) -> [FormField] {
    func field(_ id: FormField.ID, _ label: String, _ meanings: [String], _ present: Int?) -> FormField {
      let choices = zip(RiskEntry.scores, meanings).map { score, meaning in
        FormField.Choice(id: "\(score)", name: "", meaning: meaning, isPresent: score == present)
      }
      return FormField(id, label, choices, at: (present ?? 3) - 1)
    }
    return [
      field(
        .likelihood, "Likelihood", ["hardly", "unlikely", "as likely as not", "likely", "almost certain"],
        entry?.likelihood),
      field(
        .impactScore, "Impact", ["hardly felt", "a nuisance", "hurts", "hurts a lot", "could lose the customer"],
        entry?.impactScore),
    ]
  }

  private static func words(_ entry: RiskEntry?, _ model: Model) -> [FormField] {
    let responses =
      [FormField.Choice(id: "", name: "not decided")]
      + RiskEntry.Response.allCases.map {
        FormField.Choice(id: $0.rawValue, name: "", isPresent: $0 == entry?.response)
      }
    let playbooks = (model.policies?.book.current.playbooks ?? [:]).values.flatMap(\.value.signals)
    let signals = Set(playbooks.map(\.id)).sorted()
    return [
      FormField(.category, "Category", hint: "optional: adoption, people, commercial …", text: entry?.category),
      FormField(.signal, "Signal", hint: "optional: what gave it away", known: signals, text: entry?.signal),
      FormField(.details, "Description", hint: "optional: more about it", rows: 2, text: entry?.description),
      FormField(.cause, "Cause", hint: "optional: what would make it come true", text: entry?.cause),
      FormField(.impact, "Would do", hint: "optional: what it would do, in words", text: entry?.impact),
      FormField(
        id: .response, label: "Response", hint: "", isRequired: false,
        entry: .choice(responses, responses.firstIndex(where: \.isPresent) ?? 0)),
      FormField(.contingency, "If it comes", hint: "optional: what is done if it comes true", text: entry?.contingency),
      FormField(.owner, "Owner", hint: "optional: who holds it", known: model.people, text: entry?.owner),
      FormField(
        .residual, "Residual", hint: "optional: the score left, 1 to 25", text: entry?.residual.map { "\($0)" }),
      FormField(
        .review, "Next look", hint: "optional: 2026-03-31, tomorrow, +14d",
        text: entry?.nextReview.map { "\($0)" }),
      FormField(.exposed, "ARR exposed", hint: "optional: 120k USD", text: entry?.arrExposed?.description),
    ]
  }
}
