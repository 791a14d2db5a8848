import Foundation
import Testing

extension OnTerminal {
  /// Text from outside must not reach a terminal as anything but text, wherever it shows.
  @Suite struct `What is sent` {
    private static let hostile = [
      "\u{1B}[31mred\u{1B}[2J", "\u{9B}5;5H\u{85}next", "\u{1B}]0;title\u{7}\u{1B}]52;c;ZWNobw==\u{1B}\\",
      "\u{202E}gnp.exe\u{202C}\u{2066}x", "zero\u{200B}width\u{FEFF}\u{2060}\u{AD}", "表示が崩れる", "👩‍👩‍👧🇯🇵❤️🏽",
      "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "שלום 42 עולם", "مرحبا 17 بالعالم", "\u{E000}\u{10FFFF}\u{378}",
      "tab\there\rback\u{8}\u{7F}",
    ]
    /// Through every place and form, with text typed and pasted, and out.
    private static let walk =
      ["j", "j", "\u{1B}[B", "G", "g"]
      + ["a", "u", "n", "o", "s", "p", "r"].flatMap {
        [$0, "\u{1B}[200~\u{1B}[7m\u{9B}9mé\u{202E}\u{1B}[201~", "\t", "\u{13}", "\u{1B}", "\u{1B}"]
      }
      + ["U", "\u{1B}", "x", "j", "\u{1B}", "?", "\u{202E}z", "\u{1B}", "\u{1B}", "/", "e\u{301}", "\u{1B}"]
      + ["\r", "\t", "j", "\t", "\t", "\t", "x", "\u{1B}", "\u{1B}", "t", "t", "t", "\u{0C}"]

    @Test func `is printable text and the terminal's own sequences`() throws {
      try withProgram { program in
        for (number, text) in Self.hostile.enumerated() {
          let run = try program(
            "open", "\(text) \(number)", "--account", "\(text) Ltd", "--severity", "S\(number % 4)", "--owner", text)
          #expect(run.status == 0, "\(run.err)")
          _ = try program("note", "W-\(number + 1)", "\(text)\n\(text)")
        }
        for (theme, columns, rows) in [("dark", 160, 50), ("light", 80, 24)] {
          let terminal = try PseudoTerminal(
            program, ["--theme", theme], columns: columns, rows: rows, environment: ["COLORTERM": "truecolor"])
          try terminal.wait(for: "quit")
          for keys in Self.walk {
            terminal.type(keys)
            // An Escape must not become the beginning of what is typed next.
            if keys == "\u{1B}" { try terminal.wait("") { _ in !terminal.read(within: 0.04) } }
          }
          terminal.settle()
          // Ctrl-C leaves whatever has the keys, and y the question about drafts.
          terminal.type("\u{3}\u{3}\u{3}y")
          #expect(try terminal.end() == 0)
          let stream = OutputStream(terminal.bytes)
          #expect(Set(stream.faults) == [])
          #expect(stream.text.contains("שלום") && stream.text.contains("表示が崩れる"), "the texts were seen")
        }
      }
    }

    @Test func `would be found if it were anything else`() {
      for text in ["\u{1B}[6n", "\u{1B}]0;x\u{7}", "\u{9B}A", "\u{202E}", "\u{1B}c", "\u{7}", "\u{1B}[38;5;1b"] {
        #expect(OutputStream(Array(text.utf8)).faults.count >= 1, "\(text.debugDescription)")
      }
      #expect(OutputStream([0x61, 0x9B, 0x41]).faults.count == 1)
    }

    /// Right-to-left names stay in the order of their letters and in their cells: a full-screen program cannot know
    /// whether a terminal turns them round.
    @Test func `keeps every column where names run from right to left`() throws {
      try withTmux(now: now) { program, terminal in
        let names = ["שלום עולם", "مرحبا بالعالم 45", "표시 עברית 12:30", "ن\u{64E}ص\u{651} عربي"]
        for name in names {
          _ = try program("open", name, "--account", name, "--severity", "S1", "--owner", name, now: now)
        }
        try terminal.resize(columns: 160, rows: 30)
        try terminal.line(start(program, "--now \(now)"))
        let expected = try program("--once", "--size", "160x30", now: now).out
        #expect(expected.contains("שלום עולם"))
        try terminal.wait("the print:\n\(expected)") { $0.trimmedLines == expected.trimmedLines }
        try terminal.type("q")
        try terminal.wait("the shell") { $0.contains("status=0") }
      }
    }
  }
}
