/// What can be written into a register: among it that an earlier entry no longer counts.
public protocol RegisterFact: Hashable, Sendable, Codable {
  /// An earlier entry no longer counts; taking this one back makes it count again.
  static func takenBack(entry: Int64) -> Self
  /// The entry that it takes back; nil for any other fact.
  var takesBack: Int64? { get }
  /// What it tells of within its register: facts on other matters do not stand in each other's way.
  var matter: String { get }
  /// Whether it can be taken back. What something else was built on stays.
  var canGoBack: Bool { get }
}

/// The entries of a register about one subject, and which of them count. Nothing leaves it: what was taken back stays,
/// and so does who took it back.
public struct RegisterLog<Fact: RegisterFact>: Hashable, Sendable {
  /// By when they happened, then by number.
  public let entries: [RegisterEntry<Fact>]
  /// The numbers of those that were taken back, and not done again since.
  public let voided: Set<Int64>

  /// - Parameter entries: in any order. O(n log n).
  public init(_ entries: [RegisterEntry<Fact>] = []) {
    self.entries = entries.sorted { ($0.occurred, $0.sequence) < ($1.occurred, $1.sequence) }
    var voided: Set<Int64> = []
    for entry in entries.sorted(by: { $0.sequence > $1.sequence }) {
      if let target = entry.fact.takesBack, !voided.contains(entry.sequence) { voided.insert(target) }
    }
    self.voided = voided
  }

  /// Those that count, in the order in which they happened.
  public var effective: [RegisterEntry<Fact>] {
    entries.filter { $0.fact.takesBack == nil && !voided.contains($0.sequence) }
  }

  /// What was written down last, whenever it happened. O(n).
  public var newest: RegisterEntry<Fact>? { entries.max { $0.sequence < $1.sequence } }

  /// What an entry is about in the end: of a taking back what was taken back. O(n).
  public func told(by entry: RegisterEntry<Fact>) -> RegisterEntry<Fact> {
    guard let target = entry.fact.takesBack, let earlier = entries.first(where: { $0.sequence == target }) else {
      return entry
    }
    return told(by: earlier)
  }

  /// Whether an entry may be taken back: it still counts, and nobody has written on the same matter since. Of a taking
  /// back it means that what it took back may count again. O(n²) where much was taken back, else O(n).
  public func check(takingBack number: Int64) throws {
    guard let entry = entries.first(where: { $0.sequence == number }), told(by: entry).fact.canGoBack else {
      throw Refusal.nothingToUndo
    }
    if let other = entries.first(where: { $0.fact.takesBack == number && !voided.contains($0.sequence) }) {
      throw Refusal.changedSince(by: other.actor, other.occurred)
    }
    let matter = told(by: entry).fact.matter
    let isAgain = entry.fact.takesBack != nil
    let later = entries.first { later in
      guard later.sequence > number, !voided.contains(later.sequence), told(by: later).fact.matter == matter else {
        return false
      }
      guard let target = later.fact.takesBack else { return true }
      // What came after it and went again left it as it was; what came before it did not.
      return isAgain && entries.contains { $0.sequence == target && $0.fact.takesBack == nil }
    }
    if let later { throw Refusal.changedSince(by: later.actor, later.occurred) }
  }

  /// As it would be once an entry was taken back.
  func without(_ number: Int64) -> RegisterLog {
    let last = entries.last
    let taking = RegisterEntry(
      sequence: .max, occurred: last?.occurred ?? Instant(0), recorded: last?.recorded ?? Instant(0), actor: "",
      fact: Fact.takenBack(entry: number))
    return RegisterLog(entries + [taking])
  }
}

extension AccountFact: RegisterFact {
  public var takesBack: Int64? {
    if case .takenBack(let entry) = self { return entry }
    return nil
  }

  public var matter: String {
    func executive(_ name: String) -> String { "executive \(name.trimmingSpace.lowercased())" }
    switch self {
    case .described, .takenBack: return ""
    case .scored(let score): return "score \(score.date)"
    case .executiveAdded(let contact): return executive(contact.name)
    case .executiveRemoved(let name): return executive(name)
    case .executiveReached(let reached): return executive(reached.name)
    }
  }

  /// Escalations heard of a description and of a score when it was written.
  public var canGoBack: Bool {
    switch self {
    case .described, .scored, .takenBack: false
    case .executiveAdded, .executiveRemoved, .executiveReached: true
    }
  }
}

extension TeamFact: RegisterFact {
  public var takesBack: Int64? {
    if case .takenBack(let entry) = self { return entry }
    return nil
  }

  public var matter: String {
    switch self {
    case .slotFilled(let slot, _), .slotCleared(let slot): "line \(slot)"
    case .assigned(let scope), .unassigned(let scope): scope.folded.words
    case .takenBack: ""
    }
  }

  /// An assignment takes an account from another playbook, whose register does not tell of it.
  public var canGoBack: Bool {
    switch self {
    case .slotFilled, .slotCleared: true
    case .assigned, .unassigned, .takenBack: false
    }
  }
}

extension RiskFact: RegisterFact {
  public var takesBack: Int64? {
    if case .takenBack(let entry) = self { return entry }
    return nil
  }

  /// A risk is one matter.
  public var matter: String { "" }

  /// A risk keeps its number, and an escalation that it became stays on record.
  public var canGoBack: Bool {
    switch self {
    case .revised, .reviewed, .closed: true
    case .registered, .promoted, .takenBack: false
    }
  }
}
