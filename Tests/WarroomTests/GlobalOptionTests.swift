import Testing

@Suite struct `Options of every verb` {
  static let now = "2026-03-02T09:00:00Z"

  @Test(arguments: [
    ["--now", now, "list"], ["list", "--now", now], ["--now=\(now)", "list"],
    ["--now", now, "calendar", "list"], ["calendar", "list", "--now", now],
    ["--zone", "Asia/Kolkata", "calendar", "validate", "week.yaml"], ["--now", now, "playbook", "format"],
    ["--theme", "mono", "--once", "--size", "80x24", "board"], ["--theme", "mono", "--once"],
    ["help", "list"], ["calendar", "--help"], ["--help"], ["--version"],
  ])
  func `stand before the verb or behind it`(arguments: [String]) throws {
    try withProgram { program in
      _ = try program("init")
      _ = try program.write("week.yaml", "id: week\ntime_zone: UTC\nhours: {mon: [\"09:00-17:00\"]}\n")
      let run = try program.run(arguments)
      #expect(run.status == 0, "\(run.err)")
      #expect(!run.out.isEmpty)
    }
  }

  @Test(arguments: ["gate", "checklist", "task", "hypothesis", "path", "message", "milestone"])
  func `an id after a noun lists what the escalation has of it`(noun: String) throws {
    try withProgram { program in
      _ = try program("open", "T", "--account", "Acme", "--severity", "S1", now: Self.now)
      let short = try program.run(["--now", Self.now, noun, "W-1"])
      #expect(short.out == (try program.run([noun, "list", "W-1", "--now", Self.now])).out)
      #expect(short.status == 0, "\(short.err)")
      let wrong = try program.run([noun, "lits", "W-1"])
      #expect(wrong.status == 64 && wrong.err.contains("no verb “lits”"), "\(wrong.err)")
    }
  }

  @Test func `the help of the program is not the board's`() throws {
    try withProgram { program in
      let help = try program("--help").out
      #expect(help.contains("ACTING ON AN ESCALATION") && help.contains("--store"))
    }
  }

  @Test func `times in a refusal are told in the zone asked for, and the escalation is named`() throws {
    try withProgram { program in
      _ = try program("open", "T", "--account", "Acme", "--severity", "S1", now: Self.now)
      _ = try program("ack", "W-1", now: "2026-03-02T10:00:00Z")
      let run = try program("ack", "W-1", "--zone", "America/New_York", now: "2026-03-02T11:00:00Z")
      #expect(run.err.contains("W-1: ") && run.err.contains("Mon 2026-03-02 05:00 New York"), "\(run.err)")
    }
  }
}
