import EscalationDomain
import Screen

/// What may be meant at the cursor, and which of it is highlighted.
public struct FilterMenu: Equatable, Sendable {
  public var completion: FilterCompletion
  public var highlighted: Int?
}

extension BoardState {
  /// Reads what is typed. What cannot be understood, or not yet, leaves the rows as they are.
  mutating func understand() {
    do {
      let new = try parsed(filter.text)
      problem = nil
      awaiting = nil
      if facts.known.kinds.isSuperset(of: new.neededFacts) {
        apply(new)
      } else {
        awaiting = new
      }
    } catch {
      problem = error
      awaiting = nil
      // What is half typed was a word a moment ago, and would have emptied the board.
      if let rest = rest(without: error), facts.known.kinds.isSuperset(of: rest.neededFacts) { apply(rest) }
    }
  }

  /// What is typed, the term that is wrong left out; none where that cannot be understood either.
  private func rest(without error: FilterError) -> Filter? {
    let text = Array(filter.text)
    var (start, end) = (min(error.range.lowerBound, text.count), min(error.range.upperBound, text.count))
    while start > 0, !text[start - 1].isWhitespace { start -= 1 }
    while end < text.count, !text[end].isWhitespace { end += 1 }
    return try? parsed(String(text[..<start] + text[end...]))
  }

  /// Other rows or playbooks bring other words: what is being typed is looked at again.
  mutating func relearn() {
    guard case .typing(let field) = filter else { return }
    learnWords()
    understand()
    offer(field, isAsked: menu != nil)
  }

  /// Most texts are words alone, and need no list of what there is.
  private func parsed(_ text: String) throws(FilterError) -> Filter {
    let filter = try Filter(parsing: text)
    let isChecked = filter.terms.contains { term in
      switch term {
      case .grade, .text(.playbook, _): true
      default: false
      }
    }
    guard isChecked else { return filter }
    return try Filter(parsing: text, vocabulary: vocabulary ?? FilterVocabulary(lens.playbooks, rows: board.rows))
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
    // To offer the tags that there are.
    if case .typing(let field) = filter, field.text.contains("tag:") { needed.insert(.tags) }
    return facts.want(needed, for: generation)
  }

  mutating func factsLoaded(_ new: FilterFacts) {
    facts.answered(new)
    if vocabulary != nil {
      learnWords()
      if case .typing(let field) = filter { offer(field, isAsked: menu != nil) }
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
  mutating func learnWords() {
    var words = FilterVocabulary(lens.playbooks, rows: board.rows)
    words.tags = Set(facts.known.tags.values.joined()).sorted()
    vocabulary = words
  }
}

/// Typing.
extension BoardState {
  mutating func typeFilter(_ field: TextField) {
    setFilter(.typing(field))
    offer(field, isAsked: false)
  }

  /// - Parameter isAsked: also where nothing is typed yet.
  private mutating func offer(_ field: TextField, isAsked: Bool) {
    guard let vocabulary else { return }
    let completion = FilterCompletion(field.text, cursor: field.cursor, vocabulary: vocabulary)
    let before = field.text.prefix(completion.range.lowerBound).last
    let isBlank = completion.range.isEmpty && (before.map { $0.isWhitespace || "(-".contains($0) } ?? true)
    menu = completion.choices.isEmpty || (isBlank && !isAsked) ? nil : FilterMenu(completion: completion)
  }

  /// Takes the highlighted choice or the first one; where none is offered, offers what there is.
  mutating func completeFilter() {
    guard case .typing(let field) = filter else { return }
    guard let menu else { return offer(field, isAsked: true) }
    let taken = menu.completion.choices[menu.highlighted ?? 0].text
    let text = Array(field.text)
    let rest = text[menu.completion.range.upperBound...]
    let isSpaced = rest.first?.isWhitespace ?? false
    var new = TextField(
      String(text[..<menu.completion.range.lowerBound]) + (isSpaced ? taken.trimmedEnd : taken) + String(rest))
    for _ in rest { new.moveLeft() }
    typeFilter(new)
  }

  /// Up and down among what is offered. False where that is not what they are for.
  mutating func chooseInMenu(_ command: ConsoleCommand.ID) -> Bool {
    guard case .typing = filter, var menu, command == .down || command == .up else { return false }
    if command == .up, menu.highlighted == nil { return false }
    let next = menu.highlighted.map { $0 + (command == .down ? 1 : -1) } ?? 0
    menu.highlighted = next < 0 ? nil : min(next, menu.completion.choices.count - 1)
    self.menu = menu
    return true
  }

  /// Enter: takes what is highlighted, else keeps the filter.
  mutating func keepFilter() {
    if menu?.highlighted != nil { return completeFilter() }
    setFilter(filter.text.nonEmpty.map { .set($0) } ?? .none)
  }
}

extension String {
  fileprivate var trimmedEnd: String { hasSuffix(" ") ? String(dropLast()) : self }
}
