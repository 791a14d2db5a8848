import Foundation
import Testing

/// Opening by signals, from the command line. Wednesday 2026-11-04; a renewal on 2026-12-01 is D-27 then.
@Suite struct `Opening by a signal on the command line` {
  static let now = "2026-11-04T12:00:00Z"

  private func object(_ program: Program, _ arguments: String...) throws -> [String: Any] {
    let run = try program.run(arguments + ["--json"], now: Self.now)
    #expect(run.status == 0, "\(arguments): \(run.err)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
  }

  private func objects(_ program: Program, _ arguments: String...) throws -> [[String: Any]] {
    let run = try program.run(arguments + ["--json"], now: Self.now)
    #expect(run.status == 0, "\(arguments): \(run.err)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [[String: Any]])
  }

  @Test func `the signal says how grave it is and why`() throws {
    try withProgram { program in
      let run = try program(
        "open", "Blocked", "--account", "Acme", "--signal", "renewal-30", "--renewal", "2026-12-01", now: Self.now)
      #expect(run.out.contains("W-1 opened: S0 Blocked"))
      #expect(run.out.contains("The renewal is 30 days away or nearer → S0, renewal 2026-12-01 is D-27"))
      let record = try object(program, "show", "W-1")
      #expect(record["playbook"] as? String == "risk")
      #expect(record["signal"] as? String == "renewal-30")
      #expect(record["detection"] as? String == "early")
      #expect(record["suggestion"] is NSNull)
    }
  }

  @Test func `to choose otherwise needs a reason, which is kept`() throws {
    try withProgram { program in
      let otherwise = [
        "open", "T", "--account", "A", "--playbook", "risk", "--signal", "sponsor-left", "--severity", "S3",
      ]
      let refused = try program.run(otherwise, now: Self.now)
      #expect(refused.status == 64)
      #expect(refused.err.contains("the facts suggest S1 (The sponsor leaves or has left → S1)"))
      #expect(refused.err.contains("--reason"))
      #expect(try program.run(otherwise + ["--reason", "Her deputy stays"], now: Self.now).status == 0)
      let record = try object(program, "show", "W-1")
      #expect(record["severity"] as? String == "S3")
      let opened = try #require((record["timeline"] as? [[String: Any]])?.first)
      #expect(opened["why"] as? String == "Her deputy stays")
    }
  }

  @Test func `a signal that does not hold, fits nothing or fits several is refused in a line`() throws {
    try withProgram { program in
      for (words, said) in [
        (["--signal", "renewal-30", "--renewal", "2026-12-15"], "renewal 2026-12-15 is D-41, not yet D-30"),
        (["--signal", "sprocket"], "there is no signal “sprocket”"),
        (["--signal", "renewal is"], "fits several signals; name one: renewal-90, renewal-30"),
        (["--signal", "nps-low"], "this playbook needs a severity"),
      ] {
        let run = try program.run(["open", "T", "--account", "A", "--playbook", "risk"] + words, now: Self.now)
        #expect(run.status == 64, "\(words)")
        #expect(run.err.contains(said), "\(run.err)")
        #expect(run.err.split(separator: "\n").filter { !$0.contains("made a new store") }.count == 1)
      }
      #expect(try program("list", "--all", now: Self.now).lines.count == 1)
    }
  }

  @Test func `a dispute above Rp 10,000,000 enters L1 and points to L2`() throws {
    try withProgram { program in
      let above = try object(
        program, "open", "Bill", "--account", "A", "--playbook", "levels", "--amount", "IDR 10,000,000.01")
      #expect(above["level"] as? String == "L1")
      #expect(above["signal"] as? String == "payment-dispute")
      #expect(above["detection"] as? String == "reactive")
      #expect(above["disputed"] as? Double == 10_000_000.01)
      #expect(above["disputed_currency"] as? String == "IDR")
      let suggestion = try #require(above["suggestion"] as? [String: Any])
      #expect(suggestion["level"] as? String == "L2")
      #expect((suggestion["reason"] as? String)?.contains("IDR 10,000,000.01 is above IDR 10,000,000") == true)
      // At the bound, and in another currency, nothing holds by itself.
      for sum in ["IDR 10,000,000", "USD 10,000,001"] {
        let record = try object(program, "open", "Bill", "--account", "A", "--playbook", "levels", "--amount", sum)
        #expect(record["level"] as? String == "L1")
        #expect(record["signal"] is NSNull && record["suggestion"] is NSNull)
      }
      let judged = try object(
        program, "open", "Bill", "--account", "A", "--signal", "payment-dispute", "--amount", "USD 900")
      #expect((judged["suggestion"] as? [String: Any])?["level"] as? String == "L2")
    }
  }

  @Test func `signals say what holds for an account now`() throws {
    try withProgram { program in
      _ = try program(
        "open", "T", "--account", "Acme", "--severity", "S3", "--renewal", "2026-12-04", now: Self.now)
      let signals = try objects(program, "signals", "--account", "Acme", "--playbook", "risk")
      let holding = signals.filter { $0["holds"] as? Bool == true }.compactMap { $0["id"] as? String }
      #expect(holding == ["renewal-90", "renewal-30"])
      #expect(signals.first { $0["id"] as? String == "outage" }?["holds"] is NSNull)
      #expect(Set(signals.flatMap(\.keys)).allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "_" } })
      let all = try objects(program, "signals")
      #expect(
        Set(all.compactMap { $0["playbook"] as? String }).isSuperset(of: ["risk", "response", "levels", "health"]))
      #expect(all.allSatisfy { $0["holds"] is NSNull })
      #expect(try program("signals", "--account", "Nobody", now: Self.now).status == 66)
      #expect(try program("signals", "--playbook", "none", now: Self.now).status == 64)
    }
  }

  @Test func `an account's playbook comes before its segment's`() throws {
    try withProgram { program in
      for arguments in [
        ["playbook", "assign", "response", "--segment", "Enterprise"],
        ["playbook", "assign", "protocol", "--account", "Acme", "--reason", "By contract"],
      ] {
        #expect(try program.run(arguments, now: Self.now).status == 0)
      }
      func opened(_ account: String, _ severity: String) throws -> String? {
        try object(
          program, "open", "T", "--account", account, "--segment", "enterprise", "--severity", severity)["playbook"]
          as? String
      }
      #expect(try opened("ACME", "P2") == "protocol")
      #expect(try opened("Beta", "High") == "response")
      #expect(try program("open", "T", "--account", "Acme", "--severity", "S1", now: Self.now).status == 64)
      let assignments = try objects(program, "playbook", "assignments")
      #expect(assignments.map { $0["playbook"] as? String } == ["protocol", "response"])
      #expect(assignments[0]["why"] as? String == "By contract")
      #expect(assignments[0]["assigned_by"] as? String == "ann")
      #expect(try program("playbook", "unassign", "protocol", "--account", "acme", now: Self.now).status == 0)
      #expect(try program("playbook", "unassign", "protocol", "--account", "acme", now: Self.now).status == 69)
      #expect(try program("playbook", "assign", "risk", now: Self.now).status == 64)
    }
  }

  @Test func `who fills the contact matrix, and what nobody fills`() throws {
    try withProgram { program in
      _ = try program("init", now: Self.now)
      let set = ["team", "set", "protocol", "l3", "--name", "Ann Lee", "--email", "a@x", "--phone", "+62 1"]
      #expect(try program.run(set, now: Self.now).status == 0)
      let lines = try objects(program, "team", "list", "protocol")
      #expect(lines.map { $0["slot"] as? String } == ["L1", "L2", "L3", "L4", "L5", "technical", "product"])
      #expect(lines[2]["name"] as? String == "Ann Lee" && lines[2]["set_by"] as? String == "ann")
      #expect(try objects(program, "team", "list", "--unfilled").count == lines.count - 1)
      #expect(try program("team", "set", "protocol", "L9", "--name", "B", now: Self.now).status == 64)
      #expect(try program("team", "clear", "protocol", "L3", now: Self.now).status == 0)
      #expect(try program("team", "clear", "protocol", "L3", now: Self.now).status == 69)
    }
  }

  @Test func `a step to another playbook is shown first, asked for, and taken back`() throws {
    try withProgram { program in
      _ = try program("open", "T", "--account", "A", "--severity", "S1", now: Self.now)
      let shown = try program("move", "W-1", "protocol", "--dry-run", now: Self.now)
      #expect(shown.out.contains("W-1 moves from risk as S1 to protocol as P2"))
      #expect(shown.out.contains("  ends: First response, Triage"))
      #expect(shown.out.contains("  starts now: Acknowledge"))
      let preview = try object(program, "move", "W-1", "protocol", "--dry-run")
      #expect(preview["severity"] as? String == "P2" && preview["from_severity"] as? String == "S1")
      let deadlines = try #require(preview["deadlines"] as? [[String: Any]])
      let acknowledge = try #require(deadlines.first { $0["rule"] as? String == "acknowledge" })
      #expect(acknowledge["effect"] as? String == "starts")
      #expect((acknowledge["after"] as? [String: Any])?["deadline"] as? String == "2026-11-04T13:00:00Z")
      #expect(try program("move", "W-1", "protocol", now: Self.now).status == 64)
      #expect(try program("show", "W-1", "--json", now: Self.now).out.contains("\"playbook\": \"risk\""))
      let moved = try object(program, "move", "W-1", "protocol", "--severity", "p1", "--yes", "--reason", "Incident")
      #expect(moved["playbook"] as? String == "protocol" && moved["severity"] as? String == "P1")
      #expect(try object(program, "undo", "W-1")["severity"] as? String == "S1")
      _ = try program("resolve", "W-1", now: Self.now)
      #expect(try program("move", "W-1", "protocol", "--yes", now: Self.now).status == 69)
      #expect(try program("move", "W-1", "none", "--yes", now: Self.now).status == 69)
    }
  }
}
