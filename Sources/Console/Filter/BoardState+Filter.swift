import EscalationDomain
import Screen

extension BoardState {
  public var filter: FilterEntry { line.entry }
  public var problem: FilterError? { line.problem }
  public var menu: FilterMenu? { line.menu }
  var vocabulary: FilterVocabulary? { line.vocabulary }

  mutating func setFilter(_ new: FilterEntry) { edit { $0.set(new) } }

  /// Changes the line and follows what it says.
  mutating func edit(_ change: (inout FilterTyping) -> Void) {
    let old = line.text
    change(&line)
    if line.field != nil, line.vocabulary == nil { learnWords() }
    if line.text != old { understand() }
  }

  /// Reads what is typed. What cannot be understood, or not yet, leaves the rows as they are.
  mutating func understand() {
    let (playbooks, rows, known) = (lens.playbooks, board.rows, facts.known)
    let new = line.read {
      var words = FilterVocabulary(playbooks, rows: rows)
      words.add(known)
      return words
    }
    guard let new else { return }
    awaiting = nil
    if facts.known.kinds.isSuperset(of: new.neededFacts) {
      apply(new)
    } else {
      awaiting = new
    }
  }

  /// Other rows or playbooks bring other words: what is being typed is looked at again.
  mutating func relearn() {
    guard line.field != nil else { return }
    learnWords()
    understand()
    line.offer(isAsked: menu != nil)
  }

  private mutating func apply(_ new: Filter) {
    guard new != applied else { return }
    applied = new
    narrow(keeping: selected?.id)
  }

  mutating func know(_ playbooks: [Playbook]) {
    lens.playbooks = playbooks
    if applied != .everything { narrow(keeping: selected?.id) }
    relearn()
  }

  /// A deadline that passes, or the next minute, may change what a filter leaves.
  mutating func passTime(to now: Instant) {
    lens.now = now
    guard applied.isTimed, let last = narrowedAt else { return }
    let isDue = totalsUntil.map { $0 <= now } ?? false
    if isDue || last.seconds / 60 != now.seconds / 60 { narrow(keeping: selected?.id) }
  }

  /// - Parameter more: what others than the board's own filter need.
  mutating func wantFacts(_ more: Set<FilterFacts.Kind>) -> [Effect] {
    guard isLoaded else { return [] }
    var needed = applied.neededFacts.union(awaiting?.neededFacts ?? []).union(more)
    if let field = line.field {
      // To offer the tags that there are, and to know clocks by the titles of tasks and milestones.
      if field.text.contains("tag:") { needed.insert(.tags) }
      if field.text.contains("clock:") { needed.insert(.clocks) }
    }
    return facts.want(needed, for: generation)
  }

  mutating func factsLoaded(_ new: FilterFacts) {
    facts.answered(new)
    if vocabulary != nil {
      learnWords()
      line.offer(isAsked: menu != nil)
      if problem != nil { understand() }
    }
    if let awaiting, new.kinds.isSuperset(of: awaiting.neededFacts) {
      self.awaiting = nil
      apply(awaiting)
    } else if !applied.neededFacts.isEmpty {
      narrow(keeping: selected?.id)
    }
  }

  mutating func factsFailed() { facts.answered(nil) }

  /// O(rows).
  private mutating func learnWords() {
    var words = FilterVocabulary(lens.playbooks, rows: board.rows)
    words.tags = Set(facts.known.tags.values.joined()).sorted()
    words.add(facts.known)
    line.vocabulary = words
  }
}
