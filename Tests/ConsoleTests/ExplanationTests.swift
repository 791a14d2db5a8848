import EscalationDomain
import Screen
import Testing

@testable import Console

/// The explanation of a deadline, in the lines that the screen and the command line share.
@Suite struct ExplanationTests {
  private func lines(_ id: String, _ rule: String, now: Instant = Fixture.now) throws -> [ExplainedLine] {
    let history = try #require(try Fixture.store().history(of: EscalationID(id)))
    let record = try Escalation.replay(history, policies: Fixture.policies, now: now)
    let clock = try #require(record.clock(rule))
    let timeline = try #require(Policies(Fixture.policies).timeline(of: clock))
    return clock.explain(on: timeline, now: now).lines(zone: Fixture.berlin, now: now)
  }

  @Test func workingHoursSumToTheTarget() throws {
    let lines = try lines("W-5", "first-response").map(\.text)
    #expect(
      lines == [
        "First response · running", "rule         first-response, target 4bh · playbook version 3",
        "calendar     us-east version 1 · America/New_York",
        "started      Tue 2026-03-03 03:00 New York = Tue 2026-03-03 09:00 Berlin",
        "deadline     Tue 2026-03-03 13:00 New York = Tue 2026-03-03 19:00 Berlin", "",
        "Tue 2026-03-03 03:00 – 09:00                 closed",
        "Tue 2026-03-03 09:00 – 13:00                 counted   4h", "sum          4h",
        "target       4bh, exactly that",
      ])
  }

  @Test func `the clock of a milestone is told in words and in the reader's zone`() throws {
    let store = try Fixture.plannedStore()
    let history = try #require(try store.history(of: EscalationID("W-1")))
    let record = try Escalation.replay(history, policies: Fixture.policies, now: Fixture.now)
    let clock = try #require(record.clock("milestone:M2"))
    let timeline = try #require(Policies(Fixture.policies).timeline(of: clock))
    let texts = clock.explain(on: timeline, now: Fixture.now).lines(zone: Fixture.berlin, now: Fixture.now).map(\.text)
    #expect(texts[1] == "rule         milestone M2: due at the time that people set for it, whatever the calendar")
    #expect(!texts.contains { $0.contains("2026-03-03T") })
    #expect(texts.last == "rule         the time that was set")
  }

  @Test func `what does not fit goes on below its text`() throws {
    let console = Scene(try Fixture.plannedStore(), size: Size(columns: 60, rows: 24))
    console.press("x")
    let lines = console.text.split(separator: "\n").map(String.init)
    let row = try #require(lines.firstIndex { $0.contains("rule         ") })
    let start = try #require(lines[row].range(of: "rule         ")?.lowerBound)
    let lead = lines[row + 1].dropFirst(lines[row].distance(from: lines[row].startIndex, to: start)).prefix(14)
    #expect(lead.prefix(13).allSatisfy { $0 == " " } || lead.hasPrefix("calendar"), "\(lines[row + 1])")
  }

  @Test func aDateCitesItsRule() throws {
    let last = try #require(try lines("W-8", "first-response").last)
    #expect(last.kind == .sum)
    #expect(last.text.hasSuffix("1 working day on, at the same local time, or the last working moment before it"))
  }

  @Test func aClockThatWaitsSaysForWhat() throws {
    let texts = try lines("W-8", "renewal").map(\.text)
    #expect(texts.contains("deadline     none: it waits for the account's renewal date"))
  }

  @Test func aPausedClockTellsWhatIsLeft() throws {
    let texts = try lines("W-4", "next-update").map(\.text)
    #expect(texts.contains { $0.hasPrefix("paused") && $0.hasSuffix("left") })
  }

  @Test func aPausedWordIsNeverLostOnTheBoard() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 120, rows: 24))
    let line = try #require(console.text.split(separator: "\n").first { $0.contains("Fabrikam") })
    #expect(line.contains("‖ ▲ S1"))
    #expect(line.contains("‖Thu 09:00"))
  }
}
