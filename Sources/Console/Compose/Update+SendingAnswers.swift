import EscalationDomain
import Messages
import Screen

extension Model {
  /// What the editor left. An unchanged text stays tied to its fields.
  mutating func messageEdited(_ text: Letter.Text, trouble: String?) {
    var isChanged = false
    changeLetter { letter, _ in
      letter.failure = trouble
      guard let draft = letter.draft, draft.subject != text.subject || draft.body != text.body else { return }
      letter.edited = text
      isChanged = true
    }
    guard isChanged else { return }
    refreshComposer()
    if trouble == nil { tell(.done, "the text is as you left it in the editor") }
  }

  mutating func messageWritten(_ path: String) {
    changeLetter { _, step in if case .naming = step { step = .reading } }
    tell(.done, "written to \(path); it is not logged as sent yet")
  }

  mutating func fileIsThere(_ path: String) {
    changeLetter { _, step in
      guard case .naming(var form) = step, form.text(.file).nonEmpty == path else { return }
      form.phase = .editing
      step = .replacing(form)
    }
  }

  mutating func messageCopied(_ what: String) { tell(.done, "\(what); it is not logged as sent yet") }

  /// The rules let it go: now its writer is asked.
  mutating func messageWeighed(_ id: EscalationID, _ message: SentMessage, _ moves: [DeadlineMove]) {
    guard case .compose(let composer) = overlay, composer.subject.id == id else { return }
    changeLetter { letter, step in
      guard case .weighing(let way, message) = letter.phase else { return }
      letter.phase = .open
      step = .asking(way, message, moves)
    }
  }

  /// The command took it: it is logged, whether anybody still looks at it or not.
  mutating func messagePosted(_ id: EscalationID, _ message: SentMessage) -> [Effect] {
    var isFound = false
    changeLetter(of: id, with: message) { letter in
      letter.phase = .logging(message)
      letter.isOut = true
      isFound = true
    }
    return isFound ? [.perform(.send(message), on: id)] : []
  }

  /// What was logged is no draft any more.
  mutating func messageLogged(_ id: EscalationID, _ performed: Performed) {
    let sent = performed.events.compactMap { event -> SentMessage? in
      if case .messageSent(let message) = event.fact { message } else { nil }
    }
    guard !sent.isEmpty else { return }
    func isLogged(_ letter: Letter) -> Bool {
      guard letter.subject.id == id, case .logging(let message) = letter.phase else { return false }
      return sent.contains { $0.template == message.template && $0.body == message.body.nonEmpty }
    }
    letters = letters.filter { !isLogged($0.value) }
    if case .compose(let composer) = overlay, let letter = composer.letter, isLogged(letter) { overlay = nil }
  }

  /// An effect of a letter that could not be done; nothing of it is lost. Answers whether it was one of a letter.
  mutating func letterFailed(_ effect: Effect, _ sentence: String) -> Bool {
    switch effect {
    case .editMessage, .copyMessage: changeLetter { letter, _ in letter.failure = sentence }
    case .writeMessage:
      changeLetter { _, step in
        guard case .naming(var form) = step else { return }
        form.phase = .editing
        form.problems[.file] = sentence
        step = .naming(form)
      }
    case .weighMessage:
      changeLetter { letter, _ in
        guard case .weighing = letter.phase else { return }
        letter.phase = .open
        letter.failure = sentence
      }
    case .postMessage(let draft, let id, _): returned(id, draft.message, sentence)
    case .perform(.send(let message), let id): returned(id, message, sentence)
    default: return false
    }
    return true
  }

  private mutating func returned(_ id: EscalationID, _ message: SentMessage, _ sentence: String) {
    var words = sentence
    changeLetter(of: id, with: message) { letter in
      letter.phase = .open
      if letter.isOut { words = "the message went out but is not logged: \(sentence)" }
      letter.failure = words
    }
    if case .compose(let composer) = overlay, composer.letter?.subject.id == id { return }
    tell(.failed, "\(id): \(words)")
  }

  /// Changes the letter whose message is on its way, open or left.
  private mutating func changeLetter(
    of id: EscalationID, with message: SentMessage, _ change: (inout Letter) -> Void
  ) {
    for (name, letter) in letters where letter.subject.id == id && letter.phase.message == message {
      letters[name].map { old in
        var new = old
        change(&new)
        letters[name] = new
      }
    }
    guard case .compose(var composer) = overlay, var letter = composer.letter, letter.subject.id == id,
      letter.phase.message == message
    else { return }
    change(&letter)
    composer.letter = letter
    overlay = .compose(composer)
  }
}
