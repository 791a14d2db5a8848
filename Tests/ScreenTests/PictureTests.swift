import Foundation
import Screen
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct PictureTests {
  let theme = Theme(
    id: "t", name: "T", appearance: .dark,
    entries: [
      .text: .init(foreground: .rgb(0xD0, 0xD0, 0xD0), background: .rgb(0, 0, 0)),
      .breached: .init(foreground: .palette(15), background: .palette(196), attributes: [.bold, .underline]),
    ])

  func frame() -> Frame {
    var frame = Frame(size: Size(columns: 10, rows: 2))
    frame.write("a<&\"' 日", at: Point(column: 0, row: 0))
    frame.write("│late▌", at: Point(column: 1, row: 1), .breached)
    return frame
  }

  @Test func `ANSI text has only colour sequences, each line begun and ended clean`() {
    let lines = frame().ansi(theme: theme, depth: .full).split(separator: "\n")
    #expect(lines[0] == "\u{1B}[0;38;2;208;208;208;48;2;0;0;0ma<&\"' 日  \u{1B}[0m")
    #expect(lines[1].contains("\u{1B}[0;1;4;97;48;5;196m│late▌"))
    let plain = frame().ansi(theme: theme, depth: .mono, ascii: true).split(separator: "\n")
    #expect(plain[1] == "\u{1B}[0m \u{1B}[0;1;4;7m|late#\u{1B}[0m   \u{1B}[0m")
  }

  @Test func `SVG is XML with its text escaped, and every run has its columns`() throws {
    let svg = frame().svg(theme: theme, title: "A & B <now>\u{1B}")
    let document = try XMLDocument(xmlString: svg)
    func values(_ path: String) throws -> [String?] {
      try document.nodes(forXPath: "//*[local-name()='text']" + path).map(\.stringValue)
    }
    #expect(try values("") == ["a<&\"'", "日", "late"])
    #expect(try values("/@x") == ["0", "54", "18"])
    #expect(try values("/@textLength") == ["45", "18", "36"])
    #expect(try values("/@font-weight") == ["bold"])
    #expect(svg.contains("<title>A &amp; B &lt;now&gt;␛</title>"))
    #expect(svg.contains("<rect x=\"9\" y=\"19\" width=\"54\" height=\"19\" fill=\"#ff0000\"/>"))
    #expect(!svg.contains("│"))
  }
}
