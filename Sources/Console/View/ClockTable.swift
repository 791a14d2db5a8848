import EscalationDomain
import Screen

/// An escalation's clocks, the open ones first, each in a line.
struct ClockTable {
  private enum Item: Hashable, Sendable {
    case name, left, bar, due, home, target, remarks
    /// A zone that somebody set, by its place there.
    case further(Int)
  }

  /// A clock as it stands now.
  private struct Row {
    let clock: ClockCycle
    let face: ClockFace
    let target: String
    let remarks: String
  }

  let model: Model
  let clocks: [ClockCycle]
  /// Every clock of the escalation, also those that are not shown: what a week's slots came to.
  let all: [ClockCycle]
  /// The account's zone, for the deadline as the customer reads it.
  let zone: Zone

  func draw(in rect: Rect, selected: Int, hasKeys: Bool, on frame: inout Frame) {
    let (head, rest) = rect.split(top: 1)
    let needsLine = hasKeys && rest.rows > 3 && cutsRemarks(rect.columns)
    let (body, line) = rest.split(bottom: needsLine ? 1 : 0)
    if needsLine, clocks.indices.contains(selected) {
      frame.write(
        row(clocks[selected], frame.glyphs).remarks, at: line.point(2, 0), Style(.muted), maxWidth: line.columns - 2)
    }
    let viewport = Viewport(height: body.rows, count: clocks.count, selected: selected, margin: 1)
    let rows = viewport.visible.map { self.row(clocks[$0], frame.glyphs) }
    let columns = columns(rect.columns - 3, rows)
    for column in columns.columns {
      frame.write(
        title(column.id), at: head.point(2 + column.column, 0), width: column.width,
        align: column.id == .left ? .right : .left, Style(.label))
    }
    for (line, index) in viewport.visible.enumerated() {
      frame.mark(body.line(line), as: Clickable.line(index))
      draw(rows[line], columns, in: body.line(line), isSelected: index == selected && hasKeys, on: &frame)
    }
    frame.scrollBar(at: body.point(body.columns - 1, 0), viewport)
    if clocks.isEmpty { frame.write("no clock has run yet", at: body.point(2, 0), .muted) }
  }

  /// Whether what there is to remark has no room in a column: then that of the selected clock has a line of its own.
  private func cutsRemarks(_ width: Int) -> Bool {
    let rows = clocks.map { row($0, .unicode) }
    let room = columns(width - 3, rows)[.remarks]?.width ?? 0
    return rows.contains { Width.of($0.remarks) > room }
  }

  /// Columns wide enough for what stands in them: one that would be cut to nothing gives way.
  private func columns(_ width: Int, _ rows: [Row]) -> ColumnLayout<Item> {
    func widest(_ text: (Row) -> String) -> Int { rows.map { Width.of(text($0)) }.max() ?? 0 }
    let name = max(14, min(widest(\.clock.name), 24, width * 2 / 7))
    let target = max(7, min(widest(\.target), 14))
    let others = name + 9 + 8 + 10 + 4
    let remarks = min(max(12, widest(\.remarks)), max(12, min(22, width - others)))
    // Two names of one zone need no second column.
    let isElsewhere = zone.shortName != model.viewer.zone.shortName
    var columns = [
      Column(Item.name, minimum: name, ideal: 24, rank: 100, flex: 1),
      Column(Item.left, minimum: 9, rank: 99),
      Column(Item.bar, minimum: 8, ideal: 12, rank: 80),
      Column(Item.due, minimum: 10, ideal: 14, rank: 95),
    ]
    if isElsewhere { columns.append(Column(Item.home, minimum: 10, ideal: 14, rank: 72)) }
    columns.append(Column(Item.target, minimum: target, ideal: 14, rank: 70))
    for index in further.indices {
      columns.append(Column(Item.further(index), minimum: 10, ideal: 14, rank: 50 - index))
    }
    // Where there is nothing to remark, the room is the others'. The account's zone goes before.
    if rows.isEmpty || rows.contains(where: { !$0.remarks.isEmpty }) {
      columns.append(Column(Item.remarks, minimum: remarks, ideal: 26, rank: 71, flex: 2))
    }
    return ColumnLayout(columns, width: width)
  }

  /// The zones that somebody set, but for those that have a column already.
  private var further: [Zone] {
    var shown = [model.viewer.zone.shortName, zone.shortName]
    return model.settings.zones.filter { zone in
      defer { shown.append(zone.shortName) }
      return !shown.contains(zone.shortName)
    }
  }

  private func title(_ item: Item) -> String {
    switch item {
    case .name: "Clock"
    case .left: "Left"
    case .bar: "Used"
    case .due: model.viewer.zone.shortName
    case .home: zone.shortName
    case .further(let index): further[index].shortName
    case .target: "Target"
    case .remarks: "Remarks"
    }
  }

  private func draw(
    _ row: Row, _ columns: ColumnLayout<Item>, in line: Rect, isSelected: Bool, on frame: inout Frame
  ) {
    let ground: Role = isSelected ? .selection : .text
    let (clock, face) = (row.clock, row.face)
    if isSelected {
      frame.fill(line, Style(.text, on: ground))
      frame.write(String(frame.glyphs.pointer), at: line.origin, Style(.accent, on: ground))
      frame.rest = line.origin
    }
    for column in columns.columns {
      let place = line.point(2 + column.column, 0)
      func put(_ text: String, _ role: Role) {
        frame.write(text, at: place, Style(role, on: ground), maxWidth: column.width)
      }
      switch column.id {
      case .name: put(clock.name, clock.isOpen ? .text : .muted)
      case .left: face.drawLeft(at: place, width: column.width, on: ground, on: &frame)
      case .bar:
        guard clock.isOpen, let used = face.used else { continue }
        frame.bar(
          at: place, width: column.width, fraction: used, filled: face.barStyle.on(ground),
          empty: Style(.barEmpty, on: ground))
      case .due: put(face.due, clock.isOpen ? .text : .muted)
      case .home: put(clock.deadline.map { $0.brief(in: zone, now: model.now) } ?? "", .muted)
      case .further(let index):
        put(clock.deadline.map { $0.brief(in: further[index], now: model.now) } ?? "", .muted)
      case .target: put(row.target, .muted)
      case .remarks: put(row.remarks, .muted)
      }
    }
  }

  private func row(_ clock: ClockCycle, _ glyphs: Glyphs) -> Row {
    let face = ClockFace(
      clock, now: model.now, zone: model.viewer.zone, policies: model.policies, glyphs: glyphs)
    return Row(clock: clock, face: face, target: target(of: clock), remarks: remarks(clock, face))
  }

  /// As a playbook spells it; what is due at one instant says so on the viewer's clock.
  private func target(of clock: ClockCycle) -> String {
    guard case .instant(let due) = clock.target else { return clock.target.description }
    return "by \(due.brief(in: model.viewer.zone, now: model.now))"
  }

  private func remarks(_ clock: ClockCycle, _ face: ClockFace) -> String {
    var remarks: [String] = []
    let timeline = model.policies?.timeline(of: clock)
    if let timeline, let tally = clock.slotTally(among: all, on: timeline, now: model.now) {
      remarks.append(tally.words)
    }
    if let closed = face.closed { remarks.append(closed) }
    if clock.state(at: model.now) == .running, let timeline,
      let working = clock.workingRemaining(at: model.now, on: timeline)
    {
      remarks.append("\(DurationText.working(working)) of work")
    }
    return (clock.remarks(at: model.now) + remarks).joined(separator: " · ")
  }
}
