import EscalationDomain
import Screen

@testable import Console

/// What happens around the console: another hand in the store, the terminal, the program that runs lines.
extension Walk {
  /// Bo Chen acts too, mostly on what is looked at.
  func somebodyActs() {
    let ids = store.histories().compactMap { $0.events.first?.escalation }
    guard let id = random.oneIn(3) ? random.one(of: ids) : model.subject?.id ?? ids.first else { return }
    let commands: [Command] = [
      .note(text: "from elsewhere"), .assign(owner: "Dana Ruiz"), .assign(owner: "Bo Chen"), .assign(owner: nil),
      .changeSeverity(to: "S1", reason: nil), .changeSeverity(to: "S2", reason: nil), .acknowledge(note: nil),
      .resolve(Resolution(summary: "elsewhere")), .reopen(reason: "not over"),
      .amend(Amendment(title: "Another title")),
      .addContact(Contact(name: "Maria Vogel", role: "sponsor", email: "m@elsewhere.example")),
      .plan(.shift("M1", due: model.now + 7200, withDependents: true, reason: nil)), .plan(.start("M2")),
      .plan(.write(PlanChange(problem: "Another problem"), rootCause: nil)), .undo(event: nil),
    ]
    guard let command = random.one(of: commands) else { return }
    _ = try? store.perform(command, on: id, act: Act(actor: "Bo Chen", now: model.now))
    if random.oneIn(2) { send(.storeChanged) }
  }

  func settingsChange() {
    var settings = Settings()
    settings.density = random.oneIn(2) ? .compact : .normal
    settings.blinks = random.oneIn(2)
    settings.zones = random.oneIn(2) ? [.utc] : []
    send(random.oneIn(4) ? .settingsRefused("line 3: no such key") : .settingsChanged(settings))
  }

  /// What is the terminal's or a program's to do.
  func outside(_ effect: Effect) -> Message? {
    switch effect {
    case .editText(let text): return .textEdited(text + "\nand more", trouble: random.oneIn(3) ? "vi failed" : nil)
    case .editMessage(let draft):
      return .messageEdited(Letter.Text(subject: draft.subject, body: draft.body + " Anew."), trouble: nil)
    case .copyMessage: return .messageCopied("the message")
    case .writeMessage(_, let path, let over):
      return over || random.oneIn(2) ? .messageWritten(path) : .fileIsThere(path)
    case .postMessage(let draft, let id, _):
      return random.oneIn(3) ? .failed(effect, .other("no way out")) : .messagePosted(id, draft.message)
    case .minutesOut(_, .file(let path, let over)) where !over && random.oneIn(2): return .minutesFileIsThere(path)
    case .minutesOut: return random.oneIn(3) ? .failed(effect, .other("no way out")) : .minutesGone("they are out")
    case .loadVerbs: return .verbsLoaded(CommandLineTests.verbs)
    case .runCommandLine(let run): return .commandLineRan(run, ran(run))
    case .nextTheme: return .themeChanged("light")
    case .takeTheme(let name): return .themeChanged(name)
    default: return nil
    }
  }

  /// The program acts on its own: what it writes is no key's doing.
  private func ran(_ run: CommandLineRun) -> CommandLineResult {
    guard run.arguments.first == "ack", let id = run.arguments.dropFirst().first, model.access == .full else {
      return random.oneIn(2)
        ? CommandLineResult(status: 0, output: (1...30).map { "line \($0) 漢字" }.joined(separator: "\n"))
        : CommandLineResult(status: 2, output: "", errors: "warroom: no such verb")
    }
    let act = Act(actor: model.viewer.actor, now: model.now)
    let done = try? store.perform(.acknowledge(note: nil), on: EscalationID(id), act: act)
    return CommandLineResult(status: done == nil ? 1 : 0, output: "recorded", errors: "")
  }
}
