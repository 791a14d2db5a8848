import EscalationDomain

extension Subject {
  /// Several at once: no one of them, so nothing is known of its grades or its owner.
  init(_ ids: [EscalationID]) {
    self = .new
    let more = ids.count > 12 ? " · and \(ids.count - 12) more" : ""
    title = ids.prefix(12).map(\.text).joined(separator: " · ") + more
  }
}

/// One form for many.
extension Form {
  /// - Parameter subjects: whom it is for, as the board has them.
  init(_ kind: Kind, onAll subjects: [Subject], in model: Model) {
    let all = Subject(subjects.map(\.id))
    let fields =
      kind.scale.map { Form.grades($0, of: subjects, model) }
      ?? (kind == .assign
        ? Form.owners(of: subjects, model) : Form(kind, on: all, about: nil, person: nil, in: model).fields)
    self.init(kind, on: all, fields: fields)
    many = subjects
  }

  /// `4 escalations`.
  static func count(_ number: Int) -> String { number == 1 ? "1 escalation" : "\(number) escalations" }

  /// What the fields ask of each; they must have been checked.
  func bulkAct(_ reading: Reading) -> BulkAct? {
    guard let command = command(reading) else { return nil }
    return BulkAct(purpose: .form(kind), steps: many.map { BulkAct.Step(id: $0.id, command: command) })
  }

  private static func owners(of subjects: [Subject], _ model: Model) -> [FormField] {
    let present = Set(subjects.map { $0.owner ?? nobody }).sorted()
    let now = present.count > 3 ? "\(present.count) people" : present.joined(separator: ", ")
    return [
      FormField(
        .owner, "Owner", hint: "now \(now); a name, or \(nobody)", required: true, known: model.people + [nobody])
    ]
  }

  /// The grades that any of their playbooks has; where one has not, the look that follows says so.
  private static func grades(_ scale: Scale, of subjects: [Subject], _ model: Model) -> [FormField] {
    var choices: [FormField.Choice] = []
    // The playbook of most of them first.
    let books = Dictionary(grouping: subjects, by: \.playbook)
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.key)
    for playbook in books.compactMap({ model.policies?.playbook($0) }) {
      for grade in playbook.grades(on: scale) where !choices.contains(where: { $0.id == grade.id }) {
        let count = subjects.count { $0.grade(on: scale) == grade.id }
        choices.append(
          FormField.Choice(
            id: grade.id, name: grade.name, band: grade.band,
            meaning: [count == 0 ? "" : "\(count) of them now", grade.meaning].filter { !$0.isEmpty }
              .joined(separator: " · ")))
      }
    }
    let isReasoned = scale == .stage
    return [
      FormField(.grade, "To", choices),
      FormField(.reason, "Reason", hint: isReasoned ? "why" : "optional: why it changes", required: isReasoned),
    ]
  }
}

extension Playbook {
  fileprivate func grades(on scale: Scale) -> [Grade] {
    switch scale {
    case .severity: severities
    case .level: levels
    case .stage: stages
    }
  }
}

extension Model {
  /// The selected escalations as far as they are known, in the order of the board. O(rows).
  var selectedSubjects: [Subject] {
    let rows = Dictionary(board.board.rows.lazy.filter { selection.contains($0.id) }.map { ($0.id, Subject($0)) }) {
      first, _ in first
    }
    return selected.map { id in
      if let known = rows[id] { return known }
      if let record = records[id]?.escalation { return Subject(record) }
      if let row = register.row(id) { return Subject(row) }
      var unknown = Subject.new
      unknown.id = id
      return unknown
    }
  }
}
