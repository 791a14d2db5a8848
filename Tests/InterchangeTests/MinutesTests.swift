import EscalationDomain
import Testing

@testable import Interchange

@Suite("Text that nobody wrote for a page does nothing to it")
struct MinutesTests {
  static let hostile: [(String, markdown: String, html: String)] = [
    ("plain, words.", "plain, words.", "plain, words."),
    ("<script>x</script>", "&lt;script>x&lt;/script>", "&lt;script&gt;x&lt;/script&gt;"),
    ("[a](http://b)", #"\[a](http://b)"#, "[a](http://b)"), ("![a](b)", #"!\[a](b)"#, "![a](b)"),
    ("a & \"b\" 'c'", #"a & "b" 'c'"#, "a &amp; &quot;b&quot; &#39;c&#39;"),
    ("**b** _i_ `c` ~s~ |", #"\*\*b\*\* \_i\_ \`c\` \~s\~ |"#, "**b** _i_ `c` ~s~ |"),
    // A mark that joins a sign makes one character of the two.
    ("<\u{338}b>", "&lt;\u{338}b>", "&lt;\u{338}b&gt;"), (#"\<"#, #"\\&lt;"#, #"\&lt;"#),
    ("{x} &#60; &copy; &x", "{x} &amp;#60; &amp;copy; &x", "{x} &amp;#60; &amp;copy; &amp;x"),
    ("first_response a_ _b", #"first_response a\_ \_b"#, "first_response a_ _b"),
  ]

  @Test("Each sign", arguments: hostile)
  func escaped(_ text: String, _ markdown: String, _ html: String) {
    #expect(
      MinutesPage.markdown(text).unicodeScalars.elementsEqual(markdown.unicodeScalars), "\(MinutesPage.markdown(text))")
    #expect(MinutesPage.html(text).unicodeScalars.elementsEqual(html.unicodeScalars))
  }

  @Test(
    "A line that begins like something else",
    arguments: [
      ("1. first", #"1\. first"#), ("12) x", #"12\) x"#), ("1.5 hours", "1.5 hours"), ("+ plus", #"\+ plus"#),
      ("+1", "+1"),
      ("- minus", #"\- minus"#), ("---", #"\---"#), ("-5 %", "-5 %"), ("# head", "\\# head"), ("## ", "\\## "),
      ("#5 is next", "#5 is next"), ("> said", #"\> said"#), ("a 1. b + c > d", "a 1. b + c > d"), ("+", #"\+"#),
      ("", ""),
    ])
  func atTheBeginning(_ text: String, _ markdown: String) { #expect(MinutesPage.markdown(text) == markdown) }

  @Test(
    "Nobody is called by what was written down",
    arguments: [
      ("<!channel> <@U123> <#C1|x>", "&lt;!channel&gt; &lt;@U123&gt; &lt;#C1|x&gt;", "< !channel> < @U123> < #C1|x>"),
      ("@here and (@Channel), @everyone", "@ here and (@ Channel), @ everyone", "@ here and (@ Channel), @ everyone"),
      ("ann@here.com @hereafter", "ann@here.com @hereafter", "ann@here.com @hereafter"),
      ("<\u{338}!x>", "&lt;\u{338}!x&gt;", "<\u{338}!x>"),
      ("Larkspur & Daughters *b*", "Larkspur &amp; Daughters *b*", "Larkspur & Daughters *b*"),
    ])
  func mentions(_ text: String, _ slack: String, _ plain: String) {
    #expect(MinutesPage.slack(text) == slack)
    #expect(MinutesPage.plain(text) == plain)
    let markdown = MinutesPage.markdown(text)
    #expect(!markdown.contains("<") && !markdown.contains("@here ") && !markdown.contains("@Channel"))
  }

  @Test("The same page in each form")
  func forms() throws {
    let at: Instant = .utc("2026-03-02 09:00")
    let start = RoomStart(agenda: [], since: at, until: at + 86_400, timebox: RoomTimebox(each: 5, all: 25), zone: .utc)
    let facts: [RoomFact] = [.started(start), .noted("1. <!channel> R & D"), .ended()]
    let entries = facts.enumerated().map { index, fact in
      RegisterEntry(
        sequence: Int64(index + 1), occurred: at, recorded: at, actor: "ann", why: nil, fact: fact)
    }
    let room = Room(RoomID(date: Zone.utc.local(at).date), RegisterLog(entries))
    let minutes = try #require(try NoLogs().minutes(of: room, zone: .utc, now: at))
    func text(_ format: MinutesFormat) -> String { format.text(of: minutes) { $0 } }
    #expect(text(.slack).hasPrefix("*War room 2026-03-02*\n\n• Started Mon 2026-03-02 09:00 UTC by ann\n"))
    #expect(text(.slack).hasSuffix("\n\n*Notes*\n\n• 1. &lt;!channel&gt; R &amp; D (ann, 09:00)\n"))
    #expect(text(.md).hasSuffix("\n\n## Notes\n\n- 1\\. &lt;!channel> R & D (ann, 09:00)\n"))
    #expect(text(.text).hasSuffix("\n\nNOTES\n\n- 1. < !channel> R & D (ann, 09:00)\n"))
  }
}

private struct NoLogs: RecordReading {
  func eachHistory(touching: Range<Instant>, now: Instant, _ body: (History, PolicyBook) throws -> Void) throws {}
}
