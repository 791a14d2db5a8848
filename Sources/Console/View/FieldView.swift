import EscalationDomain
import Screen

/// One field of a form: its label, what is typed, what that means, what is wrong with it.
struct FieldView {
  let model: Model
  let form: Form
  let field: FormField
  let hasFocus: Bool

  /// Answers the row below it.
  func draw(at start: Int, label: Int, on frame: inout Frame) -> Int {
    var row = start
    let name = field.label + (field.isRequired ? " *" : "")
    var label = label
    if case .question = field.id {
      // A question is read whole, and answered below.
      for line in Wrap.lines(name, width: frame.size.columns) {
        frame.write(line, at: Point(column: 0, row: row), Style(hasFocus ? .title : .label))
        row += 1
      }
      label = 2
    } else {
      frame.write(name, at: Point(column: 0, row: row), Style(hasFocus ? .title : .label), maxWidth: label - 1)
    }
    let width = frame.size.columns - label
    let input = Point(column: label, row: row)
    switch field.entry {
    case .text(let text, let rows):
      row += draw(text, rows: rows, at: input, width: width, on: &frame)
      if let remark { row += write(remark.text, remark.role, at: row, label, on: &frame) }
    case .time(let text):
      frame.draw(text, at: input, width: width, placeholder: field.hint, focused: hasFocus)
      row += 1
      if let echo { row += write(echo, .success, at: row, label, on: &frame) }
    case .name(let text, _, let highlighted):
      frame.draw(text, at: input, width: width, placeholder: field.hint, focused: hasFocus)
      row += 1
      if hasFocus {
        for (index, suggestion) in field.shownOffers.enumerated() {
          let isTaken = index == highlighted
          frame.mark(Rect(column: label, row: row, columns: width, rows: 1), as: Clickable.choice(index))
          frame.write(
            suggestion.spans(Style(isTaken ? .title : .muted, on: isTaken ? .selection : .text)),
            at: Point(column: label, row: row), maxWidth: width)
          row += 1
        }
      }
    case .choice(let choices, let index):
      row += draw(choices, index, at: input, width: width, on: &frame)
    }
    if field.id == .after, let remark { row += write(remark.text, remark.role, at: row, label, on: &frame) }
    if let remark = form.remarks[field.id] { row += write(remark.text, remark.role, at: row, label, on: &frame) }
    if let problem = field.problem(in: form) {
      row += write("\(frame.glyphs.crossed) \(problem)", .error, at: row, label, on: &frame)
    }
    return row
  }

  private func write(_ text: String, _ role: Role, at row: Int, _ column: Int, on frame: inout Frame) -> Int {
    let lines = Wrap.lines(text, width: frame.size.columns - column)
    for (index, line) in lines.enumerated() { frame.write(line, at: Point(column: column, row: row + index), role) }
    return lines.count
  }

  /// The instant that a typed time means, and how far away it is.
  private var echo: String? {
    if field.id == .by || field.id == .start, field.text.nonEmpty?.lowercased() == Form.noTime {
      return "= no fixed time"
    }
    guard let instant = try? Form.instant(field.text, model.reading(for: form), in: field.id) else { return nil }
    let away = instant - model.now
    return "= \(instant.words(in: model.viewer.zone))" + (away > 0 ? ", in \(DurationText.minutes(away))" : ", past")
  }

  /// What a typed day means, or what looks wrong while it is typed.
  private var remark: (text: String, role: Role)? {
    guard field.problem(in: form) == nil else { return nil }
    if let doubt = form.doubt(field.id) { return (doubt, .warning) }
    if field.id == .after {
      return hasFocus ? form.afterRemark(model.reading(for: form).plan).map { ($0, .muted) } : nil
    }
    guard field.id == .on else { return nil }
    let reading = model.reading(for: form)
    return form.dateProblem(reading).map { ($0, .warning) } ?? form.dateEcho(reading).map { ($0, .success) }
  }

  /// Several rows of one text, broken where a row is full; the rows with the cursor show. Answers the rows used.
  private func draw(_ text: TextField, rows: Int, at place: Point, width: Int, on frame: inout Frame) -> Int {
    guard rows > 1, width > 1 else {
      frame.draw(text, at: place, width: width, placeholder: field.hint, focused: hasFocus)
      return 1
    }
    frame.fill(Rect(column: place.column, row: place.row, columns: width, rows: rows), Style(.input))
    if text.isEmpty { frame.write(field.hint, at: place, Style(.placeholder, on: .input), maxWidth: width) }
    var lines = [""]
    var used = 0
    var cursor = Point(column: 0, row: 0)
    // A row keeps its last cell for the cursor behind the text.
    for (index, character) in Veil.over(text.text).enumerated() {
      if character == "\n" {
        if index == text.cursor { cursor = Point(column: used, row: lines.count - 1) }
        lines.append("")
        used = 0
        continue
      }
      let cells = Width.of(String(character))
      if used + cells > width - 1 {
        lines.append("")
        used = 0
      }
      if index == text.cursor { cursor = Point(column: used, row: lines.count - 1) }
      lines[lines.count - 1].append(character)
      used += cells
    }
    if text.cursor >= text.text.count { cursor = Point(column: used, row: lines.count - 1) }
    let viewport = Viewport(height: rows, count: lines.count, offset: lines.count - rows, selected: cursor.row)
    for (row, index) in viewport.visible.enumerated() {
      frame.write(lines[index], at: Point(column: place.column, row: place.row + row), Style(.input), maxWidth: width)
    }
    if hasFocus {
      frame.cursor = Point(column: place.column + cursor.column, row: place.row + cursor.row - viewport.offset)
    }
    return rows
  }

  private func draw(
    _ choices: [FormField.Choice], _ chosen: Int, at place: Point, width: Int, on frame: inout Frame
  ) -> Int {
    // Lists that bring each other about would be higher than the screen: the one with the cursor shows in part, of the
    // others what is chosen.
    let most = !form.follows ? choices.count : hasFocus ? 8 : 1
    let listed = hasFocus ? field.listed(choices) : Array(choices.indices)
    let viewport = Viewport(
      height: most, count: listed.count, selected: listed.firstIndex(of: chosen) ?? 0, margin: 1)
    let room = viewport.thumb != nil && hasFocus ? width - 2 : width
    for (line, position) in viewport.visible.enumerated() {
      let index = listed[position]
      let choice = choices[index]
      let isChosen = index == chosen
      let ground: Role = isChosen && hasFocus ? .selection : .text
      let point = Point(column: place.column, row: place.row + line)
      frame.mark(Rect(column: point.column, row: point.row, columns: width, rows: 1), as: Clickable.choice(index))
      let present = choice.isPresent ? " (now)" : choice.isSuggested ? " (suggested)" : ""
      if ground == .selection {
        frame.fill(Rect(column: point.column, row: point.row, columns: width, rows: 1), Style(.text, on: ground))
        frame.rest = point
      }
      let grade = choice.band.map {
        Span("\(frame.glyphs.band($0)) \(choice.id) ", Style(.band($0), on: ground, .bold))
      }
      // A grade that is called by its id says so once.
      let name = grade == nil ? choice.name.nonEmpty ?? choice.id : choice.name == choice.id ? "" : choice.name
      let called = name + present
      frame.write(
        [Span("\(isChosen ? String(frame.glyphs.pointer) : " ") ", Style(.accent, on: ground))]
          + [grade].compactMap(\.self) + [
            Span(called.isEmpty ? " " : "\(called)  ", Style(isChosen ? .title : .text, on: ground)),
            Span(choice.meaning, Style(.muted, on: ground)),
          ], at: point, maxWidth: room)
    }
    if viewport.thumb != nil, hasFocus {
      frame.scrollBar(at: Point(column: place.column + width - 1, row: place.row), viewport)
    }
    var rows = max(1, viewport.visible.count)
    if hasFocus, !field.typed.isEmpty {
      rows += write(
        "\(listed.count) of \(choices.count) for “\(field.typed)”; backspace widens", .muted, at: place.row + rows,
        place.column, on: &frame)
    }
    guard form.follows, hasFocus, choices.indices.contains(chosen) else { return rows }
    return rows + rest(of: choices[chosen], room, at: place.row + rows, label: place.column, on: &frame)
  }
}

extension FieldView {
  /// What a row had no room for. Answers the rows used.
  private func rest(
    of choice: FormField.Choice, _ room: Int, at row: Int, label: Int, on frame: inout Frame
  ) -> Int {
    let used = 2 + Width.of(choice.name.nonEmpty ?? choice.id) + (choice.isSuggested ? 12 : 0) + 2
    guard used + Width.of(choice.meaning) > room, !choice.meaning.isEmpty else { return 0 }
    return write(choice.meaning, .muted, at: row, label, on: &frame)
  }
}

extension FormField {
  func problem(in form: Form) -> String? { form.problems[id] }
}

extension Suggested {
  /// The name with a blank on either side, the letters that were typed emphasised.
  fileprivate func spans(_ style: Style) -> [Span] {
    if isAsTyped { return [Span(" “\(text)” as typed ", style)] }
    var spans = [Span(" ", style)]
    for (index, letter) in Veil.over(text).enumerated() {
      let letterStyle = matched.contains(index) ? Style(.match, on: style.ground) : style
      spans.append(Span(String(letter), letterStyle))
    }
    return spans + [Span(" ", style)]
  }
}
