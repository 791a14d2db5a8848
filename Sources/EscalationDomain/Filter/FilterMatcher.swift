/// A filter made ready for many rows at one instant: words are folded, days and grades worked out once.
public struct FilterMatcher: Sendable {
  /// Where it is nothing but words that must all occur, those.
  public let words: [SearchText.Word]?
  let root: Node
  /// The clocks that are asked for by name.
  let named: [(SearchText.Word, [ClockTest])]

  indirect enum Node: Sendable {
    case always
    case word(SearchText.Word)
    case test(@Sendable (FilterAttributes) -> Bool)
    /// Some open clock of that name does all of this.
    case clock(SearchText.Word, [ClockTest])
    case ofMostUrgent(ClockTest)
    case all([Node])
    case any([Node])
    case not(Node)
  }

  typealias ClockTest = @Sendable (FilterClock) -> Bool

  /// O(terms).
  public init(_ filter: Filter, _ context: FilterContext) {
    root = FilterCompiler(context).node(filter)
    named = FilterMatcher.names(in: root)
    words =
      switch root {
      case .always: []
      case .word(let word): [word]
      case .all(let nodes):
        nodes.allSatisfy { if case .word = $0 { true } else { false } }
          ? nodes.compactMap { if case .word(let word) = $0 { word } else { nil } } : nil
      default: nil
      }
  }

  /// - Parameter text: what the row shows; asked for only where words are looked for.
  /// O(terms), and the length of the texts where words are looked for.
  public func matches(_ row: FilterAttributes, text: @autoclosure () -> SearchText) -> Bool {
    matches(root, row, text)
  }

  private func matches(_ node: Node, _ row: FilterAttributes, _ text: () -> SearchText) -> Bool {
    switch node {
    case .always: true
    case .word(let word): text().contains(word)
    case .test(let test): test(row)
    case .ofMostUrgent(let test): row.clock.map(test) ?? false
    case .clock(let name, let tests):
      (row.clocks ?? row.clock.map { [$0] } ?? []).contains { clock in
        clock.isCalled(name) && tests.allSatisfy { $0(clock) }
      }
    case .all(let nodes): nodes.allSatisfy { matches($0, row, text) }
    case .any(let nodes): nodes.contains { matches($0, row, text) }
    case .not(let inner): !matches(inner, row, text)
    }
  }
}

extension FilterClock {
  /// By its rule's id or its label; a blank and a hyphen are one.
  func isCalled(_ name: SearchText.Word) -> Bool {
    FilterClock.answers(rule, to: name) || FilterClock.answers(label, to: name)
  }
}
