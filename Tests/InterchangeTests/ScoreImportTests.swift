import EscalationDomain
import Testing

@testable import Interchange

@Suite("A file of health scores")
struct ScoreImportTests {
  /// What was handed over: a line for each slice and row.
  final class Feed {
    var slices: [[AccountScore]] = []
    var told: [String] = []
    var answer: (AccountScore) -> ScoreOutcome = { _ in .written }

    func run(_ path: String) throws -> ScoreImport.Report {
      try ScoreImport(file: path, dimensions: ["usage", "support"]).run(
        zone: .utc, refused: { told.append($0) },
        record: { scores in
          slices.append(scores)
          return scores.map(answer)
        })
    }

    var lines: [String] {
      slices.flatMap { $0 }.map { row in
        let dimensions = row.score.dimensions.map { " \($0.name) \($0.score)" }.joined()
        return "\(row.account) \(row.score.date) \(row.score.composite)\(dimensions)\(row.isLast ? " last" : "")"
      }
    }
  }

  private func read(_ text: String, _ answer: ((AccountScore) -> ScoreOutcome)? = nil) throws -> (
    Feed, ScoreImport.Report
  ) {
    let scratch = try Scratch()
    let feed = Feed()
    if let answer { feed.answer = answer }
    let report = try withExtendedLifetime(scratch) { try feed.run(try scratch.file(text)) }
    feed.told = feed.told.map { String($0.drop { $0 != ":" }) }
    return (feed, report)
  }

  @Test func `CSV with its dimensions by name, in any order`() throws {
    let (feed, report) = try read(
      """
      support,date,note,account,composite
      30,2026-03-01,x,"Acme, Inc",40
      ,2026-03-02,x,"Acme, Inc",41
      """)
    #expect(feed.lines == ["Acme, Inc 2026-03-01 40 support 30", "Acme, Inc 2026-03-02 41 last"])
    #expect((report.rows, report.written, report.refused) == (2, 2, []))
  }

  @Test func `JSON lines with the dimensions beside the rest or within an object`() throws {
    let (feed, _) = try read(
      """
      {"account": "Acme", "date": "2026-03-01", "composite": 40, "usage": 1, "support": 2}

      {"account": "Acme", "date": "2026-03-02", "composite": 41, "dimensions": {"support": 4, "usage": 3, "more": 5}}
      """)
    #expect(feed.lines == ["Acme 2026-03-01 40 usage 1 support 2", "Acme 2026-03-02 41 usage 3 support 4 last"])
  }

  @Test func `of a date's rows the last one counts, whatever the case of the name`() throws {
    let (feed, report) = try read(
      """
      account,date,composite
      Acme,2026-03-01,40
      Beta,2026-03-01,70
      ACME,2026-03-01,50
      Acme,2026-02-28,45
      """)
    #expect(feed.lines == ["Beta 2026-03-01 70 last", "ACME 2026-03-01 50", "Acme 2026-02-28 45 last"])
    #expect((report.rows, report.written, report.superseded) == (4, 3, 1))
  }

  @Test func `each bad row is one line with its number, and the others are kept`() throws {
    let (feed, report) = try read(
      """
      account,date,composite,usage
      ,2026-03-01,40,1
      Acme,1 March,40,1
      Acme,2026-02-29,40,1
      Acme,2026-03-01,101,1
      Acme,2026-03-01,-1,1
      Acme,2026-03-01,4.5,1
      Acme,2026-03-01,40,high
      Acme,2026-03-01,40
      Acme,2026-03-02,40,1
      Beta,2026-03-09,40,1
      """
    ) { $0.account == "Beta" ? .refused(.scoreInTheFuture($0.score.date)) : .written }
    #expect(feed.lines.first == "Acme 2026-03-02 40 usage 1 last")
    #expect(
      feed.told == [
        ":2: column 1 (account): nothing here; fill it in",
        ":3: column 2 (date): \"1 March\" is no date; write it like 2026-03-01",
        ":4: column 2 (date): \"2026-02-29\" is no date; write it like 2026-03-01",
        ":5: column 3 (composite): \"101\" is no whole number from 0 to 100; correct it",
        ":6: column 3 (composite): \"-1\" is no whole number from 0 to 100; correct it",
        ":7: column 3 (composite): \"4.5\" is no whole number from 0 to 100; correct it",
        ":8: column 4 (usage): \"high\" is no whole number from 0 to 100; correct it",
        ":9: 3 columns where the header has 4; quote fields that hold a separator or a line break",
        ":11: 2026-03-09 has not come yet for this account; a score is of today or earlier",
      ])
    #expect((report.rows, report.written, report.refused.count) == (10, 1, 9))
  }

  @Test func `rows go in slices, and an account's last row alone is marked`() throws {
    let rows = (0..<450).map { "A\($0 % 3),\(LocalDate(daysSinceEpoch: 20_000 + $0)),60" }
    let (feed, report) = try read("account,date,composite\n" + rows.joined(separator: "\n"))
    #expect(feed.slices.map(\.count) == [200, 200, 50])
    #expect(feed.slices.flatMap { $0 }.count { $0.isLast } == 3)
    #expect(feed.slices[2].suffix(3).allSatisfy { $0.isLast })
    #expect(report.written == 450)
  }

  @Test func `a header without what is needed is the file's fault`() throws {
    for text in ["", "account,composite\nAcme,4\n"] {
      #expect(throws: ImportFailure.self) { _ = try read(text) }
    }
  }
}
