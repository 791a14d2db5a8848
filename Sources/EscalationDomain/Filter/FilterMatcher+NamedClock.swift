/// A row found by one of its clocks shows that clock: it is what was asked for, however late another is.
extension FilterMatcher {
  /// Whether any clock is asked for by its name.
  public var namesClock: Bool { !named.isEmpty }

  /// The clock that was asked for: of several, the most urgent. None where none was, or none of these is it.
  ///
  /// - Parameter clocks: the open ones of a row. O(clocks × names).
  public func namedClock(among clocks: [ClockCycle], now: Instant) -> ClockCycle? {
    guard !named.isEmpty else { return nil }
    return clocks.filter { cycle in
      let clock = FilterClock(cycle, now: now)
      return named.contains { name, tests in clock.isCalled(name) && tests.allSatisfy { $0(clock) } }
    }.mostUrgent()
  }

  /// The row with the clock that was asked for in place of the most urgent one.
  public func row(_ row: BoardRow, facts: FilterFacts?, now: Instant) -> BoardRow {
    guard let clocks = facts?.clocks[row.id], let clock = namedClock(among: clocks, now: now) else { return row }
    var row = row
    row.clock = clock
    return row
  }

  /// What a node asks of clocks by name; what must not be so names none to show.
  static func names(in node: Node) -> [(SearchText.Word, [ClockTest])] {
    switch node {
    case .clock(let name, let tests): [(name, tests)]
    case .all(let nodes), .any(let nodes): nodes.flatMap(names)
    case .always, .word, .test, .ofMostUrgent, .not: []
    }
  }
}

extension RegisterRow {
  /// The row with the clock that a filter asks for by name.
  func showing(_ matcher: FilterMatcher, _ facts: FilterFacts?, _ now: Instant) -> RegisterRow {
    guard matcher.namesClock, case .escalation(let row, let ended) = self else { return self }
    return .escalation(matcher.row(row, facts: facts, now: now), ended: ended)
  }
}
