import CNcurses
import Glibc

extension TerminalSession {
  /// Whether the mouse's buttons and wheel come as keys. Without, the terminal selects text with it, as it does by itself.
  public func useMouse(_ isWanted: Bool) { if isOpen { cn_mouse(isWanted) } }

  /// Sends a sequence that draws nothing, such as one for the clipboard, between two frames. False where the terminal
  /// takes no bytes now: then nothing was sent.
  public func send(_ sequence: String) -> Bool {
    guard isOpen, InputLoop.takesOutput() else { return false }
    var bytes = Array(sequence.utf8)[...]
    while !bytes.isEmpty {
      let sent = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if sent > 0 { bytes = bytes.dropFirst(sent) } else if errno != EINTR { return false }
    }
    return true
  }
}
