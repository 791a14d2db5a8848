import Foundation
import Testing

extension OnTerminal {
  @Suite struct Leaving {
    private static let goodbye = [
      "\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?25h", "\u{1B}[?1006l", "\u{1B}[?1000l",
      "\u{1B}[0 q",
    ]

    @Test func `by its key leaves the terminal as it was`() throws {
      try withTmux { program, terminal in
        try terminal.line("stty -a > before; " + start(program))
        try terminal.wait("a board") { $0.contains("Login fails") && $0.contains("quit") }
        try terminal.type("q")
        try terminal.wait("the shell") { $0.contains("status=0") && !$0.contains("Login fails") }
        try terminal.line("stty -a > after; cmp before after && echo modes=same")
        try terminal.wait("the modes as they were") { $0.contains("modes=same") }
      }
    }

    @Test(
      arguments: [(SIGTERM, 143, []), (SIGINT, 130, []), (SIGHUP, 129, []), (SIGTERM, 143, [SIGTERM, SIGALRM])]
        as [(Int32, Int32, [Int32])])
    func `by a signal leaves the terminal as it was`(signal: Int32, status: Int32, blocked: [Int32]) throws {
      try withPseudoTerminal(blocked: blocked) { _, terminal in
        terminal.settle()
        #expect(terminal.modes != terminal.modesBefore)
        let mark = terminal.mark
        terminal.signal(signal)
        let end = try terminal.end()
        #expect(end == status)
        expectGoodbye(terminal, after: mark)
      }
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGTRAP] as [Int32])
    func `by a crash leaves the terminal as it was`(signal: Int32) throws {
      try withPseudoTerminal(environment: ["SWIFT_BACKTRACE": "enable=no"]) { _, terminal in
        terminal.settle()
        let mark = terminal.mark
        terminal.signal(signal)
        let end = try terminal.end()
        #expect(end == 128 + signal, "it must still be seen to have crashed")
        expectGoodbye(terminal, after: mark)
      }
    }

    /// A window that is closed: the kernel tells the program, or only its reads end where it is not its own terminal.
    @Test(arguments: [true, false])
    func `a terminal that is gone takes the program along, and nothing is lost`(controlling: Bool) throws {
      try withPseudoTerminal(controlling: controlling) { program, terminal in
        terminal.type("n")
        try terminal.wait(for: "Note")
        terminal.type("half a sentence")
        try terminal.wait(for: "half a sentence")
        terminal.hangUp()
        #expect(try terminal.end(within: 5) == 129)
        #expect(try program("doctor").status == 0)
      }
    }

    @Test func `a pane that is killed leaves no process behind`() throws {
      try withTmux { program, terminal in
        try terminal.tmux("new-window", "-d")
        try terminal.line("echo $$ > pid; exec \(Program.binary) --store \(program.store)")
        try terminal.wait("a board") { $0.contains("Login fails") }
        let text = try String(contentsOf: program.folder.appendingPathComponent("pid"), encoding: .utf8)
        let pid = try #require(pid_t(text.filter(\.isNumber)))
        #expect(kill(pid, 0) == 0)
        try terminal.tmux("kill-pane")
        try terminal.wait("nothing of it") { _ in kill(pid, 0) != 0 }
        #expect(try program("doctor").status == 0)
      }
    }

    private func expectGoodbye(_ terminal: PseudoTerminal, after mark: Int) {
      #expect(terminal.modes == terminal.modesBefore)
      let last = String(decoding: terminal.bytes[mark...], as: UTF8.self)
      for sequence in Self.goodbye { #expect(last.contains(sequence), "\(sequence.debugDescription)") }
    }
  }
}
