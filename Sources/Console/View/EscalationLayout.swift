import EscalationDomain
import Screen

/// Where the parts of the escalation place stand: panes side by side from 120 columns on, tabs below.
struct EscalationLayout {
  typealias Pane = EscalationPlace.Pane

  let header: Rect
  /// The names of the tabs; none where all panes show.
  let tabs: Rect?
  /// The panes that show.
  let panes: [Pane: Rect]

  /// - Parameter record: what there is to show, once it was read; panes of clocks and contacts are no higher than they
  ///   need.
  init(_ size: Size, _ place: EscalationPlace, _ record: Record?) {
    let (top, rest) = Rect(size).split(top: 3)
    header = top
    let body = rest.split(bottom: 1).rest
    guard size.columns >= 120 else {
      let (line, pane) = body.split(top: 2)
      tabs = line.line(0)
      panes = [place.pane: pane.inset(columns: 1, rows: 0)]
      return
    }
    tabs = nil
    let (left, right) = body.split(right: size.columns * 36 / 100)
    let (clocks, timeline) = left.split(top: min(max(6, (record?.clocks.count ?? 0) + 3), body.rows / 2))
    let most = max(6, body.rows * 32 / 100)
    let contacts = record.map { RecordText.people($0.escalation, width: right.columns - 6).count + 2 } ?? most
    let (people, details) = right.split(top: min(most, max(4, contacts)))
    panes = [.clocks: clocks, .timeline: timeline, .people: people, .details: details]
  }

  /// Lines of a pane that show its content, borders left out.
  func contentHeight(of pane: Pane) -> Int { content(of: pane)?.rows ?? 0 }

  /// The room inside a pane; a table's titles are part of it.
  func content(of pane: Pane) -> Rect? {
    guard let rect = panes[pane] else { return nil }
    return tabs == nil ? rect.inset().inset(columns: 1, rows: 0) : rect
  }
}
