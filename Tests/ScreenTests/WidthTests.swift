import Foundation
import Screen
import Testing

@Suite struct WidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("🚨", 2),
    ("👍🏽", 2),
    ("👨‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("🇩🇪🇫🇷", 4), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("⌚︎", 2), ("שלום", 4), ("│█…", 3), ("Ａ", 2),
    ("\u{301}", 1), ("a\u{200B}b", 3), ("\u{1B}[m", 3), ("\u{202E}", 8),
  ])
  func `text is as wide as its graphemes`(text: String, cells: Int) {
    #expect(Width.of(text) == cells)
  }

  /// `wcwidth` is what ncurses lays its cells out by. Only scalars that reach a terminal count: the rest become marks.
  @Test func `widths agree with the C library in a UTF-8 locale, for every scalar that it knows`() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let earlier = uselocale(locale)
    defer {
      uselocale(earlier)
      freelocale(locale)
    }
    // The header hides it from Swift.
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
    var differing: [String] = []
    // Unicode 15 made this one a spacing mark; the libraries may be of different versions.
    let changed: Set<UInt32> = [0x1171E]
    for value in UInt32(0x20)...0x10FFFF where !changed.contains(value) {
      guard let scalar = Unicode.Scalar(value), isShownAsItself(scalar) else { continue }
      let known = Int(wcwidth(Int32(bitPattern: value)))
      if known >= 0, known != Width.of(scalar) { differing.append("U+\(String(value, radix: 16)) \(known)") }
    }
    #expect(differing.isEmpty)
  }

  private func isShownAsItself(_ scalar: Unicode.Scalar) -> Bool {
    let standing = "a" + String(Character(scalar))
    return Visible.text(standing).unicodeScalars.elementsEqual(standing.unicodeScalars)
  }

  @Test(arguments: [
    ("escalation", 10, "escalation"), ("escalation", 9, "escalati…"), ("escalation", 1, "…"), ("escalation", 0, ""),
    ("日本電気", 8, "日本電気"), ("日本電気", 7, "日本電…"), ("日本電気", 6, "日本…"), ("日本電気", 2, "…"),
    ("ab👨‍👩‍👧‍👦cd", 4, "ab…"), ("ab👨‍👩‍👧‍👦cd", 5, "ab👨‍👩‍👧‍👦…"), ("cafe\u{301}s", 4, "caf…"), ("\u{1B}]0;x", 4, "␛]0…"),
  ])
  func `cut text keeps whole graphemes`(text: String, width: Int, kept: String) {
    #expect(Fit.truncated(text, to: width) == kept)
  }

  @Test func `padding fills to the exact width`() {
    #expect(Fit.padded("日本", to: 7, .right) == "   日本")
    #expect(Fit.padded("日本", to: 7, .centre) == " 日本  ")
    #expect(Fit.padded("日本電気", to: 4) == "日… ")
    #expect(Fit.padded("long name", to: 5, ellipsis: "~") == "long~")
  }
}
