extension Opening {
  /// A record that an account's health opens by itself, filled with what is known. Source: PLAYBOOKS `health`.
  ///
  /// - Parameter owner: the account's CSM, if it is known who that is.
  public init(_ trigger: HealthTrigger, of account: AccountFacts, owner: String?, playbook: Playbook, edition: Int) {
    self.init(
      title: "Health at \(trigger.score.composite) and \(trigger.trend.rawValue)", account: account,
      playbook: playbook.id, edition: edition,
      // Where it has neither stages nor levels to begin with, at its mildest.
      severity: playbook.stages.isEmpty && playbook.levels.isEmpty ? playbook.severities.last?.id : nil,
      stage: playbook.stages.first?.id, owner: owner?.nonEmpty, detection: .early, health: trigger)
  }
}

extension Policy {
  /// The playbooks that follow health scores, by id.
  public var healthPlaybooks: [Playbook] {
    playbooks.values.map(\.value).filter { $0.health != nil }.sorted { $0.id < $1.id }
  }

  /// The one that governs an account's health: the one of its last record if that still follows scores, else the first.
  public func healthPlaybook(last id: String?) -> Playbook? {
    let known = healthPlaybooks
    return known.first { $0.id == id } ?? known.first
  }
}
