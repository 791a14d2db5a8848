import EscalationDomain
import Screen

/// What all plans come to, in two lines.
struct PlansHeader {
  let model: Model

  private static let quiet = Style(.muted, on: .header)

  func draw(in rect: Rect, on frame: inout Frame) {
    frame.fill(rect, Style(.header))
    let zone = model.viewer.zone
    let time = model.now.dayAndTime(in: zone)
    let clock = rect.columns < 100 ? String(time.suffix(5)) : time
    drawLine(
      0, left: counts, right: [Span("\(clock) ", Style(.title, on: .header)), Span(zone.shortName, Self.quiet)],
      in: rect, on: &frame)
    drawLine(1, left: alarms, right: state(rect), in: rect, on: &frame)
  }

  private func drawLine(_ row: Int, left: [Line], right: Line, in rect: Rect, on frame: inout Frame) {
    frame.write(right, endingAt: rect.endColumn - 1, row: rect.row + row)
    let end = rect.columns - 2 - right.reduce(0) { $0 + Width.of($1.text) }
    var column = 1
    for piece in left {
      let width = piece.reduce(0) { $0 + Width.of($1.text) }
      guard column + width <= end else { return }
      column += frame.write(piece, at: rect.point(column, row)) + 3
    }
  }

  private var counts: [Line] {
    let title: Line = [Span("Plans", Style(.title, on: .header))]
    guard let counts = model.plans.counts else { return [title] }
    var pieces: [Line] = [title, number(counts.open, "open", .title), number(counts.done, "done", .met)]
    if model.plans.look == .list, model.plans.scope != .open {
      pieces.append([Span(model.plans.scope == .all ? "open and done" : "done alone", Style(.accent, on: .header))])
    }
    return pieces
  }

  private var alarms: [Line] {
    guard let counts = model.plans.counts else { return [] }
    return [
      counts.overdue == 0
        ? [Span("0 overdue", Self.quiet)] : [Span(" \(counts.overdue) overdue ", Style(.breached, on: .header))],
      number(counts.today, "due today", .dueSoon), number(counts.thisWeek, "due this week", .title),
    ]
  }

  private func number(_ count: Int, _ word: String, _ role: Role) -> Line {
    count == 0
      ? [Span("0 \(word)", Self.quiet)] : [Span("\(count)", Style(role, on: .header)), Span(" \(word)", Self.quiet)]
  }

  private func state(_ rect: Rect) -> Line {
    let checked = model.plans.checked.map { $0.brief(in: model.viewer.zone, now: model.now) }
    let asOf = checked.map { "\(rect.columns < 100 ? "" : "data ")as of \($0)" } ?? "no data yet"
    if model.plans.isStale { return [Span("store unreachable, \(asOf)", Style(.error, on: .header))] }
    var line: Line = []
    if case .readOnly = model.access { line.append(Span("read only  ", Style(.warning, on: .header))) }
    return line + [Span(asOf, Self.quiet)]
  }
}
