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
    let first = RoomHeader.fitting(standings, rect.columns - 2)
    frame.write(first.left, at: rect.point(1, 0), maxWidth: rect.columns - 2)
    frame.write(first.right, endingAt: rect.endColumn - 1, row: rect.row)
    let second = RoomHeader.fitting(seconds, rect.columns - 2)
    let width = second.right.width
    frame.write(second.left, at: rect.point(1, 1), maxWidth: rect.columns - 2 - (width > 0 ? width + 2 : 0))
    frame.write(second.right, endingAt: rect.endColumn - 1, row: rect.row + 1)
    drawParts(in: rect.line(2), on: &frame)
  }

  // MARK: What has room

  private typealias Halves = (left: Line, right: Line)

  /// The first that fits, each saying less than the one before it; else the last.
  private static func fitting(_ choices: [Halves], _ columns: Int) -> Halves {
    func fits(_ halves: Halves) -> Bool {
      halves.left.width + halves.right.width + (halves.right.isEmpty ? 0 : 2) <= columns
    }
    return choices.first(where: fits) ?? choices.last ?? ([], [])
  }

  /// How much of itself the first line says.
  private enum Wording: CaseIterable {
    case full, shortTitle, shortTimes, noZone, noTitle
  }

  private var standings: [Halves] {
    Wording.allCases.map { wording in
      let isShort = wording == .shortTimes || wording == .noZone || wording == .noTitle
      let gap = isShort ? "  " : "   "
      let title: Line =
        wording == .noTitle
        ? [] : [Span("War room", Style(.title, on: .header))] + (wording == .full ? id : [])
      var left: Line = []
      for piece in [title, replay] + standing(isShort: isShort) where !piece.isEmpty {
        left += (left.isEmpty ? [] : [Span(gap, Self.quiet)]) + piece
      }
      let isBare = wording == .noZone || wording == .noTitle
      let zoneName: Line = isBare ? [] : [Span(" \(zone.shortName)", Self.quiet)]
      let clock = [Span(time, Style(.title, on: .header))] + zoneName
      let news = arrivals(isShort: isShort)
      return (left, news + (news.isEmpty ? [] : [Span(gap, Self.quiet)]) + clock)
    }
  }

  private var zone: Zone { model.viewer.zone }
  private var time: String {
    model.viewer.isReplay ? model.now.dayAndTime(in: zone) : Instant.clock(zone.local(model.now).secondOfDay)
  }
  private var id: Line { state.room.map { [Span(" \($0.id)", Self.quiet)] } ?? [] }

  /// A past moment is no meeting that goes on.
  private var replay: Line { model.viewer.isReplay ? [Span("replay", Style(.warning, on: .header, .bold))] : [] }

  /// `item 2 of 7`, `this 3:20/5:00`, `all 12:34/30:00`.
  private func standing(isShort: Bool) -> [Line] {
    guard let file = state.file else { return [] }
    let room = file.room
    let now = model.now
    switch room.condition {
    case .planned:
      return [[Span("not started", Self.plain), Span(", \(file.items.count) on the agenda", Self.quiet)]]
    case .adjourned(let since):
      return [[Span("break since \(since.brief(in: zone, now: now))", Style(.warning, on: .header))]]
    case .ended(let at): return [[Span("ended \(at.brief(in: zone, now: now))", Self.plain)]]
    case .running:
      var pieces: [Line] = []
      let agenda = room.agenda
      if let current = room.current, let place = agenda.firstIndex(of: current) {
        let name = isShort ? "" : "item "
        pieces.append([Span("\(name)\(place + 1) of \(agenda.count)", Style(.title, on: .header))])
        if let box = room.timebox {
          pieces.append(
            [Span("this ", Self.quiet)] + timebox(room.spent(on: current, now: now), box.each, isShort: isShort))
        }
      } else {
        pieces.append([Span("nothing is before the room", Self.quiet)])
      }
      if let box = room.timebox, let lasted = room.lasted(now: now) {
        pieces.append([Span("all ", Self.quiet)] + timebox(lasted, box.all, isShort: isShort))
      }
      return pieces
    }
  }

  /// Past its end it says so in another colour, and no louder.
  private func timebox(_ seconds: Int64, _ minutes: Int, isShort: Bool) -> Line {
    let isOver = seconds > Int64(minutes) * 60
    return [
      Span(seconds.stopwatch, Style(isOver ? .warning : .title, on: .header)),
      Span((isShort ? "/\(minutes)" : "/\(minutes):00") + (isOver ? " over" : ""), Self.quiet),
    ]
  }

  /// What came up since the start, by the gravest: `P1 and 2 more came up`.
  private func arrivals(isShort: Bool) -> Line {
    guard let file = state.file, !file.room.isOver, let first = file.arrivals.min(by: { $0.row.band < $1.row.band })
    else { return [] }
    let more = file.arrivals.count - 1
    let others = more == 0 ? "" : isShort ? " +\(more)" : " and \(more) more"
    return [Span("\(first.row.grade)\(others) came up", Style(.warning, on: .header, .bold))]
  }

  // MARK: Who leads

  /// Who leads, what the session looks back and ahead to, and how the whole board stands.
  private var seconds: [Halves] {
    guard let file = state.file else { return [] }
    if case .failed(let sentence, _) = state.reading { return [([Span(sentence, Style(.error, on: .header))], [])] }
    let (who, roles) = (leader(file.room), roles(file.room))
    let now = model.now
    let since = "since \(file.window.since.brief(in: zone, now: now))"
    let window: Line = [Span("\(since) · until \(file.window.until.brief(in: zone, now: now))", Self.quiet)]
    func joined(_ parts: [Line]) -> Line {
      Array(parts.filter { !$0.isEmpty }.joined(separator: [Span(" · ", Self.quiet)]))
    }
    let full = joined([who, roles, window])
    let short = joined([who, [Span(since, Self.quiet)]])
    let counts = board(isShort: true)
    return [
      (full, board(isShort: false)), (full, counts), (joined([who, window]), counts), (short, counts), (full, []),
      (joined([who, window]), []),
    ]
  }

  private func leader(_ room: Room) -> Line {
    guard room.started != nil, !room.isOver else { return [] }
    guard let driver = room.driver else { return [Span("nobody leads", Style(.warning, on: .header))] }
    if model.viewer.isReplay { return [Span("\(driver.name) leads", Self.plain)] }
    let isHere = driver.name == model.viewer.actor && driver.console == model.console
    let who = isHere ? "you lead" : driver.name == model.viewer.actor ? "you lead elsewhere" : "\(driver.name) leads"
    return [Span(who, isHere ? Self.plain : Style(.accent, on: .header))]
  }

  private func roles(_ room: Room) -> Line {
    guard room.started != nil, !room.isOver else { return [] }
    let here = room.attendance.filter { $0.state == .present }.count
    let parts =
      (here > 0 ? ["\(here) here"] : []) + room.roles.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return parts.isEmpty ? [] : [Span(parts.joined(separator: " · "), Self.quiet)]
  }

  /// `3 breached  1 due within the hour`, of the whole board.
  private func board(isShort: Bool) -> Line {
    guard let totals = model.board.totals else { return [] }
    let breached: Span =
      totals.breached == 0
      ? Span("0 breached", Self.quiet) : Span(" \(totals.breached) breached ", Style(.breached, on: .header))
    let due = "\(totals.dueWithinHour) \(isShort ? "due in 1h" : "due within the hour")"
    return [
      Span(isShort ? "" : "board ", Self.quiet), breached, Span("  ", Self.quiet),
      Span(due, totals.dueWithinHour == 0 ? Self.quiet : Style(.dueSoon, on: .header)),
    ]
  }

  // MARK: Parts

  private func drawParts(in line: Rect, on frame: inout Frame) {
    let counts = state.looks.map { count($0) }
    let whole = zip(state.looks, counts).reduce(0) { $0 + Width.of($1.0.title) + Width.of($1.1.whole) + 3 }
    var column = 1
    for (look, count) in zip(state.looks, counts) {
      let isHere = look == state.look
      let title = look.title + (whole <= line.columns ? count.whole : count.short)
      let place = line.point(column, 0)
      let room = max(0, line.columns - column)
      // What fills a part up is plain: where labels are underlined, the line ends with the word.
      let style = isHere ? Style(.title, on: .selection) : Style(.label)
      let blank = Span(" ", isHere ? style : Style(.text))
      let used = frame.write([blank, Span(title, style), blank], at: place, maxWidth: room)
      frame.mark(Rect(column: place.column, row: place.row, columns: used, rows: 1), as: Clickable.part(look))
      column += used + 1
    }
  }

  private func count(_ look: RoomState.Look) -> (whole: String, short: String) {
    guard let file = state.file else { return ("", "") }
    switch look {
    case .agenda:
      let room = file.room
      guard room.started != nil else { return (" \(file.items.count)", " \(file.items.count)") }
      let left = room.agenda.count - room.agenda.filter(room.discussed.contains).count
      return (" \(left) left", " \(left)")
    case .since: return (" \(file.news.records.count)", " \(file.news.records.count)")
    case .checklist: return (" \(file.checklist.openCount)", " \(file.checklist.openCount)")
    case .meeting, .minutes: return ("", "")
    }
  }
}

extension Line {
  /// Cells that it takes.
  var width: Int { reduce(0) { $0 + Width.of($1.text) } }
}

extension Int64 {
  /// `3:20`, `1:04:09`: a length of time that runs, from seconds.
  var stopwatch: String {
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (self / 3600, self / 60 % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(self % 60))" : "\(minutes):\(two(self % 60))"
  }
}
