import EscalationDomain
import Screen

/// A form over the place it was asked from.
struct FormView {
  let model: Model
  let form: Form

  private static let label = 12

  func draw(on frame: inout Frame) {
    let width = min(form.kind.scale != nil || form.kind == .hypothesis ? 96 : 82, frame.size.columns - 4)
    // Drawn once to learn how high it is, and once in its place.
    var measure = Frame(size: Size(columns: width - 4, rows: 80), glyphs: frame.glyphs)
    let height = draw(inside: &measure)
    let edge: Role = if case .reviewing = form.phase { .warning } else { .focus }
    let inside = frame.dialog(Size(columns: width, rows: height + 2), title: form.title, edge: edge)
    var content = Frame(size: Size(columns: inside.columns, rows: height), glyphs: frame.glyphs)
    _ = draw(inside: &content)
    // Where the screen is low, the part with the cursor shows.
    let hidden = max(0, height - inside.rows)
    let shift = min(hidden, max(0, (content.cursor?.row ?? height) - inside.rows + 2))
    var window = Frame(size: inside.size, glyphs: frame.glyphs)
    window.draw(content, at: Point(column: 0, row: -shift))
    frame.draw(window, at: inside.origin)
    frame.lift(inside, to: .dialog)
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
    line(form.subject.title, .muted)
    if let label = form.item?.label ?? form.person?.label { line(label, .title) }
    if form.isDraft { line("Your draft is back; ctrl-x starts over.", .accent) }
    row += 1
    if case .reviewing(let review) = form.phase {
      row = draw(review, at: row, on: &frame)
    } else {
      for (index, field) in form.fields.enumerated() {
        if index > 0 { row += 1 }
        row = FieldView(model: model, form: form, field: field, hasFocus: index == form.focus && form.phase == .editing)
          .draw(at: row, label: FormView.label, on: &frame)
      }
    }
    if let failure = form.failure {
      row += 1
      line("\(frame.glyphs.crossed) \(failure)", .error)
      line("Nothing was lost; change it or try again.", .muted)
    }
    switch form.phase {
    case .weighing: line("working out the deadlines …", .muted)
    case .performing: line("saving …", .muted)
    case .editing, .reviewing: break
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
      ("y  \(yes)     esc  back to the form", .accent),
    ] where !text.isEmpty {
      for piece in Wrap.lines(text, width: frame.size.columns) {
        frame.write(piece, at: Point(column: 0, row: row), role)
        row += 1
      }
    }
    return row
  }
}
