import EscalationDomain
import Foundation
import Messages

/// A person's editor on a message that is about to go out.
enum MessageEditor {
  /// The draft as its writer left it. An empty text, or an editor that fails, cancels it.
  static func edit(_ draft: MessageDraft) throws -> MessageDraft {
    let (status, path, data) = try run(on: draft)
    guard status == 0 else {
      throw CommandFailure(.inputOutput, "the editor “\(Session.editor)” ended with \(status); nothing was sent")
    }
    guard let data else {
      throw CommandFailure(.inputOutput, "the edited message is gone from \(path); nothing was sent")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandFailure(.badData, "the edited message is no UTF-8; nothing was sent")
    }
    let left = MessageDraft.left(in: text)
    let edited = draft.edited(subject: left.subject, body: left.body)
    guard !edited.body.isEmpty else {
      throw CommandFailure(.refused, "the message was left empty; nothing was sent")
    }
    return edited
  }

  /// The editor's status, and what is in the file that it was given. The file is gone by then.
  static func run(on draft: MessageDraft) throws -> (status: Int32, path: String, data: Data?) {
    try run(on: draft.text)
  }

  static func run(on text: String) throws -> (status: Int32, path: String, data: Data?) {
    let (path, file) = try MessageFile.temporary(text)
    close(file)
    defer { unlink(path) }
    // The editor may come with options of its own; the path is handed over as a word, never as shell text.
    let status = try ChildProcess.run("\(Session.editor) \"$1\"", words: [path])
    return (status, path, FileManager.default.contents(atPath: path))
  }
}
