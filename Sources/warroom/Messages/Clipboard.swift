import Foundation

/// The terminal's clipboard, by OSC 52. A terminal that does not allow it stays silent.
enum Clipboard {
  /// As much text as common terminals take: 100,000 bytes of the sequence, which is Base64.
  static let most = 74_994
  /// GNU screen passes no more on at once.
  private static let screenPiece = 512

  /// The descriptor of the terminal that the program shows itself on.
  static func terminal() throws -> Int32 {
    guard let terminal = [STDOUT_FILENO, STDERR_FILENO].first(where: { isatty($0) == 1 }) else {
      throw CommandFailure(.usage, "--copy needs a terminal, and this is none; --out and --pipe work anywhere")
    }
    return terminal
  }

  /// - Parameter what: as the sentence about one that is too long begins.
  static func check(_ text: String, _ what: String = "the message has") throws {
    if text.utf8.count > most {
      throw CommandFailure(
        .usage, "\(what) \(text.utf8.count) bytes and a terminal copies \(most) at most; use --out or --pipe")
    }
  }

  static func copy(_ text: String) throws {
    let sequence = sequence(text, ProcessInfo.processInfo.environment)
    if try terminal() == STDOUT_FILENO { Output.write(sequence) } else { Output.error(sequence) }
    ProcessEnd.writeError("copied \(text.utf8.count) bytes, where the terminal allows it (OSC 52)")
  }

  /// What a terminal is sent. A multiplexer keeps to itself what it understands, so it is asked to pass the same on: tmux
  /// does where `allow-passthrough` is set (and by itself where `set-clipboard` is on), GNU screen in small pieces only.
  static func sequence(_ text: String, _ environment: [String: String]) -> String {
    let plain = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}"
    if environment["TMUX"]?.isEmpty == false {
      return plain + "\u{1B}Ptmux;" + plain.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
    }
    guard environment["STY"]?.isEmpty == false else { return plain }
    let bytes = Array(plain.utf8)
    return stride(from: 0, to: bytes.count, by: screenPiece).map { start in
      "\u{1B}P" + String(decoding: bytes[start..<min(start + screenPiece, bytes.count)], as: UTF8.self) + "\u{1B}\\"
    }.joined()
  }
}
