import EscalationDomain
import Screen

/// The milestones of all accounts as one console looks at them; lives on while another place is shown.
public struct PlansState: Equatable, Sendable {
  public enum Look: Hashable, Sendable {
    /// By due time, under headings: the open ones, unless others are asked for.
    case list
    /// Plan by plan over a scale of dates, done ones too.
    case chart
  }

  /// Which of them the list shows.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    case open, all, done

    var next: Scope { self == .open ? .all : self == .all ? .done : .open }

    func has(_ row: MilestoneRow) -> Bool { self == .all || row.isOpen == (self == .open) }
  }

  /// What stands in one line.
  enum Row: Hashable, Sendable {
    case group(MilestoneGroup, count: Int)
    /// The escalation of the shown milestone with that index, which is the first of its plan.
    case plan(Int)
    /// An index into `shown`.
    case milestone(Int)
  }

  public private(set) var isLoaded = false
  public internal(set) var reading = BoardState.Reading.idle
  /// Where somebody says which milestones they want.
  public private(set) var line = FilterTyping(.milestones)
  /// What the rows are narrowed by: the last text that could be understood.
  public private(set) var applied = Filter.everything
  public private(set) var look = Look.list
  /// What the list is turned to; a filter that asks for what is done finds it in any.
  public private(set) var scope = Scope.open
  /// In due order.
  public private(set) var rows: [MilestoneRow] = []
  /// The same by escalation, each in its plan's order.
  private(set) var byEscalation: [EscalationID: [MilestoneRow]] = [:]
  /// From the first to the last time that an open one has.
  private(set) var span: ClosedRange<Instant>?
  /// What the filter and the look leave, in the look's order.
  public private(set) var shown: [MilestoneRow] = []
  private(set) var lines: [Row] = []
  public private(set) var counts: MilestoneCounts?
  /// Index into `shown`; 0 where nothing is.
  public private(set) var cursor = 0
  /// The first line that shows.
  public internal(set) var offset = 0
  /// Days that the chart is turned ahead, or back.
  public internal(set) var daysAhead = 0
  /// When the rows were last known to be true.
  public internal(set) var checked: Instant?
  /// When time alone moves a milestone to another heading.
  public private(set) var arrangedUntil: Instant?
  private var arrangedAt: Instant?

  init() {}

  public var selectedRow: MilestoneRow? { shown.indices.contains(cursor) ? shown[cursor] : nil }
  /// The escalation whose milestone is under the cursor.
  public var selected: EscalationID? { selectedRow?.escalation }
  /// The id of that milestone within its plan.
  public var selectedMilestone: String? { selectedRow?.milestone.id }

  public var filter: BoardState.FilterEntry { line.entry }

  /// Whether what shows was read and could not be read again since.
  var isStale: Bool { if case .failed = reading { isLoaded } else { false } }

  /// The milestone of a line, as an index into those that show; of a heading the first one below it.
  func milestone(ofLine line: Int) -> Int? {
    switch lines[line] {
    case .milestone(let index), .plan(let index): return index
    case .group:
      guard lines.indices.contains(line + 1), case .milestone(let index) = lines[line + 1] else { return nil }
      return index
    }
  }

  mutating func reload() -> [Effect] {
    switch reading {
    case .underWay, .underWayAndOld:
      reading = .underWayAndOld
      return []
    case .idle, .failed:
      reading = .underWay
      return [.loadPlans]
    }
  }

  /// Takes rows in. O(n log n).
  mutating func show(_ new: [MilestoneRow], on ground: PlansGround) {
    rows = new.inDueOrder
    byEscalation = Dictionary(grouping: new, by: \.escalation).mapValues { $0.sorted { $0.place < $1.place } }
    let times = rows.lazy.filter(\.isOpen).flatMap { [$0.milestone.start, $0.milestone.due] }.compactMap { $0 }
    span = times.min().flatMap { first in times.max().map { first...$0 } }
    isLoaded = true
    arrange(on: ground)
    relearn(on: ground)
  }

  /// Takes one record in as an act left it. O(n log n).
  mutating func take(_ record: Escalation, on ground: PlansGround) {
    guard isLoaded else { return }
    // A reading that began before the act knows nothing of it.
    if reading == .underWay { reading = .underWayAndOld }
    show(rows.filter { $0.escalation != record.id } + MilestoneRow.rows(of: record), on: ground)
  }

  /// Changes the line and follows what it says.
  mutating func edit(on ground: PlansGround, _ change: (inout FilterTyping) -> Void) {
    let old = line.text
    change(&line)
    if line.field != nil, line.vocabulary == nil { line.vocabulary = ground.words(rows) }
    if line.text != old { understand(on: ground) }
  }

  private mutating func understand(on ground: PlansGround) {
    let rows = rows
    guard let new = line.read({ ground.words(rows) }), new != applied else { return }
    applied = new
    arrange(on: ground)
  }

  /// Other rows or playbooks bring other words: what is being typed is looked at again.
  mutating func relearn(on ground: PlansGround) {
    guard line.field != nil else { return }
    line.vocabulary = ground.words(rows)
    understand(on: ground)
    line.offer(isAsked: line.menu != nil)
  }

  mutating func turn(on ground: PlansGround) {
    look = look == .list ? .chart : .list
    arrange(on: ground)
  }

  mutating func turnScope(on ground: PlansGround) {
    scope = scope.next
    arrange(on: ground)
  }

  /// What the list shows without a filter's words.
  var listed: Scope { applied.asksForDone && scope == .open ? .all : scope }

  /// Whether by now another heading, or another answer of the filter, may be due for some milestone.
  func isOld(at now: Instant) -> Bool {
    if let arrangedUntil, arrangedUntil <= now { return true }
    guard applied.isTimed, let arrangedAt else { return false }
    return arrangedAt.seconds / 60 != now.seconds / 60
  }

  mutating func select(_ index: Int) { cursor = min(max(0, index), max(0, shown.count - 1)) }

  /// - Returns: whether it shows.
  @discardableResult mutating func select(_ name: MilestoneRow.Name) -> Bool {
    guard let index = shown.firstIndex(where: { $0.name == name }) else { return false }
    cursor = index
    return true
  }

  /// Which is selected when the selected milestone goes: those of its plan first, so that the next key does not meet
  /// another customer's; those behind it, then those before.
  private var neighbours: [MilestoneRow.Name] {
    guard let id = selectedRow?.escalation else { return [] }
    let around = Array(shown[cursor...]) + shown[..<cursor].reversed()
    return (around.filter { $0.escalation == id } + around.filter { $0.escalation != id }).map(\.name)
  }

  /// Puts the rows under their headings for a moment; the cursor stays on its milestone. O(n log n).
  mutating func arrange(on ground: PlansGround) {
    let stay = neighbours
    let (now, zone) = (ground.lens.now, ground.lens.zone)
    let found = ground.rows(rows, that: applied)
    arrangedAt = now
    counts = MilestoneCounts(rows, now: now, zone: zone)
    arrangedUntil = MilestoneCounts.nextChange(rows, after: now, zone: zone)
    lines = []
    switch look {
    case .list:
      let listed = listed
      shown = found.filter(listed.has).inListOrder
      let groups = shown.map { MilestoneGroup($0, now: now, zone: zone) }
      let sizes = groups.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      for (index, group) in groups.enumerated() {
        if index == 0 || groups[index - 1] != group { lines.append(.group(group, count: sizes[group] ?? 0)) }
        lines.append(.milestone(index))
      }
    case .chart:
      shown = found.inPlanOrder
      for index in shown.indices {
        if index == 0 || shown[index - 1].escalation != shown[index].escalation { lines.append(.plan(index)) }
        lines.append(.milestone(index))
      }
    }
    let places = Dictionary(shown.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    select(stay.lazy.compactMap { places[$0] }.first ?? cursor)
  }

  /// Which lines a list of that height shows: the cursor's always, with the heading of the first.
  func viewport(height: Int) -> Viewport {
    let selected = lines.firstIndex(of: .milestone(cursor))
    return Viewport(height: height, count: lines.count, offset: offset, selected: selected, margin: 2)
  }
}
