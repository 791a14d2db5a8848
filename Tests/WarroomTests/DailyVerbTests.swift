import Foundation
import Testing

/// What the room must do today and the handover, as people type them. Monday is 2 March 2026.
@Suite struct `The daily checklist and the brief on the command line` {
  private func day(_ program: Program) throws {
    _ = try program("init")
    for arguments in [
      ["open", "Exports fail", "--account", "Acme", "--severity", "P2", "--playbook", "protocol", "--owner", "bo"],
      ["task", "add", "W-1", "Call", "--owner", "cy", "--due", "2026-03-02T11:00:00Z"],
      ["pause", "W-1", "--reason", "Logs", "--until", "2026-03-04T12:00:00Z"],
    ] {
      let run = try program.run(arguments, now: "2026-03-02T09:00:00Z")
      #expect(run.status == 0, "\(arguments): \(run.err)")
    }
  }

  @Test func `items are carried over with who and why, and listed until they are decided`() throws {
    try withProgram { program in
      #expect(try program("init").status == 0)
      try day(program)
      let carried = try program("checklist", "carry", "W-1", "team", "--why", "Bo is ill", now: "2026-03-02T16:00:00Z")
      #expect(carried.status == 0, "\(carried.err)")
      let today = try program("checklist", now: "2026-03-04T09:00:00Z")
      #expect(
        today.lines == [
          "Checklist Wed 2026-03-04 09:00 UTC: 5 open, 5 carried over", "P2  W-1  Acme: Exports fail (bo)",
          "  - Actions by priority: Escalate to manager or VP, if needed, carried over 2 days, since 2026-03-02",
          "  - Actions by priority: Assemble the response team, if needed, carried over 2 days, since 2026-03-02, "
            + "left Mon 16:00 by ann (Bo is ill)",
          "  - Daily room: The customer has heard from us today, carried over 2 days, since 2026-03-02",
          "  - Daily room: The call was held, carried over 2 days, since 2026-03-02",
          "  - Daily room: The root cause is written down, carried over 2 days, since 2026-03-02",
        ], "\(today.out)\(today.err)")
      let rows = try #require(try program.json("checklist", "--json", now: "2026-03-04T09:00:00Z") as? [[String: Any]])
      #expect(rows.map { $0["id"] as? String } == ["W-1"])
      let items = try #require(rows[0]["items"] as? [[String: Any]])
      #expect(items.map { $0["days_carried"] as? Int } == [2, 2, 2, 2, 2])
      #expect(items.map { $0["carried_by"] as? String } == [nil, "ann", nil, nil, nil])
      #expect(items.map { $0["reason"] as? String } == [nil, "Bo is ill", nil, nil, nil])
      #expect(items.map { $0["since"] as? String } == Array(repeating: "2026-03-02", count: 5))
      // The escalation's own list still shows all of it.
      let own = try program("checklist", "W-1", now: "2026-03-04T09:00:00Z")
      #expect(own.out.contains("carried over") && own.out.contains("actions/ticket"), "\(own.out)")
      _ = try program(
        "checklist", "not-needed", "W-1", "team", "escalate", "--reason", "x", now: "2026-03-04T09:10:00Z")
      // What is on record answers the room, and a person the rest.
      _ = try program("update", "W-1", "We are on it", now: "2026-03-04T09:11:00Z")
      _ = try program("checklist", "done", "W-1", "actions/call", "daily-room/cause", now: "2026-03-04T09:12:00Z")
      #expect(try program("checklist", now: "2026-03-04T09:20:00Z").lines == ["nothing is asked of the room today"])
      let next = try program("checklist", now: "2026-03-05T09:00:00Z")
      #expect(
        next.lines.dropFirst(2) == [
          "  - Daily room: The customer has heard from us today", "  - Daily room: The root cause is written down",
        ], "\(next.out)")
    }
  }

  @Test func `a brief tells what burns, what is due and who waits`() throws {
    try withProgram { program in
      try day(program)
      let brief = try program("brief", now: "2026-03-02T09:30:00Z")
      #expect(
        brief.lines == [
          "Brief Mon 2026-03-02 09:30 UTC, until Mon 2026-03-02 17:30 UTC", "1 open, 0 breached, 1 paused", "On fire",
          "  nothing", "Due by 17:30", "  P2  W-1  Acme: Acknowledge due 10:00",
          "  P2  W-1  Acme: Notify internal team due 10:00",
          "  P2  W-1  Acme: task “Call” due 11:00, cy", "Who waits for what",
          "  P2  W-1  Acme: we wait for the customer since 09:00 until Wed 12:00: Logs",
          "  P2  W-1  Acme: task “Call” waits for cy, due 11:00",
        ], "\(brief.out)\(brief.err)")
      let later = try #require(
        try program.json("brief", "--for", "1h", "--json", now: "2026-03-02T10:30:00Z") as? [String: Any])
      #expect((later["on_fire"] as? [[String: Any]])?.count == 1)
      #expect(later["until"] as? String == "2026-03-02T11:30:00Z")
      #expect((later["due"] as? [[String: Any]])?.count == 1)
      #expect((later["waiting"] as? [[String: Any]])?.map { $0["kind"] as? String } == ["customer", "task"])
    }
  }

  @Test(arguments: ["", "soon", "-2h", "0h", "fri 17:00", "17:00x"])
  func `a shift has a length`(length: String) throws {
    try withProgram { program in
      _ = try program("init")
      let run = try program("brief", "--for", length)
      #expect(run.status == 64 && run.err.contains("length of a shift"), "\(run.err)")
    }
  }
}
