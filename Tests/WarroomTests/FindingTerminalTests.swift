import Foundation
import Testing

extension OnTerminal {
  @Suite struct `The command line in the console` {
    /// W-1 is selected; its id is filled in.
    @Test func `runs verbs on the same store, tells what they say and keeps what failed`() throws {
      try withTmux { program, terminal in
        try terminal.line(start(program, "--actor 'Ann Lee'"))
        try terminal.wait("a board") { $0.contains("Login fails") && $0.contains("quit") }
        try terminal.typeText(":ack --note \"called their lead\"")
        try terminal.type("Enter")
        try terminal.wait("the answer") { $0.contains("W-1 first response") || $0.contains("W-1 acknowledged") }
        let shown = try program("show", "W-1").out
        #expect(shown.contains("called their lead"))
        #expect(shown.contains("Ann Lee"))
        // What takes more than a line is in a panel, which Escape closes.
        try terminal.type("Escape")
        try terminal.wait("the board") { $0.contains("quit") }
        try terminal.typeText(":ack --nte x")
        try terminal.type("Enter")
        try terminal.wait("the error") { $0.contains("✗ ") && $0.contains(":ack --nte x") }
        try terminal.type("Escape")
        try terminal.wait("the board") { $0.contains("quit") }
        try terminal.typeText(":task add --help")
        try terminal.type("Enter")
        try terminal.wait("its help") { $0.contains("USAGE") }
        try terminal.type("q")
        try terminal.typeText(":quit")
        try terminal.type("Enter")
        try terminal.wait("the shell") { $0.contains("status=0") }
      }
    }

    @Test func `changes nothing where the console may not`() throws {
      try withTmux { program, terminal in
        try terminal.line(start(program, "--read-only"))
        try terminal.wait("a board") { $0.contains("Login fails") && $0.contains("quit") }
        try terminal.typeText(":note 'not to be written'")
        try terminal.type("Enter")
        try terminal.wait("the refusal") { $0.contains("✗ ") }
        #expect(try !program("show", "W-1").out.contains("not to be written"))
        try terminal.type(["Escape", "q"])
      }
    }
  }

  @Suite struct `The mouse` {
    private func click(_ column: Int, _ row: Int) -> String { "\u{1B}[<0;\(column);\(row)M\u{1B}[<0;\(column);\(row)m" }

    @Test func `selects and opens, is left to the terminal on demand, and given back`() throws {
      try withPseudoTerminal { _, terminal in
        terminal.settle()
        #expect(terminal.text.contains("\u{1B}[?1000h\u{1B}[?1006h"))
        // The second section's only row, under two lines of totals, the titles and two headings.
        terminal.type(click(40, 7))
        terminal.settle()
        let mark = terminal.mark
        terminal.type(click(40, 7))
        try terminal.wait(for: "Timeline")
        #expect(String(decoding: terminal.bytes[mark...], as: UTF8.self).contains("Reports are slow"))
        var before = terminal.mark
        terminal.type("!")
        try terminal.wait(for: "terminal's")
        terminal.settle()
        #expect(String(decoding: terminal.bytes[before...], as: UTF8.self).contains("\u{1B}[?1006l\u{1B}[?1000l"))
        before = terminal.mark
        terminal.type("!")
        try terminal.wait(for: "works here")
        #expect(String(decoding: terminal.bytes[before...], as: UTF8.self).contains("\u{1B}[?1000h\u{1B}[?1006h"))
      }
    }
  }
}
