import EscalationDomain
import Screen

/// How a session stands, in two lines, and its parts.
struct RoomHeader {
  let model: Model

  private var state: RoomState { model.room }
  private static let quiet = Style(.muted, on: .header)
  private static let plain = Style(.header)

  func draw(in rect: Rect, on frame: inout Frame) {
    frame.fill(rect.split(top: 2).top, Style(.header))
    let zone = model.viewer.zone
    let time = "\(Instant.clock(zone.local(model.now).secondOfDay)) "
    let right: Line = [Span(time, Style(.title, on: .header)), Span(zone.shortName, Self.quiet)]
    frame.write(right, endingAt: rect.endColumn - 1, row: rect.row)
    let room = rect.columns - 3 - right.reduce(0) { $0 + Width.of($1.text) }
    frame.write(standing, at: rect.point(1, 0), maxWidth: room)
    frame.write(second, at: rect.point(1, 1), maxWidth: rect.columns - 2)
    drawParts(in: rect.line(2), on: &frame)
  }

  /// `War room 2026-03-02   2 of 7   this 3:20/5:00   all 12:34/30:00`.
  private var standing: Line {
    var line: Line = [Span("War room", Style(.title, on: .header))]
    guard let file = state.file else { return line }
    let room = file.room
    line.append(Span(" \(room.id)", Self.quiet))
    let now = model.now
    switch room.condition {
    case .planned:
      line += [Span("   not started", Self.plain), Span(", \(file.items.count) on the agenda", Self.quiet)]
    case .adjourned(let since):
      line.append(Span("   break since \(since.brief(in: model.viewer.zone, now: now))", Style(.warning, on: .header)))
    case .ended(let at): line.append(Span("   ended \(at.brief(in: model.viewer.zone, now: now))", Self.plain))
    case .running:
      let agenda = room.agenda
      if let current = room.current, let place = agenda.firstIndex(of: current) {
        line.append(Span("   \(place + 1) of \(agenda.count)", Style(.title, on: .header)))
        if let box = room.timebox {
          let spent = room.spent(on: current, now: now)
          line += [Span("   this ", Self.quiet)] + timebox(spent, box.each)
        }
      } else {
        line.append(Span("   nothing is before the room", Self.quiet))
      }
      if let box = room.timebox, let lasted = room.lasted(now: now) {
        line += [Span("   all ", Self.quiet)] + timebox(lasted, box.all)
      }
    }
    return line
  }

  /// Past its end it says so in another colour, and no louder.
  private func timebox(_ seconds: Int64, _ minutes: Int) -> Line {
    let isOver = seconds > Int64(minutes) * 60
    return [
      Span(seconds.stopwatch, Style(isOver ? .warning : .title, on: .header)),
      Span("/\(minutes):00" + (isOver ? " over" : ""), Self.quiet),
    ]
  }

  /// Who leads, or what the session looks back and ahead to.
  private var second: Line {
    guard let file = state.file else { return [] }
    let zone = model.viewer.zone
    let room = file.room
    if case .failed(let sentence, _) = state.reading { return [Span(sentence, Style(.error, on: .header))] }
    var line: Line = []
    if room.started != nil, !room.isOver {
      if let driver = room.driver {
        let isHere = driver.name == model.viewer.actor && driver.console == model.console
        let who =
          isHere ? "you lead" : driver.name == model.viewer.actor ? "you lead elsewhere" : "\(driver.name) leads"
        line.append(Span(who, isHere ? Self.plain : Style(.accent, on: .header)))
      } else {
        line.append(Span("nobody leads", Style(.warning, on: .header)))
      }
      let here = room.attendance.filter { $0.state == .present }.count
      if here > 0 { line.append(Span(" · \(here) here", Self.quiet)) }
      line += room.roles.sorted { $0.key < $1.key }.map { Span(" · \($0.key) \($0.value)", Self.quiet) }
      if !line.isEmpty { line.append(Span(" · ", Self.quiet)) }
    }
    line.append(
      Span(
        "since \(file.window.since.brief(in: zone, now: model.now)) · until "
          + file.window.until.brief(in: zone, now: model.now), Self.quiet))
    if !file.arrivals.isEmpty {
      line.append(Span(" · \(file.arrivals.count) came up since", Style(.warning, on: .header)))
    }
    return line
  }

  private func drawParts(in line: Rect, on frame: inout Frame) {
    var column = 1
    for look in state.looks {
      let isHere = look == state.look
      let title = " \(look.title)\(count(look)) "
      let place = line.point(column, 0)
      let used = frame.write(
        title, at: place, isHere ? Style(.title, on: .selection) : Style(.label),
        maxWidth: max(0, line.columns - column))
      frame.mark(Rect(column: place.column, row: place.row, columns: used, rows: 1), as: Clickable.part(look))
      column += used + 1
    }
  }

  private func count(_ look: RoomState.Look) -> String {
    guard let file = state.file else { return "" }
    switch look {
    case .agenda:
      let room = file.room
      return room.started == nil
        ? " \(file.items.count)" : " \(room.agenda.filter(room.discussed.contains).count)/\(room.agenda.count)"
    case .since: return " \(file.news.records.count)"
    case .checklist: return " \(file.checklist.openCount)"
    case .meeting, .minutes: return ""
    }
  }
}

extension Int64 {
  /// `3:20`, `1:04:09`: a length of time that runs, from seconds.
  var stopwatch: String {
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (self / 3600, self / 60 % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(self % 60))" : "\(minutes):\(two(self % 60))"
  }
}
