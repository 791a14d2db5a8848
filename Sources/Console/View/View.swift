import EscalationDomain
import Screen

/// Draws what a model shows. Pure: themes and terminals come after it.
///
/// O(what is on the screen), however many rows the board has.
public func view(_ model: Model, size: Size, glyphs: Glyphs = .unicode) -> Frame {
  guard var veil = model.hidden?.veil else { return shown(model, size: size, glyphs: glyphs) }
  veil.mark = glyphs.bullet
  return Veil.$current.withValue(veil) { [veil] in
    var frame = shown(model, size: size, glyphs: glyphs)
    // What was pieced together of several texts.
    frame.hide(behind: veil)
    return frame
  }
}

private func shown(_ model: Model, size: Size, glyphs: Glyphs) -> Frame {
  var frame = Frame(size: size, glyphs: glyphs.withThinBars)
  guard size.columns >= smallest.columns, size.rows >= smallest.rows else {
    drawTooSmall(&frame)
    return frame
  }
  switch model.place {
  case .board: BoardView(model: model, layout: model.boardLayout(size)).draw(on: &frame)
  case .escalation(let place): EscalationView(model: model, place: place, size: size).draw(on: &frame)
  case .plans: PlansView(model: model).draw(on: &frame)
  case .room: RoomView(model: model).draw(on: &frame)
  case .register: RegisterView(model: model).draw(on: &frame)
  }
  switch model.overlay {
  case .form(let form): FormView(model: model, form: form).draw(on: &frame)
  case .confirmation(let question): ConfirmationView(model: model, question: question).draw(on: &frame)
  case .explanation(let panel): ExplanationView.draw(model, panel, on: &frame)
  case .help(let panel): HelpView.draw(model, panel, on: &frame)
  case .orders(let panel): OrderView.draw(model, panel, on: &frame)
  case .columns(let panel): ColumnView.draw(model, panel, on: &frame)
  case .ended(let panel): EndedView.draw(model, panel, on: &frame)
  case .views(let panel): ViewsView.draw(model, panel, on: &frame)
  case .guidance(let panel): GuidanceView.draw(model, panel, on: &frame)
  case .compose(let composer): ComposerView(model: model, composer: composer).draw(on: &frame)
  case .palette(let panel): PaletteView.draw(model, panel, on: &frame)
  case .output(let panel): OutputView.draw(model, panel, on: &frame)
  case .drafts(let panel): DraftView.draw(model, panel, on: &frame)
  case .messages(let panel): MessagesView.draw(model, panel, on: &frame)
  case .commandLine, nil: break
  }
  if model.settings.blinks { frame.restyle(frame.bounds) { $0.role == .breached ? $0.adding(.blink) : $0 } }
  drawFooter(model, on: &frame)
  if case .commandLine(let panel) = model.overlay { CommandLineView.draw(model, panel, on: &frame) }
  drawToasts(model, on: &frame)
  return frame
}

/// Below this a console says that it needs more room.
let smallest = Size(columns: 60, rows: 16)

private func drawTooSmall(_ frame: inout Frame) {
  let lines = [
    "This window is too small.",
    "warroom needs \(smallest.columns)×\(smallest.rows), it has \(frame.size.columns)×\(frame.size.rows).",
  ]
  let text = lines.flatMap { Wrap.lines($0, width: frame.size.columns) }
  let area = frame.bounds.centred(Size(columns: frame.size.columns, rows: text.count))
  for (index, line) in text.enumerated() {
    let style = index == 0 ? Style(.title) : Style(.muted)
    frame.write(line, at: area.point(0, index), width: area.columns, align: .centre, style)
  }
}

extension Glyphs {
  /// Bars as lines: full blocks in neighbouring rows would run into one another and drown the countdowns.
  fileprivate var withThinBars: Glyphs {
    guard barParts.count > 1 else { return self }
    var glyphs = self
    (glyphs.barParts, glyphs.barTrack) = (["━"], "─")
    return glyphs
  }
}

/// The keys that work here now, as many as fit, each whole.
private func drawFooter(_ model: Model, on frame: inout Frame) {
  let line = frame.bounds.split(bottom: 1).bottom
  frame.fill(line, Style(.footer))
  let scope = model.scope
  let commands = ConsoleCommand.all(in: scope).filter { $0.isPrompted && $0.availability(in: model) == .available }
  // What leads out and what explains must not be cut off by the rest.
  var always: Set<ConsoleCommand.ID> = [
    .help, .quit, .back, .nextPane, .filter, .leaveMessage, .letGo, .turnPlans, .showNames,
  ]
  // Where everybody begins, what leads to everything else.
  always.insert(scope == .board ? .palette : .sort)
  var taken: Set<Key> = []
  let prompts = commands.compactMap { command -> (command: ConsoleCommand, key: Key, width: Int)? in
    guard let key = command.promptedKey(in: model, but: taken) else { return nil }
    taken.insert(key)
    return (command, key, key.name.count + 1 + command.label.count)
  }
  var room = line.columns - 2 - prompts.filter { always.contains($0.command.id) }.reduce(0) { $0 + $1.width + 2 }
  var column = line.column + 1
  for (command, key, width) in prompts {
    if !always.contains(command.id) {
      guard width + 2 <= room else { continue }
      room -= width + 2
    }
    let used = frame.write(
      [Span(key.name, Style(.key, on: .footer)), Span(" \(command.label)", Style(.footer))],
      at: Point(column: column, row: line.row))
    frame.mark(
      Rect(column: column, row: line.row, columns: used, rows: 1), as: Clickable.key(key))
    column += used + 2
  }
}

extension ConsoleCommand {
  /// The key that the footer shows: the first one, unless that does something else first. On a field that is not the
  /// last, enter goes on to the next one.
  ///
  /// - Parameter taken: the keys of commands before it, which come first where two share one.
  fileprivate func promptedKey(in model: Model, but taken: Set<Key>) -> Key? {
    let keys = model.settings.keymap.keys(of: self, in: model.scope).filter { !taken.contains($0) }
    guard id == .submit, let form = model.typedForm, form.focus < form.fields.count - 1 else { return keys.first }
    return keys.first { $0 != .enter } ?? keys.first
  }
}

extension Model {
  /// Cells that a toast's text may take.
  fileprivate var toastRoom: Int { min(size.columns - 4, 110) - 4 }

  /// What went wrong ends with what to do about it, and what was done names all that moved: neither must be cut off.
  fileprivate func lines(of toast: Toast, ellipsis: String = "…") -> [String] {
    let words = toast.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    var lines = Wrap.lines(words, width: toastRoom)
    if lines.count > 3 {
      let rest = lines[2...].joined(separator: " ")
      lines[2...] = [Fit.truncated(rest, to: toastRoom, ellipsis: ellipsis)]
    }
    return lines
  }

  /// The rows that toasts take above the footer.
  var toastRows: [String] { toasts.flatMap { lines(of: $0) } }
}

/// Stacked above the footer at the right, where they hide the least.
private func drawToasts(_ model: Model, on frame: inout Frame) {
  let toasts = model.toasts
  var lowest = frame.size.rows - 2
  if case .commandLine = model.overlay { lowest -= 1 }
  for toast in toasts.reversed() {
    let mark =
      toast.kind == .failed ? frame.glyphs.crossed : toast.kind == .done ? frame.glyphs.check : frame.glyphs.bullet
    let role: Role = toast.kind == .failed ? .error : toast.kind == .done ? .success : .toast
    let room = model.toastRoom
    let lines = model.lines(of: toast, ellipsis: frame.glyphs.ellipsis)
    let width = min(room, lines.map { Width.of($0) }.max() ?? 0) + 4
    for (index, text) in lines.enumerated().reversed() {
      let line = Rect(column: frame.size.columns - width - 1, row: lowest, columns: width, rows: 1)
      frame.fill(line, Style(.toast))
      if index == 0 { frame.write(String(mark), at: line.point(1, 0), Style(role, on: .toast)) }
      frame.write(text, at: line.point(3, 0), Style(.toast), maxWidth: width - 4)
      lowest -= 1
    }
  }
}
