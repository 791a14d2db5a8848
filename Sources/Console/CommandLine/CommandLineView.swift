import EscalationDomain
import Screen

/// The command line in place of the footer, and over it what may be typed next.
enum CommandLineView {
  static func draw(_ model: Model, _ panel: CommandLinePanel, on frame: inout Frame) {
    let (rest, line) = frame.bounds.split(bottom: 1)
    let usage = usage(model, panel, width: rest.columns - 2)
    let above = rest.split(bottom: max(1, min(usage.count, rest.rows))).bottom
    frame.fill(above, Style(.text, on: .dialog))
    frame.fill(line, Style(.input))
    frame.cover(frame.bounds)
    for (row, line) in usage.prefix(above.rows).enumerated() {
      frame.write(line, at: above.point(1, row), maxWidth: above.columns - 2)
    }
    if usage.isEmpty { drawHints(model, panel, in: above, on: &frame) }
    frame.write(":", at: line.point(0, 0), Style(.key, on: .input))
    let isBusy = panel.running != nil || panel.isWaiting
    let busy = isBusy ? "running …  esc leaves it to itself " : ""
    frame.draw(
      panel.field, at: line.point(1, 0), width: line.columns - 1 - Width.of(busy),
      placeholder: "ack --note \"called\"   severity S1 --reason …   list   tab completes",
      focused: !isBusy)
    if isBusy {
      frame.write([Span(busy, Style(.muted, on: .input))], endingAt: line.endColumn, row: line.row)
      frame.rest = line.origin
    }
  }

  /// What the verb wants, where there is nothing to choose: in as many lines as it takes.
  private static func usage(_ model: Model, _ panel: CommandLinePanel, width: Int) -> [Line] {
    guard panel.completion == nil, let verb = model.verbs?.verb(of: CommandWords(panel.field.text).texts),
      hasNothingTyped(CommandLinePanel.completion(of: panel.field.text, in: model), panel, verb)
    else { return [] }
    var lines: [String] = []
    for part in verb.usageParts {
      if let last = lines.last, Width.of(last) + 1 + Width.of(part) <= width {
        lines[lines.count - 1] += " \(part)"
      } else {
        // What follows the verb stands a little to the right of it.
        lines += Wrap.lines(part, width: width - 2).map { lines.isEmpty ? $0 : "  \($0)" }
      }
    }
    let label = Style(.label, on: .dialog)
    let muted = Style(.muted, on: .dialog)
    let helpFits = lines.count == 1 && Width.of(lines[0]) + 3 + Width.of(verb.help) <= width
    if helpFits { return [[Span(lines[0], label), Span("   \(verb.help)", muted)]] }
    return lines.map { [Span($0, label)] } + Wrap.lines(verb.help, width: width).map { [Span($0, muted)] }
  }

  /// The words that fit, the one that stands in the line marked.
  private static func drawHints(_ model: Model, _ panel: CommandLinePanel, in line: Rect, on frame: inout Frame) {
    let completion = panel.completion ?? CommandLinePanel.completion(of: panel.field.text, in: model)
    let chosen = panel.completion?.index
    let widths = completion.candidates.map { Width.of($0) + 2 }
    // The chosen one shows, with as many before it as fit.
    var first = 0
    while let chosen, first < chosen, widths[first...chosen].reduce(0, +) > line.columns - 4 { first += 1 }
    var column = 1
    for index in completion.candidates.indices.dropFirst(first) {
      guard column + widths[index] < line.columns - 2 else {
        frame.write(frame.glyphs.ellipsis, at: line.point(column, 0), Style(.muted, on: .dialog))
        break
      }
      let style = index == chosen ? Style(.title, on: .selection) : Style(.text, on: .dialog)
      column += frame.write(" \(completion.candidates[index]) ", at: line.point(column, 0), style)
    }
  }

  /// A whole verb with nothing begun behind it is told what it wants, rather than every id there is.
  private static func hasNothingTyped(
    _ completion: CommandLinePanel.Completion, _ panel: CommandLinePanel, _ verb: VerbTable.Verb
  ) -> Bool {
    let isWhole = completion.candidates == verb.path.suffix(1)
    return completion.candidates.isEmpty || completion.lead == panel.field.text || isWhole
  }
}

/// What a command said, over the place it was typed in.
enum OutputView {
  static func draw(_ model: Model, _ panel: OutputPanel, on frame: inout Frame) {
    let lines = lines(model, panel)
    let inside = frame.dialog(dialogSize(model, lines.count), title: ":\(panel.title)")
    frame.draw(lines, in: inside, offset: panel.offset)
    frame.lift(inside, to: .dialog)
  }

  /// Sentences are broken: nothing is out of sight at the right. Tables were made for the width.
  static func lines(_ model: Model, _ panel: OutputPanel) -> [Line] {
    let width = width(model)
    return panel.text.flatMap { Wrap.lines($0, width: width).map { [Span($0)] } }
  }

  /// Cells of a line.
  static func width(_ model: Model) -> Int { dialogSize(model, 0).columns - 6 }

  /// Lines that show at once.
  static func height(_ model: Model, _ panel: OutputPanel) -> Int {
    max(1, dialogSize(model, lines(model, panel).count).rows - 2)
  }

  private static func dialogSize(_ model: Model, _ lines: Int) -> Size {
    // Toasts stand at the foot, where they would lie over what is read.
    let free = model.size.rows - 2 * model.toastRows.count - 1
    return Size(
      columns: min(132, model.size.columns - 2), rows: min(lines + 2, max(3, min(model.size.rows - 3, free))))
  }
}
