// Terminal: a real terminal through ncurses. Frames out, keys and signals in. It must not know what a frame shows or what
// a key means, and one thread alone uses a session; only a `Waker` may cross threads.
import Screen

/// Why a terminal cannot be drawn on.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is a file, a pipe or nothing.
  case notATerminal
  /// There is no description of the terminal that `TERM` names; nil when it names none.
  case unknownTerminal(String?)
  /// The terminal is known, and its cursor cannot be moved.
  case incapableTerminal(String)
  /// The system refused a pipe, or ncurses failed for a reason that it does not tell.
  case cannotOpen
}

/// What a terminal can do.
public struct Capabilities: Hashable, Sendable {
  /// As `TERM` names it.
  public let name: String
  /// How many colours it is described with; 1 for none.
  public let colors: Int
  /// How many are used: its own count, `COLORTERM` and `NO_COLOR` considered. `.full` only where its palette can be
  /// redefined, which is how ncurses brings exact colours to it.
  public let depth: ColorDepth
  /// The locale is UTF-8, so that text beyond ASCII may be written.
  public let isUTF8: Bool

  /// The drawing characters that suit it.
  public var glyphs: Glyphs { isUTF8 ? .unicode : .ascii }
}

/// What reached the loop.
public enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// The window has this size now, perhaps as before; the next frame should have it too, and is sent whole.
  case resized(Size)
  /// Ctrl-Z or SIGTSTP: save what must be saved, then call `suspend()`.
  case suspend
  /// The process was continued; the next frame is sent whole.
  case resumed
  /// SIGTERM or SIGINT, by its number: leave.
  case terminate(signal: Int32)
  /// The terminal is gone (SIGHUP, end of input): leave at once, and draw no more.
  case hangup
  /// A `Waker` was used, once or several times.
  case woken
  /// A watched descriptor has something to read.
  case readable(Int32)
}
