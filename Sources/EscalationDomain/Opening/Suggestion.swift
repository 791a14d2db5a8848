/// The playbook and the grade that the facts point to, and why.
///
/// Several signals may hold: the gravest decides, and all are named.
public struct Suggestion: Hashable, Sendable {
  public var playbook: String
  /// What speaks, the gravest first.
  public var readings: [SignalReading]
  /// The grade that the facts point to.
  public var grade: Grade?
  public var scale: Scale?
  /// The grade it opens at. A ladder of levels or stages is entered at its foot, whatever the facts point to.
  public var entry: String?

  /// - Parameters:
  ///   - told: the signal that a person named, as the playbook spells it.
  ///   - insisting: the person gave a reason.
  public init(_ playbook: Playbook, told: String? = nil, insisting: Bool = false, _ facts: OpeningFacts) {
    self.playbook = playbook.id
    let speaking = playbook.readings(told: told, insisting: insisting, facts).filter(\.speaks)
    readings = speaking.enumerated().sorted { a, b in
      let (x, y) = (a.element.grade?.band ?? .max, b.element.grade?.band ?? .max)
      return x != y ? x < y : a.offset < b.offset
    }.map(\.element)
    grade = readings.first?.grade
    guard let grade else { return }
    if playbook.severity(grade.id) != nil {
      (scale, entry) = (.severity, grade.id)
    } else if playbook.level(grade.id) != nil {
      (scale, entry) = (.level, playbook.levels.first?.id)
    } else {
      (scale, entry) = (.stage, playbook.stages.first?.id)
    }
  }

  /// Whether a grade of its scale is what it suggests, to open at or to go to.
  func agrees(with chosen: String?) -> Bool { grade == nil || chosen == entry || chosen == grade?.id }
}

extension Escalation {
  /// A graver grade than the present one that the facts point to by now, if any. What a person said at the opening counts
  /// until somebody enters another level or stage; a severity was chosen with it in mind.
  public func suggestion(of playbook: Playbook, zone: Zone, now: Instant) -> Suggestion? {
    guard status.isOpen else { return nil }
    let facts = OpeningFacts(account: account, zone: zone, now: now, disputed: disputed)
    let isAtFoot = severity == nil && work.round.grades.number == 0
    let suggestion = Suggestion(playbook, told: isAtFoot ? signal : nil, insisting: true, facts)
    guard let grade = suggestion.grade, grade.band < band else { return nil }
    return suggestion
  }
}
