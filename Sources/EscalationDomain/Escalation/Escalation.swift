/// An escalation as its log tells it up to some `now`: what it is, where it stands, and every cycle of its clocks.
public struct Escalation: Hashable, Sendable {
  public var id: EscalationID
  public var title: String
  public var details: String?
  public var tags: [String]
  public var account: AccountFacts
  public var contacts: [Contact]
  public var owner: String?
  public var detection: Detection?

  public var playbook: String
  public var edition: Int
  public var severity: String?
  public var level: String?
  public var stage: String?
  public var band: Int

  public var opened: Instant
  public var acknowledged: Instant?
  public var neededBy: Instant?
  public var condition: Condition
  public var resolution: Resolution?
  /// The `now` this was worked out for.
  public var asOf: Instant
  /// The last thing that happened, of any kind but what time brought.
  public var changed: Instant

  /// Every cycle so far, by start.
  public var clocks: [ClockCycle]
  /// Breaches in the log that a late record corrected and that no cycle shows; part of the timeline.
  public var correctedBreaches: [ClockBreach]
  /// The signal that spoke for opening it.
  public var signal: String?
  /// The entry of the Risk Register that it was promoted from.
  public var risk: String?
  /// The sum in dispute.
  public var disputed: Money?
  public var work: Work
  /// When it was resolved, by closing too; none while it is open, and none for one that was cancelled unresolved.
  public var resolved: Instant?
  /// How its status changed since it opened as new, oldest first.
  public var turns: [StatusTurn] = []
  /// What it opened as, for looking back.
  public var entry = Entry()

  /// The grades and the renewal date that a record had when it opened.
  public struct Entry: Hashable, Sendable {
    public var severity: String?
    public var level: String?
    public var stage: String?
    public var renewal: LocalDate?
    /// The local date of the account on which it opened.
    public var date: LocalDate?
  }

  public enum Condition: Hashable, Sendable {
    case open
    case paused(Pause, since: Instant)
    case resolved(at: Instant)
    case closed(Closing, at: Instant)
    case cancelled(at: Instant)
  }
}

/// The word for where an escalation stands, as lists and JSON spell it.
public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
  case new
  case active
  case paused
  case resolved
  case closed
  case cancelled

  /// Neither resolved nor closed nor cancelled.
  public var isOpen: Bool { self == .new || self == .active || self == .paused }
}

/// A status that another one followed, and when.
public struct StatusTurn: Hashable, Sendable {
  public var from: Status
  public var to: Status
  public var at: Instant

  /// It was solved, or taken up again: not one that leaves it as open, or as over, as it was.
  public var endsOrReopens: Bool { from.isOpen != to.isOpen }
}

extension Escalation {
  public var status: Status {
    switch condition {
    case .open: acknowledged == nil ? .new : .active
    case .paused: .paused
    case .resolved: .resolved
    case .closed: .closed
    case .cancelled: .cancelled
    }
  }

  mutating func noteTurn(from earlier: Status, at instant: Instant) {
    if status != earlier { turns.append(StatusTurn(from: earlier, to: status, at: instant)) }
  }

  /// When it left the board, if it did.
  public var ended: Instant? {
    switch condition {
    case .open, .paused: nil
    case .resolved(let at), .closed(_, let at), .cancelled(let at): at
    }
  }

  public var openClocks: [ClockCycle] { clocks.filter(\.isOpen) }

  /// The newest cycle of a rule.
  public func clock(_ rule: String) -> ClockCycle? { clocks.last { $0.rule == rule } }
}
