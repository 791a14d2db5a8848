import EscalationDomain
import Screen

/// What the whole board comes to, in two lines.
struct BoardHeader {
  let model: Model

  func draw(in rect: Rect, on frame: inout Frame) {
    frame.fill(rect, Style(.header))
    let time = model.now.dayAndTime(in: model.viewer.zone)
    let shown = rect.columns < 100 ? String(time.suffix(5)) : time.withoutYear
    let clock = [Span("\(shown) ", Style(.title, on: .header)), zoneName]
    drawLine(0, left: bands(frame.glyphs), right: clock, in: rect, on: &frame)
    drawLine(1, left: alarms, right: state, in: rect, on: &frame)
  }

  private var zoneName: Span { Span(model.viewer.zone.shortName, Style(.muted, on: .header)) }

  /// Pieces from the left as long as whole ones fit beside what stands at the right.
  private func drawLine(_ row: Int, left: [Line], right: Line, in rect: Rect, on frame: inout Frame) {
    let taken = right.reduce(0) { $0 + Width.of($1.text) } + 3
    var column = 1
    for piece in left {
      let width = piece.reduce(0) { $0 + Width.of($1.text) }
      guard column + width <= rect.columns - taken else { break }
      column += frame.write(piece, at: rect.point(column, row)) + 3
    }
    frame.write(right, endingAt: rect.endColumn - 1, row: rect.row + row)
  }

  private func bands(_ glyphs: Glyphs) -> [Line] {
    let title = Span("warroom", Style(.title, on: .header))
    guard let totals = model.board.totals else { return [[title]] }
    let open: Line = [Span("\(totals.open)", Style(.title, on: .header)), Span(" open", Style(.muted, on: .header))]
    return [[title], open]
      + totals.bands.map { band in
        let style = Style(.band(band.band), on: .header)
        let grades = band.grades.prefix(3).joined(separator: " ") + (band.grades.count > 3 ? " …" : "")
        return [
          Span("\(glyphs.band(band.band)) \(band.count)", style.adding(.bold)),
          Span(" \(grades)", Style(.muted, on: .header)),
        ]
      }
  }

  private var alarms: [Line] {
    guard let totals = model.board.totals else { return [] }
    let quiet = Style(.muted, on: .header)
    func count(_ number: Int, _ words: String, _ role: Role) -> Line {
      number == 0 ? [Span("0 \(words)", quiet)] : [Span(" \(number) \(words) ", Style(role, on: .header))]
    }
    var pieces = [
      count(totals.breached, "breached", .breached),
      totals.dueWithinHour == 0
        ? [Span("0 due within the hour", quiet)]
        : [Span("\(totals.dueWithinHour) due within the hour", Style(.dueSoon, on: .header))],
    ]
    if totals.paused > 0 { pieces.append([Span("\(totals.paused) paused", quiet)]) }
    let money = totals.atRisk.amounts.map(\.short)
    if !money.isEmpty {
      pieces.append([Span("at risk ", quiet), Span(money[0], Style(.title, on: .header))])
      pieces += money.dropFirst().map { [Span($0, Style(.title, on: .header))] }
    }
    return pieces
  }

  private var state: Line {
    if case .failed = model.board.reading, model.board.isLoaded {
      return [Span("store unreachable, \(asOf)", Style(.error, on: .header))]
    }
    var line: Line = []
    if case .readOnly = model.access { line.append(Span("read only  ", Style(.warning, on: .header))) }
    return line + [Span(asOf, Style(.muted, on: .header))]
  }

  private var asOf: String {
    guard let checked = model.board.checked else { return "no data yet" }
    return "data as of \(checked.brief(in: model.viewer.zone, now: model.now))"
  }
}

extension String {
  /// `Tue 2026-03-03 14:05` as `Tue 03-03 14:05`: today's year is known.
  fileprivate var withoutYear: String {
    let parts = split(separator: " ")
    guard parts.count == 3 else { return self }
    return "\(parts[0]) \(parts[1].dropFirst(5)) \(parts[2])"
  }
}
