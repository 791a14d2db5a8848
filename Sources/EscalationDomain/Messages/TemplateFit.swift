extension Escalation {
  /// The playbook's templates, those that fit where the record stands first, else in the playbook's order. What a rule
  /// would refuse (a word to the customer of a closed record) is left out.
  public func templates(of playbook: Playbook) -> [MessageTemplate] {
    let possible = playbook.templates.filter { $0.audience == .internal || !isOver }
    guard let next = nextTemplate(of: playbook) else { return possible }
    return [next] + possible.filter { $0.id != next.id }
  }

  /// The word that the customer waits for: the first response of a new record, also of one that was reopened, an update of
  /// substance while it runs, and once it is resolved the resolution, then a word of no such effect: the follow-up. A
  /// playbook without one has none.
  public func nextTemplate(of playbook: Playbook) -> MessageTemplate? {
    let words = playbook.templates.filter { $0.audience == .customer }
    let acknowledgement = words.first { $0.countsAs.contains(.acknowledgement) }
    switch status {
    case .new: return acknowledgement
    case .active, .paused:
      if let acknowledgement, awaitsFirstResponse(playbook) { return acknowledgement }
      return words.first {
        $0.countsAs.contains(.substantive) && !$0.countsAs.contains(.acknowledgement) && !$0.tellsResolution
      }
    case .resolved:
      return words.first { $0.tellsResolution && !wasSent($0) }
        ?? words.first { $0.countsAs.isEmpty && !$0.tellsResolution && !wasSent($0) }
    case .closed, .cancelled: return nil
    }
  }

  /// A clock runs that an acknowledgement stops.
  private func awaitsFirstResponse(_ playbook: Playbook) -> Bool {
    openClocks.contains { playbook.rule($0.rule)?.stops.contains(.acknowledged) ?? false }
  }

  /// Since the opening or the latest reopening.
  private func wasSent(_ template: MessageTemplate) -> Bool {
    work.messages.contains { $0.value.template == template.id && $0.stamp.at >= work.since }
  }

  /// Nothing more can be said to the customer.
  private var isOver: Bool {
    switch condition {
    case .closed, .cancelled: true
    case .open, .paused, .resolved: false
    }
  }
}

extension MessageTemplate {
  /// It cannot be written before the cause or the cure is known.
  var tellsResolution: Bool { fields.contains { ["root_cause", "fix", "resolution"].contains($0) } }
}
