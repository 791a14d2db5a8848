import ArgumentParser
import EscalationDomain
import Foundation
import Messages

/// What becomes of a message besides its line in the log.
struct DeliveryOptions: ParsableArguments {
  @Flag(help: "Go over it in $VISUAL or $EDITOR first; an empty text cancels it.") var edit = false
  @Flag(help: "Copy it to the clipboard of the terminal (OSC 52).") var copy = false
  @Option(help: ArgumentHelp("Write it to a new file.", valueName: "file")) var out: String?
  @Flag(help: "Let --out write over a file.") var force = false
  @Flag(help: "Give it to the command in $WARROOM_MESSAGE_COMMAND.") var pipe = false

  /// Whether it goes anywhere but into the log.
  var isAny: Bool { copy || out != nil || pipe }

  /// What cannot work is said before anybody is asked for anything.
  func check() throws {
    if force, out == nil { throw CommandFailure(.usage, "--force belongs to --out FILE") }
    if out?.isEmpty ?? false { throw CommandFailure(.usage, "--out names no file") }
    if copy { _ = try Clipboard.terminal() }
    if pipe { _ = try MessagePipe.command() }
    if let out, !force, FileManager.default.fileExists(atPath: out) { throw MessageFile.isThere(out) }
  }

  /// Copies, writes and pipes, the command last: it alone cannot be taken back.
  func deliver(_ draft: MessageDraft, about id: String, emails: [String]) throws {
    let text = draft.text
    if copy { try Clipboard.check(text) }
    let written = try out.map { try MessageFile.write(text, to: $0, over: force) }
    do {
      if copy { try Clipboard.copy(text) }
      if pipe { try MessagePipe.send(draft, about: id, emails: emails) }
    } catch {
      if written == .new, let out { try? FileManager.default.removeItem(atPath: out) }
      throw error
    }
  }
}

extension MessageDraft {
  private static let head = "Subject: "

  /// As it is read outside: the subject, if there is one, in a line of its own before the body.
  var text: String {
    (subject.isEmpty ? "" : "\(MessageDraft.head)\(subject)\n\n") + body + "\n"
  }

  /// The same of a text that may hold anything, without what a terminal would act on.
  static func left(in text: String) -> (subject: String, body: String) {
    let (subject, body) = parts(of: text)
    return (MessageText.subject(subject), MessageText.body(body))
  }

  /// The subject's line and the body of a text that was gone over.
  static func parts(of text: String) -> (subject: String, body: String) {
    let line = text.prefix { !$0.isNewline }
    guard line.lowercased().hasPrefix(head.lowercased().dropLast()) else { return ("", text) }
    return (String(line.dropFirst(head.count - 1)), String(text.dropFirst(line.count)))
  }
}
