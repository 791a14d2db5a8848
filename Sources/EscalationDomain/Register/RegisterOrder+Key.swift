extension RegisterOrder {
  /// What a row is sorted by, made once for each.
  struct Key: Hashable, Sendable {
    enum Value: Hashable, Sendable {
      case number(Int64)
      /// Folded; numbers in it count as numbers.
      case name(String)
      case money(Money)
    }

    /// None where the row has no such thing.
    var value: Value?
    var id: String
    var kind: RegisterRow.Kind
  }

  /// - Parameter tags: those of the row.
  func key(of row: RegisterRow, tags: [String] = []) -> Key {
    Key(value: value(of: row, tags), id: row.id.text, kind: row.kind)
  }

  /// Whether one row stands before another. O(length of names).
  func precedes(_ a: Key, _ b: Key) -> Bool {
    let isForward = grows
    switch (a.value, b.value) {
    case (nil, nil): break
    case (nil, _): return false
    case (_, nil): return true
    case (.number(let x), .number(let y)) where x != y: return (x < y) == isForward
    case (.name(let x), .name(let y)) where x != y:
      let order = x.comparedAsCounted(to: y)
      return (order == 0 ? x < y : order < 0) == isForward
    case (.money(let x), .money(let y)) where x != y:
      // Amounts of two currencies are never compared, so currencies stand in one order whichever way round.
      return x.currency == y.currency ? (x.minorUnits < y.minorUnits) == isForward : x.currency < y.currency
    default: break
    }
    let order = a.id.comparedAsCounted(to: b.id)
    if order != 0 { return order < 0 }
    return a.id == b.id ? a.kind == .escalation && b.kind == .risk : a.id < b.id
  }

  fileprivate func value(of row: RegisterRow, _ tags: [String]) -> Key.Value? {
    switch row {
    case .escalation where column == .tags: tags.isEmpty ? nil : .name(tags.joined(separator: ", ").lowercased())
    case .escalation(let row, let ended): escalation(row, ended)
    case .risk(let row, let life): risk(row, life)
    }
  }

  private func escalation(_ row: BoardRow, _ ended: Instant?) -> Key.Value? {
    switch column {
    case .kind: .number(0)
    case .id: .name(row.id.text.lowercased())
    case .grade: .number(Int64(row.band))
    case .account: .name(row.account.lowercased())
    case .title: .name(row.title.lowercased())
    case .status: Status.allCases.firstIndex(of: row.status).map { .number(Int64($0)) }
    case .owner: row.owner.map { .name($0.lowercased()) }
    case .clock: row.clock.map { .name($0.label.lowercased()) }
    case .due: row.clock?.deadline.map { .number($0.seconds) }
    case .arr: row.arr.map { .money($0) }
    case .renewal: row.renewal.map { .number(Int64($0.daysSinceEpoch)) }
    case .playbook: .name(row.playbook.lowercased())
    case .opened: .number(row.opened.seconds)
    case .changed: .number(row.changed.seconds)
    case .ended: ended.map { .number($0.seconds) }
    case .category, .likelihood, .impact, .score, .residual, .review, .promoted, .tags: nil
    }
  }

  private func risk(_ row: RiskRow, _ life: RiskLife) -> Key.Value? {
    switch column {
    case .kind: .number(1)
    case .id: .name(row.id.text.lowercased())
    case .account: .name(row.account.lowercased())
    case .title: .name(row.title.lowercased())
    // Among the words of escalations: open ones first, then what became of the others.
    case .status: .number(row.status == .open ? 0 : Int64(Status.allCases.count))
    case .owner: row.owner.map { .name($0.lowercased()) }
    case .arr: row.arrExposed.map { .money($0) }
    case .opened: .number(life.registered.seconds)
    case .changed: .number(life.changed.seconds)
    case .ended: life.ended.map { .number($0.seconds) }
    case .category: row.category.map { .name($0.lowercased()) }
    case .likelihood: .number(Int64(row.likelihood))
    case .impact: .number(Int64(row.impactScore))
    case .score: .number(Int64(row.inherent))
    case .residual: row.residual.map { .number(Int64($0)) }
    case .review: row.nextReview.map { .number(Int64($0.daysSinceEpoch)) }
    case .promoted: row.escalation.map { .name($0.text.lowercased()) }
    case .grade, .clock, .due, .renewal, .playbook, .tags: nil
    }
  }
}

extension RegisterRow {
  /// Whether a column has anything to say of it.
  public func has(_ column: RegisterColumn, tags: [String]) -> Bool {
    RegisterOrder(column).value(of: self, tags) != nil
  }
}
