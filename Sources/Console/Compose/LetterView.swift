import EscalationDomain
import Messages
import Screen

/// Where the parts of a letter stand: side by side where there is room, else one at a time.
struct LetterLayout {
  let text: [Line]
  /// What is said below the text: what is missing, what failed, what is under way.
  let status: [Line]
  let dialog: Size
  /// The fields' columns; none where the text stands alone.
  let fields: Int?
  let textHeight: Int

  init(_ model: Model, _ letter: Letter, _ step: Composer.Step) {
    let room = Size(columns: model.size.columns - 4, rows: max(4, model.size.rows - 2))
    let width = room.columns >= 112 ? min(room.columns, 168) : min(room.columns, 92)
    let inside = width - 4
    fields = room.columns >= 112 ? min(64, inside * 2 / 5) : step == .filling ? inside : nil
    let columns = fields.map { $0 == inside ? inside : inside - $0 - 3 } ?? inside
    let lines = LetterText(model: model, letter: letter, isFilling: step == .filling)
    text = lines.whole(width: columns - 2)
    status = lines.status(width: inside)
    let below = status.isEmpty ? 0 : status.count + 1
    // Beside fields a line is kept for what is missing, so that nothing jumps once nothing is.
    let asked = letter.form.fields.reduce(1) { $0 + ($1.isRequired ? 3 : 2) }
    let wanted = fields == nil ? text.count + below + 2 : max(text.count, asked) + max(2, below) + 2
    dialog = Size(columns: width, rows: min(wanted, room.rows))
    textHeight = max(1, dialog.rows - 2 - below)
  }
}

/// A letter as it would go out, and beside it or in its place what is asked.
struct LetterView {
  let model: Model
  let letter: Letter
  let step: Composer.Step

  func draw(on frame: inout Frame) {
    let layout = LetterLayout(model, letter, step)
    let inside = frame.dialog(layout.dialog, title: letter.title)
    let (rest, below) = inside.split(bottom: min(layout.status.count, inside.rows / 2))
    let area = below.rows > 0 ? rest.split(bottom: 1).rest : rest
    if let columns = layout.fields {
      let (left, right) = area.split(left: columns)
      draw(fieldsIn: left, on: &frame)
      if columns < area.columns {
        frame.divider(from: right.point(1, 0), length: right.rows)
        frame.draw(layout.text, in: right.split(left: 3).rest, offset: letter.offset)
      }
    } else {
      frame.draw(layout.text, in: area, offset: letter.offset)
    }
    frame.draw(layout.status, in: below, offset: 0)
    frame.lift(inside, to: .dialog)
  }

  /// The fields; where they do not all fit, those about the cursor.
  private func draw(fieldsIn rect: Rect, on frame: inout Frame) {
    let isTyping = step == .filling
    var content = Frame(
      size: Size(columns: rect.columns, rows: 6 * letter.form.fields.count + 12), glyphs: frame.glyphs)
    let label = min(18, max(12, rect.columns / 4))
    var row = 0
    for (index, field) in letter.form.fields.enumerated() {
      if index > 0 { row += 1 }
      let hasFocus = isTyping && index == letter.form.focus
      row = FieldView(model: model, form: letter.form, field: field, hasFocus: hasFocus)
        .draw(at: row, label: label, on: &content)
    }
    if letter.form.fields.isEmpty { content.write("nothing is asked", at: Point(column: 0, row: 0), .muted) }
    let hidden = max(0, row - rect.rows)
    let shift = isTyping ? min(hidden, max(0, (content.cursor?.row ?? 0) - rect.rows + 4)) : 0
    var window = Frame(size: rect.size, glyphs: frame.glyphs)
    window.draw(content, at: Point(column: 0, row: -shift))
    frame.draw(window, at: rect.origin)
  }
}
