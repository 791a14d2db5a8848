import Testing

@Suite struct `Playbooks and calendars from the command line` {
  static let week = "id: week\ntime_zone: UTC\nhours: {mon: [\"09:00-17:00\"]}\n"

  @Test func `what is installed already is not installed again`() throws {
    try withProgram { program in
      _ = try program("init")
      let file = try program.write("week.yaml", Self.week)
      #expect(try program("calendar", "install", file, "--yes").out.contains("policy edition 2"))
      #expect(try program("calendar", "install", file, "--yes").out.contains("nothing changed"))
      let risk = try program.write("risk.yaml", try program("playbook", "show", "risk", "--file").out)
      #expect(try program("playbook", "install", risk, "--yes").out.contains("nothing changed"))
    }
  }

  /// Each faulty file with what its one line must say.
  @Test(arguments: [
    ("id: week\ntime_zone: UTC\nhours: {}\n", "never opens"),
    ("id: week\ntime_zone: Mars/X\nhours: {}\n", "file.yaml:2:12"),
    (week + "hours: {}\n", "twice"), ("", "empty"),
  ])
  func `a faulty calendar is refused by each verb that takes one`(text: String, says: String) throws {
    try withProgram { program in
      _ = try program("init")
      let file = try program.write("file.yaml", text)
      for verb in [["calendar", "validate", file], ["calendar", "install", file, "--yes"]] {
        let run = try program.run(verb)
        #expect(run.status == 65 && run.err.contains(says), "\(run.err)")
        #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
      }
    }
  }

  @Test func `a dry run works where nothing may be written`() throws {
    try withProgram { program in
      _ = try program("open", "x", "--account", "Acme", "--severity", "S0")
      let text = try program("playbook", "show", "risk", "--file").out.replacing("{S0: 2h,", with: "{S0: 1h,")
      let file = try program.write("risk.yaml", text)
      let run = try program("playbook", "install", file, "--dry-run", "--read-only")
      #expect(run.status == 0 && run.out.contains("would move on 1 of 1 escalation"), "\(run.out)\(run.err)")
      #expect(try program("playbook", "install", file, "--yes", "--read-only").status == 77)
    }
  }

  @Test func `a byte-order mark does no harm`() throws {
    try withProgram { program in
      let file = try program.write("week.yaml", "\u{FEFF}" + Self.week.replacing("\n", with: "\r\n"))
      #expect(try program("calendar", "validate", file).status == 0)
    }
  }

  @Test func `a faulty playbook is bad data for install, with its place`() throws {
    try withProgram { program in
      _ = try program("init")
      let text = try program("playbook", "show", "risk", "--file").out.replacing("{S0: 2h,", with: "{S0: 2q,")
      let run = try program("playbook", "install", try program.write("risk.yaml", text), "--yes")
      #expect(run.status == 65 && run.err.contains("clocks[1].target.S0"), "\(run.err)")
    }
  }

  @Test func `steps are listed, as mark takes them`() throws {
    try withProgram { program in
      _ = try program("init")
      #expect(try program("playbook", "show", "risk").out.contains("cadence  triage"))
    }
  }

  @Test func `every playbook that ships is valid as a file, and a new store has all five`() throws {
    try withProgram { program in
      _ = try program("init")
      for id in ["risk", "response", "levels", "protocol", "health"] {
        let file = try program.write("\(id).yaml", try program("playbook", "show", id, "--file").out)
        #expect(try program("playbook", "validate", file).status == 0)
        #expect(try program("playbook", "show", id, "--notes").lines.count >= 10)
      }
    }
  }

  @Test func `validate names what can never come about, with file, line and key`() throws {
    try withProgram { program in
      _ = try program("init")
      let past =
        "id: past\ntime_zone: UTC\nhours: {}\nholidays: [{date: 2020-01-02, name: Once, hours: [\"09:00-17:00\"]}]\n"
      #expect(try program("calendar", "install", try program.write("past.yaml", past), "--yes").status == 0)
      let text = try program("playbook", "show", "risk", "--file").out
      let cases = [
        ("severities:", "calendar: past\nseverities:", "calendar", "no working time ahead"),
        ("needs: root-cause", "needs: checklists-decided", "gates[1].needs", "asks anything at S0"),
        ("optional: [needed_by]", "optional: [needed_by, region]", "templates[1].optional[2]", "no text uses"),
      ]
      for (old, new, key, says) in cases {
        let changed = text.replacing(old, with: new, maxReplacements: 1)
        let run = try program("playbook", "validate", try program.write("team.yaml", changed))
        #expect(run.status == 65)
        let line = run.lines.first { $0.contains(says) } ?? "\(run.out)\(run.err)"
        #expect(line.contains("team.yaml:") && line.contains(": \(key): "), "\(line)")
      }
    }
  }

  @Test func `compare shows where two playbooks contradict each other, of the store or of a file`() throws {
    try withProgram { program in
      // Without a store, those that ship.
      let run = try program("playbook", "compare", "risk", "protocol")
      #expect(run.status == 0, "\(run.err)")
      #expect(run.out.contains("S0 ≈ P1 · S1 ≈ P2 · S2 ≈ P3 · S3 ≈ P4"))
      let first = run.lines.first { $0.contains("First response") && $0.contains("S0 ≈ P1") } ?? ""
      #expect(first.split(separator: " ").suffix(3) == ["2h", "15m", "contradict"], "\(first)")
      _ = try program("init")
      let text = try program("playbook", "show", "risk", "--file").out.replacing("{S0: 2h,", with: "{S0: 1h,")
      let ours = try program("playbook", "compare", "risk", try program.write("ours.yaml", text))
      #expect(ours.lines.count { $0.hasSuffix("contradict") } == 1, "\(ours.out)")
      #expect(ours.out.contains("1 contradiction, 0 differences"))
    }
  }
}
