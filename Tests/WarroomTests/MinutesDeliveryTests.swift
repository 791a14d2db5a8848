import Foundation
import Testing

/// Where minutes go: the terminal's clipboard, a file, the team's own command. Monday 2026-03-02.
@Suite struct `Minutes on their way out` {
  private static let now = "2026-03-02T09:30:00Z"

  /// A program with a session that is over, and a decision in it.
  private func withMinutes(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      for (words, now) in [
        (["open", "Sync \u{1B}[31mfails", "--account", "Acme", "--severity", "S1"], "08:00"),
        (["war-room", "start"], "09:00"), (["decide", "W-1", "Roll back"], "09:05"), (["war-room", "end"], "09:25"),
      ] {
        let run = try program.run(words, now: "2026-03-02T\(now):00Z")
        #expect(run.status == 0, "\(words): \(run.err)")
      }
      try body(program)
    }
  }

  @Test func `the command reads the text and finds the session in variables`() throws {
    try withMinutes { program in
      let seen = program.folder.appendingPathComponent("seen").path
      let command = "{ cat; echo --; env | grep ^WARROOM_ | grep -v ACTOR | grep -v COMMAND | sort; } > '\(seen)'"
      let run = try program(
        "minutes", "--format", "text", "--pipe", now: Self.now, environment: ["WARROOM_MESSAGE_COMMAND": command])
      #expect(run.status == 0 && run.out.isEmpty && run.err.contains("given to the message command"), "\(run.err)")
      let parts = try String(contentsOfFile: seen, encoding: .utf8).components(separatedBy: "--\n")
      #expect(try parts[0] == program("minutes", "--format", "text", now: Self.now).out)
      #expect(
        parts[1] == """
          WARROOM_AUDIENCE=internal
          WARROOM_CHANNEL=
          WARROOM_EMAILS=
          WARROOM_ESCALATION=
          WARROOM_FORMAT=text
          WARROOM_SESSION=2026-03-02
          WARROOM_SUBJECT=War room 2026-03-02
          WARROOM_TEMPLATE=
          WARROOM_TO=

          """)
    }
  }

  @Test func `the settings file names the command too`() throws {
    try withMinutes { program in
      let config = try program.write("config.yaml", "message_command: cat > sent.html\n")
      let run = try program("minutes", "--config", config, "--format", "html", "--pipe", now: Self.now)
      #expect(run.status == 0, "\(run.err)")
      let sent = try String(contentsOfFile: program.folder.appendingPathComponent("sent.html").path, encoding: .utf8)
      #expect(try sent == program("minutes", "--format", "html", now: Self.now).out)
    }
  }

  @Test func `a command that fails leaves no file`() throws {
    try withMinutes { program in
      let path = program.folder.appendingPathComponent("m.md").path
      let run = try program(
        "minutes", "--out", path, "--pipe", now: Self.now, environment: ["WARROOM_MESSAGE_COMMAND": "exit 7"])
      #expect(run.status == 74 && run.err == "warroom: the message command ended with 7\n")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func `what is there is not written over unasked`() throws {
    try withMinutes { program in
      let path = try program.write("m.md", "mine")
      let refused = try program("minutes", "--out", path, now: Self.now)
      #expect(refused.status == 69 && refused.err.contains("name a new file or say --force"))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
      let done = try program("minutes", "--out", path, "--force", now: Self.now)
      #expect(done.status == 0 && done.out.isEmpty && done.err == "minutes of 2026-03-02 written to \(path)\n")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == program("minutes", now: Self.now).out)
    }
  }

  @Test func `a terminal is given them to copy`() throws {
    try withMinutes { program in
      let terminal = try PseudoTerminal(program, ["--now", Self.now, "minutes", "--copy", "--zone", "UTC"])
      #expect(try terminal.end() == 0)
      let sequence = try #require(terminal.text.firstMatch(of: /\u{1B}\]52;c;([A-Za-z0-9+\/=]+)\u{7}/))
      let data = try #require(Data(base64Encoded: String(sequence.output.1)))
      #expect(try String(decoding: data, as: UTF8.self) == program("minutes", now: Self.now).out)
      #expect(!terminal.text.contains("# War room"))
    }
  }

  @Test(
    arguments: [
      (["--copy"], 64, "--copy needs a terminal"), (["--pipe"], 78, "set WARROOM_MESSAGE_COMMAND"),
      (["--force"], 64, "--force belongs to --out FILE"), (["--out", ""], 64, "--out names no file"),
      (["--out", "/nowhere/m.md"], 74, "/nowhere/m.md cannot be written"), (["--format", "pdf"], 64, "pdf"),
      (["2026-13-02"], 64, "is no session"), (["2026-03-02.1"], 64, "is no session"),
      (["2026-03-09"], 66, "no session"),
      (["2026-03-02.2", "--pipe"], 78, "no command is configured"),
    ] as [([String], Int32, String)])
  func `what cannot work is said in a line`(words: [String], status: Int32, says: String) throws {
    try withMinutes { program in
      let run = try program.run(["minutes"] + words, now: Self.now)
      #expect(run.status == status && run.err.contains(says), "\(words): \(run.err)")
      #expect(run.out.isEmpty && run.err.split(separator: "\n").count == 1, "\(words): \(run.err)")
    }
  }
}
