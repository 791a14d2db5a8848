import EscalationDomain

extension EscalationJSON {
  /// A graver grade that the facts point to by now: a member of `show ID --json`.
  static func suggestion(_ record: Escalation, policy: Policy, now: Instant) -> JSONValue {
    guard let playbook = policy.playbooks[record.playbook]?.value else { return .null }
    let zone = policy.zone(of: record.account, playbook: record.playbook)
    return record.suggestion(of: playbook, zone: zone, now: now).map(suggestion) ?? .null
  }

  /// What the facts point to under one playbook.
  public static func suggestion(_ suggestion: Suggestion) -> JSONValue {
    let graded: (Scale) -> JSONValue = { scale in
      suggestion.scale == scale ? .maybe(suggestion.grade?.id) : .null
    }
    return .object([
      "playbook": .text(suggestion.playbook), "severity": graded(.severity), "level": graded(.level),
      "stage": graded(.stage), "opens_at": .maybe(suggestion.entry), "reason": .text(suggestion.sentence),
      "signals": .texts(suggestion.readings.map(\.signal.id)),
    ])
  }

  /// A signal of a playbook; with what the facts say of it where they were looked at.
  public static func signal(_ reading: SignalReading, playbook: String, measured: Bool) -> JSONValue {
    let signal = reading.signal
    return .object([
      "playbook": .text(playbook), "id": .text(signal.id), "family": .text(signal.family),
      "label": .text(signal.label), "suggests": .maybe(signal.suggests), "from": .maybe(signal.from),
      "above": .maybe(signal.above), "above_currency": .maybe(signal.above?.currency),
      "detection": .text(signal.detection.rawValue),
      "holds": measured ? reading.holds.map(JSONValue.bool) ?? .null : .null,
      "reason": measured ? .text(reading.sentence) : .null,
    ])
  }
}
