import Testing

@testable import Interchange

@Suite("Reading CSV")
struct CSVReaderTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var rows: [[String]]
    /// Line, column number and problem of each bad row, as the reader finds them.
    var errors: [RowError]
    var testDescription: String { name }

    init(_ name: String, _ text: String, rows: [[String]] = [], errors: [RowError] = []) {
      self.init(name, bytes: Array(text.utf8), rows: rows, errors: errors)
    }

    init(_ name: String, bytes: [UInt8], rows: [[String]] = [], errors: [RowError] = []) {
      self.name = name
      self.bytes = bytes
      self.rows = rows
      self.errors = errors
    }
  }

  static func bad(_ line: Int, _ column: Int?, _ problem: RowProblem) -> RowError {
    let names = ["a", "b"]
    let found = column.map { RowError.Column(number: $0, name: $0 <= names.count ? names[$0 - 1] : nil) }
    return RowError(file: "f", line: line, column: found, problem: problem)
  }

  static let cases: [Case] = [
    Case("plain", "a,b\n1,2\n3,4\n", rows: [["1", "2"], ["3", "4"]]),
    Case("no line end at the end", "a,b\n1,2", rows: [["1", "2"]]),
    Case("CRLF", "a,b\r\n1,2\r\n", rows: [["1", "2"]]),
    Case("a return at the very end", "a,b\n1,2\r", rows: [["1", "2"]]),
    Case("byte order mark", "\u{FEFF}a,b\n1,2\n", rows: [["1", "2"]]),
    Case("blank lines", "a,b\n\n1,2\r\n\r\n\n3,4\n", rows: [["1", "2"], ["3", "4"]]),
    Case("empty fields", "a,b\n,\n", rows: [["", ""]]),
    Case("other order, other columns", "x,b,a\n9,2,1\n", rows: [["1", "2"]]),
    Case("values and names are trimmed", " a ,b\n 1\t, 2 3 \n", rows: [["1", "2 3"]]),
    Case("quotes", "a,b\n\"1\",\"2,2\"\n", rows: [["1", "2,2"]]),
    Case("quoted names", "\"a\",\"b\"\n1,2\n", rows: [["1", "2"]]),
    Case("doubled quotes", "a,b\n\"\"\"1\"\"\",\"x\"\"\"\"y\"\n", rows: [["\"1\"", "x\"\"y"]]),
    Case("empty quotes", "a,b\n\"\",2\n", rows: [["", "2"]]),
    Case("a quote inside an unquoted field", "a,b\n5\" disk,2\n", rows: [["5\" disk", "2"]]),
    Case("line ends inside quotes", "a,b\n\"1\r\n1\",2\n3,4\n", rows: [["1\r\n1", "2"], ["3", "4"]]),
    Case("other scripts", "a,b\nČeská,日本\n", rows: [["Česká", "日本"]]),
    Case("a control character is data", "a,b\n1\u{1B}[31m,2\n", rows: [["1\u{1B}[31m", "2"]]),
    Case(
      "too few columns", "a,b\n1\n3,4\n", rows: [["3", "4"]], errors: [bad(2, nil, .columnCount(found: 1, expected: 2))]
    ),
    Case(
      "too many columns", "a,b\n1,2,3\n3,4\n", rows: [["3", "4"]],
      errors: [bad(2, nil, .columnCount(found: 3, expected: 2))]),
    Case("text after a quote", "a,b\n\"1\"x,2\n3,4\n", rows: [["3", "4"]], errors: [bad(2, 1, .textAfterQuote)]),
    Case(
      "text after a quote, a line later the rest is whole", "a,b\n1,\"2\" x\n\"3\n3\",4\n", rows: [["3\n3", "4"]],
      errors: [bad(2, 2, .textAfterQuote)]),
    Case(
      "an unclosed quote to the end", "a,b\n1,2\n3,\"4\n5,6\n7,8\n", rows: [["1", "2"], ["5", "6"], ["7", "8"]],
      errors: [bad(3, 2, .unclosedQuote)]),
    Case(
      "an unclosed quote that a later one seems to close", "a,b\n3,\"4\n5,6\n7,\"8\"\n",
      rows: [["5", "6"], ["7", "8"]], errors: [bad(2, 2, .unclosedQuote)]),
    Case(
      "an unclosed quote after quoted lines", "a,b\n\"1\n1\",\"2\n3,4\n", rows: [["3", "4"]],
      errors: [bad(3, 2, .unclosedQuote)]),
    Case("an unclosed quote on the last line", "a,b\n1,\"2", errors: [bad(2, 2, .unclosedQuote)]),
    Case("NUL", "a,b\n1,2\u{0}2\n3,4\n", rows: [["3", "4"]], errors: [bad(2, 2, .nul)]),
    Case("a return inside a line", "a,b\n1\r1,2\n3,4\n", rows: [["3", "4"]], errors: [bad(2, 1, .bareCarriageReturn)]),
    Case(
      "not UTF-8", bytes: Array("a,b\n1,\"x\n".utf8) + [0xE9] + Array("\"\n3,4\n".utf8), rows: [["3", "4"]],
      errors: [bad(3, 2, .notInEncoding(.utf8))]),
    Case(
      "overlong UTF-8", bytes: Array("a,b\n".utf8) + [0xC0, 0x80] + Array(",2\n".utf8),
      errors: [bad(2, 1, .notInEncoding(.utf8))]),
    Case(
      "a surrogate in UTF-8", bytes: Array("a,b\n".utf8) + [0xED, 0xA0, 0x80] + Array(",2\n".utf8),
      errors: [bad(2, 1, .notInEncoding(.utf8))]),
    Case(
      "a field over the limit", "a,b\n1,\(String(repeating: "x", count: 2000))\n3,4\n", rows: [["3", "4"]],
      errors: [bad(2, 2, .fieldTooLong(limit: 1024))]),
    Case(
      "a field over all limits", "a,b\n1,\"\(String(repeating: "x\n", count: 400_000))\"\n3,4\n", rows: [["3", "4"]],
      errors: [bad(2, 2, .fieldTooLong(limit: 1024))]),
    Case(
      "a quote that opens far from the end", "a,b\n1,\"2\n\(String(repeating: "3,4\n", count: 150_000))5,6\n",
      rows: Array(repeating: ["3", "4"], count: 150_000) + [["5", "6"]], errors: [bad(2, 2, .unclosedQuote)]),
    Case(
      "a row of too many fields", "a,b\n\(String(repeating: "x,", count: 300_000))\n3,4\n", rows: [["3", "4"]],
      errors: [bad(2, nil, .rowTooLong(limit: 65536))]),
  ]

  @Test("each file gives these rows and these errors", arguments: cases)
  func reading(_ item: Case) throws {
    let scratch = try Scratch()
    var (rows, errors, places): ([[String]], [RowError], [RowPlace]) = ([], [], [])
    var reader = try CSVReaderTests.reader(try scratch.file(item.bytes))
    while let found = try reader.next() {
      switch found {
      case .row(let row):
        rows.append(row.values)
        places.append(row.place)
      case .bad(var error, _):
        error.file = "f"
        errors.append(error)
      }
    }
    #expect(rows == item.rows)
    #expect(errors == item.errors)
    // Every row can be read again by its place.
    for (place, values) in zip(places, rows).prefix(10) {
      guard case .row(let again) = try reader.row(at: place) else {
        Issue.record("line \(place.line) cannot be read again")
        continue
      }
      #expect(again.values == values)
    }
  }

  static let unusableFiles: [(String, RowProblem)] = [
    ("", .emptyFile), ("\u{FEFF}", .emptyFile), ("\n\n", .emptyFile),
    ("a,c\n1,2\n", .missingColumn("b", found: ["a", "c"])), ("a,b,a\n", .duplicateColumn("a")),
    ("a,\"b\n1,2\n", .unclosedQuote), ("a,b\r1,2\r", .bareCarriageReturn), ("a\u{0},b\n", .nul),
  ]

  @Test("a file that cannot be used says why", arguments: unusableFiles)
  func unusable(text: String, problem: RowProblem) throws {
    let scratch = try Scratch()
    let path = try scratch.file(text)
    #expect { _ = try CSVReaderTests.reader(path) } throws: { ($0 as? RowError)?.problem == problem }
  }

  @Test("UTF-16 is named")
  func utf16() throws {
    let scratch = try Scratch()
    let path = try scratch.file([0xFF, 0xFE, 0x61, 0x00])
    #expect { _ = try CSVReaderTests.reader(path) } throws: { ($0 as? RowError)?.problem == .utf16 }
  }

  @Test("latin1 and windows-1252, where the profile says so")
  func encodings() throws {
    let scratch = try Scratch()
    let bytes = Array("a,b\n".utf8) + [0xE9, 0x2C, 0x80, 0x0A, 0x81, 0x2C, 0x32, 0x0A]
    let path = try scratch.file(bytes)
    var latin = try CSVReaderTests.reader(path, encoding: .latin1)
    guard case .row(let first) = try latin.next() else { return #expect(Bool(false)) }
    #expect(first.values == ["é", "\u{80}"])
    var windows = try CSVReaderTests.reader(path, encoding: .windows1252)
    guard case .row(let euro) = try windows.next(), case .bad(let error, _) = try windows.next() else {
      return #expect(Bool(false))
    }
    #expect(euro.values == ["é", "€"])
    #expect(error.problem == .notInEncoding(.windows1252))
    #expect(error.column?.number == 1)
  }

  @Test("other separators")
  func separators() throws {
    let scratch = try Scratch()
    var reader = try CSVReaderTests.reader(try scratch.file("a;b\n1,5;\"2;3\"\n"), separator: UInt8(ascii: ";"))
    guard case .row(let row) = try reader.next() else { return #expect(Bool(false)) }
    #expect(row.values == ["1,5", "2;3"])
  }

  @Test("a path that is no plain file is refused")
  func noFile() throws {
    let scratch = try Scratch()
    #expect(throws: ImportFailure.cannotRead(path: scratch.path("none"), code: 2)) {
      _ = try InputFile(path: scratch.path("none"))
    }
    #expect(throws: ImportFailure.notAFile(path: "/dev/null")) { _ = try InputFile(path: "/dev/null") }
    #expect(throws: ImportFailure.notAFile(path: scratch.folder.path)) {
      _ = try InputFile(path: scratch.folder.path)
    }
  }

  private static func reader(
    _ path: String, separator: UInt8 = UInt8(ascii: ","), encoding: TextEncoding = .utf8
  ) throws -> CSVReader {
    try CSVReader(
      try InputFile(path: path), separator: separator, encoding: encoding,
      limits: RowLimits(field: 1024, row: 65_536), sources: [("a", true), ("b", true)])
  }
}
