extension Decision {
  /// What a signal makes of an opening: the signal as the playbook spells it, the grade that the facts suggest where
  /// none was chosen, and whether we saw it first.
  ///
  /// - Returns: why it opens: the person's reason, else what the facts say.
  /// - Throws: ``Refusal/reasonRequired`` where there is a ``Dissent`` and no reason is given.
  static func follow(
    _ opening: inout Opening, _ playbook: Playbook, zone: Zone, at now: Instant, why: String?
  ) throws -> String? {
    let named = try opening.signal?.nonEmpty.map { try playbook.signal(matching: $0) }
    let facts = OpeningFacts(account: opening.account, zone: zone, now: now, disputed: opening.disputed)
    let suggestion = Suggestion(playbook, told: named?.id, insisting: why?.nonEmpty != nil, facts)
    let isChosen = opening.severity != nil || opening.level != nil || opening.stage != nil
    if why?.nonEmpty == nil, try dissent(of: opening, playbook, zone: zone, at: now) != nil {
      throw Refusal.reasonRequired
    }
    var signal = named
    if !isChosen, opening.health == nil, let entry = suggestion.entry {
      signal = named ?? suggestion.readings.first?.signal
      switch suggestion.scale {
      case .severity: opening.severity = entry
      case .level: opening.level = entry
      case .stage, nil: opening.stage = entry
      }
    }
    opening.signal = signal?.id
    if opening.health != nil || signal != nil { opening.detection = opening.detection ?? signal?.detection ?? .early }
    return why?.nonEmpty ?? (signal == nil || suggestion.readings.isEmpty ? nil : suggestion.sentence)
  }
}
