import EscalationDomain

extension RecordText {
  /// What opened the record, and a graver grade that the facts point to by now.
  var openingFacts: [(String, String)] {
    var facts: [(String, String)] = []
    if let detection = record.detection { facts.append(("  detection", detection.rawValue)) }
    if let signal = record.signal { facts.append(("  signal", signal)) }
    if let risk = record.risk { facts.append(("  risk", risk)) }
    if let disputed = record.disputed { facts.append(("  in dispute", disputed.description)) }
    if let playbook = policy.playbooks[record.playbook]?.value,
      let suggestion = record.suggestion(
        of: playbook, zone: policy.zone(of: record.account, playbook: record.playbook), now: now)
    {
      facts.append(("  suggested", "\(suggestion.grade?.id ?? ""): \(suggestion.sentence)"))
    }
    return facts
  }
}
