import Testing

@testable import Interchange

@Suite("Reading JSON lines")
struct JSONLinesReaderTests {
  /// The values of `a`, `b.c` and `d.e` of the first line, or its problem and the byte it is at.
  enum Found: Equatable {
    case values([String])
    case problem(RowProblem, at: Int?)
  }

  static let cases: [(String, Found)] = [
    (#"{"a": "x", "b": {"c": 1.50e3}, "d.e": true}"#, Found.values(["x", "1.50e3", "true"])),
    (#" {"b":{"c":null,"x":[1,{"y":[]}]},"z":{},"d":{"e":["p","q",2]}} "#, .values(["", "", "p;q;2"])),
    (#"{}"#, .values(["", "", ""])),
    (#"{"a":"\u00e9\ud83d\ude00\n\"\\\/"}"#, .values(["é😀\n\"\\/", "", ""])),
    (#"{"a":"日本"}"#, .values(["日本", "", ""])),
    (#"[1]"#, .problem(.notAnObject, at: 1)),
    (#"{"a":1"#, .problem(.notJSON("expected a comma or }"), at: 7)),
    (#"{"a":01}"#, .problem(.notJSON("expected a comma or }"), at: 7)),
    (#"{"a":}"#, .problem(.notJSON("expected a value"), at: 6)),
    (#"{"a":1} x"#, .problem(.notJSON("text after the object"), at: 9)),
    (#"{"a":"x"#, .problem(.notJSON("a text that does not end"), at: 8)),
    (#"{"a":"\q"}"#, .problem(.notJSON("an unknown escape"), at: 8)),
    (#"{"a":"\ud83d"}"#, .problem(.notJSON("half of a surrogate pair"), at: 13)),
    (#"{"a":"\u0000"}"#, .problem(.nul, at: 7)),
    ("{\"a\":\"x\ty\"}", .problem(.notJSON("a control character inside a text"), at: 8)),
    ("{\"a\":\"\u{0}\"}", .problem(.nul, at: 7)),
    (#"{"a":1,"a":2}"#, .problem(.duplicateKey("a"), at: 8)),
    (#"{"a":{"x":1}}"#, .problem(.notAText, at: 6)),
    (#"{"a":[[1]]}"#, .problem(.notAText, at: 6)),
    (
      #"{"a":"# + String(repeating: "[", count: 100) + String(repeating: "]", count: 100) + "}",
      .problem(.notAText, at: 6)
    ),
    (
      #"{"z":"# + String(repeating: "[", count: 100_000),
      .problem(.notJSON("lists nested too deep"), at: 69)
    ),
  ]

  @Test("each line gives these values or this error", arguments: cases)
  func lines(text: String, found: Found) throws {
    let scratch = try Scratch()
    var reader = try JSONLinesReaderTests.reader(try scratch.file(text + "\n"))
    switch try reader.next() {
    case .row(let row): #expect(.values(row.values) == found)
    case .bad(let error, _): #expect(.problem(error.problem, at: error.column?.number) == found)
    case nil: Issue.record("no row")
    }
  }

  @Test("lines are counted, blank ones passed over, and long ones refused without being held")
  func manyLines() throws {
    let scratch = try Scratch()
    let long = "{\"a\":\"\(String(repeating: "x", count: 600_000))\"}"
    var reader = try JSONLinesReaderTests.reader(
      try scratch.file(
        "\u{FEFF}{\"a\":1}\r\n\n  \n\(long)\n{\"a\":2,\"b\":{\"c\":\"\(String(repeating: "y", count: 2000))\"}}\n{\"a\":3}"
      ))
    var lines: [String] = []
    while let found = try reader.next() {
      switch found {
      case .row(let row):
        lines.append("\(row.place.line)=\(row.values[0])")
        guard case .row(let again) = try reader.row(at: row.place) else { return #expect(Bool(false)) }
        #expect(again.values == row.values)
      case .bad(let error, _): lines.append("\(error.line): \(error.problem)")
      }
    }
    #expect(
      lines == [
        "1=1", "4: \(RowProblem.rowTooLong(limit: 65536))", "5: \(RowProblem.fieldTooLong(limit: 1024))", "6=3",
      ])
  }

  private static func reader(_ path: String) throws -> JSONLinesReader {
    try JSONLinesReader(
      try InputFile(path: path), encoding: .utf8, limits: RowLimits(field: 1024, row: 65_536),
      sources: [("a", true), ("b.c", true), ("d.e", false)], joiner: ";")
  }
}
