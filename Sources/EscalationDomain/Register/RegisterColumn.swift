/// What the register tells of a line. A case is never renamed once released: its name is how a person's choice of columns
/// is kept, and how the command line calls it.
public enum RegisterColumn: String, Hashable, Sendable, CaseIterable {
  case kind
  case id
  /// An escalation's severity, level or stage; a risk has a score instead.
  case grade
  case account
  case title
  case status
  case owner
  /// The most urgent open clock.
  case clock
  case due
  /// The account's, or what a risk exposes of it.
  case arr
  case renewal
  case playbook
  case opened
  case changed
  case ended
  case category
  case likelihood
  case impact
  /// Likelihood times impact.
  case score
  /// What is left of the score once the response works.
  case residual
  case review
  /// The escalation that a risk became.
  case promoted
  /// An escalation's; no row says them, so they are read only where they are asked for.
  case tags

  /// What a new person sees, in this order.
  public static let standard: [RegisterColumn] = [
    .kind, .id, .grade, .score, .account, .title, .status, .owner, .clock, .due, .arr, .renewal, .playbook, .opened,
    .changed, .ended, .review,
  ]

  /// As people call it.
  public var name: String {
    switch self {
    case .arr: "ARR"
    case .promoted: "promoted to"
    default: rawValue
    }
  }

  /// What it says, for whoever chooses columns.
  public var meaning: String {
    switch self {
    case .kind: "an escalation or a risk"
    case .id: "its number"
    case .grade: "severity, level or stage; the gravest first"
    case .account: "the customer"
    case .title: "what it is about"
    case .status: "new, active, paused, resolved, closed, cancelled, promoted"
    case .owner: "who holds it, nobody's last"
    case .clock: "the most urgent clock"
    case .due: "when that clock is due"
    case .arr: "a year's revenue, or what a risk exposes; by currency"
    case .renewal: "when the contract ends"
    case .playbook: "what governs it"
    case .opened: "when it opened or was registered"
    case .changed: "when something last happened"
    case .ended: "when it ended"
    case .category: "a risk's kind"
    case .likelihood: "a risk's, 1 to 5"
    case .impact: "a risk's, 1 to 5"
    case .score: "a risk's likelihood times impact"
    case .residual: "the score left once the response works"
    case .review: "when a risk is looked at next"
    case .promoted: "the escalation that a risk became"
    case .tags: "an escalation's tags"
    }
  }

  /// Whether what is sorted by grows from row to row, unless it is turned round.
  public var grows: Bool {
    switch self {
    case .arr, .opened, .changed, .ended, .likelihood, .impact, .score, .residual: false
    default: true
    }
  }
}

/// What the register is sorted by: rows without the value come last, whichever way round; ids tell equal ones apart.
public struct RegisterOrder: Hashable, Sendable {
  public var column: RegisterColumn
  public var isReversed: Bool

  public init(_ column: RegisterColumn = .changed, isReversed: Bool = false) {
    self.column = column
    self.isReversed = isReversed
  }

  /// Whether the column grows from row to row.
  public var grows: Bool { column.grows != isReversed }
}
