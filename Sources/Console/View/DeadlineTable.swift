import EscalationDomain
import Screen

/// Every deadline before and after a change of grade: what a person sees before saying yes.
struct DeadlineTable {
  let model: Model
  let moves: [DeadlineMove]
  let from: String?
  let to: String

  /// The table and the question. Answers the row below it.
  func draw(at start: Int, on frame: inout Frame) -> Int {
    let row = drawTable(at: start, on: &frame)
    frame.write("\(model.yesKey)  change it     esc  back to the form", at: Point(column: 0, row: row + 1), .accent)
    return row + 2
  }

  func drawTable(at start: Int, on frame: inout Frame) -> Int {
    let width = frame.size.columns
    let name = min(24, max(14, width / 4))
    let side = (width - name - 4) / 2
    var row = start
    frame.write("Clock", at: Point(column: 0, row: row), .label)
    frame.write(from.map { "now, \($0)" } ?? "now", at: Point(column: name + 1, row: row), .label)
    frame.write("then, \(to)", at: Point(column: name + side + 4, row: row), .label)
    row += 1
    for move in moves {
      frame.write(move.label, at: Point(column: 0, row: row), move.moves ? .text : .muted, maxWidth: name)
      frame.write(text(move.before, side), at: Point(column: name + 1, row: row), .muted, maxWidth: side)
      if move.moves {
        frame.write(String(frame.glyphs.right), at: Point(column: name + side + 2, row: row), .accent)
        frame.write(
          text(move.after, side), at: Point(column: name + side + 4, row: row),
          move.makesLate(at: model.now) ? .error : .text, maxWidth: side)
      } else {
        frame.write("stays", at: Point(column: name + side + 4, row: row), .muted, maxWidth: side)
      }
      row += 1
    }
    if moves.isEmpty {
      frame.write("no clock is open", at: Point(column: 0, row: row), .muted)
      row += 1
    }
    return row
  }

  private func text(_ side: DeadlineMove.Side, _ room: Int) -> String { DeadlineTable.words(side, model, room) }

  /// `Tue 15:05 (4h)`, `paused (4h)`, `met in time`. A target that leaves no room for the date goes.
  static func words(_ side: DeadlineMove.Side, _ model: Model, _ room: Int) -> String {
    let words = side.words(now: model.now) { $0.brief(in: model.viewer.zone, now: model.now) }
    // That instant again says nothing.
    if case .instant = side.target { return words }
    let whole = words + (side.target.map { " (\($0))" } ?? "")
    return Width.of(whole) <= room ? whole : words
  }
}

extension DeadlineMove {
  /// Whether a clock that is in time now would be late at once.
  func makesLate(at now: Instant) -> Bool {
    after.state == .breached && before.state != .breached && after.deadline.map { $0 < now } ?? true
  }
}
