import Foundation
import Testing

/// A session of the war room on the command line. Monday 2026-03-02.
@Suite struct `The war room on the command line` {
  private func at(_ time: String, day: Int = 2) -> String { "2026-03-0\(day)T\(time):00Z" }

  @discardableResult
  private func run(_ program: Program, _ arguments: String..., now: String, status: Int32 = 0) throws -> Program.Run {
    let run = try program.run(arguments, now: now)
    #expect(run.status == status, "\(arguments): \(run.err)")
    if status != 0 { #expect(run.err.split(separator: "\n").count == 1 && run.out.isEmpty) }
    return run
  }

  private func object(_ program: Program, _ arguments: String..., now: String) throws -> [String: Any] {
    let run = try program.run(arguments + ["--json"], now: now)
    #expect(run.status == 0, "\(arguments): \(run.err)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
  }

  private func open(_ program: Program) throws {
    for (title, account) in [("Sync <b>loses</b> orders", "North & Co"), ("Bank file \u{1B}[31mrefused", "Acme")] {
      try run(program, "open", title, "--account", account, "--severity", "S1", now: at("08:00"))
    }
  }

  @Test func `a session from its agenda to its minutes`() throws {
    try withProgram { program in
      try open(program)
      #expect(try run(program, "war-room", now: at("08:30")).out.hasPrefix("Session 2026-03-02, not started\n"))
      try run(program, "war-room", "pin", "w-2", now: at("08:31"))
      try run(program, "war-room", "attend", "me", now: at("08:32"))
      try run(program, "war-room", "attend", "Bo", "--excused", now: at("08:32"))
      try run(program, "war-room", "role", "scribe", "Cy", now: at("08:33"))
      let started = try object(program, "war-room", "start", "--all", "20", now: at("09:00"))
      let agenda = try #require(started["agenda"] as? [[String: Any]])
      #expect(agenda.map { $0["id"] as? String } == ["W-2", "W-1"])
      #expect(started["condition"] as? String == "running" && started["next"] as? String == "W-2")
      #expect((started["timebox"] as? [String: Int]) == ["each_minutes": 5, "all_minutes": 20])
      let next = try run(program, "war-room", "next", now: at("09:01"))
      #expect(next.out == "2026-03-02 W-2 is before the room (1 of 2)\n")
      try run(program, "decide", "W-2", "Roll back", now: at("09:02"))
      try run(program, "blocker", "W-2", "No access", "--owner", "me", "--needed-by", "+4h", now: at("09:03"))
      try run(program, "task", "add", "W-2", "Call them", now: at("09:04"))
      try run(program, "war-room", "adjourn", now: at("09:05"))
      try run(program, "war-room", "next", now: at("12:00"), status: 69)
      try run(program, "war-room", "continue", now: at("12:00"))
      try run(program, "war-room", "back", now: at("12:00"))
      try run(program, "war-room", "skip", "W-1", "--why", "on leave", now: at("12:01"))
      try run(program, "war-room", "next", now: at("12:02"), status: 69)
      try run(program, "war-room", "note", "Thanks", now: at("12:02"))
      try run(program, "war-room", "end", now: at("12:03"))
      // What is said later belongs to the next session.
      #expect(try run(program, "war-room", "note", "late", now: at("12:04")).out == "2026-03-03 noted: late\n")

      var pages: [String: String] = [:]
      for format in ["md", "text", "slack", "html", "json"] {
        pages[format] = try run(program, "minutes", "--format", format, now: at("12:05")).out
      }
      let page = try #require(pages["md"])
      for line in [
        "# War room 2026-03-02", "- Started Mon 2026-03-02 09:00 UTC by ann",
        "- Ended Mon 2026-03-02 12:03 UTC, after 8 min of 20 min", "- scribe: Cy", "- Present: ann", "- Excused: Bo",
        "- W-2 Acme: Roll back (ann, 09:02)",
        "- ann – blocker: No access – needed by Mon 2026-03-02 13:03 UTC (W-2 Acme)",
        "- nobody – Call them – no time (W-2 Acme)", "- W-2 Acme: task “Call them” needs an owner and a time",
        "- before the room for 7 min", "- Thanks (ann, 12:02)",
      ] { #expect(page.contains(line + "\n"), "\(line) in \(page)") }
      #expect(page.contains("Sync &lt;b>loses&lt;/b> orders (nobody): on leave (ann)"))
      #expect(pages["html"]?.contains("Sync &lt;b&gt;loses&lt;/b&gt; orders") == true)
      #expect(pages["html"]?.contains("North &amp; Co") == true && pages["html"]?.contains("<b>") == false)
      #expect(pages["slack"]?.contains("Sync &lt;b&gt;loses&lt;/b&gt; orders") == true)
      #expect(page.contains("North & Co: Sync"))
      #expect(pages.values.allSatisfy { !$0.contains("\u{1B}") })
      #expect(pages["text"]?.contains("DECISIONS\n\n- W-2 Acme: Roll back") == true)

      // What comes later changes nothing, whoever reads them and where.
      try run(program, "decide", "W-2", "Too late", "--at", "2026-03-02T12:00:00Z", now: at("12:06"))
      try run(program, "resolve", "W-2", "--root-cause", "x", now: at("13:00"))
      try run(program, "open", "Another", "--account", "Beta", "--severity", "S2", now: at("13:00"))
      for (format, text) in pages {
        let again = try run(
          program, "minutes", "2026-03-02", "--format", format, "--zone", "Asia/Tokyo", "--actor", "bo",
          now: at("09:00", day: 9)
        ).out
        #expect(again == text, "\(format)")
      }
      let json = try object(program, "minutes", "2026-03-02", now: at("09:00", day: 9))
      #expect((json["decisions"] as? [[String: Any]])?.map { $0["text"] as? String } == ["Roll back"])
      #expect((json["open_questions"] as? [[String: Any]])?.count == 1 && json["ended"] as? String == at("12:03"))

      let file = program.folder.appendingPathComponent("minutes.html").path
      try run(program, "minutes", "--format", "html", "--out", file, now: at("09:00", day: 9))
      #expect(try String(contentsOfFile: file, encoding: .utf8) == pages["html"])
      try run(program, "minutes", "--out", file, now: at("09:00", day: 9), status: 69)
      #expect(try run(program, "war-room", now: at("14:00")).out.hasPrefix("Session 2026-03-03, not started\n"))
      #expect(try program("doctor").status == 0)
    }
  }

  @Test func `a session that nobody ended goes on, the next day too`() throws {
    try withProgram { program in
      try open(program)
      try run(program, "war-room", "start", now: at("09:00"))
      try run(program, "war-room", "drive", "--console", "big screen", now: at("09:00"))
      try run(program, "war-room", "enter", "W-1", now: at("09:01"))
      let shown = try run(program, "war-room", "show", now: at("09:10", day: 3)).out
      #expect(shown.hasPrefix("Session 2026-03-02, running, after 24 h 10 min of 25 min, 23 h 45 min over\n"))
      #expect(shown.contains("driven by ann from big screen\n"))
      let refused = try run(program, "war-room", "start", now: at("09:10", day: 3), status: 69)
      let goesOn = "2026-03-02 has gone on since Mon 2026-03-02 09:00 UTC; end it before another one starts"
      #expect(refused.err.contains(goesOn))
      #expect(try run(program, "minutes", now: at("09:10", day: 3)).out.contains("- Not ended yet, as of "))
      try run(program, "war-room", "end", now: at("09:11", day: 3))
      let next = try object(program, "war-room", "start", now: at("09:12", day: 3))
      #expect(next["session"] as? String == "2026-03-03" && next["since"] as? String == at("09:00"))
    }
  }

  @Test func `what makes no sense is refused in a line`() throws {
    try withProgram { program in
      try open(program)
      let now = at("09:00")
      for (words, status) in [
        (["war-room", "next"], 69), (["war-room", "end"], 69), (["war-room", "enter", "W-1"], 69),
        (["war-room", "pin", "W-9"], 66), (["war-room", "skip", "W-1"], 64),
        (["war-room", "skip", "W-1", "--why", " "], 64),
        (["war-room", "attend", "Bo", "--absent", "--excused"], 64), (["war-room", "timebox"], 64),
        (["war-room", "timebox", "--each", "0"], 64), (["war-room", "start", "--until", "2026-03-01"], 64),
        (["war-room", "note", ""], 64), (["war-room", "dance"], 64), (["minutes"], 66),
        (["minutes", "2026-03-02"], 66), (["minutes", "yore"], 64), (["decide", "W-1", " "], 64),
        (["decide", "W-9", "x"], 66), (["blocker", "W-1", ""], 64),
        (["war-room", "start", "--read-only"], 77),
      ] as [([String], Int32)] {
        let run = try program.run(words, now: now)
        #expect(run.status == status, "\(words): \(run.err)")
        #expect(run.err.split(separator: "\n").count == 1 && run.out.isEmpty, "\(words): \(run.err)")
      }
    }
  }
}
