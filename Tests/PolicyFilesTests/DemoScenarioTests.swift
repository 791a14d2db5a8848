import EscalationDomain
import PolicyFiles
import Testing

/// The demonstration is alive whenever it is opened.
struct DemoScenarioTests {
  /// A year of moments: each an odd number of hours, minutes and seconds after the last, and some hard ones.
  static let moments: [Instant] = {
    let sweep = (0..<60).map { Instant(1_767_225_600 + Int64($0) * (6 * 86_400 + 2 * 3600 + 731)) }
    let hard = [
      "2026-03-08T07:30:00Z", "2026-03-29T01:00:00Z", "2026-10-25T00:30:00Z", "2026-11-01T05:59:59Z",
      "2026-12-25T10:00:00Z", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z", "2028-02-29T12:00:00Z",
      "2026-05-03T03:00:00Z", "2026-07-04T20:15:00Z", "2026-06-12T16:20:00Z",
    ]
    return sweep + hard.compactMap { Instant(iso8601: $0) }
  }()

  @Test(arguments: moments)
  func `Every act passes the rules, and the board that comes of them is alive`(now: Instant) throws {
    let told = try Telling(now)
    let open = told.records.filter(\.status.isOpen)
    let board = Board(rows: open.map(BoardRow.init), revision: 0, asOf: now)
    let totals = BoardTotals(board.rows, now: now)

    #expect((40...46).contains(totals.open))
    #expect((3...4).contains(totals.breached))
    #expect((3...14).contains(totals.dueWithinHour))
    #expect((3...6).contains(totals.paused))
    #expect(totals.atRisk.amounts.count >= 5)
    let grades: Set = ["S0", "S1", "S2", "S3", "P1", "P2", "P3", "P4", "High", "L2", "St 1", "St 2"]
    #expect(Set(board.rows.map(\.grade)) == grades)
    #expect(Set(open.map(\.playbook)) == Set(BuiltinPlaybooks.all.map(\.id)))
    #expect(Set(open.map { told.policies.current.zone(of: $0.account, playbook: nil).id }).count >= 5)
    #expect(board.rows.contains { $0.owner == nil })

    let remaining = board.rows.compactMap { row in row.clock?.deadline.map { $0 - now } }
    #expect(remaining.contains { (-600 ..< -60).contains($0) }, "late by minutes")
    #expect(remaining.contains { $0 < -3 * 3600 }, "late by hours")
    #expect(remaining.contains { (60...120).contains($0) }, "due in two minutes")
    #expect(remaining.contains { (840...960).contains($0) }, "due in a quarter of an hour")
    #expect(remaining.count { (3600..<86_400).contains($0) } >= 6, "due within a day")
    #expect(remaining.contains { $0 > 2 * 86_400 }, "due in days")
    expectFirstResponses(open, now: now)
  }

  /// Some wait for their first response and some have had it; breaches are few, one by reclassification.
  private func expectFirstResponses(_ open: [Escalation], now: Instant) {
    let rules = [
      "risk": "first-response", "protocol": "acknowledge", "response": "acknowledge", "levels": "response",
      "health": "hypothesis",
    ]
    let first = open.compactMap { record in rules[record.playbook].flatMap(record.clock) }
    #expect(first.count == open.count)
    #expect(first.count { $0.state(at: now) == .running } >= 4)
    #expect(first.count { $0.state(at: now) == .met } >= 20)
    let late = open.flatMap(\.openClocks).filter { $0.state(at: now) == .breached }
    let milestones = late.filter { $0.rule.hasPrefix("milestone:") }
    #expect(milestones.count == 1, "one milestone is late")
    #expect(late.count - milestones.count == 3)
    #expect(late.count { $0.breach?.byReclassification ?? false } == 1)
  }

  @Test func `Ended ones of every kind are there for the lists`() throws {
    let records = try Telling("06-10 09:00").records
    let statuses = Set(records.map(\.status))
    #expect(statuses == Set(Status.allCases))
    var outcomes: Set<Closing.Outcome> = []
    for record in records {
      if case .closed(let closing, _) = record.condition, let outcome = closing.outcome { outcomes.insert(outcome) }
    }
    #expect(outcomes.count >= 4)
    let again = records.filter { record in record.clocks.contains { $0.rule == "acknowledge" && $0.cycle == 2 } }
    #expect(again.count == 1)
  }

  @Test func `Titles fit, nobody is named twice, the oldest comes first`() throws {
    let stories = try DemoScenario(now: "06-10 09:00").stories
    for story in stories { #expect(cells(story.opening.title) <= 70, "\(story.opening.title)") }
    #expect(Set(stories.map(\.opening.title)).count == stories.count)
    #expect(stories.allSatisfy { $0.id == nil })
    #expect(stories.map(\.act.occurred) == stories.map(\.act.occurred).sorted())
    #expect(Set(stories.map(\.opening.account.name)).count == 20)
    let owners = Set(stories.compactMap(\.opening.owner))
    #expect((6...8).contains(owners.count))
    let titles = stories.map(\.opening.title).joined()
    #expect(titles.unicodeScalars.count { $0.properties.isEmojiPresentation } == 1)
    #expect(titles.unicodeScalars.contains { $0.properties.isIdeographic })
  }

  @Test func `The same moment tells the same stories`() throws {
    let now: Instant = "06-10 09:00"
    #expect(try DemoScenario(now: now).stories == DemoScenario(now: now).stories)
  }

  /// Wide scalars count two; enough for the letters of these titles.
  private func cells(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}

/// The scenario of one moment, every act decided and replayed in turn.
private struct Telling {
  let policies: PolicyBook
  let records: [Escalation]

  init(_ now: Instant) throws {
    let scenario = try DemoScenario(now: now)
    let timelines = scenario.calendars.map { ($0.id, Versioned(version: 1, value: WorkingTimeline($0))) }
    let playbooks = try BuiltinPlaybooks.all.map {
      ($0.id, Versioned(version: 1, value: try PlaybookFile.parse($0.text, file: $0.name)))
    }
    let book = PolicyBook(
      Policy(
        edition: 1, installed: now, playbooks: Dictionary(uniqueKeysWithValues: playbooks),
        calendars: Dictionary(uniqueKeysWithValues: timelines), defaultCalendar: "us-east"))
    policies = book
    records = try zip(scenario.stories, 1...).map { story, number in
      let id = EscalationID("W-\(number)")
      let opened = try Decision.open(story.opening, policy: book.current, act: story.act)
      var history = History([opened.event(1, of: id, recorded: story.act.now)])
      for step in story.then {
        try #require(step.act.now <= now && step.act.occurred == step.act.now)
        do {
          let drafts = try Decision(history: history, policies: book, act: step.act).decide(step.command)
          let next = Int64(history.events.count) + 1
          history = history.adding(
            zip(drafts, next...).map { $0.event($1, of: id, recorded: step.act.now) })
        } catch {
          Issue.record("\(story.opening.title): \(step.command) refused: \(error)")
        }
      }
      return try Escalation.replay(history, policies: book, now: now)
    }
  }
}
