import EscalationDomain
import Screen

extension Model {
  mutating func openCommandLine() -> [Effect] {
    overlay = .commandLine(CommandLinePanel())
    return verbs == nil ? [.loadVerbs] : []
  }

  mutating func typeInLine(_ key: Key) {
    guard case .commandLine(var panel) = overlay, panel.running == nil, !panel.isWaiting else { return }
    // Backspace on an empty line leaves it, as it does in editors.
    if key == .backspace, panel.field.isEmpty {
      overlay = nil
      return
    }
    guard panel.field.handle(key) else { return }
    panel.completion = nil
    panel.recalled = nil
    overlay = .commandLine(panel)
  }

  mutating func runLine() -> [Effect] {
    guard case .commandLine(var panel) = overlay, panel.running == nil else { return [] }
    let line = panel.field.text
    panel.completion = nil
    // Without the verbs it is not known where an id is wanted.
    if verbs == nil {
      panel.isWaiting = true
      overlay = .commandLine(panel)
      return [.loadVerbs]
    }
    panel.isWaiting = false
    overlay = .commandLine(panel)
    switch CommandLineMeaning(line, in: self) {
    case .nothing: overlay = nil
    case .refused(let reason): tell(.failed, reason)
    case .key(let id):
      keepLine(line)
      overlay = nil
      if let command = ConsoleCommand.all(in: scope).first(where: { $0.id == id }), let key = command.keys.first {
        return start(command, key)
      }
    case .theme(let theme):
      keepLine(line)
      overlay = nil
      return [.takeTheme(theme)]
    case .go(let id):
      keepLine(line)
      overlay = nil
      return openEscalation(id)
    case .run(let arguments):
      keepLine(line)
      let run = CommandLineRun(line: line, arguments: arguments, columns: OutputView.width(self))
      panel.running = run
      overlay = .commandLine(panel)
      board.changesAreOwn = true
      return [.runCommandLine(run)]
    }
    return []
  }

  private mutating func keepLine(_ line: String) {
    var habits = desk.habits ?? Habits()
    habits.ran(line: line)
    desk.habits = habits
  }

  /// Whether the open line is being run.
  var hasRunningLine: Bool {
    if case .commandLine(let panel) = overlay { return panel.running != nil }
    return false
  }

  mutating func verbsLoaded(_ table: VerbTable) -> [Effect] {
    verbs = table
    guard case .commandLine(let panel) = overlay, panel.isWaiting else { return [] }
    return runLine()
  }

  /// The verbs could not be read, or nothing could be started: the line can be typed in again.
  mutating func lineFailed() {
    guard case .commandLine(var panel) = overlay else { return }
    panel.running = nil
    panel.isWaiting = false
    overlay = .commandLine(panel)
  }

  /// What was said is told in a toast where it is short, else in a panel; a line that failed can be mended.
  mutating func commandLineRan(_ run: CommandLineRun, _ result: CommandLineResult) -> [Effect] {
    let isOpen: Bool =
      if case .commandLine(let panel) = overlay { panel.running == run } else { false }
    lineFailed()
    let lines = result.lines
    let short = lines.map { Visible.text($0, newlines: .space).trimmed }.joined(separator: " · ")
    let isShort = lines.count <= 1 || lines.count == 2 && Width.of(short) <= min(100, size.columns - 8)
    if result.status != 0 { tell(.failed, result.reason) }
    if isShort {
      if result.status == 0 { tell(.done, short.nonEmpty ?? "done: \(run.line)") }
      if result.status == 0, isOpen { overlay = nil }
    } else if isOpen || overlay == nil {
      overlay = .output(OutputPanel(title: run.line, text: lines))
    } else {
      tell(.told, "\(run.line): \(lines[0]) · and \(lines.count - 1) lines more")
    }
    board.changesAreOwn = true
    return board.reload() + records.refresh()
  }

  /// Puts the next or the previous word that fits where the cursor is.
  mutating func completeLine(_ step: Int) {
    guard case .commandLine(var panel) = overlay, panel.running == nil else { return }
    var completion: CommandLinePanel.Completion
    if let known = panel.completion {
      completion = known
      completion.index += step
    } else {
      completion = CommandLinePanel.completion(of: panel.field.text, in: self)
      completion.index = step > 0 ? 0 : -1
    }
    let count = completion.candidates.count
    guard count > 0 else { return }
    completion.index = (completion.index + count) % count
    let isOnly = count == 1
    panel.field = TextField(completion.lead + completion.candidates[completion.index] + (isOnly ? " " : ""))
    panel.completion = isOnly ? nil : completion
    overlay = .commandLine(panel)
  }

  /// Through the lines that were run before and begin as what was typed.
  mutating func recallLine(earlier: Bool) {
    guard case .commandLine(var panel) = overlay, panel.running == nil else { return }
    if panel.recalled == nil { panel.typed = panel.field.text }
    let lines = desk.habits?.commandLines ?? []
    let here = panel.recalled ?? -1
    let fits = lines.indices.filter { lines[$0].hasPrefix(panel.typed) && lines[$0] != panel.typed }
    let next = earlier ? fits.first { $0 > here } : fits.last { $0 < here }
    if next == nil, earlier { return }
    panel.recalled = next
    panel.completion = nil
    panel.field = TextField(next.map { lines[$0] } ?? panel.typed)
    overlay = .commandLine(panel)
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
