import Foundation
import Testing

extension OnTerminal {
  @Suite struct `Many terminals` {
    static let themes: [String] = {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../themes")
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }()

    static let surroundings: [[String: String]] =
      ["vt100", "linux", "screen", "tmux-256color", "xterm-direct", "xterm-mono", "rxvt-unicode-256color"].map {
        ["TERM": $0]
      } + [
        ["NO_COLOR": "1"], ["COLORTERM": "truecolor"], ["LC_ALL": "C"], ["LC_ALL": "C", "TERM": "vt100"],
      ] + themes.map { ["WARROOM_THEME": $0] }

    @Test(arguments: surroundings)
    func `show the board, take a key and are left as they were`(environment: [String: String]) throws {
      guard try Self.isKnown(environment["TERM"] ?? "xterm-256color") else { return }
      try withPseudoTerminal(environment: environment.mapValues { $0 }) { _, terminal in
        try terminal.wait(for: "quit")
        terminal.settle()
        if environment["LC_ALL"] == "C" { #expect(terminal.bytes.allSatisfy { $0 < 0x80 }) }
        if environment["NO_COLOR"] != nil {
          #expect(terminal.text.firstMatch(of: /\u{1B}\[[0-9;]*[34][0-7]m/) == nil, "no colour was wanted")
        }
        let mark = terminal.mark
        terminal.type("?")
        try terminal.wait(for: "narrow", after: mark)
        terminal.type("\u{3}")
        terminal.settle()
        terminal.type("q")
        #expect(try terminal.end() == 0)
        #expect(terminal.modes == terminal.modesBefore)
      }
    }

    /// A vt100 cannot hide its cursor.
    @Test func `have their cursor at the selected row`() throws {
      try withTmux { program, terminal in
        try terminal.line("TERM=vt100 " + start(program))
        for (key, row) in [("", "Login fails"), ("j", "Reports are slow"), ("k", "Login fails")] {
          if !key.isEmpty { try terminal.type(key) }
          try terminal.wait("the cursor at \(row)") { screen in
            let place = try? terminal.tmux("display-message", "-p", "#{cursor_flag} #{cursor_y}").split(separator: " ")
            guard let place, place.first == "1", let line = Int(place[1].filter(\.isNumber)) else { return false }
            return screen.split(separator: "\n", omittingEmptySubsequences: false)[line].contains(row)
          }
        }
        try terminal.type("q")
        try terminal.wait("the shell") { $0.contains("status=0") }
      }
    }

    @Test func `have their themes tried`() { #expect(Self.themes.count >= 3) }

    @Test(
      arguments: [
        ("dumb", "the terminal “dumb” cannot place a cursor; --once prints the board"),
        ("no-such-terminal", "the terminal “no-such-terminal” is not known here; set TERM, e.g. TERM=xterm-256color"),
        ("", "TERM does not name the terminal; set it, e.g. TERM=xterm-256color"),
        (nil, "TERM does not name the terminal; set it, e.g. TERM=xterm-256color"),
      ] as [(String?, String)])
    func `that cannot draw get one line`(term: String?, line: String) throws {
      try withStore { program in
        let terminal = try PseudoTerminal(program, environment: ["TERM": term])
        #expect(try terminal.end() == 64)
        #expect(terminal.text == "warroom: \(line)\r\n")
        #expect(terminal.modes == terminal.modesBefore)
      }
    }

    /// Not every machine has all descriptions.
    private static func isKnown(_ term: String) throws -> Bool {
      ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"].contains { folder in
        FileManager.default.fileExists(atPath: "\(folder)/\(term.prefix(1))/\(term)")
      }
    }
  }
}
