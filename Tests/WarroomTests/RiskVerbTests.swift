import Foundation
import Testing

/// A risk's life on the command line, from the register to an escalation. Wednesday 2026-11-04.
@Suite struct `The Risk Register on the command line` {
  static let now = "2026-11-04T12:00:00Z"

  private func object(_ program: Program, _ arguments: [String], now: String = now) throws -> [String: Any] {
    let run = try program.run(arguments + ["--json"], now: now)
    #expect(run.status == 0, "\(arguments): \(run.err)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
  }

  private func list(_ program: Program, _ arguments: String..., now: String = now) throws -> [[String: Any]] {
    try #require(
      try JSONSerialization.jsonObject(
        with: Data(try program.run(["risk", "list", "--json"] + arguments, now: now).out.utf8)) as? [[String: Any]])
  }

  static let add = [
    "risk", "add", "The champion may leave", "--account", "Acme", "--likelihood", "4", "--impact-score", "4",
    "--signal", "sponsor", "--category", "people", "--cause", "A new CIO", "--impact", "No one defends us",
    "--response", "reduce", "--contingency", "Map others", "--owner", "bo", "--residual", "8", "--next-review",
    "2026-11-06", "--arr", "120k USD", "--description", "Heard at the QBR",
  ]

  @Test func `every field is kept under a plain name`() throws {
    try withProgram { program in
      let risk = try object(program, Self.add)
      let expected: [String: String] = [
        "id": "R-1", "title": "The champion may leave", "account": "Acme", "category": "people", "status": "open",
        "owner": "bo", "next_review": "2026-11-06", "currency": "USD", "description": "Heard at the QBR",
        "cause": "A new CIO", "signal": "sponsor-left", "impact": "No one defends us", "response": "reduce",
        "contingency": "Map others", "identified_on": "2026-11-04", "identified_by": "ann",
      ]
      for (name, value) in expected { #expect(risk[name] as? String == value, "\(name)") }
      for (name, value) in [
        "likelihood": 4, "impact_score": 4, "inherent_score": 16, "residual_score": 8, "arr_exposed": 120_000,
      ] {
        #expect(risk[name] as? Int == value, "\(name)")
      }
      #expect(risk["review_overdue"] as? Bool == false && risk["escalation"] is NSNull)
      #expect(risk.keys.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "_" } })
    }
  }

  @Test func `the list goes by score, marks what is overdue and never mixes currencies`() throws {
    try withProgram { program in
      _ = try object(program, Self.add)
      let small = ["risk", "add", "Budget", "--account", "Beta", "--likelihood", "2", "--impact-score", "5"]
      _ = try object(program, small + ["--arr", "IDR 10M"])
      _ = try object(program, small + ["--arr", "USD 1,000.50"])
      #expect(try list(program).map { $0["id"] as? String } == ["R-1", "R-2", "R-3"])
      let text = try program("risk", "list", now: Self.now).out
      #expect(text.contains("ARR exposed: IDR 10,000,000, USD 121,000.50"))
      // On the date itself the review is due; the day after it is overdue.
      #expect(try list(program, "--overdue", now: "2026-11-06T23:59:59Z").isEmpty)
      #expect(try list(program, "--overdue", now: "2026-11-07T00:00:00Z").map { $0["id"] as? String } == ["R-1"])
      #expect(try program("risk", "list", now: "2026-11-07T00:00:00Z").out.contains("2026-11-06 overdue"))
      _ = try object(program, ["risk", "review", "R-1", "--next", "2026-11-20"], now: "2026-11-07T00:00:00Z")
      #expect(try list(program, "--overdue", now: "2026-11-07T00:00:00Z").isEmpty)
      #expect(try list(program, "--account", "beta", "--owner", "nobody").count == 2)
    }
  }

  @Test func `a promotion needs a time, carries over what is known and happens once`() throws {
    try withProgram { program in
      _ = try object(program, Self.add)
      let refused = try program("risk", "promote", "R-1", "--playbook", "risk", now: Self.now)
      #expect(refused.status == 64 && refused.err.contains("say by when it is needed"))
      #expect(try program("list", "--all", now: Self.now).lines.count == 1)
      let otherwise = ["risk", "promote", "R-1", "--playbook", "risk", "--needed-by", "+2d", "--severity", "S2"]
      let asked = try program.run(otherwise, now: Self.now)
      #expect(asked.status == 64 && asked.err.contains("the facts suggest S1 (The sponsor leaves or has left → S1)"))
      let done = try object(
        program, ["risk", "promote", "r-1", "--playbook", "risk", "--needed-by", "2026-11-06T12:00:00Z"])
      let escalation = try #require(done["escalation"] as? [String: Any])
      let risk = try #require(done["risk"] as? [String: Any])
      #expect(escalation["risk"] as? String == "R-1" && escalation["signal"] as? String == "sponsor-left")
      #expect(escalation["title"] as? String == "The champion may leave")
      #expect(escalation["owner"] as? String == "bo" && escalation["severity"] as? String == "S1")
      #expect(escalation["needed_by"] as? String == "2026-11-06T12:00:00Z")
      #expect(escalation["detection"] as? String == "early")
      #expect(risk["status"] as? String == "promoted" && risk["escalation"] as? String == "W-1")
      let again = try program("risk", "promote", "R-1", "--playbook", "risk", "--needed-by", "+2d", now: Self.now)
      #expect(again.status == 69 && again.err == "warroom: R-1: it is an escalation already\n")
      #expect(try list(program).isEmpty)
      #expect(try list(program, "--all").count == 1)
      #expect(try program("doctor").status == 0)
    }
  }

  @Test func `what makes no sense is refused in a line`() throws {
    try withProgram { program in
      _ = try object(program, Self.add)
      for (words, status) in [
        (["revise", "R-1", "--likelihood", "6"], 64), (["revise", "R-1", "--residual", "17"], 64),
        (["revise", "R-1", "--likelihood", "4"], 69), (["revise", "R-1", "--response", "hope"], 64),
        (["review", "R-1", "--next", "2026-11-03"], 64), (["review", "R-1", "--next", "soon"], 64),
        (["close", "R-1", "--reason", " "], 64), (["show", "R-9"], 66), (["close", "R-9", "--reason", "x"], 66),
        (["list", "--status", "gone"], 64),
      ] as [([String], Int32)] {
        let run = try program.run(["risk"] + words, now: Self.now)
        #expect(run.status == status, "\(words): \(run.err)")
        #expect(run.err.split(separator: "\n").count == 1 && run.out.isEmpty)
      }
      let closed = try object(program, ["risk", "close", "R-1", "--reason", "She stays"])
      #expect(closed["status"] as? String == "closed" && closed["closed_why"] as? String == "She stays")
      #expect(try program("risk", "review", "R-1", "--next", "none", now: Self.now).status == 69)
    }
  }
}
