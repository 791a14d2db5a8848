import EscalationDomain

/// What stood in a plan as a form about it was opened.
extension Basis {
  static func plan(_ kind: Form.Kind, _ item: PlanItem?) -> [String: String] {
    var values: [String: String] = [:]
    func put(_ part: Part, _ value: String?) { values[part.rawValue] = value ?? "" }
    switch item?.what {
    case .milestone(let state, _):
      let known = state.milestone
      put(.milestone, state.standing)
      if kind == .shift { put(.due, known.due.map { "\($0)" }) }
      guard kind == .changeMilestone else { break }
      put(.title, known.title)
      put(.kind, known.kind.rawValue)
      put(.owner, known.owner)
      put(.start, known.start.map { "\($0)" })
      put(.after, known.after.joined(separator: ", "))
    case .text(_, let text): put(.text, text)
    case .metric(let metric):
      put(.metric, metric?.name)
      put(.baseline, metric?.baseline)
      put(.target, metric?.target)
      put(.measured, metric?.now)
    case .exitCriteria(let criteria):
      // One more than there are, so that an empty list is known as one.
      for (index, criterion) in (criteria + [""]).enumerated() { values[line(index)] = criterion }
    case .look(_, let due, let found):
      if kind == .lookDue { put(.lookDue, due.map { "\($0)" }) }
      if kind == .finding { put(.found, found.map { "\($0.value.words) (\($0.stamp.by))" }) }
    case .signOff(let signed): put(.signedOff, signed?.value)
    case .newMilestone, nil: break
    }
    return values
  }

  /// One line of a list, counted from 0.
  static func line(_ index: Int) -> String { "\(linePrefix)\(index)" }

  /// Which line of a list a name means.
  static func index(ofLine key: String) -> Int? {
    key.hasPrefix(linePrefix) ? Int(key.dropFirst(linePrefix.count)) : nil
  }

  static func isLine(_ key: String) -> Bool { key.hasPrefix(linePrefix) }

  private static let linePrefix = "line "
}

extension MilestoneState {
  /// How it stands, as far as an act on it minds: whether it was started does not matter.
  fileprivate var standing: String {
    switch condition {
    case .open, .started: "open"
    case .done(let stamp, _): "done by \(stamp.by)"
    case .dropped(let stamp): "dropped by \(stamp.by)"
    }
  }
}

extension PlanFinding {
  fileprivate var words: String { (holds ? "it holds" : "it does not hold") + (note.map { ": \($0)" } ?? "") }
}
