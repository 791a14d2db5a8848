import EscalationDomain
import Screen

/// The board as one console looks at it: the rows, which of them the filter leaves, and where the cursor stands.
public struct BoardState: Equatable, Sendable {
  public enum FilterEntry: Equatable, Sendable {
    case none
    case typing(TextField)
    case set(String)

    /// What narrows the board now.
    public var text: String {
      switch self {
      case .none: ""
      case .typing(let field): field.text
      case .set(let text): text
      }
    }
  }

  /// Where the reading of rows stands. A change while one is under way is read right after it.
  public enum Reading: Hashable, Sendable {
    case idle
    case underWay
    case underWayAndOld
    /// It failed; tried again then.
    case failed(String, retry: Instant)
  }

  /// Neighbouring rows of one band.
  public struct Section: Hashable, Sendable {
    public var band: Int
    public var grades: [String]
    /// Indices into `shown`.
    public var rows: Range<Int>
  }

  public private(set) var board = Board.empty
  public private(set) var isLoaded = false
  public internal(set) var reading = Reading.idle
  public private(set) var sorting = Sorting()
  /// Indices of the rows that the filter leaves.
  public private(set) var shown: [Int] = []
  public private(set) var sections: [Section] = []
  /// Index into `shown`; 0 where nothing is.
  public private(set) var cursor = 0
  /// The first line that shows.
  public internal(set) var offset = 0
  /// Where the cursor was before a jump, until the trail has taken it.
  var jumpedFrom: EscalationID?
  /// Changes that come now are this console's own, made by a command that it runs.
  var changesAreOwn = false
  /// What another console changed since it was last looked at.
  public internal(set) var changed: Set<EscalationID> = []
  /// Whether any row has a renewal date.
  private(set) var hasRenewals = false
  /// Whether any row has a plan with milestones.
  private(set) var hasPlans = false
  public private(set) var totals: BoardTotals?
  public private(set) var totalsUntil: Instant?
  public private(set) var staleAfter: Instant?
  /// When the rows were last known to be true.
  public internal(set) var checked: Instant?
  /// What the rows are narrowed by: the last text that could be understood.
  public internal(set) var applied = Filter.everything
  /// Understood, and waiting for what must be known of the rows beside them.
  var awaiting: Filter?
  /// Where somebody says which rows they want.
  public internal(set) var line = FilterTyping(.escalations)
  /// By what a filter is understood.
  var lens = FilterContext(now: Instant(0), zone: .utc, actor: "")
  var facts = FactsSlot()
  /// Counts how often rows came.
  private(set) var generation = 0
  /// The minute for which the rows were narrowed.
  var narrowedAt: Instant?
  /// What the rows do as they change.
  public private(set) var stance = Stance.normal
  /// The order in which rows stand still, while they do.
  private var frozen: [EscalationID]?
  /// Rows that came since the order stands still.
  public private(set) var held = 0
  /// Where the cursor is to be once rows are there.
  private var wanted: EscalationID?
  private var texts: [SearchText] = []
  /// The rows' places in the chosen order; none where that is how they come.
  private var places: [Int]?
  /// The clocks that the filter asks for by name, by the rows that it leaves: they show in place of the most urgent ones.
  private var named: [Int: ClockCycle] = [:]

  init() {}

  public var selected: BoardRow? { shown.indices.contains(cursor) ? board.rows[shown[cursor]] : nil }

  /// A row that shows, with the clock that shows in it.
  ///
  /// - Parameter index: into `shown`.
  func row(at index: Int) -> BoardRow {
    var row = board.rows[shown[index]]
    if let clock = named[shown[index]] { row.clock = clock }
    return row
  }

  /// O(n).
  public func row(_ id: EscalationID) -> BoardRow? { board.rows.first { $0.id == id } }

  mutating func reload() -> [Effect] {
    switch reading {
    case .underWay, .underWayAndOld:
      reading = .underWayAndOld
      return []
    case .idle, .failed:
      reading = .underWay
      return [.loadBoard]
    }
  }

  /// Takes rows in. Rows that somebody else changed are marked, the first time none. Answers the selected row that left.
  /// O(n), and O(n log n) where a filter's texts are made anew.
  mutating func show(_ new: Board, now: Instant, ownChange: Bool) -> BoardRow? {
    let before = selected
    if isLoaded, !ownChange { mark(new) }
    // The first rows have nothing before them to be compared with.
    let ids = board.rows.isEmpty && changed.isEmpty ? [] : Set(new.rows.indices.lazy.map { new.rows[$0].id })
    let stay = wanted ?? neighbours.first(where: ids.contains)
    wanted = nil
    board = new
    isLoaded = true
    texts = []
    generation += 1
    lens.now = now
    arrange()
    if stance == .freeze, frozen == nil { freeze() }
    changed.formIntersection(ids)
    staleAfter = new.staleAfter
    hasRenewals = new.rows.contains { $0.renewal != nil }
    hasPlans = new.rows.contains { $0.plan != nil }
    count(now: now)
    narrow(keeping: stay)
    relearn()
    return before.flatMap { ids.contains($0.id) ? nil : $0 }
  }

  mutating func sort(_ new: Sorting) {
    sorting = new
    let isFrozen = frozen != nil
    frozen = nil
    arrange()
    if isFrozen { freeze() }
    narrow(keeping: selected?.id)
  }

  /// O(n log n), and nothing for the order in which rows come.
  private mutating func arrange() {
    if let frozen {
      let all = board.rows
      let rows = Dictionary(all.indices.map { (all[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
      places = frozen.compactMap { rows[$0] }
      held = board.rows.count - (places?.count ?? 0)
      return
    }
    held = 0
    places = sorting.isStandard ? nil : sorting.order.places(of: board.rows, reversed: sorting.isReversed)
  }

  /// Takes another stance. O(n).
  mutating func take(_ new: Stance) {
    let selected = selected?.id
    stance = new
    frozen = nil
    // Before rows are there no order can stand still: the first one does.
    if new == .freeze, isLoaded { freeze() } else { arrange() }
    narrow(keeping: selected)
  }

  private mutating func freeze() {
    frozen = (places ?? Array(board.rows.indices)).map { board.rows[$0].id }
  }

  /// Where the cursor is to stand, now or once rows are there.
  mutating func want(_ id: EscalationID) {
    if !isLoaded {
      wanted = id
    } else if let index = shown.firstIndex(where: { board.rows[$0].id == id }) {
      select(index)
    }
  }

  /// Marks what changed after an instant, and what was marked before. O(n).
  mutating func mark(since instant: Instant, and marked: Set<EscalationID>) {
    board.rows.withUnsafeBufferPointer { rows in
      for row in rows where row.changed > instant || marked.contains(row.id) { changed.insert(row.id) }
    }
  }

  /// The shown row that is due first, the one longest past its deadline before all; nil where no clock runs. O(n).
  private var mostUrgent: Int? {
    board.rows.withUnsafeBufferPointer { rows in
      var best: (index: Int, due: Instant)?
      for (index, row) in shown.enumerated() {
        guard let due = (named[row] ?? rows[row].clock)?.deadline, due < best?.due ?? .max else { continue }
        best = (index, due)
      }
      return best?.index
    }
  }

  /// A cursor that is led by hand follows no more.
  mutating func endFollowing() { if stance == .follow { stance = .normal } }

  mutating func select(_ index: Int) { cursor = min(max(0, index), max(0, shown.count - 1)) }

  /// Counts the totals anew. O(n).
  mutating func count(now: Instant) {
    totals = BoardTotals(board.rows, now: now)
    totalsUntil = BoardTotals.nextChange(board.rows, after: now)
  }

  /// The selected row, those behind it, those before it: who is selected when it goes.
  private var neighbours: some Sequence<EscalationID> {
    let rows = shown.isEmpty ? [] : Array(shown[cursor...]) + shown[..<cursor].reversed()
    return rows.lazy.map { [board] in board.rows[$0].id }
  }

  private mutating func mark(_ new: Board) {
    let known = Dictionary(board.rows.lazy.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for row in new.rows where known[row.id].map(row.differs) ?? true { changed.insert(row.id) }
  }

  /// O(n): of words alone as fast as texts can be looked through, which are made once a load.
  mutating func narrow(keeping id: EscalationID?) {
    narrowedAt = lens.now
    let matcher = FilterMatcher(applied, lens)
    let all = places ?? Array(board.rows.indices)
    if let words = matcher.words, words.isEmpty {
      shown = all
    } else {
      if texts.isEmpty, applied.looksForWords { texts = board.rows.map(SearchText.init) }
      if let words = matcher.words {
        shown = all.filter { texts[$0].contains(words) }
      } else {
        shown = board.rows.withUnsafeBufferPointer { rows in
          all.filter { index in
            matcher.matches(
              FilterAttributes(rows[index], now: lens.now, facts: facts.known), text: texts[index])
          }
        }
      }
    }
    nameClocks(matcher)
    divide()
    if stance == .follow, let urgent = mostUrgent { return select(urgent) }
    select(id.flatMap { id in shown.firstIndex { board.rows[$0].id == id } } ?? min(cursor, max(0, shown.count - 1)))
  }
}

extension BoardState {
  /// Has the rows show the clocks that the filter names, and stand in the order of those. O(n log n) where it names any.
  private mutating func nameClocks(_ matcher: FilterMatcher) {
    named = [:]
    guard matcher.namesClock else { return }
    for index in shown {
      guard let clocks = facts.known.clocks[board.rows[index].id] else { continue }
      named[index] = matcher.namedClock(among: clocks, now: lens.now)
    }
    guard frozen == nil, !named.isEmpty else { return }
    let rows = shown.indices.map { (place: shown[$0], row: row(at: $0)) }
    let urgent = rows.sorted { BoardRow.boardOrder($0.row, $1.row) }
    shown = sorting.order.places(of: urgent.map(\.row), reversed: sorting.isReversed).map { urgent[$0].place }
  }

  /// Divides what shows into sections. O(n); rows are looked into where they lie, for a row is large.
  private mutating func divide() {
    var sections: [Section] = []
    board.rows.withUnsafeBufferPointer { rows in
      for (index, row) in shown.enumerated() where sorting.hasSections {
        let (band, grade) = (rows[row].band, rows[row].grade)
        if sections.last?.band != band { sections.append(Section(band: band, grades: [], rows: index..<index)) }
        let last = sections.count - 1
        sections[last].rows = sections[last].rows.lowerBound..<(index + 1)
        if !sections[last].grades.contains(grade) { sections[last].grades.append(grade) }
      }
    }
    for index in sections.indices { sections[index].grades.sort() }
    self.sections = sections
  }
}

/// What stands in one line of the board.
enum BoardLine: Hashable {
  case heading(BoardState.Section)
  /// An index into `shown`.
  case row(Int)
}

extension BoardState {
  /// Rows and headings.
  var lineCount: Int { shown.count + sections.count }

  /// O(bands).
  func line(_ number: Int) -> BoardLine? {
    guard sorting.hasSections else { return .row(number) }
    for (index, section) in sections.enumerated() {
      let first = section.rows.lowerBound + index
      if number == first { return .heading(section) }
      if number > first, number <= first + section.rows.count { return .row(number - index - 1) }
    }
    return nil
  }

  /// The line in which a shown row stands. O(bands).
  func lineNumber(of index: Int) -> Int {
    sections.firstIndex { $0.rows.contains(index) }.map { index + 1 + $0 } ?? index
  }

  /// Which lines a list of that height shows: the cursor's always, with its heading where it is the first.
  func viewport(height: Int) -> Viewport {
    Viewport(
      height: height, count: lineCount, offset: offset, selected: shown.isEmpty ? nil : lineNumber(of: cursor),
      margin: 2)
  }
}
