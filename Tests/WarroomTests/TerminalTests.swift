import Foundation
import Testing

/// The real thing, in tmux: few, for what only a terminal shows.
@Suite(.serialized) struct `On a terminal` {
  static let isTmuxHere = ["/usr/bin/tmux", "/usr/local/bin/tmux"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// A store with two escalations, and a terminal beside it.
  private func withBoard(
    _ environment: [String: String] = [:], _ body: (Program, Tmux) throws -> Void
  ) throws {
    try #require(Self.isTmuxHere, "tmux is missing; make test installs it")
    try withProgram { program in
      _ = try program("open", "Login fails for everyone", "--account", "Northwind", "--severity", "S0")
      _ = try program("open", "Reports are slow", "--account", "Acme", "--severity", "S2")
      try body(program, try Tmux(folder: program.folder, environment: environment))
    }
  }

  private func start(_ program: Program, _ options: String = "") -> String {
    "\(Program.binary) --store \(program.store) \(options); echo status=$?"
  }

  @Test func `starts, follows the window's size, and leaves the terminal as it was`() throws {
    try withBoard { program, terminal in
      try terminal.line("stty -a > before; " + start(program))
      try terminal.wait("a board") { $0.contains("Login fails") && $0.contains("quit") }
      for (columns, rows) in [(80, 24), (200, 50), (61, 17), (120, 40)] {
        try terminal.resize(columns: columns, rows: rows)
        try terminal.wait("the board at \(columns)x\(rows)") { screen in
          let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
          return screen.contains("Login") && lines.count >= rows && lines[rows - 1].contains("help")
        }
      }
      try terminal.resize(columns: 40, rows: 10)
      try terminal.wait("a word about the size") { $0.contains("60") && !$0.contains("Login") }
      try terminal.resize(columns: 100, rows: 30)
      try terminal.wait("the board again") { $0.contains("Login fails") }
      try terminal.type("q")
      try terminal.wait("the shell") { $0.contains("status=0") && !$0.contains("Login fails") }
      try terminal.line("stty -a > after; cmp before after && echo modes=same")
      try terminal.wait("the modes as they were") { $0.contains("modes=same") }
    }
  }

  @Test(arguments: ["TERM", "INT", "HUP"])
  func `a signal ends it and the terminal is as it was`(signal: String) throws {
    try withBoard { program, terminal in
      try terminal.line("stty -a > before; " + start(program))
      try terminal.wait("a board") { $0.contains("Login fails") }
      try terminal.tmux("run-shell", "pkill -\(signal) -f -- '--store \(program.store)'")
      let number = ["TERM": 143, "INT": 130, "HUP": 129][signal] ?? 0
      try terminal.wait("the shell") { $0.contains("status=\(number)") && !$0.contains("Login fails") }
      try terminal.line("stty -a > after; cmp before after && echo modes=same")
      try terminal.wait("the modes as they were") { $0.contains("modes=same") }
    }
  }

  @Test func `ctrl-z gives the shell back and fg returns`() throws {
    try withBoard { program, terminal in
      try terminal.line("set -m; \(Program.binary) --store \(program.store)")
      try terminal.wait("a board") { $0.contains("Login fails") }
      try terminal.type("C-z")
      try terminal.wait("the shell") { $0.contains("Stopped") && !$0.contains("Login fails") }
      try terminal.line("fg")
      try terminal.wait("the board again") { $0.contains("Login fails") && $0.contains("quit") }
      try terminal.type("q")
      try terminal.wait("the shell") { !$0.contains("Login fails") }
    }
  }

  @Test func `a key acts, and another console's change shows by itself`() throws {
    try withBoard { program, terminal in
      try terminal.line(start(program))
      try terminal.wait("a board") { $0.contains("Login fails") && $0.contains("First response") }
      try terminal.type("n")
      try terminal.wait("a form") { $0.contains("Note") }
      try terminal.typeText("called their lead")
      try terminal.type("Enter")
      try terminal.wait("the board") { !$0.contains("called their lead") || $0.contains("noted") }
      #expect(try program("show", "W-1").out.contains("called their lead"))
      _ = try program("open", "Orders vanish", "--account", "Globex", "--severity", "S1")
      try terminal.wait("the other's escalation") { $0.contains("Orders vanish") }
      _ = try program("resolve", "W-2")
      try terminal.wait("one row less") { !$0.contains("Reports are slow") }
      try terminal.type("q")
      try terminal.wait("the shell") { $0.contains("status=0") }
    }
  }

  @Test(arguments: [
    ["TERM": "vt100"], ["TERM": "xterm-256color", "NO_COLOR": "1"], ["TERM": "screen", "LC_ALL": "C"],
    ["TERM": "xterm-256color", "WARROOM_THEME": "light"], ["TERM": "linux", "WARROOM_THEME": "mono"],
  ])
  func `draws on many terminals`(environment: [String: String]) throws {
    try withBoard(environment) { program, terminal in
      try terminal.line(start(program))
      let screen = try terminal.wait("a board") { $0.contains("Login fails") && $0.contains("help") }
      let isASCII = screen.unicodeScalars.allSatisfy { $0.isASCII }
      #expect(isASCII || environment["LC_ALL"] != "C")
      try terminal.type("q")
      try terminal.wait("the shell") { $0.contains("status=0") }
    }
  }

  @Test(arguments: ["dumb", "no-such-terminal"])
  func `a terminal that cannot draw gets one line`(term: String) throws {
    try withBoard(["TERM": term]) { program, terminal in
      try terminal.line(start(program))
      try terminal.wait("one line") { $0.contains("warroom: the terminal") && $0.contains("status=64") }
    }
  }
}
