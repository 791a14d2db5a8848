import EscalationDomain
import Screen

/// Everything that one console shows and remembers.
public struct Model: Equatable, Sendable {
  public internal(set) var now: Instant
  public internal(set) var viewer: Viewer
  public let access: Access
  public internal(set) var size: Size
  /// Playbooks and calendars; none until they were read.
  public internal(set) var policies: Policies?
  public internal(set) var board: BoardState
  /// The one escalation that is looked at closely: on its own place or in the board's preview.
  public internal(set) var records: RecordSlot
  public internal(set) var place: Place
  /// From where the escalation was opened that is looked at, or was last.
  var origin = Origin.board
  public internal(set) var plans = PlansState()
  public internal(set) var room = RoomState()
  /// What today's checklists leave open, by escalation.
  public internal(set) var day = DayCounts()
  public internal(set) var lastMeeting = LastMeeting()
  public internal(set) var register = RegisterState()
  /// The escalations that are marked to be acted on together; see ``selected``.
  public internal(set) var selection: Set<EscalationID> = []
  /// What this console did, for going back and forth.
  public internal(set) var session = SessionActs()
  public internal(set) var settings = Settings()
  /// What is kept for the next run; ``Effect/keepDesk(_:)`` follows each change.
  public internal(set) var desk = Desk()
  /// Whether there is a place where the desk is kept.
  public internal(set) var keepsDesk = false
  /// What tells this run from others of the same person: the drafts that it writes go by it.
  public var run = "run"
  /// The terminal that it runs on, for a room in which one console leads.
  public var console = "console"
  /// The waiting drafts were named once.
  var hasToldDrafts = false
  /// The draft to go on with once its record is at hand.
  var resuming: String?
  /// The place of an escalation that is being returned to; one that is gone leads to the board.
  var returning: EscalationID?
  /// What toasts said, the newest last.
  public internal(set) var messages: [ToldMessage] = []
  public internal(set) var overlay: Overlay?
  /// How many rows each view has.
  var viewCounts = ViewCounts()
  /// What is hidden from whoever sees this screen too; nil where nothing is.
  var hidden: Hidden?
  /// Where one was before.
  public internal(set) var trail = Trail()
  /// The command line's verbs; nil until they were read.
  public internal(set) var verbs: VerbTable?
  /// What was typed and left, by escalation and form.
  public internal(set) var drafts: [Form.Name: Form]
  /// Messages that were begun and left.
  public internal(set) var letters: [Letter.Name: Letter] = [:]
  /// The escalation whose plan an act of one key is on its way for.
  var planning: EscalationID?
  public internal(set) var toasts: [Toast]
  /// What the form of a new escalation needs to know.
  public internal(set) var opening = OpeningSlot()
  /// A selected escalation that left the board by another hand; its record will tell how.
  var departed: EscalationID?

  public init(
    now: Instant, viewer: Viewer, access: Access = .full, size: Size, settings: Settings = Settings()
  ) {
    self.now = now
    self.viewer = viewer
    self.access = access
    self.size = size
    self.settings = settings
    policies = nil
    board = BoardState()
    board.lens = FilterContext(now: now, zone: viewer.zone, actor: viewer.actor)
    records = RecordSlot()
    place = .board
    overlay = nil
    drafts = [:]
    toasts = []
    departed = nil
  }

  /// What a console asks for as it starts. The policies first: they are parsed while the rows are read.
  public mutating func start() -> [Effect] { [.loadPolicies] + board.reload() }

  /// Whether all that the board's picture is made of is there.
  public var isWhole: Bool { board.isLoaded && policies != nil }
}

/// Who sits before the console, and whose clock is on their wall.
public struct Viewer: Hashable, Sendable {
  public var actor: String
  public var zone: Zone
  /// What the team sends messages with, if it is set.
  public var messageCommand: String?
  /// Whether a past moment is shown as it was, its clocks standing still.
  public var isReplay = false
  /// The themes there are, by their ids.
  public var themes: [String] = []

  public init(actor: String, zone: Zone, messageCommand: String? = nil) {
    self.actor = actor
    self.zone = zone
    self.messageCommand = messageCommand
  }
}

/// Whether this console may act.
public enum Access: Hashable, Sendable {
  case full
  /// Looking only, and why: the reason that an act is refused with.
  case readOnly(String)
}

/// A policy book whose editions never change once they are installed, so that it compares by their numbers.
public struct Policies: Equatable, Sendable {
  public let book: PolicyBook

  public init(_ book: PolicyBook) { self.book = book }

  public static func == (a: Policies, b: Policies) -> Bool { a.book.editions.keys == b.book.editions.keys }

  /// The working time that a clock counts by.
  public func timeline(of clock: ClockCycle) -> WorkingTimeline? {
    book.editions[clock.edition]?.calendars[clock.calendar]?.value
  }

  public func playbook(_ id: String, edition: Int? = nil) -> Playbook? {
    (edition.flatMap { book.editions[$0] } ?? book.current).playbooks[id]?.value
  }

  /// The calendar by which an account works.
  public func timeline(of account: AccountFacts?, playbook id: String) -> WorkingTimeline? {
    let calendar = book.current.calendarID(rule: nil, account: account, playbook: playbook(id))
    return book.current.calendars[calendar]?.value
  }
}
