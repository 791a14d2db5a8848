import Foundation
import Testing

/// A week of war rooms over the demo's escalations, from Monday 2 March 2026.
@Suite struct `A week of war rooms over demo data` {
  private static let dates = (2...6).map { "2026-03-0\($0)" }

  private func withWeek(_ body: (RoomWeek) throws -> Void) throws {
    try withProgram { program in
      let kept = program.folder.appendingPathComponent("store/warroom.db").path
      try FileManager.default.createDirectory(
        at: program.folder.appendingPathComponent("store"), withIntermediateDirectories: true)
      let made = try Spawn.run(
        Program.binary, ["demo", "--keep", kept, "--now", "2026-03-02T08:00:00Z"],
        environment: Program.environment.merging(["HOME": program.folder.path]) { $1 }, folder: program.folder,
        input: "/dev/null", output: "/dev/null", errors: "/dev/null")
      #expect(made == 0)
      try body(RoomWeek(program: program, dates: Self.dates))
    }
  }

  /// The room of one morning, 09:00 to 09:25; Wednesday's is broken off for a fire.
  private func hold(_ day: Int, _ week: RoomWeek) throws {
    try week.run(day, "09:01", "war-room", "start")
    try week.run(day, "09:01", "war-room", "attend", "me")
    let first = try week.run(day, "09:02", "war-room", "next")
    try week.run(day, "09:04", "decide", "W-17", "Day \(day): the audit export goes out in parts")
    try week.run(day, "09:05", "update", "W-17", "Part \(day) of the export is with you", "--next", "+4h")
    try week.run(day, "09:06", "war-room", "next")
    try week.run(
      day, "09:07", "blocker", "W-41", "No access to the warehouse", "--owner", "Bo", "--needed-by", "+4h")
    try week.run(day, "09:08", "task", "add", "W-41", "Ask for the log of day \(day)")
    try week.run(day, "09:09", "checklist", "done", "W-17", "running/blockers")
    try week.run(day, "09:10", "checklist", "carry", "W-17", "running/decisions", "--why", "Ann writes them up")
    if day == 2 {
      try week.run(day, "09:11", "war-room", "adjourn")
      try week.run(day, "09:21", "war-room", "continue")
      #expect(try week.run(day, "09:21", "war-room", "back") != first)
    }
    try week.run(day, "09:24", "war-room", "note", "Thanks, day \(day)")
    try week.run(day, "09:25", "war-room", "end")
  }

  @Test func `agendas, what is carried over, what is new, and minutes that stay as they were`() throws {
    try withWeek { week in
      var asked: [String] = []
      var news: [String] = []
      var carried: [String?] = []
      var mornings: [String] = []
      var minutes: [[String]] = []
      for day in 0..<5 {
        asked.append("\(try week.asked(day, "09:00"))")
        news.append(try week.news(day, "09:00", since: day == 0 ? "-24h" : "last"))
        carried.append(
          try week.run(day, "09:00", "checklist").split(separator: "\n").map(String.init)
            .drop { !$0.contains("  W-17  ") }.dropFirst().first { $0.contains("Decisions are written down") })
        mornings.append(try week.run(day, "09:00", "war-room"))
        try hold(day, week)
        minutes.append(try week.minutes(of: day, seen: day, "09:30"))
        // Between two rooms: one is solved, another one opens.
        if day == 1 {
          try week.run(day, "15:00", "resolve", "W-43", "--root-cause", "A full disk", "--summary", "More room")
        }
        if day == 2 {
          try week.run(day, "15:00", "open", "Late invoices", "--account", "Acme", "--severity", "S0", "--owner", "Bo")
        }
      }
      #expect(asked == Self.asked)
      #expect(news == Self.news)
      #expect(carried == Self.carried)

      let third = minutes[2][0]
      for line in [
        "# War room 2026-03-04", "- Started Wed 2026-03-04 09:01 UTC by ann",
        "- Ended Wed 2026-03-04 09:25 UTC, after 14 min of 25 min", "- Present: ann",
        "- W-17 Grünfeld Pumpen: Day 2: the audit export goes out in parts (ann, 09:04)",
        "- Bo – blocker: No access to the warehouse – needed by Wed 2026-03-04 13:07 UTC (W-41 Tidewell Robotics)",
        "- nobody – Ask for the log of day 2 – no time (W-41 Tidewell Robotics)",
        "- W-41 Tidewell Robotics: task “Ask for the log of day 2” needs an owner and a time",
        "- Thanks, day 2 (ann, 09:24)",
      ] { #expect(third.contains(line + "\n"), "\(line) in \(third)") }
      #expect(third.contains("W-43 Pandanus Pay: status active → resolved Tue 15:00"), "\(third)")
      #expect(minutes[3][0].contains("Acme: opened Wed 15:00"))

      // Late word of the week, and another reader in another zone.
      let friday = "16:00"
      try week.run(4, friday, "decide", "W-7", "Too late", "--at", "2026-03-06T09:10:00Z")
      try week.run(4, friday, "war-room", "note", "for Monday")
      for day in 0..<5 {
        #expect(try week.minutes(of: day, seen: 4, "17:00", "--zone", "Asia/Tokyo", "--actor", "bo") == minutes[day])
        // The morning as the room had it, before what came of it.
        let past = try week.program("war-room", "--as-of", week.at(day, "09:00"))
        #expect(past.status == 0, "\(past.err)")
        #expect(past.out.lines(from: "Agenda ") == mornings[day].lines(from: "Agenda "), "day \(day)")
        #expect(past.lines[0] == "As of \(["Mon", "Tue", "Wed", "Thu", "Fri"][day]) \(week.dates[day]) 09:00 UTC")
        #expect(past.lines[1] == "Session \(week.dates[day]), not started")
      }
      #expect(try week.program("doctor").status == 0)
    }
  }

  private static let asked = [
    "42: check 8, deadline 20, decision 18, milestone 8, promise 10, returns 2, update 8, watch 1",
    "48: blocker 1, check 20, deadline 24, decision 18, milestone 10, path 1, promise 12, returns 3, task 1, update 14",
    "48: blocker 2, check 21, deadline 25, decision 18, milestone 13, path 1, promise 13, returns 4, task 2, update 18",
    "50: blocker 3, check 22, deadline 29, decision 18, milestone 13, path 1, promise 13, returns 4, task 3, update 19",
    "48: blocker 4, check 19, deadline 32, decision 18, milestone 15, path 1, promise 13, returns 4, task 4, update 18",
  ]

  private static let news = [
    "opened 21, reopened 1, resolved 2, breached 11, updates 34",
    "opened 0, reopened 0, resolved 0, breached 37, updates 1",
    "opened 0, reopened 0, resolved 1, breached 35, updates 1",
    "opened 1, reopened 0, resolved 0, breached 35, updates 1",
    "opened 0, reopened 0, resolved 0, breached 30, updates 1",
  ]

  /// What W-17 is asked each day and nobody does.
  private static let carried: [String?] = [
    ("", ""), ("1 day", "Mon"), ("2 days", "Tue"), ("3 days", "Wed"), ("4 days", "Thu"),
  ].map { days, left in
    "  - While it runs: Decisions are written down"
      + (left.isEmpty ? "" : ", carried over \(days), since 2026-03-02, left \(left) 09:10 by ann (Ann writes them up)")
  }
}

extension String {
  fileprivate func lines(from start: String) -> [String] {
    split(separator: "\n").map(String.init).drop { !$0.hasPrefix(start) }.map { $0 }
  }
}
