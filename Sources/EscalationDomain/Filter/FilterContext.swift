/// By what a filter is understood: the time, whose wall it hangs on, who asks, and the playbooks' scales.
public struct FilterContext: Hashable, Sendable {
  public var now: Instant
  public var zone: Zone
  /// Whom `me` means.
  public var actor: String
  public var playbooks: [Playbook]

  public init(now: Instant, zone: Zone, actor: String, playbooks: [Playbook] = []) {
    self.now = now
    self.zone = zone
    self.actor = actor
    self.playbooks = playbooks
  }

  var today: LocalDate { zone.local(now).date }
}
