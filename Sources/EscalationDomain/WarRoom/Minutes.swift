/// What a session of the war room came to: worked out from the log alone, as it stood when the session ended, so that
/// it can be written again at any time and is the same.
public struct Minutes: Hashable, Sendable {
  /// What somebody wrote down about an escalation while the session lasted.
  public struct Line: Hashable, Sendable {
    public var text: String
    public var stamp: Work.Stamp
    /// It stands in the log of each escalation of the account.
    var isOfAccount = false
  }

  public struct Item: Hashable, Sendable, Identifiable {
    public var row: BoardRow
    /// Not there where people wrote about it without having it on the agenda.
    public var isOnAgenda: Bool
    /// Why it was on the agenda when the session began.
    public var reasons: [AgendaReason]
    /// Seconds before the room.
    public var spent: Int64
    public var decisions: [Line]
    /// What was raised, moved or taken up again in the session and is still to be done at its end.
    public var actions: [OpenAction]
    /// What else was done about it in the session: each matter once, as it was before and as it is.
    public var acts: [Line]
    /// What changed between the session before and the beginning of this one.
    public var news: [RecordChange]
    public var ahead: Ahead

    public var id: EscalationID { row.id }
    public var wasDiscussed: Bool

    /// Whether anything was written down about it.
    public var wasWrittenAbout: Bool { !decisions.isEmpty || !actions.isEmpty || !acts.isEmpty }
  }

  public struct Skipped: Hashable, Sendable, Identifiable {
    public var row: BoardRow
    public var stamp: Work.Stamp
    public var ahead: Ahead

    public var id: EscalationID { row.id }
  }

  /// What is left open of an escalation at the end of the session.
  public struct Ahead: Hashable, Sendable {
    /// Deadlines that pass before the next session unless something stops their clocks, and those that have passed.
    public var atRisk: [AgendaReason]
    /// What has no owner or no time, whenever it was raised.
    public var questions: [OpenAction]
  }

  /// Something to do with the escalation that it is about.
  public struct Question: Hashable, Sendable {
    public var row: BoardRow
    public var action: OpenAction
  }

  public var room: Room
  /// Where the room met.
  public var zone: Zone
  /// In the order of the agenda, with what was not talked about; what was never on it behind.
  public var items: [Item]
  public var skipped: [Skipped]
  /// From the session before to the beginning of this one.
  public var news: RoomNews
  /// The tally of the board at the end.
  public var totals: BoardTotals
  /// When it ended; the present moment of one that goes on.
  public var asOf: Instant

  /// What is left open of each escalation, in the order of the agenda, what was skipped behind. O(agenda).
  public var ahead: [(row: BoardRow, ahead: Ahead)] {
    let told = Set(items.map(\.id))
    return items.map { ($0.row, $0.ahead) } + skipped.filter { !told.contains($0.id) }.map { ($0.row, $0.ahead) }
  }

  /// What has no owner or no time, in the order of the agenda.
  public var openQuestions: [Question] {
    ahead.flatMap { row, ahead in ahead.questions.map { Question(row: row, action: $0) } }
  }
}
