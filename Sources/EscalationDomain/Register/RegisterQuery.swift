/// Which lines of the register are asked for, and in which order.
public struct RegisterQuery: Hashable, Sendable {
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    case open
    case all
    case ended

    /// What a key turns to from here.
    public var next: Scope {
      switch self {
      case .open: .all
      case .all: .ended
      case .ended: .open
      }
    }

    public func holds(_ row: RegisterRow) -> Bool {
      switch self {
      case .open: row.isOpen
      case .all: true
      case .ended: !row.isOpen
      }
    }
  }

  public var scope: Scope
  public var filter: Filter
  /// Whose “me” and whose days the filter means.
  public var actor = ""
  public var zone = Zone.utc
  public var order: RegisterOrder
  /// Whether the tags of the rows are to be told.
  public var tellsTags = false

  public init(scope: Scope = .open, filter: Filter = .everything, order: RegisterOrder = RegisterOrder()) {
    self.scope = scope
    self.filter = filter
    self.order = order
  }
}

extension RegisterQuery {
  /// - Parameter words: each must occur somewhere.
  public init(scope: Scope = .open, words: String, order: RegisterOrder = RegisterOrder()) {
    let words = words.split(whereSeparator: \.isWhitespace).map { Filter.term(.word(String($0))) }
    self.init(scope: scope, filter: .all(of: words), order: order)
  }

  /// What has to be read beside the rows, to pick them out, to sort them or to tell of them.
  public var neededFacts: Set<FilterFacts.Kind> {
    tellsTags || order.column == .tags ? filter.neededFacts.union([.tags]) : filter.neededFacts
  }

  /// By what its filter is understood at an instant.
  public func context(now: Instant, playbooks: [Playbook]) -> FilterContext {
    FilterContext(now: now, zone: zone, actor: actor, playbooks: playbooks)
  }
}

extension RegisterQuery.Scope {
  /// The escalations in it.
  public var ofEscalations: ListQuery.Scope {
    switch self {
    case .open: .open
    case .all: .all
    case .ended: .ended
    }
  }
}

/// What a query came to.
public struct RegisterPage: Hashable, Sendable {
  /// The first of them in the query's order, as many as were asked for.
  public var rows: [RegisterRow]
  /// How many there are.
  public var matching: Int
  public var counts: RegisterCounts
  public var asOf: Instant
  /// Of those rows, where they were read.
  public var tags: [EscalationID: [String]]

  public init(
    rows: [RegisterRow], matching: Int, counts: RegisterCounts, asOf: Instant, tags: [EscalationID: [String]] = [:]
  ) {
    self.rows = rows
    self.matching = matching
    self.counts = counts
    self.asOf = asOf
    self.tags = tags
  }

  /// - Parameter facts: what was read for the query; of the tags in it those of the rows stay.
  public init(_ selection: inout RegisterSelection, counts: RegisterCounts, facts: FilterFacts?, asOf: Instant) {
    let rows = selection.rows()
    var tags: [EscalationID: [String]] = [:]
    for case .escalation(let row, _) in rows { tags[row.id] = facts?.tags[row.id] }
    self.init(rows: rows, matching: selection.matching, counts: counts, asOf: asOf, tags: tags)
  }

  public static let empty = RegisterPage(rows: [], matching: 0, counts: RegisterCounts(), asOf: Instant(0))

  /// None of what has none, or where they were not asked for.
  public func tags(of row: RegisterRow) -> [String] {
    if case .escalation(let row, _) = row { tags[row.id] ?? [] } else { [] }
  }

  /// When time alone makes a row old. O(n).
  public var staleAfter: Instant? { rows.lazy.compactMap(\.staleAfter).min() }
}

/// What the register holds, whatever is asked for.
public struct RegisterCounts: Hashable, Sendable {
  public var openEscalations = 0
  public var endedEscalations = 0
  public var openRisks = 0
  /// Promoted and closed ones.
  public var endedRisks = 0

  public init() {}

  public mutating func count(_ row: RegisterRow) {
    switch (row.kind, row.isOpen) {
    case (.escalation, true): openEscalations += 1
    case (.escalation, false): endedEscalations += 1
    case (.risk, true): openRisks += 1
    case (.risk, false): endedRisks += 1
    }
  }
}
