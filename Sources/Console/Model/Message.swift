import EscalationDomain
import Messages
import Screen

/// What happened: the only way anything gets into a model.
public enum Message: Sendable {
  /// The time, sent before every other message that may come later than the last one.
  case tick(Instant)
  case keyPressed(Key)
  case resized(Size)
  /// Answers ``Effect/loadBoard``.
  case boardLoaded(Board)
  /// Answers ``Effect/loadPlans``, as of that instant.
  case plansLoaded([MilestoneRow], asOf: Instant)
  /// Answers ``Effect/loadRecord(_:)``.
  case recordLoaded(Record)
  /// Answers ``Effect/loadPolicies``, and comes when another console installed one.
  case policyLoaded(PolicyBook)
  /// Answers ``Effect/previewGrade(_:_:of:)``.
  case gradePreviewed(EscalationID, Scale, String, [DeadlineMove])
  /// Answers ``Effect/perform(_:on:)``, ``Effect/performOn(_:_:on:)``, ``Effect/stateHypothesis(_:of:)`` and
  /// ``Effect/undo(_:event:)``.
  case performed(EscalationID, Performed)
  /// Answers ``Effect/editMessage(_:)``; with what went wrong, where the editor broke off and had saved something.
  case messageEdited(Letter.Text, trouble: String?)
  /// Answers ``Effect/copyMessage(_:)`` with what was copied.
  case messageCopied(String)
  /// Answers ``Effect/writeMessage(_:to:over:)`` with the whole path.
  case messageWritten(String)
  /// The same where there is such a file.
  case fileIsThere(String)
  /// Answers ``Effect/weighMessage(_:of:)``.
  case messageWeighed(EscalationID, SentMessage, [DeadlineMove])
  /// Answers ``Effect/postMessage(_:of:emails:)``.
  case messagePosted(EscalationID, SentMessage)
  /// Answers ``Effect/write(_:for:)`` with where it was written; nil where it was known already.
  case written(RegisterAct, for: EscalationID, RegisterMark?)
  /// Answers ``Effect/loadOpening``.
  case openingLoaded(OpeningBook)
  /// Answers ``Effect/loadAccount(_:)``; nil for one that is not known after all.
  case accountLoaded(String, AccountFacts?)
  /// Answers ``Effect/loadEnded(_:)``.
  case endedLoaded(String, [BoardRow])
  /// Answers ``Effect/previewOpening(_:)``.
  case openingPreviewed(OpeningRequest, OpeningReview)
  /// Answers ``Effect/open(_:)``.
  case opened(Performed)
  /// Answers ``Effect/previewMove(_:of:)``.
  case movePreviewed(EscalationID, PlaybookMove, MoveReview)
  /// Answers ``Effect/previewShift(_:of:)``.
  case shiftPreviewed(EscalationID, PlanShiftReview)
  /// Answers ``Effect/previewOutline(of:)``.
  case outlinePreviewed(EscalationID, [Milestone])
  /// Answers ``Effect/register(_:)``.
  case register(RegisterAnswer)
  /// Answers ``Effect/loadNames``.
  case namesLoaded(Set<String>)
  /// Answers ``Effect/loadDay``.
  case dayLoaded(DailyChecklist)
  /// Answers ``Effect/room(_:)``.
  case room(RoomAnswer)
  /// Answers ``Effect/minutesOut(_:_:)`` with what became of them.
  case minutesGone(String)
  /// The same where there is such a file.
  case minutesFileIsThere(String)
  /// Answers ``Effect/loadNews(after:)``.
  case newsLoaded(News)
  /// Answers ``Effect/loadFilterFacts(_:)``.
  case filterFactsLoaded(FilterFacts)
  /// Answers ``Effect/previewBulk(_:)``; anew, where an act could not be done as it was looked at.
  case bulkPreviewed(BulkAct, BulkPreview, isAnew: Bool)
  /// Answers ``Effect/loadMany(_:)`` with those that there are, in that order.
  case manyLoaded([EscalationID], [Subject])
  /// Answers ``Effect/performBulk(_:_:)``.
  case bulkPerformed(BulkAct, BulkPreview, [Performed])
  /// Answers ``Effect/reverseInRegister(_:)``.
  case registerReversed(RegisterReversal, RegisterReversal.Outcome)
  /// Any effect's answer where it could not be done.
  case failed(Effect, Failure)
  /// Another process wrote to the store.
  case storeChanged
  /// The store was looked at and nobody had written: what shows is true as of now.
  case storeUnchanged
  /// What was kept of an earlier run, read as the console starts.
  case deskLoaded(Desk)
  /// Somebody else changed this person's views.
  case viewsChanged([SavedView]?)
  /// Answers ``Effect/editText(_:)``; with what went wrong, where the editor broke off and had saved something.
  case textEdited(String, trouble: String?)
  /// The settings changed under the console.
  case settingsChanged(Settings)
  /// So did who sits before it, or the zone of their clock.
  case viewerChanged(Viewer)
  /// The settings or a theme could not be read anew: what is wrong and where. What was read before stays.
  case settingsRefused(String)
  /// What is wrong in the settings that a console begins with; what is good in them counts.
  case settingsDoubted(String)
  /// Answers ``Effect/nextTheme``.
  case themeChanged(String)
  /// Answers ``Effect/loadVerbs``.
  case verbsLoaded(VerbTable)
  /// Answers ``Effect/runCommandLine(_:)``.
  case commandLineRan(CommandLineRun, CommandLineResult)
}

/// What a model asks the world to do.
public enum Effect: Hashable, Sendable {
  case loadBoard
  /// Reads the milestones of all open escalations.
  case loadPlans
  case loadRecord(EscalationID)
  case loadPolicies
  /// Works out every deadline before and after a step to another severity, level or stage.
  case previewGrade(Scale, String, of: EscalationID)
  /// Somebody's act, dated now.
  case perform(Command, on: EscalationID)
  /// Several acts of somebody as one, dated now, where what their form rested on still stands.
  case performOn(Ground, [Command], on: EscalationID)
  /// The same for a hypothesis, whose first action becomes a task.
  case stateHypothesis(HypothesisStatement, of: EscalationID)
  /// Writes into the register of the team or of the account, dated now, from the place of an escalation.
  case write(RegisterAct, for: EscalationID)
  /// Takes back the act of that number, and no other: a newer one makes it fail.
  case undo(EscalationID, event: Int64)
  /// Hands the terminal to the writer's editor.
  case editMessage(MessageDraft)
  case copyMessage(MessageDraft)
  /// Hands the terminal to the editor with the text of a field.
  case editText(String)
  case writeMessage(MessageDraft, to: String, over: Bool)
  /// Works out whether a message may be sent and what that does to every deadline.
  case weighMessage(SentMessage, of: EscalationID)
  /// Gives it to the team's command. It is not logged by that.
  case postMessage(MessageDraft, of: EscalationID, emails: [String])
  /// Reads whom a new escalation may be about and which playbook governs whom.
  case loadOpening
  /// Reads what is known of an account.
  case loadAccount(String)
  /// Looks among what has left the board for some words.
  case loadEnded(String)
  /// Works out how a new escalation would stand, every clock included.
  case previewOpening(OpeningRequest)
  /// Opens it, dated now.
  case open(OpeningRequest)
  /// Works out every deadline before and after a step to another playbook.
  case previewMove(PlaybookMove, of: EscalationID)
  /// Works out which milestones a due time takes along when it moves.
  case previewShift(PlanShift, of: EscalationID)
  /// Works out what the playbook's outline would add to a plan.
  case previewOutline(of: EscalationID)
  /// What the register of risks and escalations asks of the store.
  case register(RegisterEffect)
  /// Reads what today's checklists leave open.
  case loadDay
  /// Reads the names of all accounts, and of the customers' people in what is open or was of late.
  case loadNames
  /// What the war room asks of the store.
  case room(RoomEffect)
  /// Copies minutes, writes them into a file or gives them to the team's command.
  case minutesOut(Minutes, MinutesOut)
  /// Reads what a filter asks about that no row says.
  case loadFilterFacts(Set<FilterFacts.Kind>)
  /// Reads what was written after an event number, to be told line by line.
  case loadNews(after: Int64)
  /// Works out what an act would come to on each of several escalations.
  case previewBulk(BulkAct)
  /// Reads how the escalations of a draft stand now.
  case loadMany([EscalationID])
  /// Does it in one transaction where it may be done, if it would still come to what was looked at.
  case performBulk(BulkAct, BulkPreview)
  /// Looks at what taking an act on a register back would change, or does it.
  case reverseInRegister(RegisterReversal)
  /// Keeps it for the next run, in place of what was kept.
  case keepDesk(Desk)
  case nextTheme
  case takeTheme(String)
  /// Takes the mouse or leaves it to the terminal.
  case useMouse(Bool)
  /// Reads which verbs and options the command line has.
  case loadVerbs
  /// Runs it as the command line would, on this console's store.
  case runCommandLine(CommandLineRun)
  /// Paints every cell anew.
  case redraw
  case suspend
  case quit
}

/// Why an effect could not be done, as data; worded where it is shown.
public enum Failure: Error, Hashable, Sendable {
  case refused(Refusal)
  case store(StoreFailure)
  case replay(ReplayError)
  case policy(PolicyError)
  /// Another act came between the question and the answer.
  case overtaken
  /// Somebody changed meanwhile what the form rested on.
  case changedMeanwhile
  case other(String)

  public init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let refusal as Refusal: self = .refused(refusal)
    case let failure as StoreFailure: self = .store(failure)
    case let error as ReplayError: self = .replay(error)
    case let error as PolicyError: self = .policy(error)
    default: self = .other("\(error)")
    }
  }

  public func sentence(zone: Zone) -> String {
    switch self {
    case .refused(let refusal): refusal.sentence(zone: zone)
    case .store(let failure): failure.sentence
    case .replay(let error): error.sentence
    case .policy(let error): error.sentence
    case .overtaken: "somebody acted on it meanwhile; look again before taking anything back"
    case .changedMeanwhile: "somebody changed it while this was open; save again to see what"
    case .other(let text): text
    }
  }
}
