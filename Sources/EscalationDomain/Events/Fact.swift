/// What can happen to an escalation. A case is never renamed once released: its name is its spelling in the log.
public enum Fact: Hashable, Sendable, Codable {
  case opened(Opening)
  case amended(Amendment)
  /// The customer's facts changed: renewal, ARR, calendar …
  case accountChanged(AccountFacts)
  case contactAdded(Contact)
  case contactRemoved(name: String)

  /// The first response to the customer.
  case acknowledged(note: String?)
  /// Something was said to the customer.
  case updated(CustomerUpdate)
  /// The customer did something; a pause ends.
  case customerReplied(text: String)
  /// The team looked at its progress.
  case checked(note: String?)
  /// Stakeholders were told.
  case notified(Notification)
  case noted(text: String)
  case assigned(owner: String?)
  case severityChanged(to: String)
  case levelEntered(String)
  case stageEntered(String)
  /// By when the requester needs it; none takes it back.
  case neededBySet(Instant?)
  /// A step or mark that the playbook names was done.
  case marked(String)

  /// A line of a checklist was decided.
  case itemDecided(ItemDecision)
  case hypothesisStated(HypothesisStatement)
  case taskAdded(ActionItem)
  case taskMoved(id: String, due: Instant?)
  /// Somebody else has it; nobody where there is no owner.
  case taskAssigned(id: String, owner: String?)
  case taskDone(id: String, note: String?)
  /// It will not be done; why is the event's.
  case taskDropped(id: String)
  case roleGiven(RoleGiven)
  /// What the room decided.
  case decisionTaken(text: String)
  case noticeWaived(NoticeWaived)
  case customerConfirmed(note: String?)
  /// A stricter gate of this record alone, as a playbook spells its condition.
  case gateAdded(id: String, label: String, needs: String)
  case gateOverridden(GateOverride)
  /// An "if needed" gate decided against; why is the event's.
  case gateWaived(id: String)
  case pathRaised(PathRaised)
  /// Somebody noticed what calls for an internal path.
  case pathCalled(PathCalled)
  case messageSent(SentMessage)
  /// The account's health on a date; the last one for a date counts.
  case scored(HealthScore)
  /// Another playbook governs from here on.
  case playbookChanged(PlaybookMove)

  /// What the corrective action plan says.
  case planWritten(PlanChange)
  /// By when a look at the plan is due; none takes it back.
  case planLookSet(PlanLook, due: Instant?)
  case planLooked(PlanFinding)
  /// The customer agreed that the plan is fulfilled.
  case planSignedOff(by: String)
  case milestoneAdded(Milestone)
  case milestoneChanged(id: String, MilestoneChange)
  /// A due time moved, with what depends on it.
  case milestonesShifted([MilestoneShift])
  /// Every milestone, in its new order.
  case milestonesOrdered([String])
  case milestoneStarted(id: String)
  case milestoneDone(id: String, evidence: String?)
  /// It will not be done; why is the event's.
  case milestoneDropped(id: String)
  case milestoneReopened(id: String)

  case paused(Pause)
  case resumed
  case resolved(Resolution)
  /// Root cause, prevention or summary written down before or after resolving.
  case resolutionAmended(Resolution)
  case closed(Closing)
  case cancelled
  case reopened(edition: Int)

  /// An earlier event no longer counts; undoing this one makes it count again.
  case undone(event: Int64)

  /// A deadline passed. Stamped at the breach, stored by the next writer, never erased.
  case breached(ClockBreach)
  /// The escalation follows a newer policy from here on.
  case policyAdopted(PolicyAdoption)
}

/// What is known of an escalation when it opens.
public struct Opening: Hashable, Sendable, Codable {
  public var title: String
  public var account: AccountFacts
  public var playbook: String
  /// The policy edition it starts under: see ``Policy``.
  public var edition: Int
  public var severity: String?
  public var level: String?
  public var stage: String?
  public var owner: String?
  public var contacts: [Contact]
  public var neededBy: Instant?
  public var details: String?
  public var tags: [String]
  /// Whether we saw it first or the customer did.
  public var detection: Detection?
  /// The import profile it came through, for one that was not opened here.
  public var origin: String?
  /// The signal of the playbook that spoke for opening it.
  public var signal: String?
  /// The entry of the Risk Register that it was promoted from.
  public var risk: String?
  /// For one that the health score opened.
  public var health: HealthTrigger?
  /// The sum in dispute.
  public var disputed: Money?

  public init(
    title: String, account: AccountFacts, playbook: String, edition: Int, severity: String? = nil, level: String? = nil,
    stage: String? = nil, owner: String? = nil, contacts: [Contact] = [], neededBy: Instant? = nil,
    details: String? = nil, tags: [String] = [], detection: Detection? = nil, origin: String? = nil,
    signal: String? = nil, risk: String? = nil, health: HealthTrigger? = nil, disputed: Money? = nil
  ) {
    self.title = title
    self.account = account
    self.playbook = playbook
    self.edition = edition
    self.severity = severity
    self.level = level
    self.stage = stage
    self.owner = owner
    self.contacts = contacts
    self.neededBy = neededBy
    self.details = details
    self.tags = tags
    self.detection = detection
    self.origin = origin
    self.signal = signal
    self.risk = risk
    self.health = health
    self.disputed = disputed
  }
}

/// Early ones are found by health or a signal, reactive ones by the customer; reports keep them apart.
public enum Detection: String, Hashable, Sendable, Codable, CaseIterable {
  case early
  case reactive
}
