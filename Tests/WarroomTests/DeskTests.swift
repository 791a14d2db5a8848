import Foundation
import Testing

extension OnTerminal {
  /// What a person typed is there again, whatever ended the console.
  @Suite struct DeskOnTerminal {
    private static func start(_ program: Program) throws -> PseudoTerminal {
      let terminal = try PseudoTerminal(program, environment: ["SWIFT_BACKTRACE": "enable=no"])
      try terminal.wait(for: "Login fails")
      return terminal
    }

    /// What lies on disk of the one desk here.
    private static func desk(_ program: Program) -> String {
      let folder = program.folder.appendingPathComponent(".local/state/warroom/desks")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
      let file = files?.first { $0.pathExtension == "json" }
      return file.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
    }

    private static func waitForDesk(_ program: Program, _ text: String) throws {
      try waitForDesk(program) { $0.contains(text) }
    }

    private static func waitForDesk(_ program: Program, _ condition: (String) -> Bool) throws {
      let end = Date().addingTimeInterval(20)
      while !condition(desk(program)) {
        guard Date() < end else {
          throw PseudoTerminal.Failed(what: "the desk is not as it should be", seen: desk(program))
        }
        poll(nil, 0, 5)
      }
    }

    @Test(arguments: [SIGKILL, SIGTERM, SIGHUP, SIGSEGV] as [Int32])
    func `a draft outlives the end of the process`(signal: Int32) throws {
      try withStore { program in
        do {
          let terminal = try Self.start(program)
          terminal.type("n")
          try terminal.wait(for: "Note")
          terminal.type("half a sentence")
          try terminal.wait(for: "half a sentence")
          // A process that is told to go writes what waits; one that is killed cannot.
          if signal == SIGKILL || signal == SIGSEGV { try Self.waitForDesk(program, "half a sentence") }
          terminal.signal(signal)
          _ = try terminal.end()
        }
        let again = try Self.start(program)
        try again.wait(for: "A draft from before")
        let mark = again.mark
        again.type("n")
        try again.wait(for: "half a sentence", after: mark)
        try again.wait(for: "Your draft is back", after: mark)
        again.type("\u{13}")
        try Self.waitForDesk(program) { !$0.contains("half a sentence") }
        again.type("q")
        #expect(try again.end() == 0)
        #expect(try program("show", "W-1", "--json").out.contains("half a sentence"))
      }
    }

    @Test func `two consoles of one person keep a draft each, and neither takes the other's away`() throws {
      try withStore { program in
        do {
          let (one, other) = (try Self.start(program), try Self.start(program))
          for (terminal, text) in [(one, "from the first"), (other, "from the second")] {
            terminal.type("n")
            try terminal.wait(for: "Note")
            terminal.type(text)
            try terminal.wait(for: text)
            try Self.waitForDesk(program, text)
          }
          one.type(" and on")
          try Self.waitForDesk(program, "from the first and on")
          #expect(Self.desk(program).contains("from the second"))
          // The second one saves its draft: the first one's stays.
          other.type("\u{13}")
          try Self.waitForDesk(program) { !$0.contains("from the second") }
          for terminal in [one, other] {
            terminal.signal(SIGTERM)
            _ = try terminal.end()
          }
        }
        #expect(Self.desk(program).contains("from the first and on"))
        #expect(!Self.desk(program).contains("from the second"))
      }
    }

    @Test func `a file that cannot be read is no reason not to start`() throws {
      try withStore { program in
        do {
          let terminal = try Self.start(program)
          terminal.type("n")
          try terminal.wait(for: "Note")
          terminal.type("x")
          try Self.waitForDesk(program, "drafts")
          terminal.signal(SIGKILL)
          _ = try terminal.end()
        }
        let folder = program.folder.appendingPathComponent(".local/state/warroom/desks")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap {
          $0 as? URL
        }
        for file in files ?? [] where file.pathExtension == "json" { try Data("{\"drafts\": 7".utf8).write(to: file) }
        let terminal = try Self.start(program)
        terminal.type("q")
        #expect(try terminal.end() == 0)
      }
    }

    @Test func `a note is written in the editor and comes back with its lines`() throws {
      try withStore { program in
        let editor = try program.write("editor.sh", "#!/bin/sh\nprintf 'second\\nthird\\n' >> \"$1\"\n")
        chmod(editor, 0o755)
        let terminal = try PseudoTerminal(program, environment: ["VISUAL": editor])
        try terminal.wait(for: "Login fails")
        terminal.type("n")
        try terminal.wait(for: "Note")
        terminal.type("first \u{05}")
        try terminal.wait(for: "third")
        let mark = terminal.mark
        terminal.type("\u{13}")
        try terminal.wait(for: "W-1: ", after: mark)
        try Self.waitForDesk(program) { !$0.contains("third") }
        terminal.type("q")
        #expect(try terminal.end() == 0)
        let shown = try program("show", "W-1", "--json").out
        #expect(shown.contains("first second\\nthird"), "\(shown)")
      }
    }
  }
}
