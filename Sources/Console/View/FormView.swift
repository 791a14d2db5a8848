import EscalationDomain
import Screen

/// A form over the place it was asked from.
struct FormView {
  let model: Model
  let form: Form

  /// Cells of the names of the fields: each name whole, where there is room.
  private var label: Int {
    let longest = form.fields.map { Width.of($0.label) + ($0.isRequired ? 2 : 0) }.max() ?? 0
    return max(12, min(18, longest + 1))
  }

  func draw(on frame: inout Frame) {
    if let list = bulk { return list.draw(on: &frame) }
    let width = width(frame.size)
    // Drawn once to learn how high it is, and once in its place.
    let height = height(width, frame.glyphs)
    let edge: Role =
      switch form.phase {
      case .reviewing, .settling: .warning
      default: .focus
      }
    let inside = frame.dialog(Size(columns: width, rows: height + 2), title: form.title, edge: edge)
    var content = Frame(size: Size(columns: inside.columns, rows: height), glyphs: frame.glyphs)
    _ = draw(inside: &content)
    // Where the screen is low, the part with the cursor shows; of a list, what is chosen.
    let hidden = max(0, height - inside.rows)
    let here = content.cursor?.row ?? (form.follows && content.rest.row > 0 ? content.rest.row : height)
    let shift =
      isReview ? min(hidden, form.offset) : min(hidden, max(0, here - inside.rows + (form.follows ? 4 : 2)))
    var window = Frame(size: inside.size, glyphs: frame.glyphs)
    window.draw(content, at: Point(column: 0, row: -shift))
    if isReview, hidden > 0 { pinQuestion(content, shift, height, on: &window) }
    frame.draw(window, at: inside.origin)
    // What scrolled out of sight is no place to rest.
    if !frame.bounds.contains(frame.rest) { frame.rest = inside.origin }
    if !isReview, hidden > 0 {
      // On the border: the last column inside belongs to the lists.
      let viewport = Viewport(height: inside.rows, count: height, offset: shift)
      frame.scrollBar(at: inside.point(inside.columns + 1, 0), viewport)
    }
    frame.lift(inside, to: .dialog)
  }

  /// What would come of it on each of several.
  private var bulk: BulkPreviewView? {
    guard case .reviewing(.bulk(let preview, let isAnew)) = form.phase else { return nil }
    return BulkPreviewView(model, form, preview, isAnew: isAnew)
  }

  private var isReview: Bool {
    if case .reviewing = form.phase { return true }
    return false
  }

  private func width(_ size: Size) -> Int {
    let isWide =
      form.kind.scale != nil || form.kind == .hypothesis || form.follows || form.kind == .raise
      || form.kind == .shift || form.kind == .outline
    return min(isWide ? 96 : 82, size.columns - 4)
  }

  private func height(_ width: Int, _ glyphs: Glyphs) -> Int {
    var measure = Frame(size: Size(columns: width - 4, rows: 80), glyphs: glyphs)
    return draw(inside: &measure)
  }

  /// Lines of what is looked at before a question, and how many of them show at once.
  var review: (lines: Int, page: Int) {
    if let bulk { return bulk.extent(model.size) }
    let lines = height(width(model.size), .unicode)
    // Footer, border and the lines round the box.
    return (lines, max(1, model.size.rows - 3))
  }

  /// What is asked stays in sight while the rest scrolls behind it.
  private func pinQuestion(_ content: Frame, _ shift: Int, _ height: Int, on window: inout Frame) {
    let last = window.size.rows - 1
    window.fill(Rect(column: 0, row: last, columns: window.size.columns, rows: 1), Style(.text))
    var question = Frame(size: Size(columns: content.size.columns, rows: 1), glyphs: window.glyphs)
    question.draw(content, at: Point(column: 0, row: 1 - height))
    window.draw(question, at: Point(column: 0, row: last))
    let viewport = Viewport(height: last, count: height - 1, offset: shift)
    window.scrollBar(at: Point(column: window.size.columns - 1, row: 0), viewport)
  }

  /// Answers the lines used.
  private func draw(inside frame: inout Frame) -> Int {
    var row = 0
    func line(_ text: String, _ role: Role, indent: Int = 0) {
      for piece in Wrap.lines(text, width: frame.size.columns - indent) {
        frame.write(piece, at: Point(column: indent, row: row), role)
        row += 1
      }
    }
    if !form.subject.title.isEmpty { line(form.subject.title, .muted) }
    if let label = form.item?.label ?? form.person?.label ?? form.part?.label { line(label, .title) }
    if let remark = model.remark(on: form) { line(remark, .muted) }
    if form.isDraft { line("Your draft is back; \(model.keyName(.discardDraft, in: .form)) starts over.", .accent) }
    for conflict in form.phase == .editing ? model.conflicts(of: form) : [] {
      line(conflict.sentence, .warning)
    }
    if row > 0 { row += 1 }
    if case .settling(let conflicts, let index) = form.phase {
      row = ConflictView(conflicts: conflicts, index: index).draw(at: row, on: &frame)
    } else if case .reviewing(let review) = form.phase {
      row = draw(review, at: row, on: &frame)
    } else {
      for (index, field) in form.fields.enumerated() {
        // A long form leaves out the gaps where the screen is low.
        if index > 0, model.density == .normal, !form.follows || model.size.rows >= 40 { row += 1 }
        let top = row
        defer {
          frame.mark(
            Rect(column: 0, row: top, columns: frame.size.columns, rows: row - top), as: Clickable.field(index))
        }
        row = FieldView(model: model, form: form, field: field, hasFocus: index == form.focus && form.phase == .editing)
          .draw(at: row, label: label, on: &frame)
      }
    }
    if let failure = form.failure {
      row += 1
      line("\(frame.glyphs.crossed) \(failure)", .error)
      line("Nothing was lost; change it or try again.", .muted)
    }
    switch form.phase {
    case .weighing where form.kind == .outline: line("reading the playbook's outline …", .muted)
    case .weighing: line(form.many.isEmpty ? "working out the deadlines …" : "working out what would change …", .muted)
    case .performing: line("saving …", .muted)
    case .editing, .reviewing, .settling: break
    }
    return row
  }

  private func draw(_ review: Form.Review, at start: Int, on frame: inout Frame) -> Int {
    switch review {
    case .deadlines(let moves):
      let from = form.kind.scale.flatMap { form.subject.grade(on: $0) }
      return DeadlineTable(model: model, moves: moves, from: from, to: form.text(.grade)).draw(at: start, on: &frame)
    case .resolving:
      let summary = form.text(.summary).nonEmpty ?? "without a summary"
      return ask("It leaves the board as resolved: \(summary)", "resolve it", at: start, on: &frame)
    case .opening(let review): return OpeningReviewView(model: model, review: review).draw(at: start, on: &frame)
    case .moving(let review):
      return MoveReviewView(model: model, form: form, review: review).draw(at: start, on: &frame)
    case .shift(let review): return PlanShiftView(model: model, review: review).draw(at: start, on: &frame)
    case .outline(let milestones):
      return OutlineReviewView(model: model, milestones: milestones).draw(at: start, on: &frame)
    case .replacing(let place):
      return ask(model.replacement(of: place, by: form) ?? "", "replace it", at: start, on: &frame)
    case .overwriting(let path):
      return ask("\(path) is there already. The minutes take its place.", "write over it", at: start, on: &frame)
    case .bulk: return start
    case .cancelling:
      return ask("It leaves the board as cancelled: \(form.text(.reason))", "cancel it", at: start, on: &frame)
    case .closing:
      let csat = form.text(.csat).nonEmpty.map { ", CSAT \($0)" } ?? ""
      return ask("It is closed as \(form.text(.outcome))\(csat).", "close it", at: start, on: &frame)
    }
  }

  /// A question with the clocks that are still open. Answers the row below it.
  private func ask(_ what: String, _ yes: String, at start: Int, on frame: inout Frame) -> Int {
    var row = start
    let open = model.records[form.subject.id]?.escalation.openClocks.map(\.label) ?? []
    for (text, role) in [
      (what, Role.text), (open.isEmpty ? "" : "Open clocks: \(open.joined(separator: ", ")).", .muted), (" ", .text),
      ("\(model.yesKey)  \(yes)     esc  back to the form", .accent),
    ] where !text.isEmpty {
      for piece in Wrap.lines(text, width: frame.size.columns) {
        frame.write(piece, at: Point(column: 0, row: row), role)
        row += 1
      }
    }
    return row
  }
}
