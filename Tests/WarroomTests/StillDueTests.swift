import Foundation
import Testing

@Suite("What is still due: once an escalation has ended, and to whom nobody told it by the channel asked for")
struct StillDueTests {
  /// Opened on Monday 2 March 2026 at 09:00 under `response`, solved and closed on Tuesday at 09:00.
  private func withClosed(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.cleanUp() }
    _ = try program("init", now: "2026-03-02T09:00:00Z")
    for severity in ["High", "Low"] {
      _ = try program("open", "Slow", "--account", "Acme", "--severity", severity, now: "2026-03-02T09:00:00Z")
    }
    for id in ["W-1", "W-2"] {
      let acts = [
        ["resolve", id, "--root-cause", "x", "--prevention", "y"], ["confirm", id],
        ["close", id, "--outcome", "recovered"],
      ]
      for act in acts { #expect(try program.run(act, now: "2026-03-03T09:00:00Z").status == 0) }
    }
    try body(program)
  }

  /// `ID rule deadline` of each row.
  private func rows(_ program: Program, _ now: String, _ options: String...) throws -> [String] {
    let run = try program.run(["list", "--json"] + options, now: now)
    let list = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [[String: Any]] ?? []
    return list.map { row in
      let clock = row["next_clock"] as? [String: Any]
      return [row["id"], clock?["rule"], clock?["deadline"]].compactMap { $0 as? String }.joined(separator: " ")
    }
  }

  @Test func `a closed record shows its follow-up and its recovery steps, one after another`() throws {
    try withClosed { program in
      let closed = "2026-03-03T09:00:00Z"
      #expect(try rows(program, closed) == [])
      let followUps = ["W-1 follow-up 2026-03-05T09:00:00Z", "W-2 follow-up 2026-03-05T09:00:00Z"]
      #expect(try rows(program, closed, "--still-due") == followUps)
      #expect(try rows(program, closed, "--ended") == followUps)
      #expect(try rows(program, closed, "--status", "closed", "--due", "48h") == followUps)
      #expect(try rows(program, closed, "--still-due", "--due", "47h") == [])
      #expect(try rows(program, "2026-03-05T09:00:01Z", "--still-due", "--breached") == followUps)

      for id in ["W-1", "W-2"] { _ = try program("mark", id, "follow-up", now: "2026-03-05T08:00:00Z") }
      // Low asks for no recovery.
      #expect(try rows(program, "2026-03-06T09:00:00Z", "--still-due") == ["W-1 recovery-week 2026-03-10T09:00:00Z"])
      #expect(try rows(program, "2026-03-06T09:00:00Z", "--all") == ["W-1 recovery-week 2026-03-10T09:00:00Z", "W-2"])
      _ = try program("mark", "W-1", "recovery-week", now: "2026-03-09T09:00:00Z")
      _ = try program("mark", "W-1", "recovery-month", now: "2026-03-30T09:00:00Z")
      // The last step waits for the account's date, and is due nevertheless.
      #expect(try rows(program, "2026-04-01T09:00:00Z", "--still-due") == ["W-1 recovery-qbr"])
      _ = try program("mark", "W-1", "recovery-qbr", now: "2026-04-02T09:00:00Z")
      #expect(try rows(program, "2026-04-03T09:00:00Z", "--still-due") == [])
    }
  }

  @Test func `a watch is over at its end, and a look at the past shows what was due then`() throws {
    let program = try Program()
    defer { program.cleanUp() }
    _ = try program("init", now: "2026-03-02T09:00:00Z")
    _ = try program("open", "Slow", "--account", "Acme", "--severity", "P3", now: "2026-03-02T09:00:00Z")
    _ = try program("resolve", "W-1", now: "2026-03-02T10:00:00Z")
    _ = try program("mark", "W-1", "follow-up", now: "2026-03-03T10:00:00Z")
    #expect(try rows(program, "2026-03-09T09:59:59Z", "--still-due") == ["W-1 watch 2026-03-09T10:00:00Z"])
    #expect(try rows(program, "2026-03-09T10:00:00Z", "--still-due") == [])
    let past = try program.run(["list", "--still-due", "--as-of", "2026-03-02T12:00:00Z"])
    #expect(past.out.contains("Follow-up call"))
    #expect(try program("list", "--still-due", "--open", now: "2026-03-09T09:00:00Z").status == 64)
  }

  @Test func `whom the matrix names for a channel is still to hear where nobody says by which`() throws {
    let program = try Program()
    defer { program.cleanUp() }
    let now = "2026-03-02T09:00:00Z"
    _ = try program("init", now: now)
    _ = try program("open", "Slow", "--account", "Acme", "--severity", "S1", now: now)
    let vague = try program("notify", "W-1", "--who", "ae", "--who", "Ann", now: now)
    #expect(vague.lines.contains("  ae is still to hear by email and slack; --channel says which"))
    #expect(!vague.out.contains("Ann is still"))
    _ = try program("notify", "W-1", "--who", "AE", "--channel", "email", now: now)
    #expect(try program("notify", "W-1", "--who", "AE", now: now).out.contains("AE is still to hear by slack;"))
    _ = try program("notify", "W-1", "--who", "AE", "--channel", "slack", now: now)
    #expect(try !program("notify", "W-1", "--who", "AE", now: now).out.contains("still to hear"))
  }

  @Test func `closing says what no figure will know`() throws {
    try withClosed { program in
      let now = "2026-03-04T09:00:00Z"
      func closed(_ options: String...) throws -> [String] {
        _ = try program("undo", "W-1", now: now)
        return try program.run(["close", "W-1"] + options, now: now).lines.filter { $0.contains("on record") }
      }
      func line(_ missing: String) -> [String] {
        ["  no \(missing) on record; if there is one, undo and close again with it"]
      }
      #expect(try closed() == line("outcome and no CSAT"))
      #expect(try closed("--outcome", "recovered") == line("CSAT"))
      #expect(try closed("--outcome", "recovered", "--csat", "8") == [])
      // Under `risk` nobody asks for a CSAT.
      _ = try program("open", "Slow", "--account", "Acme", "--severity", "S3", now: now)
      _ = try program("amend", "W-3", "--root-cause", "x", "--prevention", "y", now: now)
      let run = try program("close", "W-3", now: now)
      #expect(run.status == 0 && run.lines.contains(line("outcome")[0]))
    }
  }
}
