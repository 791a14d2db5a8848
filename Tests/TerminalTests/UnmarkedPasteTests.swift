import Glibc
import Screen
import Testing

@testable import Terminal

/// A terminal that does not bracket what is pasted must not have its line ends taken for the enter key.
@Suite struct UnmarkedPasteTests {
  /// The keys that one write to the keyboard brings, or several with nothing between.
  private func keys(_ writes: [String]) throws -> [Key] {
    var keyboard: [Int32] = [-1, -1]
    try #require(pipe(&keyboard) == 0)
    defer { for descriptor in keyboard { close(descriptor) } }
    var loop = InputLoop(waker: try #require(Waker()), described: [], input: keyboard[0])
    var keys: [Key] = []
    for text in writes {
      let bytes = Array(text.utf8)
      try #require(write(keyboard[1], bytes, bytes.count) == bytes.count)
      for case .key(let key) in loop.wait(timeout: .seconds(5), forOutput: false) { keys.append(key) }
    }
    return keys
  }

  @Test(
    arguments: [
      (["line one\rline two"], [.paste("line one\nline two")]),
      (["one\r\ntwo\tthree\r\n"], [.paste("one\ntwo\tthree\n")]),
      (["Grüße\n日本語です"], [.paste("Grüße\n日本語です")]),
      // Enter as it is typed: last, alone, or with a key ahead of a console that is busy.
      (["ab\r"], [.character("a"), .character("b"), .enter]), (["\r"], [.enter]),
      (["j\rn"], [.character("j"), .enter, .character("n")]),
      (["abcdef\r"], "abcdef".map { .character($0) } + [.enter]),
      (["abcdef\rg"], "abcdef".map { .character($0) } + [.enter, .character("g")]),
      // Keys that are no text are no part of one.
      (["ab\r\u{1B}[Bcd"], [.character("a"), .character("b"), .enter, .down, .character("c"), .character("d")]),
      (["abcdef"], "abcdef".map { .character($0) }),
      // Typed ahead: a form is opened, and its first field filled in.
      (["\ra full disk, again"], [.enter] + "a full disk, again".map { .character($0) }),
      // A terminal that brackets one paste brackets all: what else comes is typed.
      (
        ["\u{1B}[200~x\ry\u{1B}[201~", "abc\rdef"],
        [.paste("x\ry")] + "abc".map { .character($0) } + [.enter] + "def".map { .character($0) }
      ),
    ] as [([String], [Key])])
  func `line ends amid text are text`(writes: [String], expected: [Key]) throws {
    #expect(try keys(writes) == expected)
  }

  @Test func `a long text comes in several pieces, and is one`() throws {
    let text = (0..<2000).map { "line \($0)" }.joined(separator: "\r")
    #expect(try keys([text]) == [.paste(text.replacing("\r", with: "\n"))])
  }
}
