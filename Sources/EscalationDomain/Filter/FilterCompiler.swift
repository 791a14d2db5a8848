/// Works out what a filter's terms come to at one instant.
struct FilterCompiler {
  let context: FilterContext

  init(_ context: FilterContext) { self.context = context }

  func node(_ filter: Filter) -> FilterMatcher.Node {
    switch filter {
    case .everything: .always
    case .term(let term): node(term)
    case .all(let parts): all(parts)
    case .any(let parts): .any(parts.map(node))
    case .not(let inner): .not(node(inner))
    }
  }

  /// Beside a clock's name, deadlines are that clock's.
  private func all(_ parts: [Filter]) -> FilterMatcher.Node {
    let names = parts.compactMap { part -> SearchText.Word? in
      if case .term(.text(.clock, let name)) = part { return clockName(name) }
      return nil
    }
    guard !names.isEmpty else { return .all(parts.map(node)) }
    var tests: [FilterMatcher.ClockTest] = []
    var others: [FilterMatcher.Node] = []
    for part in parts {
      if case .term(.text(.clock, _)) = part { continue }
      if let test = clockTest(part) { tests.append(test) } else { others.append(node(part)) }
    }
    return .all(names.map { .clock($0, tests) } + others)
  }

  /// What a part says of a clock, if it speaks of one.
  private func clockTest(_ part: Filter) -> FilterMatcher.ClockTest? {
    switch part {
    case .term(.breached): return { $0.isBreached }
    case .term(.missing(.due)): return { $0.deadline == nil }
    case .term(.time(.due, let comparison, let moment)):
      let test = instant(comparison, moment, isPast: false)
      return { $0.deadline.map(test) ?? false }
    case .not(let inner):
      guard let test = clockTest(inner) else { return nil }
      return { !test($0) }
    default: return nil
    }
  }

  private func clockName(_ text: String) -> SearchText.Word { FilterClock.word(text) }

  private func node(_ term: FilterTerm) -> FilterMatcher.Node {
    switch term {
    case .word(let text): return .word(SearchText.Word(text))
    case .text(let field, let text): return node(field, text)
    case .mine:
      let actor = context.actor.lowercased()
      return .test { $0.owner?.lowercased() == actor }
    case .missing(let field): return .test(FilterCompiler.lack(of: field))
    case .grade(let scale, let from, let to): return .test(grade(scale, from, to))
    case .status(.one(let status)): return .test { $0.status == .one(status) || $0.escalationStatus == status }
    case .status(let status) where status == .promoted || FilterStatus.milestones.contains(status):
      return .test { $0.status == status }
    case .status(.open): return .test { $0.isOpen }
    case .status: return .test { !$0.isOpen }
    case .plan(.late): return .test { $0.plan?.isLate ?? false }
    case .plan(.open): return .test { $0.plan?.isOpen ?? false }
    case .plan(.done): return .test { $0.plan.map { !$0.isOpen } ?? false }
    case .score(let comparison, let score):
      return .test { $0.score.map { comparison.holds($0, score) } ?? false }
    case .band(let comparison, let band): return .test { $0.band.map { comparison.holds($0, band) } ?? false }
    case .amount(let comparison, let amount): return .test { $0.arr.map { amount.isMet(by: $0, comparison) } ?? false }
    case .time(.renewal, let comparison, let moment):
      let test = date(comparison, moment)
      return .test { $0.renewal.map(test) ?? false }
    case .time(.review, let comparison, let moment):
      let test = date(comparison, moment)
      return .test { $0.review.map(test) ?? false }
    case .time(let field, let comparison, let moment):
      let test = instant(comparison, moment, isPast: field.isPast)
      switch field {
      case .opened: return .test { $0.opened.map(test) ?? false }
      case .changed: return .test { $0.changed.map(test) ?? false }
      case .milestone: return .test { $0.plan?.due.map(test) ?? false }
      default: return .ofMostUrgent { $0.deadline.map(test) ?? false }
      }
    case .breached: return .ofMostUrgent { $0.isBreached }
    }
  }

  private func node(_ field: FilterField, _ text: String) -> FilterMatcher.Node {
    let word = SearchText.Word(text)
    let folded = text.lowercased()
    switch field {
    case .owner: return .test { $0.owner.map { SearchText($0).contains(word) } ?? false }
    case .account: return .test { SearchText($0.account).contains(word) }
    case .title: return .test { SearchText($0.title).contains(word) }
    case .id: return .test { $0.id.lowercased() == folded || $0.escalation?.lowercased() == folded }
    case .kind: return .test { $0.kind == folded }
    case .playbook: return .test { $0.playbook?.lowercased() == folded }
    case .tag: return .test { $0.tags.contains { $0.lowercased() == folded } }
    default: return .clock(clockName(text), [])
    }
  }

  private static func lack(of field: FilterField) -> @Sendable (FilterAttributes) -> Bool {
    switch field {
    case .owner: { $0.owner == nil }
    case .due: { $0.clock?.deadline == nil }
    case .arr: { $0.arr == nil }
    case .renewal: { $0.renewal == nil }
    case .tag: { $0.tags.isEmpty }
    case .plan: { $0.plan == nil }
    case .milestone: { $0.plan?.due == nil }
    case .score: { $0.score == nil }
    case .review: { $0.review == nil }
    default: { $0.clock == nil && $0.clocks?.isEmpty ?? true }
    }
  }
}
