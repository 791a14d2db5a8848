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

  public init(rows: [RegisterRow], matching: Int, counts: RegisterCounts, asOf: Instant) {
    self.rows = rows
    self.matching = matching
    self.counts = counts
    self.asOf = asOf
  }

  public static let empty = RegisterPage(rows: [], matching: 0, counts: RegisterCounts(), asOf: Instant(0))

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
