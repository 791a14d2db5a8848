import Console
import EscalationDomain
import Foundation

extension MessageEditor {
  /// The same for a console: whatever becomes of the editor, the text is never lost.
  static func answer(to draft: MessageDraft) -> Message {
    func failed(_ sentence: String) -> Message { .failed(.editMessage(draft), .other(sentence)) }
    do {
      let (status, _, data) = try run(on: draft)
      let text = data.flatMap { String(validating: $0, as: UTF8.self) }.map(MessageDraft.left)
      let saved = text.map { Letter.Text(subject: $0.subject, body: $0.body) }
      guard status == 0 else {
        let how = ending(status)
        // One that crashed had no say in it: what it had saved counts. Any other status takes the text back.
        if status > 128, let saved, !saved.body.isEmpty, saved.body != draft.body || saved.subject != draft.subject {
          return .messageEdited(saved, trouble: "\(how); what it had saved is here")
        }
        return failed("\(how); the text is as it was")
      }
      guard data != nil else { return failed("the editor took its file away; the text is as it was") }
      guard let saved else { return failed("the edited text is no UTF-8; the text is as it was") }
      guard !saved.body.isEmpty else { return failed("the editor left nothing; the text is as it was") }
      return .messageEdited(saved, trouble: nil)
    } catch {
      return failed(CommandFailure(describing: error)?.sentence ?? "\(error)")
    }
  }

  /// The text of a field as its writer left it; an empty one empties the field.
  static func answer(to text: String) -> Message {
    func failed(_ sentence: String) -> Message { .failed(.editText(text), .other(sentence)) }
    do {
      let (status, _, data) = try run(on: text)
      let saved = data.flatMap { String(validating: $0, as: UTF8.self) }
      guard status == 0 else {
        let how = ending(status)
        if status > 128, let saved, saved != text {
          return .textEdited(saved, trouble: "\(how); what it had saved is here")
        }
        return failed("\(how); the text is as it was")
      }
      guard data != nil else { return failed("the editor took its file away; the text is as it was") }
      guard let saved else { return failed("the edited text is no UTF-8; the text is as it was") }
      return .textEdited(saved, trouble: nil)
    } catch {
      return failed(CommandFailure(describing: error)?.sentence ?? "\(error)")
    }
  }

  private static func ending(_ status: Int32) -> String {
    switch status {
    case 126, 127: "the editor “\(Session.editor)” cannot be started; set $VISUAL or $EDITOR"
    case 129...: "the editor “\(Session.editor)” was ended by signal \(status - 128)"
    default: "the editor “\(Session.editor)” ended with \(status)"
    }
  }
}
