import Foundation
import Testing

extension OnTerminal {
  @Suite struct `Messages at a terminal` {
    typealias Messages = `Messages on the command line`

    @Test func `what is missing is asked for, and the clipboard gets the whole`() throws {
      try Messages.withRecord { program in
        let terminal = try PseudoTerminal(
          program, ["--now", Messages.now, "message", "send", "W-1", "hello", "--copy", "--zone", "UTC"])
        try terminal.wait(for: "known? ")
        terminal.type("a full disk\n")
        try terminal.wait(for: "next_update? ")
        terminal.type("+3h\n")
        #expect(try terminal.end() == 0)
        let text = terminal.text
        let sequence = try #require(text.firstMatch(of: /\u{1B}\]52;c;([A-Za-z0-9+\/=]+)\u{7}/))
        let data = try #require(Data(base64Encoded: String(sequence.output.1)))
        let copied = String(decoding: data, as: UTF8.self)
        #expect(copied.hasPrefix("Subject: We are on it: "))
        #expect(copied.hasSuffix("what we know: a full disk\nYou hear from us by Mon 2026-03-02 12:00 UTC.\n"))
        #expect(text.contains("copied \(data.count) bytes"))
        #expect(try Messages.sent(program).count == 1)
      }
    }

    /// tmux and GNU screen keep a sequence to themselves unless it is wrapped; screen takes pieces only.
    @Test(arguments: ["TMUX", "STY"]) func `a multiplexer is asked to pass it on`(_ name: String) throws {
      try Messages.withRecord { program in
        let long = String(repeating: "all work and no play ", count: 100)
        let terminal = try PseudoTerminal(
          program, ["message", "send", "W-1", "--audience", "internal", "--copy", "--text", long],
          environment: [name: "there"])
        #expect(try terminal.end() == 0)
        let text = terminal.text
        let pieces = text.matches(of: /\u{1B}P(.*?)\u{1B}\\/).map { String($0.output.1) }
        let passed: String
        if name == "TMUX" {
          #expect(pieces.count == 1)
          passed = pieces.joined().replacing("tmux;\u{1B}\u{1B}", with: "\u{1B}")
          #expect(text.contains(passed + "\u{1B}P"))
        } else {
          #expect(pieces.count > 1 && pieces.allSatisfy { $0.utf8.count <= 764 })
          passed = pieces.joined()
        }
        let sequence = try #require(passed.wholeMatch(of: /\u{1B}\]52;c;([A-Za-z0-9+\/=]+)\u{7}/))
        let data = try #require(Data(base64Encoded: String(sequence.output.1)))
        #expect(String(decoding: data, as: UTF8.self) == long.trimmingCharacters(in: .whitespaces) + "\n")
      }
    }

    @Test func `no answer leaves it missing, and nothing is asked where JSON is wanted`() throws {
      try Messages.withRecord { program in
        let asked = try PseudoTerminal(program, ["--now", Messages.now, "message", "send", "W-1", "hello"])
        try asked.wait(for: "known? ")
        asked.type("\n")
        try asked.wait(for: "next_update? ")
        asked.type("\n")
        #expect(try asked.end() == 64)
        let silent = try PseudoTerminal(program, ["--now", Messages.now, "message", "send", "W-1", "hello", "--json"])
        #expect(try silent.end() == 64)
        #expect(!silent.text.contains("known? "))
      }
    }

    @Test func `more than a terminal takes is told before anything is copied`() throws {
      try Messages.withRecord { program in
        let long = String(repeating: "all work and no play ", count: 4000)
        let terminal = try PseudoTerminal(
          program, ["message", "send", "W-1", "--audience", "internal", "--copy", "--text", long])
        #expect(try terminal.end() == 64)
        #expect(terminal.text.contains("a terminal copies 74994 at most"))
        #expect(!terminal.text.contains("]52;"))
        #expect(try Messages.sent(program).isEmpty)
      }
    }
  }
}
