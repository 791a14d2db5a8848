import Foundation
import Testing

extension OnTerminal {
  /// A session of the war room on real terminals.
  @Suite struct `The war room on terminals` {
    /// A record each on the agenda: both have a clock that is past its time.
    private func withRoom(_ body: (Program, Tmux) throws -> Void) throws {
      try #require(OnTerminal.isTmuxHere, "tmux is missing; make test installs it")
      try withProgram { program in
        for title in ["Login fails", "Reports are slow"] {
          _ = try program("open", title, "--account", "Acme", "--severity", "S1", now: "2026-03-02T08:00:00Z")
        }
        try body(program, try Tmux(folder: program.folder, columns: 110))
      }
    }

    private func enter(_ terminal: Tmux, _ program: Program, as actor: String) throws {
      try terminal.line("WARROOM_ACTOR=\(actor) \(OnTerminal.start(program, "--now 2026-03-02T15:00:00Z"))")
      try terminal.wait("a board") { $0.contains("Login fails") && $0.contains("quit") }
      try terminal.type("4")
    }

    @Test func `one console leads, another follows, both write, and the minutes have it`() throws {
      try withRoom { program, lead in
        try enter(lead, program, as: "ann")
        try lead.wait("the agenda") { $0.contains("not started, 2 on the agenda") }
        try lead.type("S")
        try lead.wait("the form") { $0.contains("Start the session") }
        try lead.type("C-s")
        try lead.wait("the meeting") { $0.contains("1 of 2") && $0.contains("you lead") }
        let follower = try Tmux(folder: program.folder, columns: 110)
        try enter(follower, program, as: "bo")
        try follower.wait("the same meeting") { $0.contains("1 of 2") && $0.contains("ann leads") }
        try lead.type("J")
        try follower.wait("the next one, by itself") { $0.contains("2 of 2") }
        try follower.type("d")
        try follower.wait("the form") { $0.contains("Decided") }
        try follower.typeText("Roll it back")
        try follower.type("C-s")
        try lead.wait("what the other wrote") { $0.contains("bo: decided: Roll it back") }
        try lead.type("Q")
        try lead.wait("the question") { $0.contains("End the session?") }
        try lead.type("y")
        try lead.wait("the minutes") { $0.contains("Decisions") && $0.contains("Roll it back") }
        #expect(try program("minutes", "2026-03-02", now: "2026-03-03T09:00:00Z").out.contains("Roll it back (bo"))
      }
    }

    @Test func `a console that dies in the meeting comes back where it was, with what was typed`() throws {
      try withStore { program in
        do {
          let terminal = try PseudoTerminal(program)
          try terminal.wait(for: "Login fails")
          let agenda = terminal.mark
          terminal.type("4")
          try terminal.wait(for: "not started", after: agenda)
          let form = terminal.mark
          terminal.type("S")
          try terminal.wait(for: "Start the session", after: form)
          let meeting = terminal.mark
          terminal.type("\u{13}")
          try terminal.wait(for: "you lead", after: meeting)
          let decision = terminal.mark
          terminal.type("d")
          try terminal.wait(for: "Decided", after: decision)
          terminal.type("Half a sentence")
          try DeskOnDisk.wait(program, for: "Half a sentence")
          terminal.signal(SIGKILL)
          _ = try terminal.end()
        }
        let again = try PseudoTerminal(program)
        try again.wait(for: "Since the last one")
        let mark = again.mark
        again.type("d")
        try again.wait(for: "Your draft is back", after: mark)
        try again.wait(for: "Half a sentence", after: mark)
        again.type("\u{13}")
        try DeskOnDisk.wait(program) { !$0.contains("Half a sentence") }
        again.type("\u{3}")
        again.type("y")
        _ = try again.end()
        #expect(try program("show", "W-1").out.contains("Half a sentence"))
      }
    }
  }
}
