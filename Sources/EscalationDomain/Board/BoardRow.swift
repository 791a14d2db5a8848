/// One escalation as a board or a list shows it: what the start-up path reads, and no more.
public struct BoardRow: Hashable, Sendable, Identifiable {
  public var id: EscalationID
  public var title: String
  public var account: String
  public var playbook: String
  public var severity: String?
  public var level: String?
  public var stage: String?
  public var band: Int
  public var status: Status
  public var owner: String?
  public var arr: Money?
  public var renewal: LocalDate?
  public var opened: Instant
  public var changed: Instant
  /// When the customer is expected to be back, for a paused one.
  public var pausedUntil: Instant?
  /// The most urgent open clock.
  public var clock: ClockCycle?
  /// How many open clocks there are.
  public var openClocks: Int
  /// The next instant at which time alone changes which clock is the most urgent: a slot's due time.
  public var staleAfter: Instant?
  /// How far the plan of an open one has come; none where it has no milestones.
  public var plan: PlanProgress?

  @inlinable public init(
    id: EscalationID, title: String, account: String, playbook: String, severity: String?, level: String?,
    stage: String?, band: Int, status: Status, owner: String?, arr: Money?, renewal: LocalDate?, opened: Instant,
    changed: Instant, pausedUntil: Instant?, clock: ClockCycle?, openClocks: Int, staleAfter: Instant?,
    plan: PlanProgress? = nil
  ) {
    self.id = id
    self.title = title
    self.account = account
    self.playbook = playbook
    self.severity = severity
    self.level = level
    self.stage = stage
    self.band = band
    self.status = status
    self.owner = owner
    self.arr = arr
    self.renewal = renewal
    self.opened = opened
    self.changed = changed
    self.pausedUntil = pausedUntil
    self.clock = clock
    self.openClocks = openClocks
    self.staleAfter = staleAfter
    self.plan = plan
  }

  public init(_ record: Escalation) {
    var pausedUntil: Instant?
    if case .paused(let pause, _) = record.condition { pausedUntil = pause.until }
    let open = record.openClocks
    self.init(
      id: record.id, title: record.title, account: record.account.name, playbook: record.playbook,
      severity: record.severity, level: record.level, stage: record.stage, band: record.band, status: record.status,
      owner: record.owner, arr: record.account.arr, renewal: record.account.renewal, opened: record.opened,
      changed: record.changed, pausedUntil: pausedUntil, clock: open.mostUrgent(), openClocks: open.count,
      staleAfter: open.filter { $0.slots != nil || $0.elapses }.compactMap(\.deadline).min(),
      plan: record.status.isOpen ? PlanProgress(record.work.plan) : nil)
  }

  /// The grade that people call it by, as short as a column needs it.
  @inlinable public var grade: String {
    GradeLabel(severity: severity, level: level, stage: stage)?.short ?? "-"
  }
}
