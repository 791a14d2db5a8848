import EscalationDomain
import Screen

/// What may be meant at the cursor, and which of it is highlighted.
public struct FilterMenu: Equatable, Sendable {
  public var completion: FilterCompletion
  public var highlighted: Int?
}

/// The line in which somebody says which rows of a list they want, wherever that list is.
public struct FilterTyping: Equatable, Sendable {
  let subject: FilterSubject
  public private(set) var entry = BoardState.FilterEntry.none
  /// Why what stands there now could not be understood, and where.
  public private(set) var problem: FilterError?
  /// What may be meant where somebody is typing.
  public private(set) var menu: FilterMenu?
  /// The words there are to filter by, while somebody is typing.
  var vocabulary: FilterVocabulary?
  /// The earlier filter that stands there, by its place among them, the newest first.
  private var recalled: Int?

  init(_ subject: FilterSubject) { self.subject = subject }

  public var text: String { entry.text }

  /// While somebody is typing, what.
  public var field: TextField? { if case .typing(let field) = entry { field } else { nil } }

  mutating func set(_ new: BoardState.FilterEntry) {
    entry = new
    recalled = nil
    if case .typing = new { return }
    (menu, vocabulary) = (nil, nil)
  }

  /// Goes on with what narrows the rows already.
  mutating func begin() { set(.typing(TextField(text))) }

  mutating func type(_ field: TextField) {
    set(.typing(field))
    offer(isAsked: false)
  }

  /// - Parameter isAsked: also where nothing is typed yet.
  mutating func offer(isAsked: Bool) {
    guard let vocabulary, let field else { return }
    let completion = FilterCompletion(field.text, cursor: field.cursor, vocabulary: vocabulary)
    let before = field.text.prefix(completion.range.lowerBound).last
    let isBlank = completion.range.isEmpty && (before.map { $0.isWhitespace || "(-".contains($0) } ?? true)
    menu = completion.choices.isEmpty || (isBlank && !isAsked) ? nil : FilterMenu(completion: completion)
  }

  /// Takes the highlighted choice or the first one; where none is offered, offers what there is.
  mutating func complete() {
    guard let field else { return }
    guard let menu else { return offer(isAsked: true) }
    let taken = menu.completion.choices[menu.highlighted ?? 0].text
    let text = Array(field.text)
    let rest = text[menu.completion.range.upperBound...]
    let isSpaced = rest.first?.isWhitespace ?? false
    var new = TextField(
      String(text[..<menu.completion.range.lowerBound]) + (isSpaced ? taken.trimmedEnd : taken) + String(rest))
    for _ in rest { new.moveLeft() }
    type(new)
  }

  /// Up and down among what is offered. False where that is not what they are for.
  mutating func choose(_ command: ConsoleCommand.ID) -> Bool {
    guard field != nil, var menu, command == .down || command == .up else { return false }
    if command == .up, menu.highlighted == nil { return false }
    let next = menu.highlighted.map { $0 + (command == .down ? 1 : -1) } ?? 0
    menu.highlighted = next < 0 ? nil : min(next, menu.completion.choices.count - 1)
    self.menu = menu
    return true
  }

  /// Up in an empty line brings the filter before, and the one before that; down comes back. False where that is not what
  /// they are for.
  mutating func recall(_ command: ConsoleCommand.ID, among earlier: [String]) -> Bool {
    guard let field, command == .up || command == .down else { return false }
    let next: Int
    switch (recalled, command) {
    case (nil, .up) where field.isEmpty: next = 0
    case (let place?, .up): next = min(place + 1, earlier.count - 1)
    case (let place?, .down): next = place - 1
    default: return false
    }
    guard next < earlier.count else { return false }
    set(.typing(TextField(next < 0 ? "" : earlier[next])))
    menu = nil
    recalled = next < 0 ? nil : next
    return true
  }

  /// Enter: takes what is highlighted, else keeps the filter.
  mutating func keep() {
    if menu?.highlighted != nil { return complete() }
    set(text.nonEmpty.map { .set($0) } ?? .none)
  }

  /// Reads what stands there, and answers what the rows are to be narrowed by; nothing new while a mistake stands
  /// anywhere but under the cursor, so that what is typed behind it narrows nothing.
  ///
  /// - Parameter words: that there are, made where they are asked for and not at hand.
  mutating func read(_ words: () -> FilterVocabulary) -> Filter? {
    do {
      let filter = try parsed(text, words)
      problem = nil
      return filter
    } catch {
      problem = error
      // Kept as it is, it hides nothing: there is no last good text to go by.
      return field.map { rest(without: error, cursor: $0.cursor, words) } ?? .everything
    }
  }

  /// What is typed, the term that is wrong left out: half typed, it was a word a moment ago and would have emptied the
  /// list. None where the cursor is not at that term, or where the rest cannot be understood either.
  private func rest(without error: FilterError, cursor: Int, _ words: () -> FilterVocabulary) -> Filter? {
    let text = Array(text)
    var (start, end) = (min(error.range.lowerBound, text.count), min(error.range.upperBound, text.count))
    while start > 0, !text[start - 1].isWhitespace { start -= 1 }
    while end < text.count, !text[end].isWhitespace { end += 1 }
    guard (start...end).contains(cursor) else { return nil }
    return try? parsed(String(text[..<start] + text[end...]), words)
  }

  /// Most texts are words alone, and need no list of what there is.
  private func parsed(_ text: String, _ words: () -> FilterVocabulary) throws(FilterError) -> Filter {
    let filter = try Filter(parsing: text, of: subject)
    guard filter.namesWords else { return filter }
    return try Filter(parsing: text, of: subject, vocabulary: vocabulary ?? words())
  }
}

extension String {
  fileprivate var trimmedEnd: String { hasSuffix(" ") ? String(dropLast()) : self }
}
