import EscalationDomain
import Screen

/// The filter of a list, and below it what is wrong with what is typed.
struct FilterLine {
  let line: FilterTyping
  /// How many rows it leaves, at the right.
  var count = ""
  /// What a filter that is kept goes by.
  var name: String?
  /// What it asks about is being read.
  var isAwaited = false
  /// Whether the keys are the line's.
  var isFocused = true
  var ground = Role.text

  func draw(in rect: Rect, note: Rect?, on frame: inout Frame) {
    let taken = count.isEmpty ? 0 : Width.of(count) + 2
    if !count.isEmpty {
      frame.write(count, at: rect.point(rect.columns - taken, 0), Style(.muted, on: ground))
    }
    frame.write("/", at: rect.point(1, 0), Style(.key, on: ground))
    let room = max(0, rect.columns - taken - 4)
    switch line.entry {
    case .typing(let field):
      let place = rect.point(2, 0)
      frame.draw(field, at: place, width: room, placeholder: placeholder, focused: isFocused)
      let mark = mark(in: field, room)
      if let mark, isWrong {
        let text = Array(field.text)[mark.range]
        frame.write(
          String(text), at: Point(column: place.column + mark.column, row: place.row), Style(.error, on: .input),
          maxWidth: room - mark.column)
      }
      if let note { draw(note, mark?.column, on: &frame) }
    case .set(let text): draw(set: text, at: rect.point(2, 0), room, on: &frame)
    case .none: break
    }
  }

  private var placeholder: String {
    switch line.subject {
    case .escalations: "words, sev:S0..S1, owner:me, due<4h, breached; tab lists them"
    case .milestones: "words, owner:me, due<7d, plan:late, kind:preventive; tab lists them"
    case .register: "words, kind:risk, score>12, review<7d, sev:S0, owner:me; tab lists them"
    }
  }

  /// A view goes by its name, where there is room for both.
  private func draw(set text: String, at place: Point, _ room: Int, on frame: inout Frame) {
    frame.write(
      (name.map { [Span("\($0)  ", Style(.title, on: ground))] } ?? []) + [Span(text, Style(.match, on: ground))],
      at: place, maxWidth: room)
  }

  /// What more typing will mend is no mistake yet.
  private var isWrong: Bool { line.problem.map { !$0.isUnfinished } ?? false }

  /// The part of the wrong place that shows, and its column in the field.
  private func mark(in field: TextField, _ room: Int) -> (range: Range<Int>, column: Int)? {
    guard let problem = line.problem else { return nil }
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
    guard let problem = line.problem else {
      if isAwaited { frame.write("reading …", at: note.point(2, 0), .muted) }
      return
    }
    let role: Role = isWrong ? .error : .muted
    let sentence = "\(frame.glyphs.up) \(problem.sentence)"
    let room = note.columns - 4
    let indent = max(0, min(column ?? 0, room - Width.of(sentence)))
    frame.write(sentence, at: note.point(2 + indent, 0), Style(role), maxWidth: room - indent)
  }
}

extension FilterLine {
  /// The board's.
  init(_ model: Model, _ glyphs: Glyphs) {
    let sorting = model.board.sorting
    let order = sorting.isStandard ? "" : "by \(sorting.order.name)\(sorting.arrow(glyphs)) · "
    self.init(
      line: model.board.line, count: "\(order)\(model.board.shown.count) of \(model.board.board.rows.count)",
      name: model.currentView.map { model.views[$0].name }, isAwaited: model.board.awaiting != nil,
      isFocused: model.overlay == nil)
  }
}
