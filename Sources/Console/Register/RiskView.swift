import EscalationDomain
import Screen

/// A risk with every field and all that happened to it.
struct RiskView {
  let model: Model
  let panel: RiskPanel

  static func height(_ size: Size) -> Int { max(1, size.rows - 4) }
  static func width(_ size: Size) -> Int { max(20, min(140, size.columns - 4)) }

  func draw(on frame: inout Frame) {
    let (header, rest) = frame.bounds.split(top: 2)
    frame.fill(header, Style(.header))
    let row = panel.row
    let score: Line = [
      Span("score \(row.inherent)", Style(.title, on: .header)),
      Span(row.residual.map { ", \($0) left" } ?? "", Style(.muted, on: .header)),
    ]
    let width = score.reduce(0) { $0 + Width.of($1.text) }
    frame.write(score, endingAt: header.endColumn - 1, row: header.row)
    frame.write(
      [
        Span("\(row.id.text)  ", Style(.label, on: .header)),
        Span("\(row.status.rawValue)  ", Style(row.status == .open ? .accent : .muted, on: .header)),
        Span(row.account, Style(.title, on: .header)),
      ], at: header.point(1, 0), maxWidth: header.columns - width - 4)
    frame.write(row.title, at: header.point(1, 1), Style(.text, on: .header), maxWidth: header.columns - 2)
    let area = rest.split(top: 1).rest.split(bottom: 1).rest
    let text = Rect(column: 2, row: area.row, columns: RiskView.width(frame.size), rows: area.rows)
    frame.draw(lines(width: text.columns), in: text, offset: panel.offset)
  }

  func lines(width: Int) -> [Line] {
    guard let file = panel.file else { return [[Span("reading …", .muted)]] }
    // The last two cells are the scroll bar's.
    let width = width - 2
    var lines: [Line] = []
    for (name, value) in facts(file) {
      guard let value else { continue }
      lines += wrapped(labelled(name, to: 14), value, .text, width: width)
    }
    lines += [[], [Span("What happened", .label)]]
    for entry in file.entries.reversed() {
      let when = Fit.padded(entry.occurred.brief(in: model.viewer.zone, now: model.now), to: 12)
      let why = entry.why.map { ": \($0)" } ?? ""
      lines += wrapped(
        [Span(when, .muted), Span("\(entry.actor)  ", .label)], file.risk.log.sentence(entry) + why,
        Style(.text), width: width)
    }
    return lines
  }

  private func facts(_ file: RiskFile) -> [(String, String?)] {
    let entry = file.risk.entry
    let zone = model.viewer.zone
    let status: String =
      switch file.risk.condition {
      case .open: "open"
      case .promoted(let id, let stamp): "became \(id), \(stamp.at.words(in: zone))"
      case .closed(let stamp):
        "closed \(stamp.at.words(in: zone))" + (stamp.why.map { ": \($0)" } ?? "")
          + (file.risk.escalation.map { ", was promoted to \($0) before" } ?? "")
      }
    let overdue = file.risk.isReviewOverdue(today: file.today) ? ", overdue" : ""
    return [
      ("Account", entry.account), ("Status", status), ("Owner", entry.owner ?? "nobody"),
      ("Score", "\(entry.inherent): likelihood \(entry.likelihood) × impact \(entry.impactScore)"),
      ("Residual", entry.residual.map { "\($0) once the response works" }), ("Category", entry.category),
      ("Description", entry.description), ("Cause", entry.cause), ("Signal", entry.signal), ("Would do", entry.impact),
      ("Response", entry.response?.rawValue), ("If it comes", entry.contingency),
      ("ARR exposed", entry.arrExposed?.description), ("Identified", "\(entry.identifiedOn) by \(entry.identifiedBy)"),
      ("Next look", entry.nextReview.map { "\($0)\(overdue)" } ?? "none planned"),
    ]
  }
}
