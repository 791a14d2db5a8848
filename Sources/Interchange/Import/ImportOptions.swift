import EscalationDomain

/// How an import is to be done.
public struct ImportOptions: Hashable, Sendable {
  /// What to do when some rows are bad.
  public enum BadRows: Hashable, Sendable {
    /// Import nothing.
    case refuse
    /// Import the others and write the bad ones, with line and reason, to a file.
    case skip(to: String)
  }

  /// Leaves out what happened later.
  public var until: Instant?
  public var badRows: BadRows
  /// In place of the profile's and the rows' own.
  public var playbook: String?
  /// The time of changes that a file shows without saying when.
  public var now: Instant
  /// Who did what no row names anyone for.
  public var actor: String

  public init(
    until: Instant? = nil, badRows: BadRows = .refuse, playbook: String? = nil, now: Instant, actor: String
  ) {
    self.until = until
    self.badRows = badRows
    self.playbook = playbook
    self.now = now
    self.actor = actor
  }
}

/// How far an import is.
public struct ImportProgress: Hashable, Sendable {
  public enum Stage: String, Hashable, Sendable {
    /// Reading and checking every row; counted in bytes.
    case checking
    /// Turning rows into events and staging them; counted in rows.
    case staging
    /// Making them visible.
    case publishing
  }
  public var stage: Stage
  public var done: Int
  public var total: Int
}

/// What an import came to, or would.
public struct ImportReport: Hashable, Sendable {
  /// Rows of the file, the header aside.
  public var rows = 0
  /// Escalations that were not known before.
  public var new = 0
  /// Known escalations for which the file held something new.
  public var updated = 0
  /// Known escalations for which it held nothing new.
  public var unchanged = 0
  /// New events by kind.
  public var events: [String: Int] = [:]
  /// Rows that say again what another row of the file says.
  public var duplicates = 0
  /// Events that the log held already.
  public var alreadyKnown = 0
  /// Events later than `until`.
  public var leftOutByUntil = 0
  /// New events later than `now`: they have not happened yet.
  public var afterNow = 0
  /// Bad rows, by line.
  public var refused: [RowError] = []
  /// Where the bad rows were written to.
  public var refusedFile: String?

  public init() {}

  public var newEvents: Int { events.values.reduce(0, +) }
}
