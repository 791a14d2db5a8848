import EscalationDomain
import Testing

@testable import Interchange

@Suite("Text that nobody wrote for a page does nothing to it")
struct MinutesTests {
  static let hostile: [(String, markdown: String, html: String)] = [
    ("plain, words.", "plain, words.", "plain, words."),
    ("<script>x</script>", #"\<script\>x\</script\>"#, "&lt;script&gt;x&lt;/script&gt;"),
    ("[a](http://b)", #"\[a\](http://b)"#, "[a](http://b)"), ("![a](b)", #"\!\[a\](b)"#, "![a](b)"),
    ("a & \"b\" 'c'", #"a \& "b" 'c'"#, "a &amp; &quot;b&quot; &#39;c&#39;"),
    ("**b** _i_ `c` ~s~ |", #"\*\*b\*\* \_i\_ \`c\` \~s\~ \|"#, "**b** _i_ `c` ~s~ |"),
    // A mark that joins a sign makes one character of the two.
    ("<\u{338}b>", "\\<\u{338}b\\>", "&lt;\u{338}b&gt;"), (#"\<"#, #"\\\<"#, #"\&lt;"#),
    ("# h {x} &#60;", ##"\# h \{x\} \&\#60;"##, "# h {x} &amp;#60;"),
  ]

  @Test("Each sign", arguments: hostile)
  func escaped(_ text: String, _ markdown: String, _ html: String) {
    #expect(MinutesPage.markdown(text).unicodeScalars.elementsEqual(markdown.unicodeScalars))
    #expect(MinutesPage.html(text).unicodeScalars.elementsEqual(html.unicodeScalars))
  }
}
