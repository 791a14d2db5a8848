import Console
import EscalationDomain
import Foundation
import Interchange
import Messages

/// Minutes of a session on their way outside.
extension Outbox {
  /// The answer, where there is one at once; files and the team's command take their time.
  func take(_ minutes: Minutes, _ way: MinutesOut) -> Message? {
    func text(_ format: MinutesFormat) -> String { format.text(of: minutes, visible: Output.visible) }
    switch way {
    case .copy: return copy(text(.md), of: minutes)
    case .file(let path, let over):
      let text = text(MinutesFormat(fileName: path))
      aside(minutes, way) {
        let whole = NSString(string: path).expandingTildeInPath
        if !over, FileManager.default.fileExists(atPath: whole) { return .minutesFileIsThere(path) }
        _ = try MessageFile.write(text, to: whole, over: over)
        return .minutesGone("minutes of \(minutes.room.id) written to \(whole)")
      }
    case .command:
      let text = text(.md)
      aside(minutes, way) {
        try MessagePipe.sendApart(
          text, subject: "War room \(minutes.room.id)",
          variables: ["WARROOM_SESSION": minutes.room.id.text, "WARROOM_FORMAT": MinutesFormat.md.rawValue])
        return .minutesGone("the message command took the minutes of \(minutes.room.id)")
      }
    }
    return nil
  }

  private func copy(_ text: String, of minutes: Minutes) -> Message {
    let size = text.utf8.count
    guard size <= Clipboard.most else {
      return .failed(
        .minutesOut(minutes, .copy),
        .other("they have \(size) bytes and a terminal copies \(Clipboard.most) at most; write them to a file instead"))
    }
    guard terminal.send(Clipboard.sequence(text, ProcessInfo.processInfo.environment)) else {
      return .failed(.minutesOut(minutes, .copy), .other("the terminal takes nothing now; copy them again"))
    }
    return .minutesGone("copied the minutes, \(size) bytes, where the terminal allows it (OSC 52)")
  }
}

extension MinutesFormat {
  /// The form that a file's name asks for; Markdown where it asks for none.
  fileprivate init(fileName: String) {
    switch fileName.split(separator: ".").last?.lowercased() {
    case "html", "htm": self = .html
    case "txt": self = .text
    case "json": self = .json
    default: self = .md
    }
  }
}
