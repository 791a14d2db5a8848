import EscalationDomain
import Screen

/// The filter in the place of the columns' names, and below it what is wrong with what is typed.
struct FilterLine {
  let model: Model

  func draw(in line: Rect, note: Rect?, on frame: inout Frame) {
    let sorting = model.board.sorting
    let order = sorting.isStandard ? "" : "by \(sorting.order.name)\(sorting.arrow(frame.glyphs)) · "
    let count = "\(order)\(model.board.shown.count) of \(model.board.board.rows.count)"
    frame.write(count, at: line.point(line.columns - Width.of(count) - 2, 0), .muted)
    frame.write("/", at: line.point(1, 0), .key)
    let room = max(0, line.columns - Width.of(count) - 6)
    switch model.board.filter {
    case .typing(let field):
      let place = line.point(2, 0)
      frame.draw(
        field, at: place, width: room, placeholder: "words, sev:S0..S1, owner:me, due<4h, breached; tab lists them",
        focused: model.overlay == nil)
      let mark = mark(in: field, room)
      if let mark, isWrong {
        let text = Array(field.text)[mark.range]
        frame.write(
          String(text), at: Point(column: place.column + mark.column, row: place.row), Style(.error, on: .input),
          maxWidth: room - mark.column)
      }
      if let note { draw(note, mark?.column, on: &frame) }
    case .set(let text): draw(set: text, at: line.point(2, 0), room, on: &frame)
    case .none: break
    }
  }

  /// A view goes by its name, where there is room for both.
  private func draw(set text: String, at place: Point, _ room: Int, on frame: inout Frame) {
    let name = model.currentView.map { model.views[$0].name }
    frame.write(
      (name.map { [Span("\($0)  ", Style(.title))] } ?? []) + [Span(text, Style(.match))], at: place, maxWidth: room)
  }

  /// What more typing will mend is no mistake yet.
  private var isWrong: Bool {
    guard let problem = model.board.problem else { return false }
    return !problem.isUnfinished
  }

  /// The part of the wrong place that shows, and its column in the field.
  private func mark(in field: TextField, _ room: Int) -> (range: Range<Int>, column: Int)? {
    guard let problem = model.board.problem else { return nil }
    let text = Array(field.text)
    func width(_ count: Int) -> Int { Width.of(String(text.prefix(count))) }
    let hidden = width(field.cursor) - field.view(width: room).cursor
    var range = min(problem.range.lowerBound, text.count)..<min(problem.range.upperBound, text.count)
    while let first = range.first, width(first) < hidden { range = (first + 1)..<range.upperBound }
    let column = width(range.lowerBound) - hidden
    return column < 0 || column >= room ? nil : (range, column)
  }

  /// The sentence under its place, further left where it has no room there.
  private func draw(_ note: Rect, _ column: Int?, on frame: inout Frame) {
    guard let problem = model.board.problem else {
      if model.board.awaiting != nil { frame.write("reading …", at: note.point(2, 0), .muted) }
      return
    }
    let role: Role = isWrong ? .error : .muted
    let sentence = "\(frame.glyphs.up) \(problem.sentence)"
    let room = note.columns - 4
    let indent = max(0, min(column ?? 0, room - Width.of(sentence)))
    frame.write(sentence, at: note.point(2 + indent, 0), Style(role), maxWidth: room - indent)
  }
}
