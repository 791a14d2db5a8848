import EscalationDomain
import Screen

/// What is asked of an escalation, with a cursor over its lines.
struct WorkPane {
  let model: Model
  let list: WorkList
  let cursor: WorkCursor

  func draw(in rect: Rect, hasKeys: Bool, on frame: inout Frame) {
    guard !list.items.isEmpty else {
      frame.write(
        "nothing is asked of it; T adds a task", at: rect.point(2, 0), Style(.muted), maxWidth: rect.columns - 2)
      return
    }
    let lines = WorkLines(list, zone: model.viewer.zone, now: model.now, width: min(110, rect.columns - 4))
    let chosen = lines.range(of: list.index(of: cursor))
    let viewport = Viewport(
      height: rect.rows, count: lines.rows.count, offset: 0, selected: chosen?.upperBound, margin: 1)
    for (row, index) in viewport.visible.enumerated() {
      let isSelected = hasKeys && (chosen?.contains(index) ?? false)
      draw(
        lines.rows[index], in: rect.line(row), isSelected: isSelected, isFirst: index == chosen?.lowerBound, on: &frame)
    }
    frame.scrollBar(at: rect.point(rect.columns - 1, 0), viewport)
  }

  private func draw(
    _ row: WorkLines.Row, in line: Rect, isSelected: Bool, isFirst: Bool, on frame: inout Frame
  ) {
    guard isSelected else {
      frame.write(row.line, at: line.point(row.item == nil ? 0 : 2, 0), maxWidth: line.columns - 4)
      return
    }
    frame.fill(line, Style(.text, on: .selection))
    if isFirst {
      frame.write(String(frame.glyphs.pointer), at: line.origin, Style(.accent, on: .selection))
      frame.rest = line.origin
    }
    let spans = row.line.map { Span($0.text, $0.style.on(.selection)) }
    frame.write(spans, at: line.point(2, 0), maxWidth: line.columns - 4)
  }
}

extension WorkList {
  /// Lines that items and headings take where none is wrapped.
  var lineCount: Int { items.count + sections.count }
}
