import EscalationDomain
import Screen

/// A milestone's line in the chart, in cells.
struct ChartBar {
  private let row: MilestoneRow
  /// From when it can be worked on.
  private let start: Int
  /// The due time, or when it was reached; none where it has no date.
  private let end: Int?
  private let today: Int
  private let isLate: Bool

  /// Without a start of its own it begins when what it comes after is due or over, and not before it was added.
  init(_ row: MilestoneRow, in plan: [MilestoneRow], scale: ChartScale, now: Instant) {
    self.row = row
    let before = plan.filter { row.milestone.after.contains($0.milestone.id) }
    let free = before.compactMap { $0.completed ?? $0.milestone.due }.max() ?? row.added
    let last = row.isOpen ? row.milestone.due : row.completed ?? row.milestone.due
    let begin = row.milestone.start ?? max(row.added, free)
    start = scale.cell(min(begin, last ?? begin))
    end = last.map(scale.cell)
    today = scale.cell(now)
    isLate = row.isLate(at: now)
  }

  func draw(in area: Rect, on frame: inout Frame) {
    let glyphs = frame.glyphs
    let width = area.columns
    func put(_ character: Character, _ cell: Int, _ style: Style) {
      guard cell >= 0, cell < width else { return }
      frame.write(String(character), at: area.point(cell, 0), style)
    }
    let after = row.milestone.after.joined(separator: ",")
    let waits = Style(row.status == .blocked ? .warning : .muted)
    guard let end else {
      // It has no place in time: it stands where it could begin, today at the earliest.
      let words = "no date" + (after.isEmpty ? "" : ", after \(after)")
      let place = min(max(start, today + 1, 0), max(0, width - 2 - Width.of(words)))
      put(glyphs.open, place, Style(.muted))
      frame.write(words, at: area.point(place + 2, 0), Style(.muted), maxWidth: max(0, width - place - 2))
      return
    }
    let reach = isLate ? max(end, today) : end
    if reach < 0 { return put(glyphs.left, 0, Style(isLate ? .barLate : .muted)) }
    if start >= width { return put(glyphs.right, width - 1, Style(.muted)) }
    let (bar, style) = line(glyphs)
    // Today's line runs over every bar.
    for cell in max(0, start)..<max(0, min(end, width), start) where cell != today { put(bar, cell, style) }
    if isLate, end < today {
      for cell in max(0, end + 1)...max(0, end + 1, min(today, width - 1)) where cell != today {
        put(glyphs.barParts[glyphs.barParts.count - 1], cell, Style(.barLate))
      }
    }
    put(isLate ? glyphs.crossed : row.isOpen ? glyphs.changed : glyphs.check, end, marker)
    if end >= width { put(glyphs.right, width - 1, style) }
    guard !after.isEmpty else { return }
    let lead = "\(after)\(glyphs.right)"
    let room = Width.of(lead)
    func isClear(_ cell: Int) -> Bool { cell >= 0 && cell + room <= width && !(cell..<cell + room).contains(today) }
    if isClear(start - room) {
      frame.write(lead, at: area.point(start - room, 0), waits)
    } else if isClear(max(0, reach + 2)) {
      frame.write("\(glyphs.left)\(after)", at: area.point(max(0, reach + 2), 0), waits)
    } else if isClear(today - room) {
      frame.write(lead, at: area.point(today - room, 0), waits)
    } else if today < reach + 2, reach + 2 < width {
      frame.write("\(glyphs.left)\(after)", at: area.point(max(0, reach + 2), 0), waits, maxWidth: width - reach - 2)
    }
  }

  private var marker: Style { Style(isLate ? .error : row.isOpen ? .title : .met) }

  /// What is under way is drawn through, what is not yet only as a track.
  private func line(_ glyphs: Glyphs) -> (Character, Style) {
    let full = glyphs.barParts[glyphs.barParts.count - 1]
    return switch row.status {
    case .done: (full, Style(.met))
    case .started: (full, Style(.barFilled))
    case .planned, .blocked, .dropped: (glyphs.barTrack, Style(row.status == .blocked ? .muted : .barFilled))
    }
  }
}
