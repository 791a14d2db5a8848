import Foundation
import Testing

/// Where a message goes besides the log: an editor, a file, the team's own command, the clipboard.
@Suite struct `Messages on their way` {
  typealias Messages = `Messages on the command line`

  private func send(
    _ program: Program, _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Program.Run {
    try program.run(
      ["message", "send", "W-1"] + Messages.filled + arguments, now: Messages.now, environment: environment)
  }

  @Test func `the editor has the last word`() throws {
    try Messages.withRecord { program in
      let seen = program.folder.appendingPathComponent("seen").path
      let editor = try Messages.script(
        program, "my editor",
        "stat -c %a \"$2\" > '\(seen)'; echo \"$1\" >> '\(seen)'; sed -i -e 's/full disk/broken disk/' -e 's/^Subject:.*/Subject: Anew/' \"$2\""
      )
      let run = try send(program, "--edit", environment: ["EDITOR": "\(editor) --wait", "VISUAL": ""])
      #expect(run.status == 0, "\(run.err)")
      let message = try #require(try Messages.sent(program).first)
      #expect(message["subject"] as? String == "Anew")
      #expect((message["body"] as? String)?.hasPrefix("Hello Ann Lee,\n\nwhat we know: a broken disk") ?? false)
      #expect(try String(contentsOfFile: seen, encoding: .utf8) == "600\n--wait\n")
    }
  }

  @Test func `what is missing can be filled in there, or is missed`() throws {
    try Messages.withRecord { program in
      let fill = try Messages.script(program, "fill", "sed -i 's/\\[\\[known?\\]\\]/a full disk/' \"$1\"")
      let leave = try Messages.script(program, "leave", "exit 0")
      func edit(_ editor: String) throws -> Program.Run {
        try program.run(
          ["message", "send", "W-1", "hello", "--next", "2026-03-02T12:00:00Z", "--edit"], now: Messages.now,
          environment: ["VISUAL": editor])
      }
      let left = try edit(leave)
      #expect(left.status == 64)
      #expect(left.err.contains("needs known"))
      #expect(try edit(fill).status == 0)
      #expect(try Messages.sent(program).count == 1)
    }
  }

  @Test(arguments: [
    (": > \"$1\"", 69, "left empty"), ("echo 'Subject: alone' > \"$1\"", 69, "left empty"),
    ("exit 3", 74, "ended with 3"), ("rm \"$1\"", 74, "is gone"), ("printf '\\377' > \"$1\"", 65, "no UTF-8"),
  ])
  func `an editor that leaves nothing cancels`(_ script: String, _ status: Int32, _ says: String) throws {
    try Messages.withRecord { program in
      let editor = try Messages.script(program, "editor", script)
      let run = try send(
        program, "--edit", "--out", program.folder.appendingPathComponent("out").path, environment: ["VISUAL": editor])
      #expect(run.status == status, "\(run.err)")
      #expect(run.err.contains(says), "\(run.err)")
      #expect(try Messages.sent(program).isEmpty)
      #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("out").path))
    }
  }

  @Test func `the text that was gone over is left nowhere, and a file that came meanwhile stays as it is`() throws {
    try Messages.withRecord { program in
      let folder = program.folder.appendingPathComponent("tmp").path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let path = program.folder.appendingPathComponent("out.txt").path
      let editor = try Messages.script(program, "editor", "echo mine > '\(path)'")
      let run = try send(program, "--edit", "--out", path, environment: ["VISUAL": editor, "TMPDIR": folder])
      #expect(run.status == 69, "\(run.err)")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
      let whole = try send(
        program, "--edit", "--pipe",
        environment: ["VISUAL": "true", "WARROOM_MESSAGE_COMMAND": "cat > /dev/null", "TMPDIR": folder])
      #expect(whole.status == 0, "\(whole.err)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }
  }

  @Test func `a file is new, for its owner alone, and written over only on demand`() throws {
    try Messages.withRecord { program in
      let path = program.folder.appendingPathComponent("out.txt").path
      #expect(try send(program, "--out", path).status == 0)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.hasPrefix("Subject: We are on it: Orders {{go}} missing␛[31m\n\nHello Ann Lee,\n"))
      #expect(text.hasSuffix("You hear from us by Mon 2026-03-02 12:00 UTC.\n"))
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      let again = try send(program, "--out", path)
      #expect(again.status == 69)
      #expect(again.err.contains("say --force"))
      #expect(try Messages.sent(program).count == 1)
      #expect(try send(program, "--out", path, "--force").status == 0)
    }
  }

  @Test func `the command reads the text and finds the rest in variables`() throws {
    try Messages.withRecord { program in
      let seen = program.folder.appendingPathComponent("seen").path
      let command = try Messages.script(
        program, "post",
        """
        echo noise
        { cat; echo "--"; env | grep ^WARROOM_ | grep -v ACTOR | grep -v COMMAND | sort; echo "args $#"; } > '\(seen)'
        """)
      let run = try send(program, "--pipe", "--json", environment: ["WARROOM_MESSAGE_COMMAND": command])
      #expect(run.status == 0, "\(run.err)")
      #expect(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) is [String: Any])
      #expect(run.err.contains("noise"))
      let parts = try String(contentsOfFile: seen, encoding: .utf8).components(separatedBy: "\n--\n")
      #expect(parts[0].hasPrefix("Hello Ann Lee,\n"))
      #expect(
        parts[1] == """
          WARROOM_AUDIENCE=customer
          WARROOM_CHANNEL=email
          WARROOM_EMAILS=ann@example.com
          WARROOM_ESCALATION=W-1
          WARROOM_SUBJECT=We are on it: Orders {{go}} missing␛[31m
          WARROOM_TEMPLATE=hello
          WARROOM_TO=Ann Lee
          args 0

          """)
    }
  }

  @Test func `a command that fails leaves no log and no file`() throws {
    try Messages.withRecord { program in
      let path = program.folder.appendingPathComponent("out.txt").path
      let run = try send(program, "--pipe", "--out", path, environment: ["WARROOM_MESSAGE_COMMAND": "exit 7"])
      #expect(run.status == 74)
      #expect(run.err.contains("ended with 7; nothing is logged"))
      #expect(!FileManager.default.fileExists(atPath: path))
      #expect(try Messages.sent(program).isEmpty)
    }
  }

  /// A command that reads nothing and leaves something running must neither end nor hold up this one.
  @Test func `a command that leaves a server behind is not waited for`() throws {
    try Messages.withRecord { program in
      let start = Date()
      let run = try send(program, "--pipe", environment: ["WARROOM_MESSAGE_COMMAND": "sleep 30 & echo $! > pid"])
      #expect(run.status == 0, "\(run.err)")
      #expect(Date().timeIntervalSince(start) < 15)
      let left = try String(contentsOfFile: program.folder.appendingPathComponent("pid").path, encoding: .utf8)
      if let pid = pid_t(left.filter(\.isNumber)) { kill(pid, SIGKILL) }
    }
  }

  @Test func `what went out and can no longer be logged is told`() throws {
    try Messages.withRecord { program in
      let close = "'\(Program.binary)' --store '\(program.store)' --now \(Messages.now) close W-1 --outcome recovered"
      let run = try send(program, "--pipe", environment: ["WARROOM_MESSAGE_COMMAND": close])
      #expect(run.status == 69)
      #expect(run.err.contains("warroom: the message went out but is not logged: W-1: it is closed"), "\(run.err)")
    }
  }

  @Test func `what a rule refuses does not go out`() throws {
    try Messages.withRecord { program in
      _ = try program("close", "W-1", "--outcome", "recovered", now: Messages.now)
      let run = try send(program, "--pipe", environment: ["WARROOM_MESSAGE_COMMAND": "touch gone-out"])
      #expect(run.status == 69, "\(run.err)")
      #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("gone-out").path))
    }
  }
}
