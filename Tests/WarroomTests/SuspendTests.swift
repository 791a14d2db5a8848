import Foundation
import Testing

extension OnTerminal {
  @Suite struct `Ctrl-Z and fg` {
    /// Each sign shows only once the last key was taken and all that was asked of the store is there.
    private static let cases: [(what: String, keys: [String], text: String, sign: String)] = [
      ("the board", [], "", "S0 Critical"), ("a filter being typed", ["/"], "log", "1 of 2"),
      ("help", ["?"], "zebra", "no key has these words"), ("an escalation", ["Enter", "Tab"], "", "space done"),
      // Last: leaving it says for some seconds that the draft is kept, and no two screens would be the same meanwhile.
      ("a form with text", ["n"], "called their lead", "called their lead"),
    ]

    /// One terminal for all, each state left by Escape: what was there before is there again.
    @Test func `give the shell back and return to what was there`() throws {
      try withTmux(now: now) { program, terminal in
        try terminal.line("set -m; stty -a > before; \(Program.binary) --store \(program.store) --now \(now)")
        try terminal.wait("a board") { $0.contains("Login fails") && $0.contains("quit") }
        for state in Self.cases {
          try terminal.type(state.keys)
          if !state.text.isEmpty { try terminal.typeText(state.text) }
          var before = try terminal.wait(state.what) { screen in
            screen.contains(state.sign) && (state.text.isEmpty || screen.contains(state.text))
          }
          // What is drawn after the text, such as a count, may follow in a frame of its own.
          try terminal.wait("rest in \(state.what)") { screen in
            defer { before = screen }
            return screen == before
          }
          try terminal.type(["C-z"])
          try terminal.wait("the shell") { $0.contains("Stopped") && !$0.contains("quit") }
          try terminal.line("clear; stty -a | cmp before - && echo modes=same")
          try terminal.wait("the modes as they were") { $0.contains("modes=same") }
          try terminal.line("clear; fg")
          try terminal.wait("what was there: \(state.what)") { $0 == before }
          try terminal.type(state.keys.isEmpty ? [] : ["Escape"])
          try terminal.wait("the board behind \(state.what)") { $0.contains("quit") || $0.contains("narrow") }
          if state.what == "help" { try terminal.type(["Escape"]) }
          try terminal.wait("the board behind \(state.what)") { $0.contains("quit") && $0.contains("Login fails") }
        }
        try terminal.type(["q", "y"])
        try terminal.wait("the shell") { !$0.contains("Login fails") }
      }
    }
  }
}
