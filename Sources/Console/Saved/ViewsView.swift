import EscalationDomain
import Screen

/// The views to choose from, with their keys and counts.
enum ViewsView {
  static func draw(_ model: Model, _ panel: ViewsPanel, on frame: inout Frame) {
    let views = model.views
    let inside = frame.dialog(
      Size(columns: min(90, frame.size.columns - 4), rows: height(frame.size, views.count) + 2), title: "Views")
    if views.isEmpty {
      frame.write("There are none; V on the board saves what it shows.", at: inside.origin, .muted)
    }
    let viewport = Viewport(height: inside.rows, count: views.count, selected: panel.highlighted, margin: 1)
    let counts = model.viewCounts.counts
    let names = min(24, views.map { Width.of($0.name) }.max() ?? 0)
    for (row, index) in viewport.visible.enumerated() {
      let view = views[index]
      let line = inside.line(row)
      frame.mark(line, as: Clickable.line(index))
      let isHighlighted = index == panel.highlighted
      let ground: Role = isHighlighted ? .selection : .dialog
      if isHighlighted {
        frame.fill(line, Style(.text, on: ground))
        frame.rest = line.origin
      }
      let count = counts.indices.contains(index) ? counts[index] : .awaited
      frame.write(
        [
          Span(isHighlighted ? "\(frame.glyphs.pointer) " : "  ", Style(.accent, on: ground)),
          Span(Fit.padded(model.keyName(of: view) ?? "", to: 4), Style(.key, on: ground)),
          Span(
            Fit.padded(view.name, to: names) + "  ", Style(index == model.currentView ? .title : .text, on: ground)),
          Span(
            String(repeating: " ", count: max(0, 5 - count.text.count)) + count.text + "  ", Style(.accent, on: ground)),
          Span(detail(view, count, frame.glyphs), Style(count.isWrong ? .error : .muted, on: ground)),
        ], at: line.origin, maxWidth: line.columns - 2)
    }
    if viewport.thumb != nil { frame.scrollBar(at: inside.point(inside.columns - 1, 0), viewport) }
  }

  /// Lines that show at once.
  static func height(_ size: Size, _ count: Int) -> Int { max(1, min(count, size.rows - 6)) }

  private static func detail(_ view: SavedView, _ count: ViewCounts.Count, _ glyphs: Glyphs) -> String {
    if case .wrong(let error) = count { return error.sentence(in: view.filter) }
    let order = view.sorting.isStandard ? "" : "  by \(view.sortedBy.name)\(view.sorting.arrow(glyphs))"
    return view.filterShown + order
  }
}

extension ViewCounts.Count {
  fileprivate var isWrong: Bool {
    if case .wrong = self { return true }
    return false
  }
}
