import Testing

extension OnTerminal {
  /// The terminal's own cursor on a real terminal.
  @Suite struct CursorOnTerminal {
    @Test func `shows on the selected row, at the same column`() throws {
      try withTmux { program, terminal in
        func cursor() throws -> [Int] {
          try terminal.tmux("display-message", "-p", "#{cursor_flag} #{cursor_x} #{cursor_y}")
            .split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        }
        try terminal.line(start(program))
        try terminal.wait("a board") { $0.contains("Login fails") && $0.contains("quit") }
        func row() throws -> Int? {
          try terminal.screen.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.hasPrefix("▌") }
        }
        let first = try #require(try row())
        #expect(try cursor() == [1, 0, first])
        try terminal.type("j")
        try terminal.wait("the next row") { _ in (try? row()).map { $0 != first } ?? false }
        #expect(try cursor() == [1, 0, try #require(try row())])
        try terminal.type("q")
        try terminal.wait("the shell") { $0.contains("status=0") }
        #expect(try cursor().first == 1)
      }
    }
  }
}
