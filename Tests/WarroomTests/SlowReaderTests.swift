import Foundation
import Testing

extension OnTerminal {
  /// A terminal that takes no bytes for a while: a stopped window, a slow line.
  @Suite struct `A slow reader` {
    /// Whole screens one after the other, with nobody reading, until no more of them fit on the way.
    private func block(_ terminal: PseudoTerminal) {
      for step in 0..<40 {
        terminal.resize(columns: 200 + step % 2, rows: 60)
        poll(nil, 0, 5)
      }
    }

    @Test func `gets the newest screen once it reads again`() throws {
      try withPseudoTerminal(columns: 200, rows: 60) { program, terminal in
        block(terminal)
        _ = try program("open", "Orders vanish", "--account", "Globex", "--severity", "S1")
        terminal.resize(columns: 90, rows: 30)
        try terminal.wait(for: "Orders vanish")
        terminal.settle()
        let mark = terminal.mark
        terminal.type("?")
        try terminal.wait(for: "type to narrow", after: mark)
        terminal.type("\u{1B}")
        terminal.settle()
        terminal.type("q")
        #expect(try terminal.end() == 0)
      }
    }

    @Test func `does not keep the program from leaving when told to`() throws {
      try withPseudoTerminal(columns: 200, rows: 60) { _, terminal in
        block(terminal)
        terminal.signal(SIGTERM)
        let end = try terminal.end(within: 3, reading: false)
        #expect(end == 143)
        while terminal.read(within: 0.1) {}
        #expect(terminal.modes == terminal.modesBefore)
        #expect(terminal.text.contains("\u{1B}[?1049l"), "the screen before comes back, however late")
      }
    }
  }
}
