import EscalationDomain

extension AgendaReason {
  /// Why, in a list that shows the time beside it: `First response breached`, `blocker late: No access`.
  func short(zone: Zone, now: Instant) -> String {
    switch kind {
    case .milestone, .task, .blocker:
      let state = breached != nil ? "late" : kind == .blocker ? "in the way" : "due"
      return "\(kind.rawValue) \(state): \(label)"
    case .update, .check, .promise, .review, .deadline:
      if kind == .review, !details.isEmpty { return "\(label): nobody looked" }
      guard breached != nil else { return "\(label) due" }
      // Of one that came round again the time beside it is the next one.
      return "\(label) \(due.map { $0 > now } ?? false ? "missed" : "breached")"
    case .watch: return "\(label) \(due.map { $0 <= now } ?? false ? "ended" : "ends")"
    case .returns: return "back from its pause"
    case .path: return details.isEmpty ? label : "\(label): \(details.joined(separator: ", "))"
    case .decision: return "to decide: \(details.joined(separator: ", "))"
    case .pinned, .added: return sentence(zone: zone, now: now)
    }
  }
}
