import EscalationDomain
import Screen

/// A word below a field: what it means, or why it is suggested.
struct Remark: Equatable, Sendable {
  var text: String
  var role: Role
}

extension Form {
  static let openingFields = [
    FormField(.account, "Account", hint: "the customer: a name you have, or a new one", required: true, known: []),
    FormField(.title, "Title", hint: "what it is about, in a line", required: true),
    FormField(.playbook, "Playbook", []), FormField(.signal, "Signal", []), FormField(.grade, "Severity", []),
    FormField(.amount, "In dispute", hint: "the sum: IDR 12,000,000"),
    FormField(.reason, "Reason", hint: "optional: why it opens"),
    FormField(.neededBy, "Needed by", time: "optional: 17:00, tomorrow 9:30, fri 17:00, +4h, +1bd"),
    FormField(.owner, "Owner", hint: "optional: who holds it", known: []),
    FormField(id: .seenBy, label: "Seen by", hint: "", isRequired: false, entry: .choice(seers, 0)),
    FormField(.details, "Details", hint: "optional: more about it", rows: 2),
  ]

  private static let seers = [
    FormField.Choice(id: "", name: "not said", meaning: "or as the signal says"),
    FormField.Choice(id: Detection.early.rawValue, name: "us", meaning: "before the customer spoke up"),
    FormField.Choice(id: Detection.reactive.rawValue, name: "the customer", meaning: "they raised it"),
  ]

  /// Brings the fields in step with what is typed and chosen so far.
  mutating func follow(_ choice: OpeningChoice, _ model: Model) {
    let focused = fields.indices.contains(focus) ? fields[focus].id : nil
    let all = Form.openingFields.map { field in fields.first { $0.id == field.id } ?? field }
    fields = all.compactMap { field in
      switch field.id {
      case .account: field.known(model.opening.book?.accounts ?? [])
      case .playbook: field.choosing(choice.playbooks)
      case .signal: choice.signals.choices.count > 1 ? field.choosing(choice.signals) : nil
      case .grade where choice.playbook.id.isEmpty: nil
      case .grade: field.labelled(choice.scaleName).choosing(choice.grades)
      case .amount: choice.asksSum ? field : nil
      case .reason:
        field.asking(
          choice.dissent == nil ? "optional: why it opens" : "why all the same", required: choice.dissent != nil)
      case .neededBy: choice.playbook.asksNeededBy ? field : nil
      case .owner: field.known(model.people)
      default: field
      }
    }
    focus = fields.firstIndex { $0.id == focused } ?? min(focus, fields.count - 1)
    remarks = choice.remarks
  }

  /// Whether an account is half typed that may yet be one of those that are known.
  var isCompleting: Bool {
    guard fields.indices.contains(focus), fields[focus].id == .account else { return false }
    let typed = fields[focus].text.lowercased()
    return !fields[focus].suggestions.contains { $0.lowercased() == typed } && !fields[focus].suggestions.isEmpty
  }

  /// The new escalation that the fields ask for; they must have been checked.
  func request(_ choice: OpeningChoice, _ reading: Reading) -> OpeningRequest {
    var opening = choice.opening
    opening.title = text(.title)
    opening.owner = text(.owner).nonEmpty
    opening.neededBy = (try? Form.instant(text(.neededBy), reading, in: .neededBy)) ?? nil
    opening.details = text(.details).nonEmpty
    opening.detection = Detection(rawValue: text(.seenBy))
    return OpeningRequest(opening, why: text(.reason).nonEmpty)
  }
}

extension FormField {
  private func with(_ entry: Entry, label: String? = nil, hint: String? = nil, required: Bool? = nil) -> FormField {
    FormField(
      id: id, label: label ?? self.label, hint: hint ?? self.hint, isRequired: required ?? isRequired, entry: entry,
      typed: typed)
  }

  func known(_ names: [String]) -> FormField {
    guard case .name(let text, _, let highlighted) = entry else { return self }
    return with(.name(text, known: names, highlighted: highlighted))
  }

  func choosing(_ picking: OpeningChoice.Picking) -> FormField {
    with(.choice(picking.choices, picking.index), required: picking.isRequired)
  }

  func labelled(_ label: String) -> FormField { with(entry, label: label) }

  func asking(_ hint: String, required: Bool) -> FormField { with(entry, hint: hint, required: required) }
}
