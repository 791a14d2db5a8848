/// A person's act, before it is checked. Each verb of the command line and each key is one of these.
public enum Command: Hashable, Sendable {
  case acknowledge(note: String?)
  case update(CustomerUpdate)
  case customerReplied(text: String)
  case check(note: String?)
  case notify(Notification)
  case note(text: String)
  case assign(owner: String?)
  case changeSeverity(to: String, reason: String?)
  case enterLevel(String, reason: String?)
  case enterStage(String, reason: String?)
  case setNeededBy(Instant?)
  case mark(String)
  case decideItem(ItemDecision, reason: String?)
  case stateHypothesis(HypothesisStatement)
  /// Without an id: the record's next.
  case addTask(title: String, owner: String?, due: Instant?, origin: String?)
  /// Something in the way, which somebody removes by a time; without an id: the record's next task.
  case raiseBlocker(title: String, owner: String?, neededBy: Instant?)
  case takeDecision(text: String)
  case moveTask(String, due: Instant?, reason: String?)
  /// Gives a task or a blocker to somebody; none takes it away.
  case assignTask(String, owner: String?)
  case finishTask(String, note: String?)
  case dropTask(String, reason: String)
  case giveRole(String, to: String?)
  case plan(PlanCommand)
  case waiveNotice(NoticeWaived, reason: String)
  case raisePath(String, note: String?)
  /// Somebody noticed what calls for a path; nobody has been brought in yet.
  case callPath(String, note: String?)
  case confirmByCustomer(note: String?)
  case addGate(id: String, label: String, needs: Gate.Condition)
  case overrideGate(GateOverride, reason: String)
  case waiveGate(String, reason: String)
  case send(SentMessage)
  case score(HealthScore)
  case move(PlaybookMove, reason: String?)
  case amendResolution(Resolution)
  case pause(reason: String, until: Instant)
  case resume(note: String?)
  case resolve(Resolution)
  case close(Closing, reason: String?)
  case cancel(reason: String)
  case reopen(reason: String)
  case amend(Amendment)
  case changeAccount(AccountFacts)
  case addContact(Contact)
  case removeContact(name: String)
  /// Takes back the newest act, all of its events; with the number of one of them only where that act is the newest.
  case undo(event: Int64?)
  /// Makes what was taken back last count again; with the number of the undo only where that is the last.
  case redo(event: Int64?)
}

/// Who acts, when it happened and when it is written down. `occurred` may lie before `now`, never after it.
public struct Act: Hashable, Sendable {
  public var actor: String
  public var occurred: Instant
  public var now: Instant

  public init(actor: String, occurred: Instant? = nil, now: Instant) {
    self.actor = actor
    self.occurred = occurred ?? now
    self.now = now
  }
}

/// Why a rule refuses an act: facts only, worded in ``Wording``.
public enum Refusal: Error, Hashable, Sendable {
  case inTheFuture(Instant)
  case beforeOpening(Instant)
  case laterActExists(Instant)
  case notOpen(Status)
  case alreadyOpen
  case alreadyAcknowledged(Instant)
  case alreadyPaused
  case notPaused
  case alreadyResolved(Instant)
  case cancelledForGood
  case sameSeverity(String)
  /// It stands at that level or stage.
  case sameGrade(String)
  case unknownSeverity(String, known: [String])
  case unknownLevel(String, known: [String])
  case unknownStage(String, known: [String])
  case unknownStep(String, known: [String])
  case unknownChecklist(String, known: [String])
  case unknownItem(String, known: [String])
  case unknownHypothesis(String, known: [String])
  case unknownTask(String, known: [String])
  case unknownRole(String, known: [String])
  case unknownStakeholder(String, known: [String])
  case unknownPath(String, known: [String])
  /// It was called for or raised already.
  case pathTaken(String, raised: Bool)
  /// Others hold the role.
  case notInRole(String, holders: [String])
  case unknownGate(String, known: [String])
  case unknownSignal(String, known: [String])
  /// An item or a gate that is simply asked for cannot be waved through as not needed.
  case alwaysNeeded(String)
  case taskIsOver(String)
  case unknownMilestone(String, known: [String])
  case milestoneIsOver(String)
  case milestoneNotOver(String)
  case milestoneStarted(String)
  /// From a milestone back to itself.
  case circle([String])
  case startAfterDue(start: Instant, due: Instant)
  case noOutline(playbook: String)
  case gateNotBlocking(String)
  /// Whom the matrix names was told through each channel that is meant.
  case toldAlready(String)
  case gateIDTaken(String)
  /// The role has no authority over the gate.
  case noAuthority(gate: String, needs: [String])
  /// Each with what would satisfy it.
  case gatesOpen([GateState])
  case samePlaybook(String)
  /// Of a session of the war room.
  case noSuchOnAgenda(EscalationID)
  case notOnAgenda(EscalationID, RoomID)
  case roomNotStarted(RoomID)
  case roomStarted(RoomID, since: Instant)
  case roomAdjourned(RoomID)
  case roomNotAdjourned(RoomID)
  case roomIsOver(RoomID, at: Instant)
  case timeboxOutOfRange
  case playbookHasNoHealth(String)
  case scoreOutOfRange(String, Int)
  case scoreInTheFuture(LocalDate)
  /// Not yet come in the account's zone.
  case dateNotCome(LocalDate)
  case unknownExecutive(String, known: [String])
  /// Only an enterprise account above a value enters the last stage at once.
  case notForThisAccount(value: Money)
  /// A status where the playbook asks for news.
  case bareStatus(String)
  case hypothesisIncomplete(missing: [String])
  case nothingToChange
  case unknownPlaybook(String, known: [String])
  case unknownCalendar(String, known: [String])
  case severityRequired(known: [String])
  case reasonRequired
  case textRequired(String)
  case notAhead(Instant, what: String)
  case unknownContact(String)
  case unreadableText(String)
  case unusableID(String)
  case csatOutOfRange(Int)
  case nothingToUndo
  case nothingToRedo
  /// Somebody acted, then, after what is to be done again was taken back.
  case redoOvertaken(Instant)
  /// Another act came between the question and the answer.
  case overtaken
  /// Somebody has written on the same matter since, or has taken it back.
  case changedSince(by: String, Instant)
  /// Words that fit more than one signal.
  case severalSignals(String, [String])
  case noPlaybookHas(String, known: [String])
  case severalPlaybooksHave(String, [String])
  /// Nothing says which playbook governs.
  case playbookUnclear(known: [String])
  case unknownSlot(String, known: [String])
  case notAssigned(PlaybookScope)
  case outOfRange(String, Int, ClosedRange<Int>)
  case riskNotOpen(Risk.Status)
  /// An escalation that a risk becomes asks for help by a time.
  case neededByRequired
}
