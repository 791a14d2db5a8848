import EscalationDomain
import Testing

@Suite struct `What a record's grade is called` {
  static let cases: [(severity: String?, level: String?, stage: String?, short: String, words: String)] = [
    ("S0", nil, nil, "S0", "S0"), ("2", nil, nil, "2", "2"), (nil, "L2", nil, "L2", "L2"), (nil, "2", nil, "2", "2"),
    (nil, nil, "2", "St 2", "stage 2"), (nil, nil, "save", "save", "save"), ("P1", "L3", "1", "P1", "P1"),
  ]

  @Test(arguments: cases)
  func `severity before level before stage`(
    severity: String?, level: String?, stage: String?, short: String, words: String
  ) throws {
    let label = try #require(GradeLabel(severity: severity, level: level, stage: stage))
    #expect(label.short == short)
    #expect(label.words == words)
  }

  @Test func `nothing has none`() { #expect(GradeLabel(severity: nil, level: nil, stage: nil) == nil) }
}
