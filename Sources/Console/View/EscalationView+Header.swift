import EscalationDomain
import Screen

/// The head of the place: what it is, whose, and how it stands.
extension EscalationView {
  func drawHeader(on frame: inout Frame) {
    let rect = layout.header
    frame.fill(rect, Style(.header))
    let quiet = Style(.muted, on: .header)
    let clock = "\(Instant.clock(model.viewer.zone.local(model.now).secondOfDay)) \(model.viewer.zone.shortName)"
    frame.write([Span(clock, quiet)], endingAt: rect.endColumn - 1, row: rect.row)
    let position = model.position(of: place.id)
    frame.write([Span(position, quiet)], endingAt: rect.endColumn - 1, row: rect.row + 1)
    let room = rect.columns - 3
    guard let subject = model.subject else {
      frame.write(place.id.text, at: rect.point(1, 0), Style(.title, on: .header), maxWidth: room - Width.of(clock) - 2)
      return
    }
    let band = record?.escalation.band ?? model.board.row(place.id)?.band ?? 4
    let grade = grades(subject)
    frame.write(
      [
        Span("\(frame.glyphs.band(band)) \(grade)  ", Style(.band(band), on: .header, .bold)),
        Span("\(subject.id)  ", quiet), Span(subject.title, Style(.title, on: .header)),
      ], at: rect.point(1, 0), maxWidth: room - Width.of(clock) - 2)
    frame.write(account(subject), at: rect.point(1, 1), maxWidth: room - Width.of(position) - 2)
    frame.write(standing(subject), at: rect.point(1, 2), maxWidth: room)
  }

  private func grades(_ subject: Subject) -> String {
    guard let record = record?.escalation else { return model.board.row(place.id)?.grade ?? subject.severity ?? "-" }
    let stage = GradeLabel(severity: nil, level: nil, stage: record.stage)?.short
    let grades = [record.severity, record.level, stage].compactMap { $0 }
    return grades.isEmpty ? "-" : grades.joined(separator: " ")
  }

  private func account(_ subject: Subject) -> [Span] {
    let plain = Style(.header)
    guard let record = record?.escalation else { return [Span(subject.account, plain)] }
    let facts = record.account
    var spans = [Span([facts.name, facts.segment, facts.arr?.short].compactMap { $0 }.joined(separator: " · "), plain)]
    if let renewal = facts.renewal {
      let days = renewal - model.viewer.zone.local(model.now).date
      let words = days < 0 ? "(over)" : days == 0 ? "(today)" : "(in \(days)d)"
      spans.append(Span(" · renews \(renewal) ", plain))
      spans.append(Span(words, Style(days <= 30 ? .warning : .muted, on: .header)))
    }
    if let qbr = facts.qbr { spans.append(Span(" · QBR \(qbr)", plain)) }
    return spans
  }

  private func standing(_ subject: Subject) -> [Span] {
    let quiet = Style(.muted, on: .header)
    let plain = Style(.header)
    let zone = model.viewer.zone
    var spans = [
      Span("owner ", quiet),
      Span(subject.owner ?? "nobody", subject.owner == nil ? Style(.warning, on: .header) : plain),
      Span(" · ", quiet),
    ]
    guard let record = record?.escalation else { return spans + [Span(subject.status.rawValue, plain)] }
    switch record.condition {
    case .paused(let pause, let since):
      let until = pause.until.map { " until \($0.brief(in: zone, now: model.now))" } ?? ""
      spans.append(
        Span("paused \(since.brief(in: zone, now: model.now))\(until): \(pause.reason)", Style(.paused, on: .header)))
    case .open: spans.append(Span(subject.status.rawValue, plain))
    case .resolved(let at), .closed(_, let at), .cancelled(let at):
      spans.append(Span("\(subject.status.rawValue) \(at.words(in: zone))", Style(.success, on: .header)))
    }
    let age = DurationText.minutes(max(0, model.now - record.opened))
    spans.append(Span(" · opened \(record.opened.dayAndTime(in: zone)), \(age) ago", quiet))
    if let needed = record.neededBy {
      spans.append(Span(" · needed by \(needed.brief(in: zone, now: model.now))", quiet))
    }
    return spans
  }
}
