import EscalationDomain
import Screen

/// What a person fills in for one act on one escalation.
public struct Form: Equatable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case acknowledge, update, note, assign, severity, level, stage, pause, resume, resolve, close
    case task, hypothesis, confirmed, findings, role
    // About one line of the Work pane.
    case told, path, notNeeded, override
    // Of a message.
    case message, file
    // About one line of the People pane.
    case contact, slot, executive, reached
    // About a corrective action plan, or one line of it.
    case milestone, changeMilestone, shift, finishMilestone, dropMilestone
    case planText, metric, exitCriteria, lookDue, finding, signOff, outline
    // About how an escalation begins, moves and ends.
    case open, move, reopen, cancel, raise
    // About a line of the Risk Register.
    case addRisk, assessRisk, reviewRisk, closeRisk, promoteRisk
    // In the war room.
    case decision, blocker, review
    case startRoom, attendance, timebox, roomNote, skipOnAgenda, addToAgenda, minutesFile
    // Of the console itself.
    case view
  }

  /// A draft belongs to one act on one escalation, or on one line of its work.
  public struct Name: Hashable, Sendable {
    public var escalation: EscalationID
    public var kind: Kind
    /// The line of the Work pane that it is about.
    public var item: WorkItem.Name?
    /// The same of the People pane.
    public var person: PeopleItem.Name?
    /// The same of the Plan pane.
    public var part: PlanItem.Name?
  }

  /// Where a form stands.
  public enum Phase: Hashable, Sendable {
    case editing
    /// The deadlines that the chosen grade would bring are being worked out.
    case weighing
    /// Everything is said; `y` does it.
    case reviewing(Review)
    /// Another changed what it rests on: field by field, whose value counts, and which one has the cursor.
    case settling([Conflict], Int)
    /// The act is on its way to the store.
    case performing
  }

  /// What a person looks at before an act that is not easily taken back.
  public enum Review: Hashable, Sendable {
    case deadlines([DeadlineMove])
    case resolving
    case closing
    case cancelling
    case opening(OpeningReview)
    case moving(MoveReview)
    case shift(PlanShiftReview)
    case outline([Milestone])
    /// The file is there already.
    case overwriting(String)
    /// The view of that name, by its place in the list.
    case replacing(Int)
    /// What would come of it on each of several; anew, where somebody acted after the first look.
    case bulk(BulkPreview, isAnew: Bool)
  }

  public let kind: Kind
  public let subject: Subject
  /// The line of the Work pane that it is about.
  public let item: WorkItem?
  /// The line of the People pane that it is about.
  public let person: PeopleItem?
  /// The line of the Plan pane that it is about.
  public internal(set) var part: PlanItem?
  public internal(set) var fields: [FormField]
  /// Index into `fields`.
  public internal(set) var focus = 0
  public internal(set) var phase = Phase.editing
  /// What is wrong with a field, by its id.
  public internal(set) var problems: [FormField.ID: String] = [:]
  /// What fields mean, or why something is suggested, by their ids.
  var remarks: [FormField.ID: Remark] = [:]
  /// The lists in which somebody made a choice: what is suggested later does not move them.
  public internal(set) var chosen: Set<FormField.ID> = []
  /// The new escalation whose deadlines were looked at.
  var asked: OpeningRequest?
  /// The shift whose milestones were looked at.
  var askedShift: PlanShift?
  /// The promotion whose deadlines were looked at.
  var promotion: Promotion?
  /// The date of the next look as it stands: past or not, it may stay.
  var standingReview: String?
  /// Whom it is for, where that is a selection.
  var many: [Subject] = []
  /// What was asked about them.
  var bulk: BulkAct?
  /// The first line that shows of what is looked at before the question.
  var offset = 0
  /// The view that is changed, by its place in the list.
  var view: Int?
  /// The scale of the grades to choose from, for a move.
  var scaleOfMove: Scale?
  /// Why the act failed, as a sentence.
  public internal(set) var failure: String?
  /// What stood in the record as it was opened.
  public internal(set) var basis = Basis()
  /// It was left half typed and is offered again.
  public internal(set) var isDraft = false

  /// What is typed for no owner: taking one away should not happen by an empty field.
  static let nobody = "nobody"

  public var name: Name {
    Name(escalation: subject.id, kind: kind, item: item?.name, person: person?.name, part: part?.name)
  }

  /// A form with fields of its own.
  init(_ kind: Kind, on subject: Subject, fields: [FormField]) {
    self.kind = kind
    self.subject = subject
    self.fields = fields
    item = nil
    person = nil
    part = nil
  }

  /// Whether something typed would be lost.
  var hasText: Bool {
    fields.contains { field in
      if case .choice = field.entry { return false }
      return !field.text.isEmpty
    }
  }

  /// `Update for W-12 · Acme`.
  public var title: String {
    if !many.isEmpty { return "\(kind.title) · \(Form.count(many.count))" }
    let isOfNone = subject.id == Subject.new.id || kind == .view
    return isOfNone ? kind.title : "\(kind.title) · \(subject.id) · \(subject.account)"
  }

  /// Whether it is about one escalation that there is, whose record may be read.
  var isOfOneEscalation: Bool { many.isEmpty && kind != .open && kind != .view && !kind.isOfRisk && !kind.isOfRoom }

  /// Whether what there is to choose from follows from the other fields. Its lists show in whole where the cursor is.
  var follows: Bool {
    kind == .open || kind == .move
      || kind == .addRisk || kind == .assessRisk || kind == .promoteRisk
  }

  func text(_ id: FormField.ID) -> String { fields.first { $0.id == id }?.text ?? "" }
}
