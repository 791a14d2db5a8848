import Foundation
import Testing

extension OnTerminal {
  /// Messages from the console, for what only a terminal shows: the editor, the clipboard, the team's command.
  @Suite struct `Messages from the console` {
    typealias Messages = `Messages on the command line`

    /// Starts the console on W-1, at its first word.
    private func atFirstWord(
      _ environment: (Program) throws -> String, _ body: (Program, Tmux) throws -> Void
    ) throws {
      try #require(OnTerminal.isTmuxHere, "tmux is missing; make test installs it")
      try Messages.withRecord { program in
        let terminal = try Tmux(folder: program.folder, columns: 170)
        try terminal.tmux("set-option", "-s", "set-clipboard", "on")
        try terminal.line("set -m; stty -a > before")
        try terminal.line("\(try environment(program)) \(OnTerminal.start(program, "--now \(Messages.now)"))")
        try terminal.wait("a board") { $0.contains("Orders") && $0.contains("quit") }
        try terminal.type(["m"])
        try terminal.wait("the templates") { $0.contains("comes next") }
        try terminal.type(["Enter"])
        try terminal.wait("the text") { $0.contains("what we know: [[known?]]") }
        try body(program, terminal)
      }
    }

    private func script(_ program: Program, _ name: String, _ text: String) throws -> String {
      "VISUAL=\"sh \(try program.write(name, text + "\n"))\""
    }

    @Test func `the editor has the terminal, may be stopped, and gives it back`() throws {
      try atFirstWord { program in
        try script(
          program, "editor",
          """
          stty -a | cmp - '\(program.folder.path)/before' && echo modes=same
          printf 'what is known: '
          read answer
          sed -i "s/\\[\\[known?\\]\\]/$answer/" "$1"
          """)
      } _: { program, terminal in
        try terminal.type(["e"])
        try terminal.wait("the editor") {
          $0.contains("modes=same") && $0.contains("what is known:") && !$0.contains("fill in")
        }
        try terminal.type(["C-z"])
        try terminal.wait("the shell") { $0.contains("Stopped") }
        try terminal.line("clear; fg")
        try terminal.wait("the job in front") { $0.contains("warroom") && !$0.contains("ready>") }
        // The shell names the job before it hands the terminal over: a line that is typed in between may be lost.
        try terminal.waitForCommand("warroom")
        try terminal.line("a full disk")
        let screen = try terminal.wait("the text as it was left") { $0.contains("what we know: a full disk") }
        #expect(screen.contains("missing: next by"))
        try terminal.type(["Enter"])
        try terminal.wait("the fields") { $0.contains("ctrl-s save") }
        try terminal.typeText("+3h")
        try terminal.wait("the instant") { $0.contains("= Mon 2026-03-02 12:00 UTC") }
        try terminal.type(["C-s"])
        try terminal.wait("the filled text") { $0.contains("You hear from us by Mon 2026-03-02 12:00 UTC.") }
        try terminal.type(["c"])
        try terminal.wait("what was copied") { $0.contains("copied subject and text") }
        let copied = try terminal.tmux("show-buffer")
        #expect(copied.hasPrefix("Subject: We are on it: "))
        #expect(copied.contains("what we know: a full disk\n"))
        #expect(try Messages.sent(program).isEmpty)
        try terminal.type(["s"])
        try terminal.wait("the question") { $0.contains("Log it as sent?") && $0.contains("First response is met") }
        try terminal.type(["y"])
        try terminal.wait("the board") { $0.contains("told the customer by email") && $0.contains("quit") }
        let message = try #require(try Messages.sent(program).first)
        #expect((message["body"] as? String)?.contains("what we know: a full disk") ?? false)
        #expect(message["to"] as? [String] == ["Ann Lee"])
        let promise = try program.clock("promise", of: "W-1", now: Messages.now)
        #expect(promise?["deadline"] as? String == "2026-03-02T12:00:00Z")
        try terminal.type(["q"])
        try terminal.wait("the shell") { $0.contains("ready>") }
      }
    }

    static let broken: [(name: String, visual: String, says: String, keeps: String)] = [
      ("missing", "VISUAL=/nonesuch/editor", "cannot be started; set $VISUAL or $EDITOR", "what we know: [[known?]]"),
      ("refusing", "exit 3", "ended with 3; the text is as it was", "what we know: [[known?]]"),
      ("emptying", ": > \"$1\"", "the editor left nothing; the text is as it was", "what we know: [[known?]]"),
      ("crashing", "stty raw; kill -9 $$", "was ended by signal 9; the text is as it was", "what we know: [[known?]]"),
      (
        "crashing after saving", "echo 'saved before the crash' > \"$1\"; stty raw; kill -9 $$",
        "was ended by signal 9; what it had saved is here", "saved before the crash"
      ),
    ]

    @Test(arguments: broken) func `a broken editor says so and loses nothing`(
      _ editor: (name: String, visual: String, says: String, keeps: String)
    ) throws {
      try atFirstWord { program in
        editor.visual.hasPrefix("VISUAL=") ? editor.visual : try script(program, "editor", editor.visual)
      } _: { _, terminal in
        try terminal.type(["e"])
        let screen = try terminal.wait("what happened to an editor that is \(editor.name)") {
          $0.contains(editor.says)
        }
        #expect(screen.contains(editor.keeps))
        try terminal.type(["C-x"])
        try terminal.wait("the template as it comes") { $0.contains("[[known?]]") && !$0.contains("saved before") }
      }
    }

    /// Answers each field that the first word asks for.
    private func fillFirstWord(on terminal: Tmux) throws {
      try terminal.type(["Enter"])
      try terminal.wait("the fields to fill in") { $0.contains("what the text says there") }
      try terminal.typeText("a full disk")
      try terminal.wait("what is known") { $0.contains("a full disk") }
      try terminal.type(["Enter"])
      try terminal.typeText("+3h")
      try terminal.type(["C-s"])
      try terminal.wait("the filled text") { $0.contains("by Mon 2026-03-02 12:00 UTC.") }
    }

    @Test func `the team's command runs beside the console, and its failure is told`() throws {
      try atFirstWord { program in
        let gate = program.folder.appendingPathComponent("gate").path
        let command = try program.write(
          "post", "cat '\(gate)'; (echo GARBAGE > /dev/tty) 2>/dev/null; printf 'no\\033[2J route\\n' >&2; exit 7\n")
        return "mkfifo '\(gate)'; WARROOM_MESSAGE_COMMAND='sh \(command)'"
      } _: { program, terminal in
        try fillFirstWord(on: terminal)
        try terminal.type(["|"])
        try terminal.wait("the question") { $0.contains("Send it and log it?") }
        try terminal.type(["y"])
        try terminal.wait("the command at work") { $0.contains("the message command has it") }
        // The console goes on meanwhile.
        try terminal.type(["Escape"])
        try terminal.wait("the templates") { $0.contains("on its way") }
        try terminal.type(["Enter"])
        try terminal.wait("the text again") { $0.contains("the message command has it") }
        try Data("go\n".utf8).write(to: program.folder.appendingPathComponent("gate"))
        let screen = try terminal.wait("why it failed") { $0.contains("the message command ended with 7") }
        #expect(screen.contains("no␛[2J route"))
        #expect(!screen.contains("GARBAGE"))
        #expect(screen.contains("what we know: a full disk"))
        #expect(try Messages.sent(program).isEmpty)
      }
    }

    @Test func `what the command took is logged`() throws {
      try atFirstWord { _ in
        "WARROOM_MESSAGE_COMMAND='cat > taken'"
      } _: { program, terminal in
        try fillFirstWord(on: terminal)
        try terminal.type(["w"])
        try terminal.wait("the file's name") { $0.contains("W-1-hello.txt") }
        try terminal.type(["Enter"])
        try terminal.wait("where it was written") { $0.contains("written to") }
        try terminal.type(["w"])
        try terminal.wait("the file's name again") { $0.contains("Write to a file") }
        try terminal.type(["Enter"])
        try terminal.wait("a question") { $0.contains("is there already") }
        try terminal.type(["y"])
        try terminal.wait("the text") { $0.contains("fill in") }
        try terminal.type(["|"])
        try terminal.wait("the question") { $0.contains("Send it and log it?") }
        try terminal.type(["y"])
        try terminal.wait("the board") { $0.contains("told the customer by email") }
        #expect(try Messages.sent(program).count == 1)
        let taken = try String(contentsOf: program.folder.appendingPathComponent("taken"), encoding: .utf8)
        let written = try String(contentsOf: program.folder.appendingPathComponent("W-1-hello.txt"), encoding: .utf8)
        #expect(taken.hasPrefix("Hello Ann Lee,\n"))
        #expect(written.hasSuffix(taken) && written.hasPrefix("Subject: "))
      }
    }
  }
}
