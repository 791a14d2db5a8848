import EscalationDomain
import Messages
import Screen

extension Model {
  /// Asks the world for what a key means in a letter. What cannot be was refused before.
  mutating func useLetter(_ command: ConsoleCommand.ID) -> [Effect] {
    guard case .compose(let composer) = overlay, var letter = composer.letter else { return [] }
    fill(&letter)
    guard let draft = letter.draft else { return [] }
    letter.failure = nil
    // Time alone may have taken something away: a promise that has passed.
    if command != .editMessage, let obstacle = letter.obstacle {
      changeLetter { old, _ in old = letter }
      tell(.told, "\(letter.title): \(obstacle)")
      return []
    }
    switch command {
    case .editMessage:
      changeLetter { old, _ in old = letter }
      return [.editMessage(draft)]
    case .copyMessage:
      changeLetter { old, _ in old = letter }
      return [.copyMessage(draft)]
    case .writeMessage:
      let path = FormField(
        .file, "File", text: Model.fileName(of: letter), hint: "where it goes: a path, ~ is your home", required: true)
      changeLetter { old, step in
        old = letter
        step = .naming(Form(.file, on: old.subject, fields: [path]))
      }
      return []
    case .postMessage: return weigh(letter, draft.message, .command)
    case .logMessage: return weigh(letter, draft.message, .byHand)
    default: return []
    }
  }

  /// The rules first: nothing goes out that the log would refuse.
  private mutating func weigh(_ letter: Letter, _ message: SentMessage, _ way: Letter.Way) -> [Effect] {
    changeLetter { old, _ in
      old = letter
      old.phase = .weighing(way, message)
    }
    return [.weighMessage(message, of: letter.subject.id)]
  }

  /// `y`: gives it to the command, or to the log.
  mutating func confirmSending() -> [Effect] {
    guard case .compose(let composer) = overlay, let letter = composer.letter else { return [] }
    switch composer.step {
    case .replacing(let form): return writeFile(form, over: true)
    case .asking(let way, let message, _):
      changeLetter { letter, step in
        letter.phase = way == .command ? .posting(message) : .logging(message)
        letter.failure = nil
        step = .reading
      }
      guard way == .command, var draft = letter.draft else {
        return [.perform(.send(message), on: letter.subject.id)]
      }
      (draft.subject, draft.body, draft.to) = (message.subject, message.body, message.to)
      draft.channel = message.channel
      let emails = composition(for: letter.subject.id)?.emails(of: draft) ?? []
      return [.postMessage(draft, of: letter.subject.id, emails: emails)]
    case .choosing, .reading, .filling, .naming: return []
    }
  }

  mutating func writeFile(_ form: Form, over: Bool) -> [Effect] {
    guard case .compose(var composer) = overlay, let draft = composer.letter?.draft else { return [] }
    var form = form
    form.problems = form.check(reading(for: form))
    form.failure = nil
    if form.problems.isEmpty { form.phase = .performing }
    composer.step = .naming(form)
    overlay = .compose(composer)
    guard let path = form.text(.file).nonEmpty, form.problems.isEmpty else { return [] }
    return [.writeMessage(draft, to: path, over: over)]
  }

  /// `W-12-status.txt`, of what any file system takes.
  private static func fileName(of letter: Letter) -> String {
    let name = "\(letter.subject.id)-\(letter.template.id)"
    return String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" }) + ".txt"
  }
}
