import EscalationDomain

/// What one person keeps from one run of the console to the next: never a fact about an escalation, so it lies beside
/// the log and not in it. Every part may be missing, for an older console wrote it.
public struct Desk: Hashable, Codable, Sendable {
  public var register: RegisterDesk?
  /// The views of the board in their order; none where they are the first ones still.
  public var views: [SavedView]?
  /// The filters that were kept before.
  public var filters: EarlierFilters?
  /// What was run before, by the palette and the command line.
  public var habits: Habits?
  /// The mouse is left to the terminal.
  public var leavesMouse: Bool?
  /// Where the console was left.
  public var look: LastLook?
  /// What was typed and not saved, each under a name that no other run of a console writes.
  public var drafts: [String: SavedDraft]?
  /// What of the board was seen.
  public var seen: Seen?
  /// The density that was chosen by key.
  public var density: Density?

  public init() {}

  /// Most drafts that are kept; the oldest go.
  public static let mostDrafts = 100
  /// Most of the bytes that are kept of one field.
  public static let mostBytes = 64 * 1024
}

/// The place that was shown last, and how.
public struct LastLook: Hashable, Codable, Sendable {
  /// `board`, `escalation`, `plans`, `room` or `register`.
  public var place = "board"
  public var escalation: String?
  /// The pane of the escalation's place, by its title.
  public var pane: String?
  /// What the board is sorted by; none for its own order.
  public var order: String?
  public var isReversed: Bool?
  public var filter: String?
  /// The escalation under the board's cursor.
  public var cursor: String?

  public init() {}
}

/// Up to when the board was seen. As a console starts, a row is marked as changed where
///
/// - its last change came after `asOf`, the second in which rows were last read in an earlier run or a person's own act
///   was taken in, or
/// - it was marked already and nobody had put the cursor on it or opened it when that run ended.
///
/// A change that is dated back to before `asOf` is not noticed, and of one person's two consoles the one that wrote last
/// counts. Nothing is marked where there was no earlier run.
public struct Seen: Hashable, Codable, Sendable {
  /// Seconds since 1970.
  public var asOf: Int64
  /// The escalations that were marked and not looked at yet.
  public var marked: [String]?

  public init(asOf: Int64, marked: [String]? = nil) {
    self.asOf = asOf
    self.marked = marked
  }

  /// Most of the marks that are kept.
  public static let mostMarks = 500
}
