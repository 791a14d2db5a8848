import EscalationDomain
import Screen

/// The keys and what they do, narrowed by what is typed.
enum HelpView {
  static func draw(_ model: Model, _ panel: HelpPanel, on frame: inout Frame) {
    let size = frame.size
    let inside = frame.dialog(dialogSize(size), title: "Keys")
    let (top, rest) = inside.split(top: 2)
    frame.draw(lines(model), in: rest, offset: panel.offset)
    frame.lift(inside, to: .dialog)
    frame.draw(panel.filter, at: top.origin, width: top.columns, placeholder: "type to narrow down")
  }

  /// Lines that show at once.
  static func height(_ size: Size) -> Int { max(1, dialogSize(size).rows - 4) }

  private static func dialogSize(_ size: Size) -> Size {
    Size(columns: min(92, size.columns - 4), rows: max(8, size.rows - 4))
  }

  /// What can be asked for where the help was.
  private static func filterTerms(_ model: Model, _ words: [Substring], width: Int) -> [Line] {
    guard let subject = model.filterLine?.subject else { return [] }
    let found = FilterReference.terms(of: subject).filter { entry in
      let text = "\(entry.term) \(entry.meaning)".lowercased()
      return words.allSatisfy(text.contains)
    }
    return found.flatMap { entry in
      wrapped([Span("  " + Fit.padded(entry.term, to: 20) + " ", .match)], entry.meaning, .text, width: width)
    }
  }

  /// What works where the help was asked for, then what works elsewhere.
  static func lines(_ model: Model) -> [Line] {
    guard case .help(let panel) = model.overlay else { return [] }
    let words = panel.filter.text.lowercased().split(separator: " ")
    let width = dialogSize(model.size).columns - 6
    let here = model.filterLine?.field == nil ? here(model) : .filter
    var lines: [Line] = []
    var told: Set<ConsoleCommand.Documented> = []
    for scope in [here] + ConsoleCommand.Scope.allCases.filter({ $0 != here }) {
      var section: [Line] = []
      for (group, commands) in ConsoleCommand.grouped(in: scope, keymap: model.settings.keymap) {
        let found = commands.filter { command in
          let text = [command.keyNames, command.label, command.help, command.verb ?? "", command.synonyms]
            .joined(separator: " ").lowercased()
          // What is the same in several places is told once.
          return words.allSatisfy(text.contains) && told.insert(command.shown).inserted
        }
        guard !found.isEmpty else { continue }
        if scope == here { section.append([Span(group.title, .label)]) }
        for command in found {
          section += wrapped(
            [Span("  " + Fit.padded(command.keyNames, to: 20) + " ", .key)], command.help, .text, width: width)
        }
        if scope == here { section.append([]) }
      }
      if scope == .filter { section += filterTerms(model, words, width: width) }
      guard !section.isEmpty else { continue }
      if scope != here { lines.append([Span(scope.title, .label)]) }
      lines += section
      if scope != here { lines.append([]) }
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.isEmpty ? [[Span("no key has these words", .muted)]] : lines
  }

  private static func here(_ model: Model) -> ConsoleCommand.Scope {
    switch model.place {
    case .board: .board
    case .escalation: .escalation
    case .plans: .plans
    case .room: .room
    case .register: model.register.risk == nil ? .register : .risk
    }
  }
}
