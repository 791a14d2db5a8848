import Foundation
import Testing

@Suite struct `Figures and retrospectives from the command line` {
  /// Three lives: kept, lost and still open.
  private func lives(_ program: Program) throws {
    func at(_ now: String, _ arguments: String...) throws {
      let run = try program.run(arguments, now: now)
      #expect(run.status == 0, "\(arguments): \(run.err)")
    }
    try at(
      "2026-10-05T09:00:00Z", "open", "Logins fail", "--account", "Acme", "--severity", "S1", "--owner", "bo",
      "--renewal", "2027-03-01", "--early")
    try at("2026-10-05T09:30:00Z", "ack", "W-1")
    try at("2026-10-05T17:00:00Z", "resolve", "W-1", "--root-cause", "a race", "--prevention", "a lock")
    try at("2026-10-06T09:00:00Z", "close", "W-1", "--outcome", "recovered", "--csat", "9")
    try at(
      "2026-11-02T09:00:00Z", "open", "Exports | slow", "--account", "Birch", "--severity", "S2", "--arr", "USD 120k",
      "--renewal", "2026-11-20", "--reactive")
    try at("2026-11-03T11:00:00Z", "ack", "W-2")
    try at("2026-11-04T09:00:00Z", "resolve", "W-2", "--root-cause", "a race", "--prevention", "a test")
    try at("2026-11-05T09:00:00Z", "close", "W-2", "--outcome", "churned", "--csat", "2")
    try at("2026-11-09T09:00:00Z", "open", "No word", "--account", "Birch", "--severity", "S1")
  }

  @Test func `figures are exact to the second, in JSON, CSV and 80 columns`() throws {
    try withProgram { program in
      try lives(program)
      let now = "2026-12-01T09:00:00Z"
      let answer = try program.json("metrics", "--by", "account", "--json", now: now)
      let report = try #require(answer as? [String: Any])
      let all = try #require(report["all"] as? [String: Any])
      #expect((all["opened"] as? [String: Int]) == ["total": 3, "early": 1, "reactive": 1, "unknown": 1])
      // 30 minutes; 26 hours.
      let acknowledged = try #require(all["time_to_acknowledge"] as? [String: Int])
      #expect(
        acknowledged == ["count": 2, "median_seconds": 47_700, "p90_seconds": 93_600, "mean_seconds": 47_700])
      // 8 hours; 48 hours.
      #expect((all["time_to_resolve"] as? [String: Int])?["mean_seconds"] == 100_800)
      #expect(all["escalation_to_churn_percent"] as? Double == 50)
      #expect((all["csat"] as? [String: Double]) == ["count": 2, "mean": 5.5])
      #expect((all["churned_arr"] as? [[String: Any]])?.first?["amount"] as? Int == 120_000)
      #expect((all["root_causes"] as? [[String: Any]])?.map { $0["count"] as? Int } == [2])
      let clocks = try #require(all["attainment"] as? [[String: Any]])
      let first = clocks.filter { $0["rule"] as? String == "first-response" }
      // S1 within 4bh: met in 30 minutes, and one never answered; S2 within 1bd: two hours late.
      #expect(first.map { $0["grade"] as? String } == ["S1", "S2"])
      #expect(first.map { $0["met"] as? Int } == [1, 0] && first.map { $0["missed"] as? Int } == [0, 1])
      #expect(first.map { $0["breached_open"] as? Int } == [1, 0])
      let groups = try #require(report["groups"] as? [[String: Any]])
      #expect(groups.map { $0["name"] as? String } == ["Acme", "Birch"])

      let csv = try program("metrics", "--by", "severity", "--csv", now: now)
      #expect(csv.lines.first?.hasPrefix("by,group,figure,") ?? false)
      #expect(csv.out.contains("severity,S1,time_to_acknowledge,,,,median,1800,seconds,,\r\n"))
      let text = try program("metrics", "--by", "owner", now: now)
      #expect(text.status == 0 && text.lines.allSatisfy { $0.count <= 80 }, "\(text.out)")
      #expect(text.out.contains("to acknowledge") && text.out.contains("13h 15m"))
    }
  }

  @Test func `a window leaves out what lies outside it, and the past stays as it was`() throws {
    try withProgram { program in
      try lives(program)
      func opened(_ arguments: String...) throws -> Int? {
        let run = try program.run(["metrics", "--json"] + arguments)
        let report = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any]
        return ((report?["all"] as? [String: Any])?["opened"] as? [String: Int])?["total"]
      }
      #expect(try opened("--now", "2026-12-01T09:00:00Z", "--since", "2026-11-01", "--until", "2026-11-09") == 1)
      #expect(try opened("--now", "2026-12-01T09:00:00Z", "--since", "2026-11-01") == 2)
      #expect(try opened("--as-of", "2026-11-02T09:00:00Z") == 2)
      #expect(try opened("--now", "2026-10-05T09:00:00Z") == 1)
    }
  }

  @Test func `the retrospective answers in Markdown and JSON`() throws {
    try withProgram { program in
      try lives(program)
      let now = "2027-01-10T09:00:00Z"
      let page = try program("retrospective", "--quarter", "2026Q4", now: now).out
      #expect(page.hasPrefix("# Retrospective 2026Q4\n"))
      #expect(page.contains("a race: 2 of 2.") && page.contains("Churned ARR: USD 120,000."))
      #expect(page.contains("Yes: opened 90 days or more before the renewal 1 of 1 recovered (100 %)"))
      #expect(page.contains("Nobody stated one.") && page.contains("| a test | 1 | 1 | USD 120,000 |"))
      let answer = try program.json("retrospective", "--quarter", "2026q4", "--json", now: now)
      let look = try #require(answer as? [String: Any])
      #expect(look["commonest_causes"] as? [String] == ["a race"] && look["closed"] as? Int == 2)
      let entry = try #require(look["earlier_entry"] as? [String: Any])
      #expect(entry["recovered_more_often"] as? String == "more")
      #expect(try program("retrospective", "--quarter", "2026Q3", now: now).out.contains("No escalation was closed"))
    }
  }

  @Test func `each playbook's goals are held against its own records`() throws {
    try withProgram { program in
      try lives(program)
      let now = "2026-11-10T09:00:00Z"
      func goals() throws -> [String: String] {
        let report = try #require(try program.json("metrics", "--json", now: now) as? [String: Any])
        let goals = try #require(report["goals"] as? [[String: Any]]).filter { $0["playbook"] as? String == "response" }
        return try goals.reduce(into: [:]) { states, goal in
          states[try #require(goal["id"] as? String)] = try #require(goal["state"] as? String)
        }
      }
      let ids = ["time-to-acknowledge", "time-to-resolve", "csat", "escalation-to-churn"]
      #expect(try goals() == Dictionary(uniqueKeysWithValues: ids.map { ($0, "no-data") }))
      _ = try program(
        "open", "Down", "--account", "Elm", "--playbook", "response", "--severity", "Critical",
        now: "2026-11-10T08:00:00Z")
      #expect(try program("ack", "W-4", now: "2026-11-10T08:59:59Z").status == 0)
      #expect(try goals()["time-to-acknowledge"] == "met")
      #expect(try goals()["time-to-resolve"] == "no-data")
      let text = try program("metrics", now: now)
      #expect(text.out.contains("59m 59s") && text.lines.allSatisfy { $0.count <= 80 }, "\(text.out)")
    }
  }

  static let wrong: [([String], String)] = [
    (["metrics", "--by", "mood"], "“mood” is nothing to group by; known: severity, account, owner, playbook, cause"),
    (["metrics", "--since", "2026-03-02", "--until", "2026-03-01"], "is not before --until"),
    (["metrics", "--since", "2026-03-02", "--until", "2026-03-02"], "is not before --until"),
    (["metrics", "--since", "2027-03-02T00:00:00Z"], "is yet to come"),
    (["metrics", "--since", "someday"], "is no time"), (["metrics", "--json", "--csv"], "exclude each other"),
    (["retrospective", "--quarter", "Q4"], "“Q4” is no quarter; write it like 2026Q4"),
    (["retrospective", "--quarter", "2027Q4"], "2027Q4 is yet to come"), (["retrospective"], "--quarter"),
  ]

  @Test(arguments: wrong)
  func `what is typed wrongly is told in a line`(arguments: [String], says: String) throws {
    try withProgram { program in
      _ = try program("init")
      let run = try program.run(arguments, now: "2026-12-01T09:00:00Z")
      let errors = run.err.split(separator: "\n").filter { $0.hasPrefix("warroom:") }
      #expect(run.status == 64 && errors.count == 1 && run.err.contains(says), "\(run.err)")
    }
  }
}
