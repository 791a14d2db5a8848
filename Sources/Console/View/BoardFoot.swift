import EscalationDomain
import Screen

/// What a narrow board has no column for, of the selected row: the id that people and commands call it by, its clock's
/// deadline in full, and the title as far as it goes.
struct BoardFoot {
  let model: Model

  func draw(in rect: Rect, on frame: inout Frame) {
    frame.fill(rect, Style(.header))
    guard model.board.shown.indices.contains(model.board.cursor) else { return }
    let row = model.board.row(at: model.board.cursor)
    let quiet = Style(.muted, on: .header)
    frame.write(
      [Span(row.id.text, Style(.title, on: .header)), Span("  \(due(row))  ", Style(.text, on: .header))] + today(row)
        + [Span("\(row.account) · \(row.title)", quiet)], at: rect.point(1, 0), maxWidth: rect.columns - 2)
  }

  /// `3 open today`, as a warning where some were open on an earlier day already.
  private func today(_ row: BoardRow) -> [Span] {
    guard let count = model.day[row.id], count.open > 0 else { return [] }
    return [Span("\(count.open) open today  ", Style(count.carried > 0 ? .warning : .text, on: .header))]
  }

  private func due(_ row: BoardRow) -> String {
    let zone = model.viewer.zone
    if row.status == .paused {
      return row.pausedUntil.map { "paused until \($0.dayAndTime(in: zone))" } ?? "paused"
    }
    guard let clock = row.clock else { return "no clock runs" }
    return clock.deadline.map { "due \($0.dayAndTime(in: zone))" } ?? "no deadline yet"
  }
}
