import EscalationDomain
import Screen

/// The views in one line, each with its key and how many rows it has. What has no room is counted at the end.
struct ViewStrip {
  let model: Model

  func draw(in line: Rect, on frame: inout Frame) {
    let pieces = pieces
    let widths = pieces.map { $0.reduce(0) { $0 + Width.of($1.text) } }
    let start = line.column + 1
    // The keys stay: names are crowded together first.
    let isWide = ViewStrip.width(widths, gap: 3) <= line.columns - 11
    let gap = isWide ? 3 : 2
    let room = line.columns - (isWide ? 11 : 8)
    var count = widths.count
    while count > 0, ViewStrip.width(widths.prefix(count), gap: gap) > room { count -= 1 }
    var column = start
    for index in 0..<count {
      let place = Rect(column: column, row: line.row, columns: widths[index], rows: 1)
      frame.mark(place, as: Clickable.view(index))
      frame.write(pieces[index], at: place.origin)
      column += widths[index] + gap
    }
    let rest = pieces.count - count
    let words = rest == 0 && isWide ? "views" : rest == 0 ? "" : "+\(rest)"
    let hint = [Span(words.isEmpty ? "v" : "v ", Style(.key)), Span(words, Style(.muted))]
    let width = hint.reduce(0) { $0 + Width.of($1.text) }
    // While somebody types, the key would be a letter.
    if model.scope == .board {
      let place = Rect(column: line.endColumn - 2 - width, row: line.row, columns: width, rows: 1)
      frame.mark(place, as: Clickable.key(.character("v")))
    }
    frame.write(hint, endingAt: line.endColumn - 2, row: line.row)
  }

  private static func width(_ widths: some Collection<Int>, gap: Int) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
  }

  private var pieces: [Line] {
    let (views, counts, current) = (model.views, model.viewCounts.counts, model.currentView)
    return views.indices.map { index in
      let key = model.keyName(of: views[index]).map { [Span("\($0) ", Style(.key))] } ?? []
      let name = Span(Fit.truncated(views[index].name, to: 20) + " ", Style(index == current ? .title : .label))
      let count = counts.indices.contains(index) ? counts[index].text : "…"
      return key + [name, Span(count, Style(index == current ? .accent : .muted))]
    }
  }
}
