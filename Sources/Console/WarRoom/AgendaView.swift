import EscalationDomain
import Screen

/// What a session talks about, in its order, each with why; beside or below the list all of the selected one.
struct AgendaView {
  let model: Model
  let file: RoomFile

  func draw(in body: Rect, on frame: inout Frame) {
    let rows = rows(width: list(body).columns - 4, frame.glyphs)
    if rows.isEmpty {
      return RoomView.drawEmpty(
        "Nothing is on the agenda",
        "Nothing is due before the next session, and nothing breached since the last. "
          + "\(key(.addToAgenda)) puts an escalation on it.", in: body, on: &frame)
    }
    let list = list(body)
    frame.draw(rows, in: list, selected: model.room.cursor(.agenda), hasKeys: true)
    drawDetail(beside: list, in: body, on: &frame)
  }

  /// The list's share: beside the detail where it is wide, above it else.
  private func list(_ body: Rect) -> Rect {
    if body.columns >= 120 { return body.split(right: body.columns / 3).rest }
    let detail = min(10, body.rows / 2)
    return body.rows < 14 ? body : body.split(bottom: detail).rest
  }

  private func key(_ id: ConsoleCommand.ID) -> String { model.keyName(id, in: .room) }

  // MARK: Lines

  private func rows(width: Int, _ glyphs: Glyphs) -> [ItemRow] {
    var rows: [ItemRow] = []
    var index = 0
    func add(_ line: Line) {
      rows.append(ItemRow(line: line, item: index))
      index += 1
    }
    let columns = Columns(file, width: width, reasons: file.items.map { Width.of(reason($0)) }.max() ?? 0)
    for (place, item) in file.items.enumerated() { add(line(item, place + 1, columns, glyphs)) }
    if !file.arrivals.isEmpty {
      rows.append(
        ItemRow(
          line: [
            Span("Came up since the start", .label), Span("  \(key(.addToAgenda)) puts it on the agenda", .muted),
          ], item: nil))
      for item in file.arrivals { add(line(item, nil, columns, glyphs)) }
    }
    if !file.skipped.isEmpty {
      rows.append(
        ItemRow(
          line: [Span("Skipped", .label), Span("  \(key(.skipOnAgenda)) puts it back", .muted)], item: nil))
      for skipped in file.skipped { add(line(skipped, columns, glyphs)) }
    }
    return rows
  }

  private struct Columns {
    let grade: Int
    let id: Int
    let account: Int
    /// None where there is no room for them.
    let title: Int
    /// How many reasons more.
    let more = 3
    let left = 9
    let reason: Int

    /// - Parameter reasons: cells of the longest reason.
    init(_ file: RoomFile, width: Int, reasons: Int) {
      let all = file.items + file.arrivals + file.skipped.map(\.item)
      grade = 2 + min(8, all.map { Width.of($0.row.grade) }.max() ?? 0)
      id = max(3, all.map { Width.of($0.id.text) }.max() ?? 0)
      account = min(width < 90 ? 16 : 24, max(8, all.map { Width.of($0.row.account) }.max() ?? 0))
      let room = width - 3 - grade - id - account - more - left - 5
      let spare = room - min(reasons, 40) - 1
      title = width >= 100 && spare >= 16 ? spare : 0
      reason = max(8, title == 0 ? room : room - title - 1)
    }
  }

  private func line(_ item: Agenda.Item, _ place: Int?, _ columns: Columns, _ glyphs: Glyphs) -> Line {
    let room = file.room
    let now = model.now
    var mark = Span(Fit.padded(place.map { "\($0)" } ?? "", to: 2, .right), .muted)
    if room.current == item.id {
      // No bar: that is the cursor.
      mark = Span("\(glyphs.horizontal)\(glyphs.right)", Style(.accent, .bold))
    } else if room.discussed.contains(item.id) {
      mark = Span(" \(glyphs.check)", .met)
    } else if room.pinned.contains(item.id) {
      mark = Span(" \(glyphs.changed)", .accent)
    }
    let due = DueFace(item.countdown(now: now), now: now)
    let more = item.reasons.filter { $0.kind != .pinned }.count - 1
    return [mark, Span(" ")] + lead(item.row, columns, glyphs, isCurrent: room.current == item.id) + [
      Span(Fit.padded(reason(item), to: columns.reason, ellipsis: glyphs.ellipsis) + " ", Style.text),
      Span(Fit.padded(more > 0 ? "+\(more)" : "", to: columns.more, .right) + " ", .muted),
      Span(Fit.padded("", to: columns.left - Width.of(due.left))), Span(due.left, Style(due.role)),
    ]
  }

  private func line(_ skipped: Agenda.Skipped, _ columns: Columns, _ glyphs: Glyphs) -> Line {
    let why = skipped.stamp.why.map { ": \($0)" } ?? ""
    return [Span("   ")] + lead(skipped.item.row, columns, glyphs, isCurrent: false)
      + [Span(Fit.padded("by \(skipped.stamp.by)\(why)", to: columns.reason), .muted)]
  }

  private func lead(_ row: BoardRow, _ columns: Columns, _ glyphs: Glyphs, isCurrent: Bool) -> Line {
    func fit(_ text: String, _ width: Int) -> String { Fit.padded(text, to: width, ellipsis: glyphs.ellipsis) + " " }
    // What fills a column up is plain: where a style underlines, its line ends with the word.
    let grade = Fit.truncated("\(glyphs.band(row.band)) \(row.grade)", to: columns.grade, ellipsis: glyphs.ellipsis)
    let line: Line = [
      Span(grade, Style(.band(row.band))), Span(Fit.padded("", to: columns.grade - Width.of(grade) + 1)),
      Span(fit(row.id.text, columns.id), .muted), Span(fit(row.account, columns.account), isCurrent ? .title : .text),
    ]
    return columns.title == 0 ? line : line + [Span(fit(row.title, columns.title), .muted)]
  }

  /// The first reason, without its time.
  private func reason(_ item: Agenda.Item) -> String {
    guard let first = item.reasons.first(where: { $0.kind != .pinned }) ?? item.reasons.first else {
      return "nothing asks for it now"
    }
    return first.short(zone: model.viewer.zone, now: model.now)
  }

  // MARK: The selected one

  private func drawDetail(beside list: Rect, in body: Rect, on frame: inout Frame) {
    guard let id = model.room.subject, let item = file[id], list != body else { return }
    let isBeside = list.rows == body.rows
    let rect =
      isBeside
      ? body.split(right: body.columns - list.columns).right : body.split(bottom: body.rows - list.rows).bottom
    let room = frame.box(rect, title: "\(item.row.id) · \(item.row.account)").inset(columns: 1, rows: 0)
    let lines = RoomText(model: model, file: file).about(item, width: room.columns, glyphs: frame.glyphs)
    frame.draw(lines, in: room, offset: 0)
  }
}
