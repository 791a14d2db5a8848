import EscalationDomain
import Messages
import Screen

/// What a composer shows: the templates, or the letter with its fields, and over it what is asked.
struct ComposerView {
  let model: Model
  let composer: Composer

  func draw(on frame: inout Frame) {
    guard let letter = composer.letter else {
      TemplateList(model: model, composer: composer).draw(on: &frame)
      return
    }
    LetterView(model: model, letter: letter, step: composer.step).draw(on: &frame)
    switch composer.step {
    case .naming(let form), .replacing(let form): draw(form, on: &frame)
    case .asking(let way, let message, let moves):
      SendingQuestion(model: model, letter: letter, way: way, message: message, moves: moves).draw(on: &frame)
    case .choosing, .reading, .filling: break
    }
  }

  /// Which file it goes to, and whether to write over it.
  private func draw(_ form: Form, on frame: inout Frame) {
    guard case .replacing = composer.step else {
      FormView(model: model, form: form).draw(on: &frame)
      return
    }
    let width = min(72, frame.size.columns - 4)
    let lines =
      Wrap.lines("\(form.text(.file)) is there already.", width: width - 4).map { [Span($0, Role.text)] }
      + [[], [Span("\(model.yesKey)  write over it     esc  another name", .accent)]]
    let inside = frame.dialog(
      Size(columns: width, rows: lines.count + 2), title: "Write over the file?", edge: .warning)
    frame.draw(lines, in: inside, offset: 0)
    frame.lift(inside, to: .dialog)
  }
}

/// The templates that can be sent where the record stands.
struct TemplateList {
  let model: Model
  let composer: Composer

  func draw(on frame: inout Frame) {
    let title = "Message · \(composer.subject.id) · \(composer.subject.account)"
    let width = min(96, frame.size.columns - 4)
    guard let choices = composer.choices, !choices.isEmpty else {
      let words = composer.choices == nil ? "reading \(composer.subject.id) …" : "its playbook has no template for it"
      let inside = frame.dialog(Size(columns: width, rows: 3), title: title)
      frame.write(words, at: inside.origin, Style(.muted, on: .dialog), maxWidth: inside.columns)
      return
    }
    let about = choices.indices.contains(composer.highlighted) ? details(choices[composer.highlighted], width - 6) : []
    let inside = frame.dialog(Size(columns: width, rows: choices.count + about.count + 3), title: title)
    let (list, rest) = inside.split(
      top: max(1, min(choices.count, inside.rows - min(about.count + 1, inside.rows / 2))))
    let viewport = Viewport(height: list.rows, count: choices.count, selected: composer.highlighted, margin: 1)
    for (row, index) in viewport.visible.enumerated() {
      frame.mark(list.line(row), as: Clickable.line(index))
      draw(
        choices[index], columns(choices, list.columns - 4), in: list.line(row),
        isHighlighted: index == composer.highlighted, on: &frame)
    }
    frame.scrollBar(at: list.point(list.columns - 1, 0), viewport)
    for (row, line) in about.enumerated() where row + 1 < rest.rows {
      frame.write(line, at: rest.point(2, row + 1), maxWidth: rest.columns - 2)
    }
    frame.lift(inside, to: .dialog)
  }

  /// Cells for the names and the channels; what is said of a draft needs eleven, whom it is for nine.
  private func columns(_ choices: [Composer.Choice], _ width: Int) -> (name: Int, channels: Int) {
    let name = choices.map { Width.of($0.template.label) }.max() ?? 0
    let channels = choices.map { Width.of($0.channels) }.max() ?? 0
    let room = width - 9 - 11 - 4
    let most = max(room - min(name, room), min(channels, 8))
    return (max(8, min(name, room - min(channels, most))), min(channels, most))
  }

  private func draw(
    _ choice: Composer.Choice, _ columns: (name: Int, channels: Int), in line: Rect, isHighlighted: Bool,
    on frame: inout Frame
  ) {
    let ground: Role = isHighlighted ? .selection : .text
    if isHighlighted {
      frame.fill(line, Style(.text, on: ground))
      frame.write(String(frame.glyphs.pointer), at: line.origin, Style(.accent, on: ground))
      frame.rest = line.origin
    }
    let (state, role) = state(of: choice)
    frame.write(
      [
        Span(
          Fit.padded(choice.template.label, to: columns.name) + "  ", Style(choice.isNext ? .title : .text, on: ground)),
        Span(
          Fit.padded(choice.template.audience == .customer ? "customer" : "team", to: 9), Style(.muted, on: ground)),
        Span(Fit.padded(choice.channels, to: columns.channels) + "  ", Style(.muted, on: ground)),
        Span(state, Style(role, on: ground)),
      ], at: line.point(2, 0), maxWidth: line.columns - 4)
  }

  private func state(of choice: Composer.Choice) -> (String, Role) {
    if let letter = model.letter(choice, composer) {
      return letter.phase.isUnderWay ? ("on its way", .accent) : ("your draft", .accent)
    }
    if choice.isNext { return ("comes next", .success) }
    return choice.missing.isEmpty ? ("ready", .muted) : ("lacks \(choice.missing.count)", .muted)
  }

  /// What the highlighted one counts as, and what it still needs.
  private func details(_ choice: Composer.Choice, _ width: Int) -> [Line] {
    let counts = choice.template.countsAs.map(\.words)
    // Of a draft, what it still lacks.
    let draft = model.letter(choice, composer)?.draft
    let needs =
      (draft?.missing ?? choice.missing).map(FormField.words) + (draft?.lacksReaders ?? false ? ["whom it tells"] : [])
    var lines: [Line] = []
    if !counts.isEmpty {
      lines += wrapped([Span("counts as  ", .label)], counts.joined(separator: ", "), .text, width: width)
    }
    lines += wrapped(
      [Span("lacks      ", .label)], needs.isEmpty ? "nothing" : needs.joined(separator: ", "), .text, width: width)
    return lines
  }
}

extension Composer.Choice {
  fileprivate var channels: String { template.channels.joined(separator: ", ") }
}

extension SentMessage.Effect {
  /// As it follows “counts as”.
  var words: String {
    switch self {
    case .acknowledgement: "the first response"
    case .substantive: "an update of substance"
    case .notification: "telling the stakeholders it goes to"
    }
  }
}
