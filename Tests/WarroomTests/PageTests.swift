import Foundation
import Testing

extension OnTerminal {
  static let strace = "/usr/bin/strace"

  static let isTraced: Bool = {
    let arguments = ["-f", "-qq", "-o", "/dev/null", "-e", "trace=none", "true"]
    return
      (try? Spawn.run(
        strace, arguments, environment: Program.environment, folder: FileManager.default.temporaryDirectory,
        input: "/dev/null", output: "/dev/null", errors: "/dev/null")) == 0
  }()

  /// What a slow link is spared.
  @Suite(.enabled(if: OnTerminal.isTraced, "strace may not trace here")) struct `Writes to the terminal` {
    @Test func `a page of changes goes out in one`() throws {
      try OnTerminal.withStore(now: OnTerminal.now) { program in
        let log = program.folder.appendingPathComponent("writes").path
        let terminal = try PseudoTerminal(
          program, ["--now", OnTerminal.now], columns: 120, rows: 40,
          through: [OnTerminal.strace, "-f", "-qq", "-e", "trace=write", "-s", "100000", "-o", log])
        try terminal.wait(for: "Login fails")
        terminal.settle()
        let mark = terminal.mark
        terminal.type("?")
        try terminal.wait(for: "type to narrow", after: mark)
        terminal.settle()
        terminal.send([27])
        terminal.settle()
        terminal.type("q")
        #expect(try terminal.end() == 0)
        let pages = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").filter {
          $0.contains("write(1,") && $0.contains("type to narrow")
        }
        #expect(pages.count == 1)
        // From the title of the help to the last prompt in the footer.
        for part in ["Keys", "close"] { #expect(pages.allSatisfy { $0.contains(part) }, "\(part)") }
      }
    }
  }
}
