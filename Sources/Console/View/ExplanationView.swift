import EscalationDomain
import Screen

/// Where a clock's deadline comes from, over the place it was asked from.
enum ExplanationView {
  static func draw(_ model: Model, _ panel: ExplanationPanel, on frame: inout Frame) {
    let lines = lines(model, panel)
    let inside = frame.dialog(dialogSize(model, panel), title: "\(panel.id) · where this deadline comes from")
    frame.draw(lines, in: inside, offset: panel.offset)
    frame.lift(inside, to: .dialog)
  }

  /// Lines that show at once.
  static func height(_ model: Model, _ panel: ExplanationPanel) -> Int {
    min(dialogSize(model, panel).rows - 2, max(1, model.size.rows - 3))
  }

  static func lines(_ model: Model, _ panel: ExplanationPanel) -> [Line] {
    guard let record = model.records[panel.id] else { return [[Span("reading \(panel.id) …", .muted)]] }
    let named = panel.clock.flatMap { name in record.clocks.first { ExplanationPanel.ClockName($0) == name } }
    guard let clock = named ?? record.escalation.openClocks.mostUrgent() ?? record.clocks.first else {
      return [[Span("no clock has run yet", .muted)]]
    }
    guard let timeline = model.policies?.timeline(of: clock) else {
      return [[Span("its calendar, \(clock.calendar), is still being read", .muted)]]
    }
    let width = min(96, model.size.columns - 6)
    let explained = clock.explain(on: timeline, now: model.now).lines(zone: model.viewer.zone, now: model.now)
    let due = clock.deadline.map {
      wrapped([Span("due ", .label)], model.wallWords($0, of: record), .text, width: width)
    }
    return (due ?? []) + explained.flatMap { self.lines($0, width: width) }
  }

  /// What has a name before it goes on below its text.
  private static func lines(_ line: ExplainedLine, width: Int) -> [Line] {
    let style = style(line.kind)
    guard line.kind == .fact || line.kind == .sum || line.kind == .broken else {
      return Wrap.lines(line.text, width: width).map { [Span($0, style)] }
    }
    let name = Span(String(line.text.prefix(ExplainedLine.indent)), style)
    return wrapped([name], String(line.text.dropFirst(ExplainedLine.indent)), style, width: width)
  }

  private static func dialogSize(_ model: Model, _ panel: ExplanationPanel) -> Size {
    Size(columns: min(102, model.size.columns - 2), rows: min(lines(model, panel).count + 2, model.size.rows - 2))
  }

  private static func style(_ kind: ExplainedLine.Kind) -> Style {
    switch kind {
    case .heading: Style(.title)
    case .fact, .blank: .text
    case .counted: Style(.success)
    case .uncounted: Style(.muted)
    case .sum: Style(.accent)
    case .broken: Style(.error)
    }
  }
}
