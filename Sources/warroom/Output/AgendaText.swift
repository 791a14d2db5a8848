import EscalationDomain
import Interchange

/// An agenda and the news of a room as text to read in a terminal or to paste.
struct AgendaText {
  let zone: Zone

  func lines(_ agenda: Agenda) -> [String] {
    let now = agenda.asOf
    guard !agenda.items.isEmpty || !agenda.skipped.isEmpty else {
      return ["nothing asks for the room until \(agenda.window.until.words(in: zone))"]
    }
    let width = String(agenda.items.count).count
    var lines = [
      "Agenda \(now.words(in: zone)), until \(agenda.window.until.words(in: zone))", "",
    ]
    for (index, item) in agenda.items.enumerated() {
      let number = String(index + 1)
      let pad = String(repeating: " ", count: width - number.count)
      lines.append("\(pad)\(number)  \(AgendaText.head(item.row))")
      for reason in item.reasons {
        lines.append(String(repeating: " ", count: width + 2) + "- \(reason.sentence(zone: zone, now: now))")
      }
    }
    if !agenda.skipped.isEmpty {
      lines += ["", "Skipped"]
      for skipped in agenda.skipped {
        lines.append("- \(AgendaText.head(skipped.item.row)): \(skipped.stamp.why ?? "") (\(skipped.stamp.by))")
      }
    }
    return lines
  }

  func lines(_ news: RoomNews) -> [String] {
    let tally = news.tally
    var lines = ["Since \(news.since.words(in: zone)), as of \(news.asOf.words(in: zone))"]
    lines.append(tally.isEmpty ? "nothing happened" : tally.joined(separator: ", "))
    lines.append("at risk \(news.atRiskBefore.words) → \(news.atRiskNow.words)")
    for record in news.records {
      lines += ["", AgendaText.head(record.row)]
      lines += record.changes.map { "  - \($0.sentence(zone: zone, now: news.asOf))" }
    }
    return lines
  }

  static func head(_ row: BoardRow) -> String {
    "\(row.grade)  \(row.id)  \(row.account): \(row.title) (\(row.owner ?? "nobody"))"
  }
}
