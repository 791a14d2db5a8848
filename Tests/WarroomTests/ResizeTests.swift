import Foundation
import Testing

extension OnTerminal {
  @Suite struct `Another size` {
    @Test func `is followed, and one too small is told so`() throws {
      try withTmux { program, terminal in
        try terminal.line(start(program))
        try terminal.wait("a board") { $0.contains("Login fails") && $0.contains("quit") }
        for (columns, rows) in [(200, 50), (61, 17)] {
          try terminal.resize(columns: columns, rows: rows)
          try terminal.wait("the board at \(columns)x\(rows)") { screen in
            let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
            return screen.contains("Login") && lines.count >= rows && lines[rows - 1].contains("help")
          }
        }
        try terminal.resize(columns: 59, rows: 15)
        try terminal.wait("a word about the size") { $0.contains("60×16") && !$0.contains("Login") }
        try terminal.resize(columns: 60, rows: 16)
        try terminal.wait("the board again") { $0.contains("Login") }
        try terminal.type("q")
        try terminal.wait("the shell") { $0.contains("status=0") && !$0.contains("Login") }
      }
    }

    /// Sizes that come faster than they can be drawn, some of them never the terminal's own, so that frames fall on a
    /// screen of another size. What stands at the end must be what a fresh print of that size gives.
    @Test func `in a storm ends in a right screen of the last one`() throws {
      try withTmux(now: now) { program, terminal in
        try terminal.line(start(program, "--now \(now)"))
        try terminal.wait("a board") { $0.contains("Login fails") && $0.contains("quit") }
        let name = try terminal.tmux("display-message", "-p", "#{pane_tty}").filter { !$0.isNewline }
        let pane = open(name, O_RDWR | O_NOCTTY)
        try #require(pane >= 0)
        defer { close(pane) }
        for (columns, rows) in [(300, 100), (61, 17), (20, 5), (137, 41)] {
          for step in 0..<30 {
            var size = winsize(
              ws_row: UInt16(5 + step * 37 % 96), ws_col: UInt16(20 + step * 113 % 281), ws_xpixel: 0, ws_ypixel: 0)
            _ = ioctl(pane, UInt(TIOCSWINSZ), &size)
            if step % 10 == 5 { try terminal.resize(columns: 40 + step * 5, rows: 20 + step) }
          }
          try terminal.resize(columns: columns, rows: rows)
          var last = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
          _ = ioctl(pane, UInt(TIOCSWINSZ), &last)
          let expected = try program("--once", "--size", "\(columns)x\(rows)", now: now).out
          try terminal.wait("this at \(columns)x\(rows):\n\(expected)") { $0.trimmedLines == expected.trimmedLines }
        }
        try terminal.type("q")
        try terminal.wait("the shell") { $0.contains("status=0") }
      }
    }

    /// A window that is made narrow and wide again may have lost what it showed, and says only that it has its old size.
    @Test func `and back is drawn whole`() throws {
      try withPseudoTerminal { _, terminal in
        terminal.settle()
        let mark = terminal.mark
        terminal.signal(SIGWINCH)
        try terminal.wait(for: "Login fails", after: mark)
        terminal.type("q")
        #expect(try terminal.end() == 0)
      }
    }
  }
}

extension String {
  /// Lines without the blanks at their ends, and without empty ones at the end.
  var trimmedLines: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }
}
