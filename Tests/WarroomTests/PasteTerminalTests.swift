import Foundation
import Testing

extension OnTerminal {
  /// Descriptions of terminals leave bracketed paste out more often than terminals do.
  @Suite struct `What is pasted` {
    @Test(arguments: ["xterm", "screen-256color", "linux"]) func `is asked for in brackets, and no longer at the end`(
      term: String
    ) throws {
      for ends in ["q", "crash"] {
        let environment = ["TERM": term, "SWIFT_BACKTRACE": "enable=no"]
        try withPseudoTerminal(environment: environment) { _, terminal in
          terminal.settle()
          #expect(terminal.text.contains("\u{1B}[?2004h"))
          let mark = terminal.mark
          if ends == "q" { terminal.type("q") } else { terminal.signal(SIGTRAP) }
          _ = try terminal.end()
          #expect(String(decoding: terminal.bytes[mark...], as: UTF8.self).contains("\u{1B}[?2004l"), "by \(ends)")
        }
      }
    }

    @Test func `runs no keys where nothing takes text, and is one text where something does`() throws {
      try withTmux { program, terminal in
        try terminal.line("TERM=screen-256color " + start(program))
        try terminal.wait("a board") { $0.contains("Login fails") && $0.contains("quit") }
        try terminal.tmux("set-buffer", "quick brown\nfox")
        try terminal.tmux("paste-buffer", "-p")
        try terminal.wait("word of it") { $0.contains("what was pasted is left out") }
        try terminal.type("n")
        try terminal.wait("the form") { $0.contains("Note for W-1") || $0.contains("Note · W-1") }
        try terminal.tmux("paste-buffer", "-p")
        try terminal.wait("both lines") { $0.contains("quick brown") && $0.contains("fox") }
        try terminal.type("C-s")
        try terminal.wait("the board") { $0.contains("quit") && !$0.contains("Note · W-1") }
        #expect(try program("show", "W-1").out.contains("quick brown"))
        try terminal.type("q")
        try terminal.wait("the shell") { $0.contains("status=0") }
      }
    }
  }
}
