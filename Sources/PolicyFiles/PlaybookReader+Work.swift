import EscalationDomain
import YAMLReading

extension PlaybookReader {
  mutating func step(_ value: YAMLValue) -> ProcessStep? {
    guard let entry = mapping(value, .step) else { return nil }
    return ProcessStep(
      id: requiredText(entry, "id"), label: requiredText(entry, "label"), help: text(entry, "help") ?? "",
      group: text(entry, "group"), accountable: text(entry, "accountable"),
      responsible: texts(entry, "responsible"), consulted: texts(entry, "consulted"),
      informed: texts(entry, "informed"))
  }

  mutating func checklist(_ value: YAMLValue) -> Checklist? {
    guard let entry = mapping(value, .checklist) else { return nil }
    return Checklist(
      id: requiredText(entry, "id"), label: requiredText(entry, "label"),
      when: choice(entry, "when", Checklist.When.self) ?? .once, step: text(entry, "step"),
      days: texts(entry, "days"), items: list(entry, "items", required: true) { $0.item($1) })
  }

  private mutating func item(_ value: YAMLValue) -> ChecklistItem? {
    guard let entry = mapping(value, .item) else { return nil }
    return ChecklistItem(
      id: requiredText(entry, "id"), label: requiredText(entry, "label"), applies: applies(entry),
      doneBy: field(entry, "done_by") { value throws(PolicyFileError) in
        try value.value("one of " + ChecklistItem.Proof.spellings.joined(separator: ", ")) {
          ChecklistItem.Proof(parsing: $0)
        }
      })
  }

  /// The same need for all, or one for each grade of a scale.
  private mutating func applies(_ parent: YAMLMapping) -> Applies {
    guard let value = parent.optional("applies") else { return .always(.yes) }
    let read: (YAMLValue) throws(PolicyFileError) -> Need? = { value throws(PolicyFileError) in
      try Self.choice(value, Need.self)
    }
    if value.kind == .mapping { return table(value, read).map { .by($0.scale, $0.table) } ?? .always(.yes) }
    let need = attempt { () throws(PolicyFileError) in try read(value) }
    return .always((need ?? nil) ?? .yes)
  }

  mutating func gate(_ value: YAMLValue) -> Gate? {
    guard let entry = mapping(value, .gate) else { return nil }
    let id = requiredText(entry, "id")
    let label = requiredText(entry, "label")
    let needs = field(entry, "needs", required: true) { value throws(PolicyFileError) in
      try value.value("one of " + Gate.Condition.spellings.joined(separator: ", ")) { Gate.Condition(parsing: $0) }
    }
    let applies = applies(entry)
    let overriddenBy = texts(entry, "overridden_by")
    return needs.map { Gate(id: id, label: label, needs: $0, applies: applies, overriddenBy: overriddenBy) }
  }

  mutating func hypothesis(_ value: YAMLValue) -> Hypothesis? {
    guard let entry = mapping(value, .hypothesis) else { return nil }
    return Hypothesis(
      id: requiredText(entry, "id"), label: requiredText(entry, "label"), action: requiredText(entry, "action"),
      due: target(entry, "due"), dimension: text(entry, "dimension"))
  }

  mutating func outlineItem(_ value: YAMLValue) -> OutlineItem? {
    guard let entry = mapping(value, .outline) else { return nil }
    return OutlineItem(
      id: requiredText(entry, "id"), title: requiredText(entry, "title"),
      kind: choice(entry, "kind", Milestone.Kind.self) ?? .corrective, due: target(entry, "due"),
      after: texts(entry, "after"))
  }
}
