import EscalationDomain
import Screen

/// The views in one line, each with its key and how many rows it has.
struct ViewStrip {
  let model: Model

  func draw(in line: Rect, on frame: inout Frame) {
    let views = model.views
    let counts = model.viewCounts.counts
    let current = model.currentView
    let hint = [Span("v ", Style(.key)), Span("views", Style(.muted))]
    let room = line.columns - 11
    let whole = pieces(views, counts, current, withKeys: true)
    let width = whole.reduce(0) { $0 + $1.reduce(3) { $0 + Width.of($1.text) } }
    var column = line.column + 1
    let shown = width <= room ? whole : pieces(views, counts, current, withKeys: false)
    for (index, piece) in shown.enumerated() {
      let need = piece.reduce(0) { $0 + Width.of($1.text) }
      let isLast = index == shown.count - 1
      guard column + need <= line.column + room - (isLast ? 0 : 5) else {
        frame.write("+\(shown.count - index)", at: Point(column: column, row: line.row), .muted)
        break
      }
      column += frame.write(piece, at: Point(column: column, row: line.row)) + 3
    }
    frame.write(hint, endingAt: line.endColumn - 2, row: line.row)
  }

  private func pieces(_ views: [SavedView], _ counts: [ViewCounts.Count], _ current: Int?, withKeys: Bool) -> [Line] {
    views.indices.map { index in
      let key = withKeys ? model.keyName(of: views[index]).map { [Span("\($0) ", Style(.key))] } ?? [] : []
      let name = Span(
        Fit.truncated(views[index].name, to: 20) + " ", Style(index == current ? .title : .label))
      let count = counts.indices.contains(index) ? counts[index].text : "…"
      return key + [name, Span(count, Style(index == current ? .accent : .muted))]
    }
  }
}
