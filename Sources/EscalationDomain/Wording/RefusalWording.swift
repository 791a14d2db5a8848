extension Refusal {
  /// One line: what is wrong and what to do.
  ///
  /// - Parameter zone: the reader's zone, for the instants in it.
  public func sentence(zone: Zone) -> String {
    switch self {
    case .inTheFuture(let at):
      "\(at.words(in: zone)) has not happened yet; an act is dated now or earlier"
    case .beforeOpening(let opened): "that is before it was opened, \(opened.words(in: zone))"
    case .laterActExists(let at):
      "something later is on record, \(at.words(in: zone)); undo it first or date this act after it"
    case .notOpen(let status): "it is \(status.rawValue); reopen it first"
    case .alreadyOpen: "it is open already"
    case .alreadyAcknowledged(let at): "the first response is on record, \(at.words(in: zone)); use update or note"
    case .alreadyPaused: "it is paused already; resume it first"
    case .notPaused: "it is not paused"
    case .alreadyResolved(let at): "it was resolved, \(at.words(in: zone)); close or reopen it"
    case .cancelledForGood: "it was cancelled; open a new one"
    case .sameSeverity(let severity): "its severity is \(severity) already"
    case .noSuchOnAgenda(let id): "there is no escalation \(id)"
    case .notOnAgenda(let id, let room): "\(id) is not on the agenda of the session \(room); add it first"
    case .roomNotStarted(let id): "the session \(id) has not started; start it first"
    case .roomStarted(let id, let since):
      "the session \(id) has gone on since \(since.words(in: zone)); end it before another one starts"
    case .roomAdjourned(let id): "the session \(id) is adjourned; continue it first"
    case .roomNotAdjourned(let id): "the session \(id) is not adjourned"
    case .roomIsOver(let id, let at): "the session \(id) ended, \(at.words(in: zone)); start another one"
    case .timeboxOutOfRange: "a timebox has 1 to 480 minutes"
    case .sameGrade(let grade): "it stands at \(grade) already"
    case .unknownSeverity(let text, let known): Refusal.unknown("severity", text, known)
    case .unknownLevel(let text, let known): Refusal.unknown("level", text, known)
    case .unknownStage(let text, let known): Refusal.unknown("stage", text, known)
    case .unknownStep(let text, let known): Refusal.unknown("step", text, known)
    case .unknownChecklist(let text, let known): Refusal.unknown("checklist", text, known)
    case .unknownItem(let text, let known): Refusal.unknown("item", text, known)
    case .unknownHypothesis(let text, let known): Refusal.unknown("hypothesis", text, known)
    case .unknownTask(let text, let known): Refusal.unknown("open task", text, known)
    case .unknownRole(let text, let known): Refusal.unknown("role", text, known)
    case .unknownStakeholder(let text, let known): Refusal.unknown("stakeholder", text, known)
    case .unknownPath(let text, let known): Refusal.unknown("internal path", text, known)
    case .pathTaken(let label, let raised):
      raised ? "“\(label)” was raised already" : "“\(label)” is called for already; raise it"
    case .notInRole(let role, let holders):
      "\(holders.joined(separator: ", ")) is on record as \(role); only who holds the role passes a gate over in it"
    case .unknownGate(let text, let known): Refusal.unknown("gate", text, known)
    case .unknownSignal(let text, let known): Refusal.unknown("signal", text, known)
    case .alwaysNeeded(let label): "“\(label)” is asked for at this grade; it can be done but not declined"
    case .taskIsOver(let id): "task \(id) is over; add a new one"
    case .unknownMilestone(let text, let known): Refusal.unknown("milestone", text, known)
    case .milestoneIsOver(let id): "milestone \(id) is over; reopen it or add a new one"
    case .milestoneNotOver(let id): "milestone \(id) is not over"
    case .milestoneStarted(let id): "milestone \(id) is under way already"
    case .circle(let ids): "each would wait for the other: \(ids.joined(separator: " after "))"
    case .startAfterDue(let start, let due):
      "it would start \(start.words(in: zone)), after it is due, \(due.words(in: zone))"
    case .noOutline(let playbook): "playbook \(playbook) has no outline of a plan"
    case .toldAlready(let who): "\(who) was told already; notify list shows when and how"
    case .gateNotBlocking(let label): "the gate “\(label)” does not stand in the way"
    case .gateIDTaken(let id): "there is a gate “\(id)” already; choose another id"
    case .noAuthority(let gate, let needs):
      "the gate “\(gate)” can be passed over by \(needs.joined(separator: " or ")) only; say --as with the role"
    case .gatesOpen(let gates):
      "\(gates.count == 1 ? "a gate is" : "\(gates.count) gates are") not met: "
        + gates.map(\.sentence).joined(separator: "; ")
    case .samePlaybook(let id): "playbook \(id) governs it already"
    case .playbookHasNoHealth(let id): "playbook \(id) knows no health scores"
    case .scoreOutOfRange(let name, let value): "the \(name) score runs from 0 to 100, not \(value)"
    case .scoreInTheFuture(let date): "\(date) has not come yet for this account; a score is of today or earlier"
    case .notForThisAccount(let value):
      "only an enterprise account of \(value.description) a year or more goes to the last stage before the review of the "
        + "stage before it"
    case .bareStatus(let text):
      "“\(text.prefix(40))” is a status and no update; say what happened, what it changes about the cause, and the plan"
    case .hypothesisIncomplete(let missing):
      "a hypothesis is not whole without \(missing.joined(separator: ", "))"
    case .nothingToChange: "nothing to change was given"
    case .unknownPlaybook(let text, let known): Refusal.unknown("playbook", text, known)
    case .unknownCalendar(let text, let known): Refusal.unknown("calendar", text, known)
    case .severityRequired(let known): "this playbook needs a severity: \(known.joined(separator: ", "))"
    case .reasonRequired: "a reason is due; say why"
    case .textRequired(let what): "\(what) is missing"
    case .notAhead(let at, let what): "\(what), \(at.words(in: zone)), is not ahead"
    case .dateNotCome(let date): "\(date) has not come yet for this account"
    case .unknownExecutive(let name, let known):
      known.isEmpty
        ? "no executive is on record here; add them with executive add"
        : "no executive “\(name)” is on record; known: \(known.joined(separator: ", "))"
    case .unknownContact(let name): "there is no contact “\(name)”; show lists them"
    case .unusableID(let text):
      "“\(text.prefix(80))” is no id; an id is one word of at most \(EscalationID.mostCharacters) characters that does not "
        + "begin with a minus"
    case .unreadableText: "a text holds a NUL character; remove it"
    case .csatOutOfRange(let value): "CSAT runs from 1 to 10, not \(value)"
    case .nothingToUndo: "nothing here can be undone: no act of a person since the opening is left"
    case .nothingToRedo: "nothing here was taken back that could be done again"
    case .redoOvertaken(let at):
      "something was done on it after that was taken back, on \(at.words(in: zone)); do it anew by hand"
    case .overtaken: "someone acted on it meanwhile; look again before undoing"
    case .changedSince(let who, let at): "\(who) changed it since, \(at.words(in: zone)); what stands now stays"
    case .severalSignals(let text, let ids): "“\(text)” fits several signals; name one: \(ids.joined(separator: ", "))"
    case .noPlaybookHas(let text, let known):
      "no playbook has “\(text)”; say --playbook, one of \(known.sorted().joined(separator: ", "))"
    case .severalPlaybooksHave(let text, let ids):
      "“\(text)” is in several playbooks; say --playbook, one of \(ids.sorted().joined(separator: ", "))"
    case .playbookUnclear(let known):
      "say how severe it is: --severity with one of \(known.joined(separator: ", ")); or say --signal or --playbook"
    case .unknownSlot(let text, let known): Refusal.unknown("line of the contact matrix", text, known)
    case .notAssigned(let scope): "no such playbook is assigned to the \(scope.words); playbook assignments lists them"
    case .outOfRange(let what, let value, let range):
      "\(what) runs from \(range.lowerBound) to \(range.upperBound), not \(value)"
    case .riskNotOpen(let status):
      status == .promoted ? "it is an escalation already" : "it is \(status.rawValue); register a new one"
    case .neededByRequired: "an escalation asks for help by a time; say by when it is needed"
    }
  }

  private static func unknown(_ what: String, _ text: String, _ known: [String]) -> String {
    known.isEmpty
      ? "there is no \(what) “\(text)” and this playbook has none"
      : "there is no \(what) “\(text)”; known: \(known.joined(separator: ", "))"
  }
}

extension GateState {
  /// `The root cause is written down (no root cause yet)`.
  public var sentence: String {
    guard case .open(let missing) = state else { return label }
    return "\(label) (\(missing.sentence))"
  }
}

extension GateState.Missing {
  /// What would satisfy the gate, as a clause.
  public var sentence: String {
    switch self {
    case .rootCause: "write down the root cause"
    case .prevention(let has, let needs): "\(has) of \(needs) prevention items"
    case .customerConfirmation: "the customer has not confirmed"
    case .decisions(let lists):
      "undecided: "
        + lists.map { list in
          "\(list.checklist)\(list.awaitsResolution ? " (once it is resolved)" : ""): "
            + list.labels.joined(separator: ", ")
        }.joined(separator: "; ")
    case .healthStreak(let has, let needs): "\(has) of \(needs) days above the threshold"
    case .step(let id, let label): "do “\(label)” and mark \(id)"
    }
  }
}

extension ReplayError {
  public var sentence: String {
    switch self {
    case .notOpenedYet: "it had not been opened by then"
    case .policy(let error): error.sentence
    }
  }

  /// What is wrong with a log that a store holds, as a clause: there an opening stands first in each.
  public var damage: String {
    switch self {
    case .notOpenedYet: "it does not begin with an opening"
    case .policy(let error): error.sentence
    }
  }
}

extension PolicyError {
  public var sentence: String {
    switch self {
    case .unknownEdition(let edition): "policy edition \(edition) is not in this store"
    case .unknownPlaybook(let id, let edition): "playbook \(id) is not in policy edition \(edition)"
    case .unknownCalendar(let id, let edition): "calendar \(id) is not in policy edition \(edition)"
    }
  }
}

extension StoreFailure {
  /// One line: what, where, and what to do.
  public var sentence: String {
    switch self {
    case .missing(let path): "no store at \(path); `warroom init` makes one, `warroom demo` shows one with data"
    case .noSuchEscalation(let id): "there is no escalation “\(id)”; `warroom list --all` shows what there is"
    case .noSuchRisk(let id): "there is no risk “\(id)”; `warroom risk list --all` shows what there is"
    case .idTaken(let id): "the id \(id) is taken"
    case .busy(let path): "\(path) is busy: another console or an import holds it; try again"
    case .readOnly(let path): "\(path) is opened for reading only"
    case .notPermitted(let path): "\(path) cannot be opened; check who owns it and its permissions"
    case .newerSchema(let path, let found, let known):
      "\(path) has schema \(found), this warroom knows \(known); use the newer warroom"
    case .notAStore(let path): "\(path) is not a warroom store"
    case .isFolder(let path): "\(path) is a folder; name a file in it, as in --store \(path)/warroom.db"
    case .damaged(let path, let detail): "\(path) is damaged (\(detail)); run `warroom doctor`"
    case .disk(let path, let detail): "\(path) could not be read or written (\(detail))"
    }
  }
}
