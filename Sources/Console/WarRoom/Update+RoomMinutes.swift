import EscalationDomain

/// What became of minutes that went out.
extension Model {
  mutating func minutesGone(_ told: String) {
    if case .form(let form) = overlay, form.kind == .minutesFile { overlay = nil }
    drafts = drafts.filter { $0.key.kind != .minutesFile }
    tell(.done, told + goesOutWhole)
  }

  /// The form asks before anything is written over.
  mutating func minutesFileIsThere(_ path: String) {
    guard case .form(var form) = overlay, form.kind == .minutesFile else { return }
    form.phase = .reviewing(.overwriting(path))
    overlay = .form(form)
  }

  mutating func minutesStayed(_ sentence: String) {
    if case .form(let form) = overlay, form.kind == .minutesFile {
      formFailed(form.subject.id, sentence)
    } else {
      tell(.failed, sentence)
    }
  }
}
