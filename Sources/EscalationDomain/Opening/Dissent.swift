/// What an opening says otherwise than the facts, or by a person's judgment alone: it takes a reason.
public enum Dissent: Hashable, Sendable {
  /// The facts speak against the signal that was named.
  case signal(SignalReading)
  /// With the signal that was named, the facts point to another grade.
  case grade(Suggestion)
  /// The last stage at once is somebody's assessment (PLAYBOOKS `health`, stage 3).
  case lastStage(String)
}

extension Decision {
  /// Why an opening takes a reason, if it does. What it is opened at counts once it is spelled as the playbook does.
  ///
  /// - Parameter zone: the zone in which the account lives.
  /// - Throws: ``Refusal`` for a signal or a grade that the playbook does not know.
  public static func dissent(
    of opening: Opening, _ playbook: Playbook, zone: Zone, at now: Instant
  ) throws -> Dissent? {
    var grades = (severity: opening.severity, level: opening.level, stage: opening.stage)
    try spell(&grades.severity, &grades.level, &grades.stage, playbook)
    if let stage = grades.stage, opening.health == nil, playbook.isAssessed(stage) {
      try requireAtOnce(stage, opening.account, playbook)
      return .lastStage(stage)
    }
    guard let named = try opening.signal?.nonEmpty.map({ try playbook.signal(matching: $0) }) else { return nil }
    let facts = OpeningFacts(account: opening.account, zone: zone, now: now, disputed: opening.disputed)
    let readings = playbook.readings(told: named.id, facts)
    if let reading = readings.first(where: { $0.word == .told && !$0.speaks }) { return .signal(reading) }
    let suggestion = Suggestion(playbook, told: named.id, facts)
    let chosen: String? =
      switch suggestion.scale {
      case .severity: grades.severity
      case .level: grades.level
      case .stage: grades.stage
      case nil: nil
      }
    let isChosen = grades.severity != nil || grades.level != nil || grades.stage != nil
    return !isChosen || suggestion.agrees(with: chosen) ? nil : .grade(suggestion)
  }
}

extension Playbook {
  /// Whether entering a stage without the ones before it is an assessment that somebody answers for with a reason.
  func isAssessed(_ stage: String) -> Bool { stages.count > 1 && stage == stages.last?.id }
}
