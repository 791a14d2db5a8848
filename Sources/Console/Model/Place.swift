import EscalationDomain
import Screen

/// Where a person is. Each place brings what only it remembers.
public enum Place: Hashable, Sendable {
  /// Home; its state is the model's, for it lives on while another place is shown.
  case board
  case escalation(EscalationPlace)
  /// The milestones of all accounts; its state is the model's, as the board's is.
  case plans
  /// The session of the war room; likewise.
  case room
  /// Every risk and escalation; likewise.
  case register
}

/// One escalation, looked at closely.
public struct EscalationPlace: Hashable, Sendable {
  /// The panes side by side where there is room, tabs where there is not.
  public enum Pane: Int, Hashable, Sendable, CaseIterable {
    case clocks
    case work
    case plan
    case timeline
    case people
    case health
    case details

    public var title: String {
      switch self {
      case .clocks: "Clocks"
      case .work: "Work"
      case .plan: "Plan"
      case .timeline: "Timeline"
      case .people: "People"
      case .health: "Health"
      case .details: "Details"
      }
    }

    /// The panes that a record has something for: health only where there are scores.
    static func shown(for record: Record?) -> [Pane] {
      let hasScores = record.map { !$0.escalation.work.scores.isEmpty || $0.escalation.work.trigger != nil } ?? false
      return allCases.filter { $0 != .health || hasScores }
    }
  }

  public let id: EscalationID
  public internal(set) var pane: Pane
  /// Index into the clocks as they are listed.
  public internal(set) var clock: Int
  public internal(set) var work = ItemCursor<WorkItem>()
  public internal(set) var plan = ItemCursor<PlanItem>()
  public internal(set) var people = ItemCursor<PeopleItem>()
  /// The item whose mark is on its way to the store.
  var marking: WorkItem.Name?
  /// The first line that shows of each pane that scrolls.
  public internal(set) var offsets: [Pane: Int]

  public init(id: EscalationID, pane: Pane = .clocks) {
    self.id = id
    self.pane = pane
    clock = 0
    offsets = [:]
  }
}

/// What lies over a place and takes the keys.
public enum Overlay: Equatable, Sendable {
  case form(Form)
  case confirmation(Confirmation)
  case explanation(ExplanationPanel)
  case help(HelpPanel)
  case orders(OrderPanel)
  case guidance(GuidancePanel)
  case compose(Composer)
  case ended(EndedPanel)
  case columns(ColumnPanel)
  case views(ViewsPanel)
  case palette(PalettePanel)
  case commandLine(CommandLinePanel)
  case output(OutputPanel)
  case drafts(DraftPanel)
  case messages(MessagePanel)
}

/// A question before something that is not easily taken back; `y` says yes.
public enum Confirmation: Hashable, Sendable {
  case undo(EscalationID, Undo)
  /// Taking an entry of the People pane away.
  case takeAway(EscalationID, PeopleItem)
  /// Taking back what this console did, or doing it again.
  case session(SessionQuestion)
  /// Dropping a draft, by its name and title.
  case dropDraft(String, String)
  /// Leaving while so many drafts would be lost.
  case quit(drafts: Int)
  /// Leaving while the message command still has something to send.
  case quitSending
  /// Ending the session of the war room.
  case endRoom
  /// Dropping a saved view, by its place in the list.
  case dropView(Int)

  public enum Undo: Hashable, Sendable {
    case looking
    case found(Event)
    case nothing
  }
}

/// Where a clock's deadline comes from, to read.
public struct ExplanationPanel: Hashable, Sendable {
  public let id: EscalationID
  /// Of a clock: its rule and cycle; none means the most urgent one once the record is there.
  public internal(set) var clock: ClockName?
  public internal(set) var offset: Int

  public struct ClockName: Hashable, Sendable {
    public var rule: String
    public var cycle: Int

    public init(_ clock: ClockCycle) { (rule, cycle) = (clock.rule, clock.cycle) }
  }
}

/// The playbook's advice for a record, to read.
public struct GuidancePanel: Hashable, Sendable {
  public let id: EscalationID
  public internal(set) var offset = 0
}

/// The keys and what they do, narrowed by what is typed.
public struct HelpPanel: Hashable, Sendable {
  public internal(set) var filter = TextField()
  public internal(set) var offset = 0
}

/// A short word about what happened; it goes by itself.
public struct Toast: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case done, told, failed }

  public var kind: Kind
  public var text: String
  /// It shows until then.
  public var until: Instant
}
