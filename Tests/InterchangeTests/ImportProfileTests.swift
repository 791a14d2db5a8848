import EscalationDomain
import Testing
import YAMLReading

@testable import Interchange

@Suite("Import profiles")
struct ImportProfileTests {
  static let small = """
    id: small
    layout: updates
    playbook: protocol
    columns: {id: number, at: when, title: "{a} · {b}", account: place, severity: prio}

    """

  @Test("the shipped profiles read, and name themselves")
  func builtins() throws {
    for name in ImportProfile.builtinNames { #expect(try ImportProfile.builtin(name)?.id == name) }
    #expect(try ImportProfile.builtin("other") == nil)
  }

  @Test("the reference tells of every key's field and every column of the native profile")
  func reference() throws {
    for field in ImportField.allCases {
      #expect(ImportProfile.reference.contains("`\(field.rawValue)`"), "\(field.rawValue)")
    }
    let native = try #require(try ImportProfile.builtin("native"))
    for (field, source) in native.fields { #expect(source == .column(field.rawValue)) }
    let own = ImportField.allCases.filter { $0.layout != .updates && $0 != .status }
    #expect(Set(native.fields.keys) == Set(own))
  }

  @Test("what is left out has a default")
  func defaults() throws {
    let profile = try ImportProfile.parse(ImportProfileTests.small, file: "small.yaml")
    #expect(profile.format == .csv)
    #expect(profile.separator == UInt8(ascii: ","))
    #expect(profile.encoding == .utf8)
    #expect(profile.dates.formats.map(\.pattern) == ["iso"])
    #expect(profile.dates.zone == .utc)
    #expect(profile.required == [.id, .at, .title, .account, .severity])
    #expect(profile.sources.map(\.name).sorted() == ["a", "b", "number", "place", "prio", "when"])
  }

  @Test(
    "what is wrong is named with its line and key",
    arguments: [
      ("colums: {}", "p.yaml:5:1: unknown key \"colums\""),
      ("format: xml", "p.yaml:5:9: format: \"xml\" cannot be read; write one of csv, jsonl"),
      ("separator: \"::\"", "p.yaml:5:12: separator: \"::\" cannot be read; write one ASCII character"),
      ("encoding: ebcdic", "p.yaml:5:11: encoding: \"ebcdic\" cannot be read; write one of utf-8, latin1"),
      ("dates: {formats: [\"HH:mm\"]}", "p.yaml:5:19: dates.formats[1]: \"HH:mm\" cannot be read; write iso"),
      ("dates: {zone: Mars/Olympus}", "p.yaml:5:15: dates.zone: \"Mars/Olympus\" cannot be read; write an IANA"),
      ("statuses: {Open: opened}", "p.yaml:5:18: statuses.Open: \"opened\" cannot be read; write one of new, active"),
      ("otherwise: {severity: P4}", "p.yaml:5:23: otherwise.severity: there is no map of severities"),
      ("otherwise: {status: new}", "p.yaml:5:21: otherwise.status: there is no map of statuses"),
      ("defaults: {colour: red}", "p.yaml:5:12: defaults: unknown key \"colour\""),
      ("defaults: {resolved_at: x}", "p.yaml:5:12: defaults: resolved_at belongs to the layout records"),
      ("required: [owner]", "p.yaml:5:11: required: owner is required and has no column"),
      ("field_limit: 12", "p.yaml:5:14: field_limit: \"12\" cannot be read; write a number of bytes"),
      ("playbook: again", "p.yaml:3:1: the key \"playbook\" stands here twice"),
    ])
  func faults(line: String, message: String) throws {
    let text = ImportProfileTests.small.split(separator: "\n").joined(separator: "\n") + "\n" + line + "\n"
    expect(text, message)
  }

  @Test(
    "what a profile cannot do without is asked for",
    arguments: [
      ("id: x\ncolumns: {}", "p.yaml:1:1: the key \"layout\" is missing"),
      (
        "id: x\nlayout: updates\ncolumns: {id: n, title: t, account: a}",
        "p.yaml:3:10: columns: the key \"at\" is missing"
      ),
      ("id: x\nlayout: records\ncolumns: {id: n, title: t, account: a}", "columns: the key \"opened_at\" is missing"),
      (
        "id: x\nlayout: updates\ncolumns: {closed_at: c}",
        "p.yaml:3:11: columns: closed_at belongs to the layout records"
      ),
      ("id: x\nlayout: updates\ncolumns: {colour: c}", "p.yaml:3:11: columns: unknown key \"colour\""),
      (
        "id: x\nlayout: updates\ncolumns: {title: \"{a\"}",
        "columns.title: \"{a\" cannot be read; write columns in braces"
      ),
      (
        "id: x\nlayout: updates\ncolumns: {id: n, at: w, title: t, account: a, status: s}",
        "the key \"statuses\" is missing"
      ),
      ("- x", "p.yaml:1:1: expected a mapping"),
    ])
  func gaps(text: String, message: String) { expect(text, message) }

  private func expect(_ text: String, _ message: String) {
    #expect { _ = try ImportProfile.parse(text, file: "p.yaml") } throws: { error in
      let found = "\(error)"
      if !found.contains(message) { Issue.record("\(found)\ndoes not say\n\(message)") }
      return error is YAMLFileError
    }
  }

  @Test(
    "empty parts of a template leave no separator behind",
    arguments: [
      (["x", "y", "z"], "x · y / z"), (["x", "", "z"], "x · z"), (["", "y", "z"], "y / z"), (["x", "y", ""], "x · y"),
      (["", "", "z"], "z"), (["x", "", ""], "x"), (["", "y", ""], "y"), (["", "", ""], ""),
    ])
  func templates(values: [String], text: String) throws {
    let template = try #require(RowTemplate("{a} · {b} / { c }"))
    #expect(template.parts.map(\.column) == ["a", "b", "c"])
    #expect(template.fill(values) == text)
  }

  @Test("what stands around the columns goes with the outermost of them")
  func surroundings() throws {
    let template = try #require(RowTemplate("Case {a} ({b})"))
    #expect(template.fill(["x", "y"]) == "Case x (y)")
    #expect(template.fill(["x", ""]) == "Case x")
    for bad in ["", "x", "{}", "{a", "a}", "{a{b}}"] { #expect(RowTemplate(bad) == nil, "\(bad)") }
  }
}
