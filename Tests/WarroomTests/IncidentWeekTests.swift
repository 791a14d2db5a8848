import Foundation
import Testing

/// Five mornings over real incidents, imported day by day up to 09:00, with a room held each day; Monday is 14 March
/// 2016. Tests/InterchangeTests/Excerpt/ATTRIBUTION.md says whose they are.
@Suite struct `A week of war rooms over an incident log` {
  private static let dates = (14...18).map { "2016-03-\($0)" }
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let excerpt = root.appendingPathComponent("Tests/InterchangeTests/Excerpt/incident-log.csv").path
  /// Beside the repository, where it is kept at all.
  private static let whole = root.deletingLastPathComponent()
    .appendingPathComponent("shared/data/servicenow-incident-log.csv").path

  struct Told {
    var asked: [String] = []
    var news: [String] = []
    var first: [String] = []
    var minutes: [[String]] = []
  }

  private func hold(_ file: String, _ body: (RoomWeek, Told) throws -> Void) throws {
    try withProgram { program in
      let week = RoomWeek(program: program, dates: Self.dates)
      var told = Told()
      for day in 0..<5 {
        try week.run(
          day, "09:00", "import", file, "--profile", "servicenow", "--until", week.at(day, "09:00"))
        told.asked.append("\(try week.asked(day, "09:00"))")
        told.news.append(try week.news(day, "09:00", since: day == 0 ? "-24h" : "last"))
        try week.run(day, "09:00", "war-room", "start")
        told.first.append(try week.run(day, "09:00", "war-room", "next"))
        let id = String(told.first[day].split(separator: " ")[1])
        try week.run(day, "09:02", "decide", id, "Day \(day)")
        try week.run(day, "09:25", "war-room", "end")
        told.minutes.append(try week.minutes(of: day, seen: day, "09:30"))
      }
      try body(week, told)
    }
  }

  @Test func `agendas, news and minutes of an excerpt`() throws {
    try hold(Self.excerpt) { week, told in
      #expect(
        told.asked == [
          "27: deadline 19, decision 17", "27: deadline 20, decision 17",
          "29: deadline 22, decision 17, update 1, watch 2", "27: deadline 20, decision 18, update 1, watch 2",
          "27: deadline 20, decision 18, update 1",
        ])
      #expect(
        told.news == [
          "opened 0, reopened 0, resolved 0, breached 0, updates 0",
          "opened 0, reopened 0, resolved 1, breached 2, updates 0",
          "opened 2, reopened 1, resolved 3, breached 3, updates 4",
          "opened 1, reopened 0, resolved 0, breached 1, updates 1",
          "opened 0, reopened 0, resolved 0, breached 1, updates 0",
        ])
      #expect(told.first[1] == "2016-03-15 INC0004822 is before the room (1 of 27)\n")
      let tuesday = told.minutes[1][0]
      for line in [
        "# War room 2016-03-15", "- Ended Tue 2016-03-15 09:25 UTC, after 25 min of 25 min",
        "## What changed since Mon 2016-03-14 09:00 UTC", "1 resolved, 2 breached",
      ] { #expect(tuesday.contains(line + "\n"), "\(line) in \(tuesday)") }
      #expect(
        tuesday.contains("INC0004822") && tuesday.contains("severity P3 → P1; Notify internal team breached Mon 11:33"))
      for day in 0..<5 {
        #expect(try week.minutes(of: day, seen: 4, "18:00", "--zone", "Asia/Tokyo") == told.minutes[day], "day \(day)")
      }
      // The rest of the log comes in: what was known stays what it was.
      try week.run(4, "18:00", "import", Self.excerpt, "--profile", "servicenow")
      for day in 0..<5 {
        #expect(try week.minutes(of: day, seen: 4, "18:30") == told.minutes[day], "day \(day), all imported")
      }
      #expect(try week.program("doctor").status == 0)
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: whole), "the whole log is not here"))
  func `the same week over the whole log`() throws {
    try hold(Self.whole) { week, told in
      func first(_ text: String, before end: Character) -> String { String(text.split(separator: end)[0]) }
      #expect(told.asked.map { first($0, before: ":") } == ["200", "224", "241", "257", "271"])
      #expect(
        told.news.map { first($0, before: ",") } == ["opened 4", "opened 24", "opened 17", "opened 19", "opened 17"])
      for day in [0, 4] {
        let again = try week.minutes(of: day, seen: 4, "18:00")
        #expect(again == told.minutes[day], "day \(day)")
      }
    }
  }

  /// All of it imported at once: a rehearsal at a moment within it sees nothing of what came later.
  @Test func `a rehearsal of Tuesday looks back over a log that goes on`() throws {
    try withProgram { program in
      let now = "2016-03-15T10:00:00Z"
      let run = try program("import", Self.excerpt, "--profile", "servicenow", now: "2016-12-31T00:00:00Z")
      #expect(run.status == 0, "\(run.err)")
      let agenda = try program("agenda", now: now)
      #expect(agenda.lines[0] == "Agenda Tue 2016-03-15 10:00 UTC, until Wed 2016-03-16 10:00 UTC")
      let past = try program("war-room", "--as-of", now)
      #expect(past.lines[0] == "As of Tue 2016-03-15 10:00 UTC" && past.lines[1] == "Session 2016-03-15, not started")
      let lines = past.lines.drop { !$0.hasPrefix("Agenda ") }
      #expect(Array(lines) == agenda.lines)
      let board = try #require(try program.json("war-room", "--as-of", now, "--json") as? [String: Any])
      let rows = try #require((board["board"] as? [String: Any])?["escalations"] as? [[String: Any]])
      let listed = try #require(try program.json("list", "--as-of", now, "--json") as? [[String: Any]])
      #expect(rows.compactMap { $0["id"] as? String } == listed.compactMap { $0["id"] as? String } && !rows.isEmpty)
      for verb in [["since", "-24h"], ["brief"], ["checklist"], ["list"]] {
        let end = try program.run(verb, now: now)
        #expect(end.status == 0, "\(verb): \(end.err)")
      }
    }
  }
}
