import CNcurses
import Glibc
import Screen

/// A terminal taken over for drawing, from `init` to `close()`. One thread alone uses it: ncurses knows no other way, which
/// is why it is not Sendable. There can be one at a time in a process.
///
/// The terminal is put back by `close()`, by `exit`, by a fatal signal or trap, and while the job is suspended.
public final class TerminalSession {
  public let capabilities: Capabilities
  /// For other threads to wake `events(timeout:)`.
  public let waker: Waker
  /// What the terminal can show now; follows `.resized`.
  public private(set) var size: Size

  private var painter: Painter
  private var input: InputLoop
  private var shown: (frame: Frame, theme: Theme)?
  private var waiting: (frame: Frame, theme: Theme)?
  private(set) var isOpen = true

  /// Takes over standard input and output. Sets the process's locale from its environment.
  public init() throws(TerminalError) {
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    guard let waker = Waker() else { throw .cannotOpen }
    switch cn_open() {
    case CN_OPENED: break
    case CN_NOT_A_TERMINAL: throw .notATerminal
    case CN_UNKNOWN_TERM: throw .unknownTerminal(name.isEmpty ? nil : name)
    case CN_INCAPABLE_TERM: throw .incapableTerminal(name)
    default: throw .cannotOpen
    }
    let colors = Int(cn_colors())
    capabilities = Capabilities(
      name: name, colors: colors, depth: Self.depth(colors: colors), isUTF8: cn_is_utf8())
    self.waker = waker
    size = Self.screenSize()
    painter = Painter(capabilities)
    input = InputLoop(waker: waker, described: DescribedKeys.all())
  }

  deinit { close() }

  /// Puts the terminal back. Calling it again does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    cn_close()
  }

  /// Shows a frame in a theme, sending only what differs from the one before. A terminal that takes no bytes now is not
  /// waited for: the newest frame is kept and sent by `events` once it does.
  public func draw(_ frame: Frame, _ theme: Theme) {
    guard isOpen else { return }
    guard InputLoop.takesOutput() else {
      waiting = (frame, theme)
      return
    }
    waiting = nil
    let isSameTheme = shown?.theme == theme
    if !isSameTheme { painter.forgetColors() }
    let earlier = isSameTheme ? shown?.frame : nil
    let runs = earlier.map { frame.changes(from: $0) } ?? frame.everything
    if let earlier, runs.isEmpty, frame.hasCursor(of: earlier) { return }
    cn_begin_page()
    painter.prepare(theme)
    for run in runs { painter.put(run, of: frame, theme) }
    if let place = frame.pointed {
      cn_show_cursor(Int32(place.row), Int32(place.column))
    } else {
      cn_hide_cursor(0, 0)
    }
    cn_flush_page()
    shown = (frame, theme)
  }

  /// Makes the next `draw` send everything, after something else may have written on the terminal.
  public func invalidate() {
    shown = nil
    cn_redraw()
  }

  /// Waits for something to happen, at most for `timeout` (nil: for ever), and answers all that did, in order. Answers
  /// nothing when the time is up. A lone Escape is answered within 25 ms of its byte.
  public func events(timeout: Duration?) -> [TerminalEvent] {
    guard isOpen else { return [.hangup] }
    var events: [TerminalEvent] = []
    for happening in input.wait(timeout: timeout, forOutput: waiting != nil) {
      switch happening {
      case .key(.control("z")): events.append(.suspend)
      case .key(let key): events.append(.key(key))
      case .woken: events.append(.woken)
      case .readable(let descriptor): events.append(.readable(descriptor))
      case .continued: events.append(.resumed)
      case .ended: events.append(.hangup)
      case .signal(let number): if let event = received(number) { events.append(event) }
      case .writable: if let (frame, theme) = waiting { draw(frame, theme) }
      }
    }
    return events
  }

  /// Adds a descriptor whose readability wakes the loop. It stays the caller's, who must `unwatch` before closing it.
  public func watch(_ descriptor: Int32) { input.watch(descriptor) }
  public func unwatch(_ descriptor: Int32) { input.unwatch(descriptor) }

  /// Gives the terminal back, stops the job as Ctrl-Z does, and returns when it is continued. `.resumed` follows, after
  /// `.resized` where the window changed meanwhile.
  public func suspend() {
    guard isOpen else { return }
    cn_suspend()
    startAnew()
  }

  /// Gives the terminal to another program while `body` runs, as it was before this one opened it, and takes it back
  /// whatever that left. `.resumed` follows, as after ``suspend()``.
  public func lend<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isOpen else { return try body() }
    cn_lend()
    defer {
      cn_take_back()
      startAnew()
    }
    return try body()
  }

  private func startAnew() {
    painter.forgetColors()
    shown = nil
    // The window's size may have changed unseen.
    input.expect(.signal(SIGWINCH))
    input.expect(.continued)
  }

  private func received(_ signal: Int32) -> TerminalEvent? {
    switch signal {
    case SIGWINCH: return followSize()
    case SIGTSTP: return .suspend
    case SIGHUP: return .hangup
    case SIGCONT:
      // Continued, whoever stopped it: the shell may have left other modes, and the screen is anybody's.
      cn_reclaim()
      painter.forgetColors()
      shown = nil
      input.expect(.signal(SIGWINCH))
      return .resumed
    default: return .terminate(signal: signal)
    }
  }

  private func followSize() -> TerminalEvent? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard cn_terminal_size(&columns, &rows) else { return nil }
    cn_resize(columns, rows)
    size = Self.screenSize()
    // Also when it is as before: in between it may have been another, and the terminal may have cut what it showed.
    invalidate()
    waiting = nil
    return .resized(size)
  }

  /// What ncurses can bring to this terminal: it speaks in palette entries, so exact colours need a palette that can be
  /// redefined.
  private static func depth(colors: Int) -> ColorDepth {
    let noColor = getenv("NO_COLOR").map { String(cString: $0) }
    let colorTerm = getenv("COLORTERM").map { String(cString: $0) }
    let wanted = ColorDepth(terminalColors: colors, noColor: noColor, colorTerm: colorTerm)
    if wanted == .full, colors < 256 || !cn_can_define_colors() {
      return ColorDepth(terminalColors: colors, noColor: noColor, colorTerm: nil)
    }
    return wanted
  }

  private static func screenSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    cn_screen_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }
}
