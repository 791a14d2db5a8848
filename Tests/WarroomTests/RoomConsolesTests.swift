import Foundation
import Testing

/// Several people at one session, each on a console of their own. Monday 2026-03-02.
@Suite struct `Several consoles in one room` {
  private func at(_ time: String) -> String { "2026-03-02T\(time):00Z" }

  fileprivate func run(_ program: Program, _ actor: String, _ time: String, _ words: String...) throws -> Program.Run {
    try program.run(words + ["--actor", actor], now: at(time))
  }

  fileprivate func withSession(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      for title in ["Sync fails", "Bank file refused"] {
        _ = try program("open", title, "--account", "Acme", "--severity", "S1", now: at("08:00"))
      }
      #expect(try run(program, "ann", "09:00", "war-room", "start").status == 0)
      try body(program)
    }
  }

  @Test func `one leads, another takes over, and both capture`() throws {
    try withSession { program in
      for (actor, time, words) in [
        ("ann", "09:00", ["drive", "--console", "big screen"]), ("ann", "09:01", ["next"]),
        ("bo", "09:02", ["drive", "--console", "laptop"]), ("bo", "09:03", ["next"]),
        ("ann", "09:04", ["note", "hers"]),
        ("bo", "09:05", ["note", "his"]),
      ] {
        let run = try program.run(["war-room"] + words + ["--actor", actor], now: at(time))
        #expect(run.status == 0, "\(words): \(run.err)")
      }
      let again = try run(program, "bo", "09:06", "war-room", "drive", "--console", "laptop")
      #expect(again.status == 69 && again.err.split(separator: "\n").count == 1, "\(again.err)")
      #expect(try run(program, "ann", "09:07", "decide", "W-1", "Roll back").status == 0)
      #expect(try run(program, "bo", "09:08", "blocker", "W-1", "No access").status == 0)
      let shown = try #require(try program.json("war-room", "--json", now: at("09:09")) as? [String: Any])
      let driver = try #require(shown["driver"] as? [String: Any])
      #expect(driver["name"] as? String == "bo" && driver["console"] as? String == "laptop")
      #expect(driver["since"] as? String == at("09:02") && shown["current"] as? String == "W-2")
      #expect((shown["notes"] as? [[String: Any]])?.map { $0["by"] as? String } == ["ann", "bo"])
      #expect(try run(program, "ann", "09:25", "war-room", "end").status == 0)
      let minutes = try program("minutes", now: at("10:00")).out
      #expect(minutes.contains("Roll back (ann, 09:07)") && minutes.contains("nobody – blocker: No access"))
      #expect(minutes.contains("- hers (ann, 09:04)\n- his (bo, 09:05)\n"), "\(minutes)")
    }
  }

  @Test func `what was said last can be taken back, how the meeting went cannot`() throws {
    try withSession { program in
      let none = try run(program, "ann", "09:00", "war-room", "undo")
      #expect(none.status == 69 && none.err.split(separator: "\n").count == 1, "\(none.err)")
      _ = try run(program, "ann", "09:01", "war-room", "next")
      _ = try run(program, "ann", "09:02", "war-room", "skip", "W-2", "--why", "on leave")
      _ = try run(program, "bo", "09:03", "war-room", "note", "a slip")
      #expect(
        try run(program, "ann", "09:04", "war-room", "undo").out.hasPrefix(
          "2026-03-02 no longer counts: noted: a slip (1 of 1)"))
      #expect(try run(program, "ann", "09:05", "war-room", "undo").out.contains("no longer counts: skips W-2 (1 of 2)"))
      #expect(try run(program, "ann", "09:06", "war-room", "undo").status == 69)
      #expect(try run(program, "ann", "09:07", "war-room", "leave").out == "2026-03-02 nothing is before the room\n")
      #expect(try run(program, "ann", "09:08", "war-room", "leave").status == 69)
      #expect(try run(program, "ann", "09:09", "war-room", "next").out.contains("W-2 is before the room"))
      #expect(try program("doctor").status == 0)
    }
  }

  @Test func `a past moment shows the session as it stood, and nothing can be done there`() throws {
    try withSession { program in
      _ = try run(program, "ann", "09:01", "war-room", "next")
      _ = try run(program, "ann", "09:10", "war-room", "next")
      _ = try run(program, "ann", "09:25", "war-room", "end")
      // Said later about then.
      _ = try run(program, "bo", "11:00", "severity", "W-2", "S0", "--reason", "late", "--at", at("09:04"))
      let past = try program("war-room", "--as-of", at("09:05"))
      #expect(
        past.lines.prefix(4) == [
          "As of Mon 2026-03-02 09:05 UTC", "Session 2026-03-02, running, after 5 min of 25 min",
          "Board: 2 open (S1 2), 0 breached, 0 due within the hour, 0 paused, at risk nothing",
          "  S1  W-1  Acme: Sync fails (nobody), new, Notify stakeholders 2h 55m",
        ], "\(past.out)")
      #expect(past.out.contains("1  S1  W-1  Acme: Sync fails (nobody) · now, 4 min\n"), "\(past.out)")
      #expect(try program("war-room", "--as-of", at("09:15")).out.contains("(nobody) · done, 9 min\n"))
      let after = try program("war-room", now: at("12:00")).lines
      #expect(after[0] == "Session 2026-03-03, not started", "\(after)")
      #expect(after[1] == "The one before: 2026-03-02, ended Mon 2026-03-02 09:25 UTC, after 25 min of 25 min")
      let refused = try program("war-room", "note", "x", "--as-of", at("09:05"))
      #expect(refused.status == 77 && refused.err.split(separator: "\n").count == 1, "\(refused.err)")
    }
  }

  @Test func `the time a session takes is the playbooks'`() throws {
    try withProgram { program in
      _ = try program("init", now: at("07:00"))
      let text = try program("playbook", "show", "protocol", "--file").out
      #expect(text.contains("minutes: {each: 5, all: 25}"))
      let file = try program.write("mine.yaml", text.replacing("{each: 5, all: 25}", with: "{each: 9, all: 50}"))
      let installed = try program("playbook", "install", file, "--yes", now: at("07:30"))
      #expect(installed.status == 0, "\(installed.err)")
      _ = try program(
        "open", "Login fails", "--account", "Acme", "--severity", "P1", "--playbook", "protocol", now: at("08:00"))
      #expect(
        try program("war-room", "timebox", "--each", "7", now: at("08:30")).out.contains("7 minutes for each, 50"))
      let json = try #require(
        try program.json("war-room", "start", "--all", "40", "--json", now: at("09:00")) as? [String: Any])
      #expect(json["timebox"] as? [String: Int] == ["each_minutes": 7, "all_minutes": 40])
    }
  }
}

/// Times as people type them behind the verbs that look back and ahead.
@Suite struct `Since when and until when` {
  @Test(arguments: [
    ("-4h", "Mon 2026-03-02 05:00"), ("yesterday", "Sun 2026-03-01 00:00"), ("today", "Mon 2026-03-02 00:00"),
    ("fri", "Fri 2026-02-27 00:00"), ("yesterday 9:00", "Sun 2026-03-01 09:00"), ("08:30", "Mon 2026-03-02 08:30"),
    ("2026-02-28", "Sat 2026-02-28 00:00"), ("2026-03-01T10:00:00Z", "Sun 2026-03-01 10:00"),
  ])
  func `since leans back`(time: String, since: String) throws {
    try withProgram { program in
      _ = try program("init")
      for words in [["since", time], ["since", "--zone", "UTC", time], ["since", time, "--zone", "UTC"]] {
        let run = try program.run(words, now: "2026-03-02T09:00:00Z")
        #expect(run.lines.first == "Since \(since) UTC, as of Mon 2026-03-02 09:00 UTC", "\(run.out)\(run.err)")
      }
    }
  }

  @Test(
    arguments: [
      (["since"], 64), (["since", "yore"], 64), (["since", "-4x"], 64), (["since", "2027-01-01"], 64),
      (["since", "last"], 66), (["agenda", "--until", "-4h"], 64), (["agenda", "--until", "yesterday"], 64),
      (["agenda", "--until", "now"], 64), (["agenda", "W-1"], 64), (["brief", "--for", "-2h"], 64),
      (["checklist", "W-9"], 66), (["checklist", "carry", "W-9", "x"], 66), (["checklist", "carry", "W-9"], 64),
      (["war-room", "--as-of", "yore"], 64), (["war-room", "start", "--each", "x"], 64),
      (["war-room", "start", "--until", "now"], 64), (["war-room", "order"], 64), (["war-room", "role", "scribe"], 64),
      (["war-room", "attend", ""], 64), (["war-room", "drive", "--console", ""], 69), (["war-room", "leave"], 69),
      (["war-room", "continue"], 69), (["war-room", "undo"], 69), (["blocker", "W-9", "x"], 66),
      (["war-room", "next", "--store", "/nowhere/x.db"], 66),
    ] as [([String], Int32)])
  func `what makes no sense is refused in a line`(words: [String], status: Int32) throws {
    try withProgram { program in
      _ = try program("init")
      let run = try program.run(words, now: "2026-03-02T09:00:00Z")
      #expect(run.status == status, "\(words): \(run.err)")
      #expect(run.err.split(separator: "\n").count == 1 && run.out.isEmpty, "\(words): \(run.err)")
    }
  }
}

extension `Several consoles in one room` {
  @Test func `a note is taken back though the meeting went on since`() throws {
    try withSession { program in
      _ = try run(program, "ann", "09:01", "war-room", "note", "a slip")
      _ = try run(program, "ann", "09:02", "war-room", "next")
      #expect(try run(program, "ann", "09:03", "war-room", "undo").out.contains("no longer counts: noted: a slip"))
      #expect(try run(program, "ann", "09:04", "war-room", "back").status == 69)
    }
  }
}

/// What the verbs write down as people type it.
@Suite struct `Order, roles and ways back in a session` {
  @Test func `each as it was said`() throws {
    try withProgram { program in
      for title in ["One", "Two", "Three"] {
        _ = try program("open", title, "--account", "Acme", "--severity", "S1", now: "2026-03-02T08:00:00Z")
      }
      func room(_ words: String...) throws -> [String: Any] {
        let run = try program.run(["war-room"] + words + ["--json"], now: "2026-03-02T09:00:00Z")
        #expect(run.status == 0, "\(words): \(run.err)")
        return try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
      }
      func agenda(_ room: [String: Any]) -> [String?] {
        (room["agenda"] as? [[String: Any]] ?? []).map { $0["id"] as? String }
      }
      #expect(agenda(try room("order", "W-3", "W-1")) == ["W-3", "W-1", "W-2"])
      #expect(agenda(try room("start")) == ["W-3", "W-1", "W-2"])
      for id in ["W-3", "W-1", "W-2"] { #expect(try room("next")["current"] as? String == id) }
      #expect(try room("back")["current"] as? String == "W-1")
      #expect(try room("role", "scribe", "me")["roles"] as? [String: String] == ["scribe": "ann"])
      #expect(try room("role", "Scribe", "nobody")["roles"] as? [String: String] == [:])
    }
  }

  @Test func `a running session keeps the window that it started with`() throws {
    try withProgram { program in
      for words in [
        ["open", "One", "--account", "Acme", "--severity", "S1"],
        // With an owner and a time it is no open question, which would be on the agenda at once.
        ["task", "add", "W-1", "Call", "--owner", "Bo", "--due", "14:00"],
        ["war-room", "start", "--until", "12:00"],
      ] {
        let run = try program.run(words, now: "2026-03-02T08:00:00Z")
        #expect(run.status == 0, "\(words): \(run.err)")
      }
      let shown = try #require(
        try program.json("war-room", "--json", now: "2026-03-02T09:00:00Z") as? [String: Any])
      let agenda = try #require(shown["agenda"] as? [[String: Any]])
      let kinds = (agenda.first?["reasons"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
      #expect(agenda.count == 1 && !kinds.isEmpty && !kinds.contains("task"), "\(kinds)")
      let board = try #require(shown["board"] as? [String: Any])
      #expect(board["escalations"] is NSNull && board["open"] as? Int == 1)
    }
  }
}
