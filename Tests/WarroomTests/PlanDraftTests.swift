import Foundation
import Testing

extension OnTerminal {
  /// A half-typed change of a milestone is back on its line after the process was killed.
  @Suite struct PlanDraftOnTerminal {
    @Test func `a milestone's form outlives kill -9 and is saved from the list of drafts`() throws {
      try withStore { program in
        #expect(try program("milestone", "add", "W-1", "Mend the export").status == 0)
        #expect(try program("milestone", "add", "W-1", "Tell everyone").status == 0)
        do {
          let terminal = try PseudoTerminal(program)
          try terminal.wait(for: "Login fails")
          // The board tells of the plan too: what has no date is a heading of Plans alone, and comes with its rows.
          let plans = terminal.mark
          terminal.type("3")
          try terminal.wait(for: "Without a date", after: plans)
          let opened = terminal.mark
          terminal.type("j\r")
          // Its record is there: the plan of one that is still being read shows no line.
          try terminal.wait(for: "Milestones", after: opened)
          let mark = terminal.mark
          terminal.type("e")
          try terminal.wait(for: "what must be over first", after: mark)
          terminal.type(" of it")
          try DeskOnDisk.wait(program, for: "Tell everyone of it")
          terminal.signal(SIGKILL)
          _ = try terminal.end()
        }
        let again = try PseudoTerminal(program)
        try again.wait(for: "A draft from before")
        again.type("D")
        try again.wait(for: "Begun and not saved")
        let mark = again.mark
        again.type("\r")
        try again.wait(for: "Your draft is back", after: mark)
        try again.wait(for: "Tell everyone of it", after: mark)
        again.type("\u{13}")
        try DeskOnDisk.wait(program) { !$0.contains("Tell everyone of it") }
        again.type("q")
        again.type("q")
        #expect(try again.end() == 0)
        #expect(try program("milestone", "list", "W-1").out.contains("Tell everyone of it"))
      }
    }
  }
}
