import EscalationDomain
import Screen

/// What changed since the session before: for the whole board, and for each escalation.
struct SinceView {
  let model: Model
  let file: RoomFile

  func draw(in body: Rect, on frame: inout Frame) {
    let (top, list) = body.split(top: body.rows >= 14 ? 4 : 3)
    let news = file.news
    let since = news.since.words(in: model.viewer.zone)
    let width = top.columns - 2
    frame.write([Span("Since \(since)", .label)], at: top.point(1, 0), maxWidth: width)
    frame.write(tally, at: top.point(1, 1), maxWidth: width)
    frame.write(atRisk(width), at: top.point(1, 2), maxWidth: width)
    if news.records.isEmpty {
      return RoomView.drawEmpty("Nothing changed", "No escalation is other than it was then.", in: list, on: &frame)
    }
    frame.draw(
      rows(width: list.columns - 4, frame.glyphs), in: list, selected: model.room.cursor(.since), hasKeys: true)
  }

  /// `3 opened   2 resolved   1 breached   4 updates`.
  private var tally: Line {
    let news = file.news
    func count(_ number: Int, _ word: String, _ style: Style = Style(.title)) -> Line {
      [Span("\(number)", style), Span(" \(word)   ", .muted)]
    }
    return count(news.opened, "opened") + count(news.resolved, "resolved")
      + count(news.breached, "breached", news.breached == 0 ? Style(.title) : Style(.error))
      + (news.reopened > 0 ? count(news.reopened, "reopened") : [])
      + count(news.updates, news.updates == 1 ? "update" : "updates")
  }

  /// `at risk EUR 833k + 2 more, was EUR 700k`: as many currencies as there is room for.
  private func atRisk(_ width: Int) -> Line {
    let most = max(file.news.atRiskNow.amounts.count, file.news.atRiskBefore.amounts.count)
    let choices = (0...most).reversed().map { shown -> Line in
      [
        Span("at risk ", .muted), Span(amounts(file.news.atRiskNow, shown), .title), Span(", was ", .muted),
        Span(amounts(file.news.atRiskBefore, shown), Style.text),
      ]
    }
    return choices.first { $0.width <= width } ?? choices.last ?? []
  }

  private func amounts(_ totals: MoneyTotals, _ count: Int) -> String {
    let shown = totals.amounts.prefix(count).map(\.short)
    let more = totals.amounts.count - shown.count
    if totals.amounts.isEmpty { return "nothing" }
    return (shown + (more > 0 ? [shown.isEmpty ? "\(more) currencies" : "\(more) more"] : [])).joined(separator: " + ")
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
