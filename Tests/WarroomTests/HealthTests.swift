import Foundation
import Testing

/// Health scores and executives through the command line, against figures worked out by hand. Monday 2026-03-02.
@Suite struct `Health on the command line` {
  private static let now = "2026-03-02T09:00:00Z"

  private func withHealth(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      #expect(try program("init", now: Self.now).status == 0)
      try body(program)
    }
  }

  private func object(_ program: Program, _ arguments: String..., now: String = Self.now) throws -> [String: Any] {
    let run = try program.run(arguments, now: now)
    #expect(run.status == 0, "\(arguments): \(run.err)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
  }

  @Test func `a file opens a record once, and each bad row is a line`() throws {
    try withHealth { program in
      let set = try program(
        "account", "set", "Northwind", "--new", "--arr", "90k USD", "--renewal", "2026-07-01", "--csm", "cem",
        now: Self.now)
      #expect(set.status == 0)
      let file = try program.write(
        "scores.csv",
        """
        account,date,composite,usage,relationship
        Northwind,2026-02-20,70,70,70
        Northwind,2026-02-28,49,20,60
        Northwind,2026-03-01,bad,20,60
        Northwind,2026-03-01,48,20,60
        northwind,2026-03-02,42,15,60
        Acme,2026-03-03,60,60,60
        """)
      let run = try program("health", "import", file, now: Self.now)
      #expect(run.status == 65)
      #expect(run.lines == ["6 rows: 4 scores written, 0 known already", "1 record opened: W-1"])
      let errors = run.err.split(separator: "\n")
      #expect(errors.count == 3)
      #expect(
        errors[0].hasSuffix("scores.csv:4: column 3 (composite): \"bad\" is no whole number from 0 to 100; correct it"))
      #expect(errors[1].contains("scores.csv:7: 2026-03-03 has not come yet"))
      #expect(errors[2] == "warroom: 2 bad rows of 6 left out; the others are on record")
      let again = try program("health", "import", file, "--json", now: Self.now)
      #expect(again.status == 65)
      let report = try #require(try JSONSerialization.jsonObject(with: Data(again.out.utf8)) as? [String: Any])
      #expect(report["written"] as? Int == 0)
      #expect(report["unchanged"] as? Int == 4)
      #expect(report["opened"] as? [String] == [])

      let record = try object(program, "show", "W-1", "--json")
      #expect(record["title"] as? String == "Health at 42 and declining")
      #expect(record["owner"] as? String == "cem")
      #expect(record["arr"] as? Int == 90000)
      #expect(record["renewal"] as? String == "2026-07-01")
      #expect(record["stage"] as? String == "1")
      #expect(record["detection"] as? String == "early")
      let health = try #require(record["health"] as? [String: Any])
      #expect(health["score"] as? Int == 42)
      #expect(health["band"] as? String == "red")
      let trigger = try #require(health["trigger"] as? [String: Any])
      #expect(trigger["trend"] as? String == "declining")
      #expect((trigger["past"] as? [[String: Any]])?.compactMap { $0["score"] as? Int } == [70, 49, 48])
    }
  }

  @Test func `a record is shown with its stages, its missing days and its streak`() throws {
    try withHealth { program in
      for (date, score) in [("2026-02-28", 49), ("2026-03-01", 48), ("2026-03-02", 30)] {
        #expect(
          try program("health", "record", "Acme", "--composite", "\(score)", "--date", date, now: Self.now).status == 0)
      }
      // 14 days on nothing is better: stage 2. Then three days above, with a gap.
      let late = "2026-03-19T12:00:00Z"
      for (date, score) in [("2026-03-16", 51), ("2026-03-17", 60), ("2026-03-19", 70)] {
        let run = try program(
          "health", "record", "acme", "--composite", "\(score)", "--usage", "20", "--date", date, "--json", now: late)
        #expect(run.status == 0, "\(run.err)")
      }
      let shown = try object(program, "health", "show", "ACME", "--json", now: late)
      #expect(shown["record"] as? String == "W-1")
      #expect(shown["stage"] as? String == "2")
      let health = try #require(shown["health"] as? [String: Any])
      #expect(health["streak"] as? Int == 3)
      #expect(health["needed"] as? Int == 30)
      #expect(health["improved"] as? Bool == true)
      #expect(health["improvement_needed"] as? Int == 40)
      // 3 to 15 March, and the 18th.
      #expect((health["missing_days"] as? [String])?.count == 14)
      #expect((health["missing_days"] as? [String])?.last == "2026-03-18")
      let text = try program("health", "show", "Acme", now: late)
      #expect(text.out.contains("100                 ▁▂ ▄"))
      #expect(text.out.contains(" 50 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌"))
      #expect(text.out.contains("red ██▅·············██·█"))
      #expect(text.out.contains("      T             2"))
      let words = text.out.split { $0.isWhitespace }.joined(separator: " ")
      #expect(words.contains("T trigger and stage 1 on 2026-03-02 · 2 stage 2 on 2026-03-16"))
      #expect(text.out.contains("3 of 30 days above 50"))
      #expect(try program("health", "show", "Acme", now: late, environment: ["LC_ALL": "C"]).out.contains("443....."))
      let close = try program("close", "W-1", "--outcome", "recovered", now: late)
      #expect(close.status == 69)
      #expect(close.err.contains("3 of 30 days above the threshold"))
      #expect(try program("show", "W-1", now: late).out.contains("Health\n  score"))
      #expect(try program("health", "list", now: late).lines.count == 2)
      #expect(try program("doctor", now: late).status == 0)
    }
  }

  @Test(arguments: [
    (["record", "Acme", "--composite", "101"], Int32(64), "runs from 0 to 100"),
    (["record", "Acme", "--composite", "50", "--date", "2026-03-03"], 64, "has not come yet"),
    (["record", "Acme", "--composite", "50", "--dimension", "mood=3"], 64, "known: usage, relationship"),
    (["record", "Acme", "--composite", "50", "--usage", "3", "--dimension", "usage=4"], 64, "given twice"),
    (["record", "Acme", "--composite", "50", "--date", "today"], 64, "is no date"),
    (["show", "Acme"], 66, "no score of “Acme”"),
    (["import", "nowhere.csv"], 66, "cannot be read"),
  ])
  func `what cannot be is one line and a code`(_ arguments: [String], _ status: Int32, _ words: String) throws {
    try withHealth { program in
      let run = try program.run(["health"] + arguments, now: Self.now)
      #expect(run.status == status)
      #expect(run.err.split(separator: "\n").count == 1 && run.err.contains(words), "\(run.err)")
      #expect(run.out.isEmpty)
    }
  }

  @Test func `executives go stale, sooner with an open record`() throws {
    try withHealth { program in
      func run(_ arguments: String..., now: String = Self.now) throws -> Program.Run {
        try program.run(["executive"] + arguments, now: now)
      }
      #expect(try run("add", "Acme", "Bo Lind", "--role", "economic buyer", "--email", "bo@acme.example").status == 0)
      #expect(try run("add", "Acme", "Al", "--role", "king").status == 64)
      #expect(try run("reached", "Acme", "Al").status == 66)
      #expect(try run("reached", "acme", "bo lind", "--on", "2025-11-01", "--how", "QBR").status == 0)
      func stale(_ now: String = Self.now) throws -> Bool? {
        let list = try #require(try program.json("executive", "list", "Acme", "--json", now: now) as? [[String: Any]])
        return list.first?["stale"] as? Bool
      }
      // 121 days ago: within the year, but not within 90 days.
      #expect(try stale() == false)
      for date in ["2026-02-28", "2026-03-01", "2026-03-02"] {
        _ = try program("health", "record", "Acme", "--composite", "40", "--date", date, now: Self.now)
      }
      #expect(try stale() == true)
      #expect(try run("list").out.contains("STALE (over 90 days)"))
      #expect(try run("list", "--stale").lines.count == 2)
      #expect(try run("reached", "Acme", "Bo Lind").status == 0)
      #expect(try stale() == false)
      #expect(try run("list", "--stale").lines.count == 1)
      #expect(try run("remove", "Acme", "Bo Lind", "--reason", "Left").status == 0)
      #expect(try run("list", "Acme", "--json").out == "[]\n")
    }
  }

  @Test func `what is set of an account holds whether or not an escalation is open`() throws {
    try withHealth { program in
      #expect(try program("account", "set", "Acme", "--segment", "SMB", now: Self.now).status == 66)
      #expect(try program("account", "set", "Acme", "--segment", "SMB", "--new", now: Self.now).status == 0)
      #expect(try program("account", "set", "acme", "--renewal", "2026-09-01", now: Self.now).status == 0)
      let opened = try object(program, "open", "Slow", "--account", "Acme", "--severity", "P3", "--json")
      #expect(opened["segment"] as? String == "SMB")
      #expect(opened["renewal"] as? String == "2026-09-01")
      #expect(try program("account", "set", "ACME", "--renewal", "2026-10-01", now: Self.now).lines.count == 1)
      #expect(try object(program, "show", "W-1", "--json")["renewal"] as? String == "2026-10-01")
    }
  }

  @Test func `what is taken away of an account stays away, whoever said it last`() throws {
    try withHealth { program in
      let set = ["account", "set", "Acme"]
      let (told, taken) = ("2026-03-03T09:00:00Z", "2026-03-04T09:00:00Z")
      _ = try program.run(set + ["--new", "--segment", "SMB"], now: Self.now)
      // An escalation told of the renewal, and is over.
      _ = try program.run(
        ["open", "Slow", "--account", "Acme", "--severity", "S3", "--renewal", "2026-09-01"], now: told)
      _ = try program.run(["amend", "W-1", "--root-cause", "x", "--prevention", "y"], now: told)
      #expect(try program.run(["close", "W-1", "--outcome", "recovered"], now: told).status == 0)
      #expect(try program.run(set + ["--renewal", "none"], now: taken).lines == ["Acme · SMB"])
      let opened = try object(program, "open", "Slow", "--account", "Acme", "--severity", "S3", "--json", now: taken)
      #expect(opened["renewal"] is NSNull && opened["segment"] as? String == "SMB")
      // None is no segment and no sum.
      #expect(
        try program.run(set + ["--segment", "none", "--arr", "5k USD"], now: taken).lines == ["W-2 Acme · USD 5k"])
      #expect(try program.run(set + ["--arr", "none"], now: taken).lines == ["W-2 Acme"])
    }
  }
}
