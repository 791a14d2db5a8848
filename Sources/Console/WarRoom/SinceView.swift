import EscalationDomain
import Screen

/// What changed since the session before: for the whole board, and for each escalation.
struct SinceView {
  let model: Model
  let file: RoomFile

  func draw(in body: Rect, on frame: inout Frame) {
    let (top, list) = body.split(top: 3)
    let news = file.news
    let since = news.since.words(in: model.viewer.zone)
    frame.write([Span("Since \(since)", .label)], at: top.point(1, 0), maxWidth: top.columns - 2)
    frame.write(tally, at: top.point(1, 1), maxWidth: top.columns - 2)
    if news.records.isEmpty {
      return RoomView.drawEmpty("Nothing changed", "No escalation is other than it was then.", in: list, on: &frame)
    }
    frame.draw(
      rows(width: list.columns - 4, frame.glyphs), in: list, selected: model.room.cursor(.since), hasKeys: true)
  }

  /// `3 opened, 2 resolved, 1 breached · at risk EUR 833k, was EUR 700k`.
  private var tally: Line {
    let news = file.news
    var line: Line = [
      Span("\(news.opened)", .title), Span(" opened   ", .muted), Span("\(news.resolved)", .title),
      Span(" resolved   ", .muted), Span("\(news.breached)", news.breached == 0 ? Style(.title) : Style(.error)),
      Span(" breached   ", .muted),
    ]
    if news.reopened > 0 { line += [Span("\(news.reopened)", .title), Span(" reopened   ", .muted)] }
    line += [Span("\(news.updates)", .title), Span(" updates   ", .muted)]
    line += [Span("at risk ", .muted), Span(amounts(news.atRiskNow), .title), Span(", was ", .muted)]
    line.append(Span(amounts(news.atRiskBefore), Style.text))
    return line
  }

  private func amounts(_ totals: MoneyTotals) -> String {
    let shown = totals.amounts.prefix(3).map(\.short)
    let more = totals.amounts.count - shown.count
    return shown.isEmpty ? "nothing" : shown.joined(separator: " + ") + (more > 0 ? " + \(more) more" : "")
  }

  private func rows(width: Int, _ glyphs: Glyphs) -> [ItemRow] {
    let text = RoomText(model: model, file: file)
    return file.news.records.enumerated().flatMap { index, record -> [ItemRow] in
      let head = RoomView.lead(record.row, glyphs) + [Span("  \(record.row.title)", .muted)]
      let changes = text.changes(record.id, width: width - 4, glyphs).map { [Span("    ")] + $0 }
      return ([head] + changes).map { ItemRow(line: $0, item: index) }
    }
  }
}
