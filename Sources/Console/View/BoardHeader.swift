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
    drawLine(0, left: bands(frame.glyphs, room: room(beside: clock, in: rect)), right: clock, in: rect, on: &frame)
    drawLine(1, left: alarms(room: room(beside: state(rect), in: rect)), right: state(rect), in: rect, on: &frame)
  }

  private var zoneName: Span { Span(model.viewer.zone.shortName, Style(.muted, on: .header)) }

  /// Between pieces.
  private static let gap = 3

  private func room(beside right: Line, in rect: Rect) -> Int {
    rect.columns - 1 - BoardHeader.width([right]) - BoardHeader.gap
  }

  /// Cells that pieces take side by side.
  private static func width(_ pieces: [Line]) -> Int {
    pieces.reduce(-gap) { $0 + gap + $1.reduce(0) { $0 + Width.of($1.text) } }
  }

  private func drawLine(_ row: Int, left: [Line], right: Line, in rect: Rect, on frame: inout Frame) {
    var column = 1
    for piece in left { column += frame.write(piece, at: rect.point(column, row)) + BoardHeader.gap }
    frame.write(right, endingAt: rect.endColumn - 1, row: rect.row + row)
  }

  /// Counts by band. The grades' names give way before any count does.
  private func bands(_ glyphs: Glyphs, room: Int) -> [Line] {
    let title = Span("warroom", Style(.title, on: .header))
    guard let totals = model.board.totals else { return [[title]] }
    let open: Line = [Span("\(totals.open)", Style(.title, on: .header)), Span(" open", Style(.muted, on: .header))]
    let counts: [Line] = totals.bands.map { band in
      [Span("\(glyphs.band(band.band)) \(band.count)", Style(.band(band.band), on: .header, .bold))]
    }
    let named: [Line] = zip(counts, totals.bands).map { count, band in
      let grades = band.grades.prefix(3).joined(separator: " ") + (band.grades.count > 3 ? " …" : "")
      return count + [Span(" \(grades)", Style(.muted, on: .header))]
    }
    for pieces in [[[title], open] + named, [[title], open] + counts] where BoardHeader.width(pieces) <= room {
      return pieces
    }
    return [open] + counts
  }

  /// What is late, what soon will be, and the money at stake; what has no room is counted, never dropped in silence.
  private func alarms(room: Int) -> [Line] {
    guard let totals = model.board.totals else { return [] }
    let quiet = Style(.muted, on: .header)
    let amounts = totals.atRisk.amounts
    func urgent(_ due: String) -> [Line] {
      [
        totals.breached == 0
          ? [Span("0 breached", quiet)] : [Span(" \(totals.breached) breached ", Style(.breached, on: .header))],
        [Span("\(totals.dueWithinHour) \(due)", totals.dueWithinHour == 0 ? quiet : Style(.dueSoon, on: .header))],
      ]
    }
    var pieces = urgent("due within the hour")
    if BoardHeader.width(pieces + atRisk(amounts, showing: 0)) > room { pieces = urgent("due in 1h") }
    let paused: Line = [Span("\(totals.paused) paused", quiet)]
    if totals.paused > 0, BoardHeader.width(pieces + [paused] + atRisk(amounts, showing: min(1, amounts.count))) <= room
    {
      pieces.append(paused)
    }
    let most = (0...amounts.count).last { BoardHeader.width(pieces + atRisk(amounts, showing: $0)) <= room }
    return pieces + (most.map { atRisk(amounts, showing: $0) } ?? [[Span("at risk …", quiet)]])
  }

  /// `at risk EUR 833k   GBP 674k   +5 currencies`.
  private func atRisk(_ amounts: [Money], showing count: Int) -> [Line] {
    guard !amounts.isEmpty else { return [] }
    let quiet = Style(.muted, on: .header)
    let left = amounts.count - count
    var pieces: [Line] = amounts.prefix(count).map { [Span($0.short, Style(.title, on: .header))] }
    if left > 0 { pieces.append([Span(count == 0 ? "\(left) currencies" : "+\(left) more", quiet)]) }
    pieces[0].insert(Span("at risk ", quiet), at: 0)
    return pieces
  }

  private func state(_ rect: Rect) -> Line {
    let asOf = rect.columns < 100 ? self.asOf.replacing("data as of", with: "as of") : self.asOf
    if case .failed = model.board.reading, model.board.isLoaded {
      return [Span("store unreachable, \(asOf)", Style(.error, on: .header))]
    }
    var line: Line = []
    if let text = model.selectionText(isShort: rect.columns < 100) {
      let style = Style(.accent, on: .header, .bold)
      // A narrow line has no room for both.
      if rect.columns < 70 { return [Span("\(model.selection.count) selected", style)] }
      line.append(Span("\(text)  ", style))
    }
    if model.room.hasStarted {
      let runs = model.room.isRunning ? "war room runs" : "war room, a break"
      let text = rect.columns < 100 ? "war room" : runs
      line.append(Span("\(text) (\(model.keyName(.goRoom, in: .board)))  ", Style(.accent, on: .header)))
    }
    switch model.board.stance {
    case .normal: break
    case .follow: line.append(Span("following  ", Style(.accent, on: .header)))
    case .freeze:
      let new = model.board.held
      line.append(Span(new == 0 ? "frozen  " : "frozen · \(new) new  ", Style(.accent, on: .header)))
    }
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
