import ArgumentParser
import EscalationDomain
import Foundation
import Interchange

/// Where minutes go besides the screen: the same ways as messages.
struct MinutesDelivery: ParsableArguments {
  @Flag(help: "Copy them to the clipboard of the terminal (OSC 52).") var copy = false
  @Option(help: ArgumentHelp("Write them to a new file.", valueName: "file")) var out: String?
  @Flag(help: "Let --out write over a file.") var force = false
  @Flag(help: "Give them to the command in $WARROOM_MESSAGE_COMMAND.") var pipe = false

  var isAny: Bool { copy || out != nil || pipe }

  /// What cannot work is said before anything is read.
  func check() throws {
    if force, out == nil { throw CommandFailure(.usage, "--force belongs to --out FILE") }
    if out?.isEmpty ?? false { throw CommandFailure(.usage, "--out names no file") }
    if copy { _ = try Clipboard.terminal() }
    if pipe { _ = try MessagePipe.command() }
    if let out, !force, FileManager.default.fileExists(atPath: out) { throw MessageFile.isThere(out) }
  }

  /// The command last: it alone cannot be taken back.
  func deliver(_ text: String, of room: RoomID, as format: MinutesFormat) throws {
    if copy { try Clipboard.check(text, "the minutes have") }
    let written = try out.map { try MessageFile.write(text, to: $0, over: force) }
    do {
      if copy { try Clipboard.copy(text) }
      if pipe {
        try MessagePipe.send(
          text, subject: "War room \(room)",
          variables: ["WARROOM_SESSION": room.text, "WARROOM_FORMAT": format.rawValue])
      }
    } catch {
      if written == .new, let out { try? FileManager.default.removeItem(atPath: out) }
      throw error
    }
    if let out { ProcessEnd.writeError("minutes of \(room) written to \(Output.visible(out))") }
    if pipe { ProcessEnd.writeError("minutes of \(room) given to the message command") }
  }
}
