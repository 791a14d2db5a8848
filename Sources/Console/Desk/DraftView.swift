import EscalationDomain
import Screen

/// The list of drafts, with the text of the one under the cursor below it.
enum DraftView {
  static func draw(_ model: Model, _ panel: DraftPanel, on frame: inout Frame) {
    let drafts = model.listedDrafts
    let size = Size(
      columns: min(100, frame.size.columns - 4), rows: min(max(12, drafts.count + 10), frame.size.rows - 3))
    let inside = frame.dialog(size, title: "Begun and not saved")
    let height = min(drafts.count, max(3, inside.rows / 2))
    let (list, rest) = inside.split(top: height)
    let viewport = Viewport(height: list.rows, count: drafts.count, selected: panel.highlighted, margin: 1)
    for (row, index) in viewport.visible.enumerated() {
      frame.mark(list.line(row), as: Clickable.line(index))
      draw(drafts[index], model, isHighlighted: index == panel.highlighted, in: list.line(row), on: &frame)
    }
    frame.scrollBar(at: list.point(list.columns - 1, 0), viewport)
    if drafts.indices.contains(panel.highlighted), rest.rows > 1 {
      frame.rule(from: rest.point(0, 0), length: rest.columns)
      let lines = text(of: drafts[panel.highlighted].draft, width: rest.columns)
      for (row, line) in lines.prefix(rest.rows - 1).enumerated() {
        frame.write(line, at: rest.point(0, row + 1), maxWidth: rest.columns)
      }
    }
    frame.lift(inside, to: .dialog)
  }

  private static func draw(
    _ entry: (id: String, draft: SavedDraft), _ model: Model, isHighlighted: Bool, in line: Rect, on frame: inout Frame
  ) {
    let ground: Role = isHighlighted ? .selection : .text
    if isHighlighted {
      frame.fill(line, Style(.text, on: ground))
      frame.rest = line.origin
    }
    let draft = entry.draft
    let when = Instant(draft.changed).brief(in: model.viewer.zone, now: model.now)
    frame.write(
      [
        Span("\(isHighlighted ? String(frame.glyphs.pointer) : " ") ", Style(.accent, on: ground)),
        Span(Fit.padded(when, to: 11), Style(.muted, on: ground)),
        Span(model.isOwn(entry.id) ? "" : "before  ", Style(.label, on: ground)),
        Span(model.isOffBoard(draft) ? "off the board  " : "", Style(.warning, on: ground)),
        Span(draft.title, Style(isHighlighted ? .title : .text, on: ground)),
      ], at: line.origin, maxWidth: line.columns - 1)
  }

  /// Each field that holds something, under its name.
  static func text(of draft: SavedDraft, width: Int) -> [Line] {
    var lines: [Line] = []
    if let many = draft.many?.joined(separator: " · ") {
      lines += wrapped(labelled("for", to: 14), many, .text, width: width)
    }
    for (key, text) in draft.texts.sorted(by: { $0.key < $1.key }) {
      lines += wrapped(labelled(words(key), to: 14), text, .text, width: width)
    }
    if let subject = draft.subject { lines += wrapped(labelled("subject", to: 14), subject, .text, width: width) }
    if let body = draft.body { lines += Wrap.lines(body, width: width).map { [Span($0)] } }
    return lines
  }

  /// `field("brought_in")` is “brought in”, `rootCause` “root cause”.
  private static func words(_ key: String) -> String {
    let name = key.hasPrefix("field(\"") ? String(key.dropFirst(7).dropLast(2)).replacing("_", with: " ") : key
    return name.reduce(into: "") { $0 += $1.isUppercase ? " \($1.lowercased())" : String($1) }
  }
}
