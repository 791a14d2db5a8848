import Console
import Dispatch
import EscalationDomain
import Foundation
import Messages
import Screen
import Terminal

/// What becomes of messages outside: the editor and the clipboard need the terminal, files and the team's command take
/// their time and are waited for elsewhere.
struct Outbox {
  let terminal: TerminalSession
  let store: StoreThread
  private let queue = DispatchQueue(label: "outbox", qos: .userInitiated, attributes: .concurrent)

  init(terminal: TerminalSession, store: StoreThread) {
    self.terminal = terminal
    self.store = store
  }

  /// The editor has the terminal until it ends.
  func edit(_ draft: MessageDraft) -> Message { terminal.lend { MessageEditor.answer(to: draft) } }

  func edit(_ text: String) -> Message { terminal.lend { MessageEditor.answer(to: text) } }

  func copy(_ draft: MessageDraft) -> Message {
    let text = draft.text
    let size = text.utf8.count
    guard size <= Clipboard.most else {
      return .failed(
        .copyMessage(draft),
        .other("it has \(size) bytes and a terminal copies \(Clipboard.most) at most; write it to a file instead"))
    }
    guard terminal.send(Clipboard.sequence(text, ProcessInfo.processInfo.environment)) else {
      return .failed(.copyMessage(draft), .other("the terminal takes nothing now; copy it again"))
    }
    let what = draft.subject.isEmpty ? "the text" : "subject and text"
    return .messageCopied("copied \(what), \(size) bytes, where the terminal allows it (OSC 52)")
  }

  func write(_ draft: MessageDraft, to path: String, over: Bool) {
    let (store, whole) = (store, URL(fileURLWithPath: NSString(string: path).expandingTildeInPath).path)
    queue.async {
      do {
        if !over, FileManager.default.fileExists(atPath: whole) { return store.post(.fileIsThere(path)) }
        _ = try MessageFile.write(draft.text, to: whole, over: over)
        store.post(.messageWritten(whole))
      } catch {
        store.post(.failed(.writeMessage(draft, to: path, over: over), .other(Outbox.sentence(error))))
      }
    }
  }

  func post(_ draft: MessageDraft, about id: EscalationID, emails: [String]) {
    let store = store
    queue.async {
      do {
        try MessagePipe.sendApart(draft, about: id.text, emails: emails)
        store.post(.messagePosted(id, draft.message))
      } catch {
        store.post(.failed(.postMessage(draft, of: id, emails: emails), .other(Outbox.sentence(error))))
      }
    }
  }

  /// Does what takes its time elsewhere, and posts what came of it.
  func aside(_ minutes: Minutes, _ way: MinutesOut, _ work: @escaping @Sendable () throws -> Message) {
    let store = store
    queue.async {
      do {
        store.post(try work())
      } catch {
        store.post(.failed(.minutesOut(minutes, way), .other(Outbox.sentence(error))))
      }
    }
  }

  private static func sentence(_ error: any Error) -> String {
    Visible.text(CommandFailure(describing: error)?.sentence ?? "\(error)", newlines: .space)
  }
}
