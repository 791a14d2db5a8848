import Foundation
import Testing

/// One escalation lived through the command line: acts at fixed instants on a store of its own, each typed as at a
/// shell, and what the verbs answer as JSON in lines as a table writes them. Instants are of 2026, in UTC unless the line
/// says otherwise: `03-16 03:00`.
struct LifeRun {
  let program: Program

  /// Runs a life in a folder of its own, with a calendar installed.
  static func live(_ start: String, calendar: String, _ body: (LifeRun) throws -> Void) throws {
    try withProgram { program in
      let life = LifeRun(program: program)
      let file = try program.write("calendar.yaml", calendar)
      try life.at(start, "init")
      try life.at(start, "calendar install '\(file)' --yes")
      try body(life)
      #expect(try program("doctor").status == 0)
    }
  }

  /// An act that must succeed; answers what it printed.
  @discardableResult
  func at(_ time: String, _ line: String, from place: SourceLocation = #_sourceLocation) throws -> String {
    let run = try program.run(Self.words(line), now: Self.instant(time))
    #expect(run.status == 0, "\(line): \(run.err)", sourceLocation: place)
    return run.out
  }

  /// Acts at one instant, each of which must succeed.
  func at(_ time: String, each lines: String..., from place: SourceLocation = #_sourceLocation) throws {
    for line in lines { try at(time, line, from: place) }
  }

  /// An act that is refused in one line, with this exit code.
  func refused(
    _ time: String, _ line: String, _ code: Int32, _ says: String, from place: SourceLocation = #_sourceLocation
  ) throws {
    let run = try program.run(Self.words(line), now: Self.instant(time))
    #expect(
      run.status == code && run.err.contains(says) && run.err.split(separator: "\n").count == 1,
      "\(line): \(run.status) \(run.err)", sourceLocation: place)
  }

  /// What a verb answers as JSON, whatever its exit code: the elements of a list, or the one object.
  func json(_ time: String, _ line: String) throws -> [LifeRow] {
    let run = try program.run(Self.words(line) + ["--json"], now: Self.instant(time))
    let value = try JSONSerialization.jsonObject(with: Data(run.out.utf8))
    return try (value as? [[String: Any]] ?? [#require(value as? [String: Any])]).map(LifeRow.init)
  }

  /// The escalation as it stands then.
  func look(_ time: String, _ id: String = "W-1") throws -> LifeLook {
    LifeLook(record: try #require(try json(time, "show \(id)").first))
  }

  /// The elements of a verb's list, each as its values by name.
  func list(_ time: String, _ line: String, _ names: String...) throws -> [String] {
    try json(time, line).map { row in names.map { row.text($0) ?? "-" }.joined(separator: " | ") }
  }

  /// As `--now` takes it.
  static func instant(_ time: String) -> String {
    "2026-" + time.replacing(" ", with: "T") + (time.count == 11 ? ":00Z" : "Z")
  }

  /// A line as a shell would take it apart; quotes keep blanks.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    for (index, part) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
      let pieces = index % 2 == 1 ? [part] : part.split(separator: " ", omittingEmptySubsequences: false)
      // What a quote ends or begins belongs to the word beside it: 'a b'c, --set x='a b'.
      if let first = pieces.first, let last = words.popLast() {
        words.append(last + first)
        words += pieces.dropFirst().map(String.init)
      } else {
        words += pieces.map(String.init)
      }
    }
    return words.filter { !$0.isEmpty }
  }
}

/// A JSON object, read by name.
struct LifeRow {
  let values: [String: Any]

  /// A text or a number as it is written; a list in one line; nil where it is null.
  func text(_ name: String) -> String? {
    switch values[name] {
    case let text as String: text
    case let list as [Any]: list.map { "\($0)" }.joined(separator: ", ")
    case let number as NSNumber: "\(number)"
    default: nil
    }
  }

  func isTrue(_ name: String) -> Bool { values[name] as? Bool ?? false }

  /// An instant as a table writes it.
  func time(_ name: String) -> String? {
    guard let text = text(name)?.replacing("2026-", with: "").replacing("T", with: " ").replacing("Z", with: "") else {
      return nil
    }
    return text.hasSuffix(":00") ? String(text.dropLast(3)) : text
  }

  func row(_ name: String) -> LifeRow { LifeRow(values: values[name] as? [String: Any] ?? [:]) }

  func rows(_ name: String) -> [LifeRow] { (values[name] as? [[String: Any]] ?? []).map(LifeRow.init) }
}
