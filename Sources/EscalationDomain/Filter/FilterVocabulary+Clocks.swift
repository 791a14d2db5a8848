/// Which clocks there are to ask for.
extension FilterVocabulary {
  /// What begins the rules of clocks that no playbook has: of tasks, milestones and looks at a plan.
  static let ownClocks = ["milestone", "plan", "task"]

  /// Clocks that run, among them those of tasks and milestones by their titles. O(clocks).
  public mutating func add(_ clocks: some Sequence<ClockCycle>) {
    // Where no playbook is known, any clock is taken.
    guard !clockNames.isEmpty else { return }
    for clock in clocks { clockNames.formUnion([clock.rule, clock.label]) }
  }

  /// Every one that was read. O(clocks).
  public mutating func add(_ facts: FilterFacts) { add(facts.clocks.values.lazy.joined()) }

  /// Whether some clock may answer to that, as a filter takes it. O(clocks).
  func knowsClock(_ text: String) -> Bool {
    if clockNames.isEmpty { return true }
    // A task or a milestone by its own id.
    if FilterVocabulary.ownClocks.contains(where: { text.lowercased().hasPrefix($0 + ":") }) { return true }
    let name = FilterClock.word(text)
    return (clocks + clockNames).contains { FilterClock.answers($0, to: name) }
  }

  /// Whether an amount may be in that currency: one of the world's, or one that somebody's ARR is in.
  func knowsCurrency(_ code: String) -> Bool { Money.currencies.contains(code) || currencies.contains(code) }
}

extension FilterClock {
  /// What is typed for a clock, folded; a blank and a hyphen are one.
  static func word(_ text: String) -> SearchText.Word { SearchText.Word(joined(text)) }

  static func answers(_ called: String, to name: SearchText.Word) -> Bool { SearchText(joined(called)).contains(name) }

  private static func joined(_ text: String) -> String { text.replacing(" ", with: "-") }
}
