import EscalationDomain
import Screen

/// Where the parts of the escalation place stand: panes side by side where there is room, else tabs. From 180 columns on
/// the timeline has a column of its own.
struct EscalationLayout {
  typealias Pane = EscalationPlace.Pane

  let header: Rect
  /// The names of the tabs; none where all panes show.
  let tabs: Rect?
  /// The panes that show.
  let panes: [Pane: Rect]

  /// - Parameters:
  ///   - record: what there is to show, once it was read; panes of clocks and people are no higher than they need.
  ///   - work: the lines of work there are, headings included.
  ///   - plan: the same of the plan; none where nobody wrote anything of it.
  ///   - people: the same of people.
  init(_ size: Size, _ place: EscalationPlace, _ record: Record?, work: Int, plan: Int, people: Int) {
    let (top, rest) = Rect(size).split(top: 3)
    header = top
    let body = rest.split(bottom: 1).rest
    guard size.columns >= 120, size.rows >= 30 else {
      let (line, pane) = body.split(top: 2)
      tabs = line.line(0)
      panes = [place.pane: pane.inset(columns: 1, rows: 0)]
      return
    }
    tabs = nil
    let clocks = min(max(6, (record?.clocks.count ?? 0) + 4), body.rows / 3)
    if size.columns >= 180 {
      let (left, right) = body.split(right: size.columns * 28 / 100)
      let (doing, timeline) = left.split(right: size.columns * 32 / 100)
      let (top, below) = doing.split(top: clocks)
      let (todo, planned) = below.split(bottom: Self.planRows(below.rows, place, plan, others: 1))
      panes = [.clocks: top, .work: todo, .plan: planned, .timeline: timeline].merging(
        Self.facts(right, place, record, people: people)
      ) { first, _ in first }
    } else {
      let (left, right) = body.split(right: size.columns * 36 / 100)
      let (top, below) = left.split(top: clocks)
      let planRows = Self.planRows(below.rows, place, plan, others: 2)
      let most = place.pane == .work ? (below.rows - planRows) * 2 / 3 : (below.rows - planRows) / 2
      let (todo, rest) = below.split(top: min(max(3, work + 2), most))
      let (planned, timeline) = rest.split(top: planRows)
      panes = [.clocks: top, .work: todo, .plan: planned, .timeline: timeline].merging(
        Self.facts(right, place, record, people: people)
      ) { first, _ in first }
    }
  }

  /// The height of the plan's pane: the most where it has the keys, and two lines where nobody wrote anything of it.
  ///
  /// - Parameter others: how many panes share the column with it.
  private static func planRows(_ rows: Int, _ place: EscalationPlace, _ count: Int, others: Int) -> Int {
    let hasKeys = place.pane == .plan
    // Where nobody wrote anything yet, it says how to begin.
    guard hasKeys || count > 0 else { return rows >= 14 ? 4 : 0 }
    let most = hasKeys ? rows * 2 / 3 : rows / (others + 1)
    return min(max(hasKeys ? 18 : 4, count + 2), most)
  }

  /// People, health where there are scores, and details, which get what the others leave. The pane that has the keys
  /// gets the most room.
  private static func facts(
    _ column: Rect, _ place: EscalationPlace, _ record: Record?, people count: Int
  ) -> [Pane: Rect] {
    let hasHealth = Pane.shown(for: record).contains(.health)
    let share = place.pane == .people ? 66 : hasHealth ? 32 : 40
    let (people, rest) = column.split(top: min(max(6, column.rows * share / 100), max(4, count + 2)))
    guard hasHealth else { return [.people: people, .details: rest] }
    let (health, details) = rest.split(top: place.pane == .people ? rest.rows * 2 / 3 : min(18, rest.rows * 2 / 3))
    return [.people: people, .health: health, .details: details]
  }

  /// Lines of a pane that show its content, borders left out.
  func contentHeight(of pane: Pane) -> Int { content(of: pane)?.rows ?? 0 }

  /// The room inside a pane; a table's titles are part of it.
  func content(of pane: Pane) -> Rect? {
    guard let rect = panes[pane] else { return nil }
    return tabs == nil ? rect.inset().inset(columns: 1, rows: 0) : rect
  }
}
