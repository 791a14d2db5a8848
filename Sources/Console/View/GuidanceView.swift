import EscalationDomain
import Screen

/// The playbook's advice over the place it was asked from, what fits the record first.
enum GuidanceView {
  static func draw(_ model: Model, _ panel: GuidancePanel, on frame: inout Frame) {
    let inside = frame.dialog(dialogSize(model, panel), title: "\(panel.id) · guidance")
    frame.draw(lines(model, panel), in: inside, offset: panel.offset)
    frame.lift(inside, to: .dialog)
  }

  /// Lines that show at once.
  static func height(_ model: Model, _ panel: GuidancePanel) -> Int {
    min(dialogSize(model, panel).rows - 2, max(1, model.size.rows - 3))
  }

  static func lines(_ model: Model, _ panel: GuidancePanel) -> [Line] {
    guard let record = model.records[panel.id] else { return [[Span("reading \(panel.id) …", .muted)]] }
    guard let playbook = model.policies?.playbook(record.escalation.playbook, edition: record.escalation.edition)
    else { return [[Span("its playbook is still being read", .muted)]] }
    let width = textWidth(model)
    let fits = record.escalation.guidance(of: playbook)
    if fits.isEmpty { return [[Span("its playbook has no guidance", .muted)]] }
    return Array(fits.map { card($0, width: width) }.joined(separator: [[]]))
  }

  private static func card(_ fit: GuidanceFit, width: Int) -> [Line] {
    var lines: [Line] = Wrap.lines(fit.card.title, width: width).map { [Span($0, .title)] }
    if !fit.reasons.isEmpty {
      let why = fit.reasons.map(\.words).joined(separator: " · ")
      lines += Wrap.lines("fits now: \(why)", width: width).map { [Span($0, .accent)] }
    }
    lines += fit.card.approach.flatMap { wrapped([Span("  ")], $0, .text, width: width) }
    lines += fit.card.dos.flatMap { wrapped([Span("  do     ", .success)], $0, .text, width: width) }
    lines += fit.card.donts.flatMap { wrapped([Span("  don't  ", .error)], $0, .text, width: width) }
    for part in fit.card.parts {
      lines += Wrap.lines(part.heading, width: width - 2).map { [Span("  "), Span($0, .accent)] }
      lines += part.lines.flatMap { wrapped([Span("  - ")], $0, .text, width: width) }
    }
    return lines
  }

  private static func textWidth(_ model: Model) -> Int { min(88, model.size.columns - 10) }

  private static func dialogSize(_ model: Model, _ panel: GuidancePanel) -> Size {
    Size(columns: textWidth(model) + 6, rows: min(lines(model, panel).count + 2, model.size.rows - 2))
  }
}

extension GuidanceFit.Reason {
  fileprivate var words: String {
    switch self {
    case .competitor(let name): "competitor \(name)"
    case .signal(_, let label): "signal \(label)"
    case .step(_, let label): "step \(label)"
    case .template(_, let label): "next message \(label)"
    }
  }
}
