import Foundation
import Testing

/// One escalation lived through the command line, a step a run. Times are `"03-04 15:00"` of 2026, UTC; 2 March is a
/// Monday, and the standard calendar is Monday to Friday, 09:00–17:00 UTC.
struct LifeSteps {
  let program: Program
  var id = "W-1"

  static func instant(_ time: String) -> String {
    let parts = time.split(separator: " ")
    return "2026-\(parts[0])T\(parts[1])\(parts[1].count == 5 ? ":00" : "")Z"
  }

  /// An act on the record that must succeed, and the record after it.
  @discardableResult
  func callAsFunction(
    _ time: String, _ verb: String..., with rest: [String] = [], _ location: SourceLocation = #_sourceLocation
  ) throws -> LifeRecord {
    try answer(time, verb + rest + ["--json"], LifeRecord.self, location)
  }

  func look(_ time: String, _ location: SourceLocation = #_sourceLocation) throws -> LifeRecord {
    try answer(time, ["show", id, "--json"], LifeRecord.self, location)
  }

  /// What a verb that must succeed prints.
  @discardableResult
  func text(_ time: String, _ verb: String..., location: SourceLocation = #_sourceLocation) throws -> String {
    let run = try program.run(verb, now: Self.instant(time))
    #expect(run.status == 0, "\(verb): \(run.err)", sourceLocation: location)
    return run.out
  }

  /// A verb that is refused with a code, on one line that says these words.
  func refuses(
    _ time: String, _ verb: String..., code: Int32, says words: String..., location: SourceLocation = #_sourceLocation
  ) throws {
    let run = try program.run(verb, now: Self.instant(time))
    #expect(run.status == code, "\(verb): \(run.out)", sourceLocation: location)
    for text in words { #expect(run.err.contains(text), "\(verb): \(run.err)", sourceLocation: location) }
    #expect(run.err.split(separator: "\n").count == 1, "\(verb): \(run.err)", sourceLocation: location)
  }

  /// The gates that closing is refused for, each with what would satisfy it.
  func refusedGates(_ time: String, _ location: SourceLocation = #_sourceLocation) throws -> [String] {
    let run = try program.run(["close", id, "--json"], now: Self.instant(time))
    #expect(run.status == 69, "\(run.err)", sourceLocation: location)
    return try decoded(run.out, LifeAnswer.Refused.self).gates.map(\.words)
  }

  /// The record's line on the board: `band 3, response due 03-06 20:00`.
  func row(_ time: String) throws -> String? {
    let rows = try answer(time, ["list", "--json"], [LifeAnswer.Row].self)
    return rows.first { $0.id == id }.map { row in
      "band \(row.band)" + (row.nextClock.map { ", \($0.rule) due \(($0.deadline ?? "-").lifeTime)" } ?? "")
    }
  }

  /// The fields that a template lacks now.
  func lacks(_ time: String, _ template: String) throws -> [String] {
    try answer(time, ["message", "preview", id, template, "--json"], LifeAnswer.Draft.self).missing
  }

  /// The answer of any verb that speaks JSON.
  func answer<Value: Decodable>(
    _ time: String, _ verb: [String], _ type: Value.Type, _ location: SourceLocation = #_sourceLocation
  ) throws -> Value {
    let run = try program.run(verb, now: Self.instant(time))
    #expect(run.status == 0, "\(verb): \(run.err)", sourceLocation: location)
    return try decoded(run.out, type)
  }

  private func decoded<Value: Decodable>(_ text: String, _ type: Value.Type) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(text.utf8))
  }

  /// Runs a life in a store of its own, made on Sunday 1 March.
  static func live(_ body: (LifeSteps) throws -> Void) throws {
    try withProgram { program in
      let life = LifeSteps(program: program)
      try life.text("03-01 00:00", "init")
      try body(life)
      #expect(try program("doctor").status == 0)
    }
  }
}

extension String {
  /// `2026-03-04T15:00:00Z` as a table writes it: `03-04 15:00`.
  var lifeTime: String {
    var text = replacing("2026-", with: "").replacing("T", with: " ").replacing("Z", with: "")
    if text.hasSuffix(":00"), text.count == 14 { text.removeLast(3) }
    return text
  }
}
