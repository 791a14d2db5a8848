/// Somebody who must hear, through one channel: one line of the notify matrix at the record's grade.
///
/// Source: PLAYBOOKS `risk`, who and channel; proof is who told, when and how.
public struct Obligation: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    case open
    /// Told: the latest proof.
    case told(Work.Stamp, note: String?)
    /// Nobody needs to, and why.
    case notNeeded(Work.Stamp)
  }
  public var stakeholder: String
  /// None where the matrix names no channel: any will do.
  public var channel: String?
  public var state: State
  /// How they were told where the matrix leaves the channel open.
  public var via: String?

  var isTold: Bool {
    if case .told = state { return true }
    return false
  }
}

extension Escalation {
  /// Whom the playbook's matrix names at the present grades, in its order, each once for each channel. A grade that is
  /// raised brings its own; what was told before counts wherever the matrix asks for the same again.
  ///
  /// O(matrix lines × notices).
  public func obligations(of playbook: Playbook) -> [Obligation] {
    var seen: Set<[String?]> = []
    return playbook.notify.filter { applies($0) }.flatMap { rule in
      rule.stakeholders.flatMap { who in
        (rule.channels.isEmpty ? [nil] : rule.channels.map(Optional.some)).compactMap { channel in
          guard seen.insert([who.lowercased(), channel]).inserted else { return nil }
          let proof = proof(for: who, channel)
          return Obligation(
            stakeholder: who, channel: channel, state: state(of: who, channel, proof),
            via: channel == nil ? proof?.value.channel : nil)
        }
      }
    }
  }

  /// The stakeholders whom nobody has told yet through a channel; without one, through whichever the matrix names.
  public func stillToTell(of playbook: Playbook, by channel: String?) -> [String] {
    var seen: Set<String> = []
    return obligations(of: playbook).filter { obligation in
      let isMeant =
        channel == nil || obligation.channel == nil || obligation.channel?.lowercased() == channel?.lowercased()
      return obligation.state == .open && isMeant && seen.insert(obligation.stakeholder.lowercased()).inserted
    }.map(\.stakeholder)
  }

  private func applies(_ rule: NotifyRule) -> Bool {
    switch rule.scale {
    case .severity: rule.grade == severity
    case .level: rule.grade == level
    case .stage: rule.grade == stage
    }
  }

  /// The latest notice that counts for a line.
  private func proof(for stakeholder: String, _ channel: String?) -> Work.Stamped<Notification>? {
    work.notices.last { notice in
      notice.value.who.contains { $0.lowercased() == stakeholder.lowercased() }
        && (channel == nil || notice.value.channel.map { $0.lowercased() == channel?.lowercased() } ?? false)
    }
  }

  private func state(
    of stakeholder: String, _ channel: String?, _ proof: Work.Stamped<Notification>?
  ) -> Obligation.State {
    if let proof { return .told(proof.stamp, note: proof.value.note) }
    let waived = work.waivedNotices.last { waived in
      waived.value.stakeholder.lowercased() == stakeholder.lowercased()
        && (waived.value.channel == nil || channel == nil
          || waived.value.channel?.lowercased() == channel?.lowercased())
    }
    return waived.map { .notNeeded($0.stamp) } ?? .open
  }

  /// The clock that runs until those whom the matrix names were told, the one due first where there are several; none
  /// where the playbook sets no time for it, and once all were told. O(rules × clocks).
  public func noticeClock(of playbook: Playbook) -> ClockCycle? {
    let rules = Set(playbook.clocks.filter { ClockPurpose($0) == .notification }.map(\.id))
    return openClocks.filter { rules.contains($0.rule) }.min { ($0.deadline ?? .max) < ($1.deadline ?? .max) }
  }
}

extension WorkView {
  /// One notice for each channel, to everyone who was not told through it yet.
  ///
  /// - Parameter channel: this one alone; whoever may hear through any is told through it too.
  public func toTell(through channel: String?, note: String?) -> [Notification] {
    var channels: [String?] = []
    var who: [String?: [String]] = [:]
    for obligation in obligations where obligation.state == .open {
      if let channel, let asked = obligation.channel, asked.lowercased() != channel.lowercased() { continue }
      let through = obligation.channel ?? channel
      if who[through] == nil { channels.append(through) }
      who[through, default: []].append(obligation.stakeholder)
    }
    return channels.map { Notification(who: who[$0] ?? [], channel: $0, note: note?.nonEmpty) }
  }
}
