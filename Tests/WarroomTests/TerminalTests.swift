import Foundation
import Testing

extension OnTerminal {
  @Suite struct `The live board` {
    @Test func `takes keys, and another console's change shows by itself`() throws {
      try withTmux { program, terminal in
        try terminal.line(start(program))
        try terminal.wait("a board") { $0.contains("Login fails") && $0.contains("First response") }
        try terminal.type("n")
        try terminal.wait("a form") { $0.contains("Note") }
        try terminal.typeText("called their lead")
        try terminal.type("Enter")
        try terminal.wait("the board") { !$0.contains("next field") }
        #expect(try program("show", "W-1").out.contains("called their lead"))
        _ = try program("open", "Orders vanish", "--account", "Globex", "--severity", "S1")
        try terminal.wait("the other's escalation") { $0.contains("Orders vanish") }
        _ = try program("resolve", "W-2")
        try terminal.wait("one row less") { !$0.contains("Reports are slow") }
        try terminal.type("q")
        try terminal.wait("the shell") { $0.contains("status=0") }
      }
    }
  }
}
