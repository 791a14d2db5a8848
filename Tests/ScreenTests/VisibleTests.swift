import Screen
import Testing

@Suite struct VisibleTests {
  @Test(arguments: [
    ("plain", "plain"), ("naïve – “ok”", "naïve – “ok”"), ("\u{1B}[31m", "␛[31m"), ("a\0b", "a␀b"), ("\u{7F}", "␡"),
    ("\u{9B}31m", "<U+009B>31m"), ("\u{202E}evil", "<U+202E>evil"), ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"),
    ("\u{200E}", "<U+200E>"), ("a\u{200B}b\u{FEFF}", "a·b·"), ("a\u{200D}b", "a·b"),
    ("soft\u{AD}hyphen", "soft·hyphen"),
    ("x\u{2028}y", "x<U+2028>y"), ("tag\u{E0041}", "tag·"), ("\u{3164}", "·"), ("\u{FFFE}", "�"),
    ("\u{301}x", "◌\u{301}x"),
    ("\u{1B}\u{301}", "␛◌\u{301}"), ("👩‍🚀 ok", "👩‍🚀 ok"), ("❤️‍🔥", "❤️‍🔥"), ("a\u{FE0F}", "a·"),
    ("❤\u{FE0F}\u{FE0F}", "❤\u{FE0F}·"),
    ("a\tb\r\nc", "a␉b␍␊c"),
  ])
  func `what is hostile or unseen becomes a mark`(text: String, shown: String) {
    let visible = Visible.text(text)
    #expect(visible.unicodeScalars.elementsEqual(shown.unicodeScalars))
    #expect(Visible.text(visible).unicodeScalars.elementsEqual(visible.unicodeScalars))
  }

  @Test func `line ends are marked, joined or kept`() {
    let text = "one\r\ntwo\n\n\tthree\rfour"
    #expect(Visible.text(text, newlines: .space) == "one two three four")
    #expect(Visible.text(text, newlines: .keep) == "one\ntwo\n\n three\nfour")
    #expect(Visible.text("\n") == "␊")
  }

  @Test func `no scalar of Unicode reaches a screen as a control, a format or a separator`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for shown in Visible.text("a" + String(Character(scalar))).unicodeScalars {
        switch shown.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate:
          Issue.record("U+\(String(value, radix: 16))")
        default: break
        }
      }
    }
  }
}
