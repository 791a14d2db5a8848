import Foundation
import Testing

/// The real thing on a terminal: few tests, for what only a terminal shows. They follow one another, for the machine's
/// sake.
@Suite(.serialized) enum OnTerminal {
  static let isTmuxHere = ["/usr/bin/tmux", "/usr/local/bin/tmux"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// When a test's clock stands still, it stands here.
  static let now = "2026-03-03T14:05:00Z"

  /// A store with two escalations.
  static func withStore(now: String? = nil, _ body: (Program) throws -> Void) throws {
    try withProgram { program in
      _ = try program("open", "Login fails for everyone", "--account", "Northwind", "--severity", "S0", now: now)
      _ = try program("open", "Reports are slow", "--account", "Acme", "--severity", "S2", now: now)
      try body(program)
    }
  }

  /// That, and tmux beside it.
  static func withTmux(now: String? = nil, _ body: (Program, Tmux) throws -> Void) throws {
    try #require(isTmuxHere, "tmux is missing; make test installs it")
    try withStore(now: now) { program in try body(program, try Tmux(folder: program.folder)) }
  }

  /// The same on a terminal whose bytes the test reads, with the board drawn.
  static func withPseudoTerminal(
    _ arguments: [String] = [], columns: Int = 100, rows: Int = 30, environment: [String: String?] = [:],
    controlling: Bool = true, blocked: [Int32] = [], _ body: (Program, PseudoTerminal) throws -> Void
  ) throws {
    try withStore { program in
      let terminal = try PseudoTerminal(
        program, arguments, columns: columns, rows: rows, environment: environment, controlling: controlling,
        blocked: blocked)
      try terminal.wait(for: "Login fails")
      try body(program, terminal)
    }
  }

  static func start(_ program: Program, _ options: String = "") -> String {
    "\(Program.binary) --store \(program.store) \(options); echo status=$?"
  }
}
