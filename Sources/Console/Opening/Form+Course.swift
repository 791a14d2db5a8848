import EscalationDomain
import Screen

/// Moving to another playbook, opening again, cancelling, and raising on an internal path.
extension Form {
  static func courseFields(_ kind: Kind, _ subject: Subject, _ model: Model) -> [FormField] {
    switch kind {
    case .move:
      return [
        FormField(.playbook, "To", []), FormField(.grade, "Severity", []),
        FormField(.reason, "Reason", hint: "optional: why it moves"),
      ]
    case .reopen: return [FormField(.reason, "Reason", hint: "why it opens again", required: true, rows: 2)]
    case .cancel: return [FormField(.reason, "Reason", hint: "why it is none after all", required: true, rows: 2)]
    case .raise:
      let paths = model.paths(of: subject)
      let choices = paths.map { $0.choice(model) }
      return [
        FormField(.path, "Path", choices, at: paths.firstIndex(where: \.isOpen) ?? 0),
        FormField(.note, "Note", hint: "optional: why, and what they were told or asked", rows: 2),
      ]
    default: return []
    }
  }

  /// Brings the grades of a move in step with the playbook that it leads to.
  mutating func followMove(_ model: Model) {
    guard let policy = model.policies?.book.current else { return }
    let books = policy.playbooks.filter { $0.key != subject.playbook }.sorted { $0.key < $1.key }.map(\.value.value)
    let record = model.records[subject.id]?.escalation
    let row = model.board.row(subject.id)
    let account = record?.account ?? AccountFacts(name: subject.account, arr: row?.arr, renewal: row?.renewal)
    guard let band = record?.band ?? row?.band, let to = books.first(where: { $0.id == text(.playbook) }) ?? books.first
    else { return }
    let near = to.grade(nearest: band, for: account)
    let (scale, label, grades): (Scale, String, [Grade]) =
      near.severity != nil
      ? (.severity, "Severity", to.severities)
      : near.level != nil ? (.level, "Level", to.levels) : (.stage, "Stage", to.stages)
    let suggested = near.severity ?? near.level ?? near.stage
    let choices = grades.map { grade in
      FormField.Choice(
        id: grade.id, name: grade.name, band: grade.band, meaning: grade.meaning, isSuggested: grade.id == suggested)
    }
    let wanted = chosen.contains(.grade) ? choices.first { $0.id == text(.grade) }?.id : nil
    let playbooks = books.map { FormField.Choice(id: $0.id, name: "", meaning: $0.name) }
    let grade = OpeningChoice.Picking(choices, at: wanted ?? suggested)
    let isAssessed = (try? Decision.isAssessed(step(scale, choices.isEmpty ? nil : grade.id, to.id), policy)) ?? false
    fields = fields.map { field in
      switch field.id {
      case .playbook: field.choosing(OpeningChoice.Picking(playbooks, at: to.id))
      case .grade: field.labelled(label).choosing(grade)
      case .reason: field.asking(isAssessed ? "why at once" : "optional: why it moves", required: isAssessed)
      default: field
      }
    }
    remarks = [:]
    let present = subject.severity ?? subject.level ?? subject.stage
    if let suggested, let present {
      remarks[.grade] = Remark(
        text: "suggested: \(suggested) stands where \(present) of \(subject.playbook) does", role: .accent)
    }
    if isAssessed {
      remarks[.reason] = Remark(
        text: "a reason is due: \(Dissent.lastStage(grade.id ?? "").sentence)", role: .warning)
    }
    scaleOfMove = scale
  }

  /// The step that the fields ask for; the rules fill in its edition.
  var playbookMove: PlaybookMove { step(scaleOfMove ?? .severity, text(.grade).nonEmpty, text(.playbook)) }

  private func step(_ scale: Scale, _ grade: String?, _ playbook: String) -> PlaybookMove {
    PlaybookMove(
      playbook: playbook, edition: 0, severity: scale == .severity ? grade : nil,
      level: scale == .level ? grade : nil, stage: scale == .stage ? grade : nil)
  }
}

extension OpeningChoice.Picking {
  /// What is picked.
  var id: String? { choices.indices.contains(index) ? choices[index].id : nil }
}

extension PathState {
  /// What calls for it and whom it brings in, as an entry to choose.
  fileprivate func choice(_ model: Model) -> FormField.Choice {
    let people = path.to.joined(separator: ", ")
    let standing: String? =
      switch state {
      case .quiet: nil
      case .called(let since): "called for since \(since.brief(in: model.viewer.zone, now: model.now))"
      case .raised(let stamp, _, _): "raised \(stamp.at.brief(in: model.viewer.zone, now: model.now))"
      }
    let arrow = "brings in \(people)"
    return FormField.Choice(
      id: path.id, name: path.label, meaning: [standing, arrow].compactMap(\.self).joined(separator: "; "))
  }
}

extension Model {
  /// The internal paths of a record as they stand; without the record as its playbook lists them.
  func paths(of subject: Subject) -> [PathState] {
    guard let playbook = playbook(of: subject) else { return [] }
    if let record = records[subject.id]?.escalation { return record.paths(of: playbook, now: now) }
    return playbook.paths.map { PathState(path: $0, state: .quiet) }
  }
}
