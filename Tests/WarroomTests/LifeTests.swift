import Foundation
import Testing

/// One escalation under `risk`, from opening to reopening, through the command line, against figures worked out by hand.
/// Monday 2026-03-02; the standard calendar is Monday to Friday, 09:00–17:00 UTC.
@Suite struct `An escalation's life on the command line` {
  @Test func `from opening to reopening`() throws {
    try withProgram { program in
      func at(_ time: String, _ arguments: String...) throws {
        let run = try program.run(arguments, now: time)
        #expect(run.status == 0, "\(arguments): \(run.err)")
      }
      try at("2026-03-02T15:00:00Z", "open", "Sync loses orders", "--account", "Northwind", "--severity", "S1")
      // 4bh from Monday 15:00: two hours today, two tomorrow.
      let first = try program.clock("first-response", of: "W-1", now: "2026-03-02T15:00:00Z")
      #expect(first?["deadline"] as? String == "2026-03-03T11:00:00Z")
      #expect(first?["remaining_seconds"] as? Int == 72000)
      #expect(first?["working_remaining_seconds"] as? Int == 14400)
      // Notify within 4h of elapsed time.
      let notify = try program.clock("notify", of: "W-1", now: "2026-03-02T15:00:00Z")
      #expect(notify?["deadline"] as? String == "2026-03-02T19:00:00Z")

      try at("2026-03-03T11:00:00Z", "ack", "W-1", "--note", "called")
      // At the deadline still meets it.
      let met = try program.clock("first-response", of: "W-1", now: "2026-03-03T11:00:01Z")
      #expect(met?["state"] as? String == "met")
      // Nobody notified anyone by Monday 19:00.
      let breached = try program.clock("notify", of: "W-1", now: "2026-03-03T11:00:00Z")
      #expect(breached?["state"] as? String == "breached")
      #expect(breached?["breached_at"] as? String == "2026-03-02T19:00:00Z")
      // Five people through two channels: the clock ends with the last of them.
      let matrix = ["POC and sponsor", "AE", "CS manager", "Support and Engineering manager", "PS lead"]
      for channel in ["email", "slack"] {
        #expect(try program.clock("notify", of: "W-1", now: "2026-03-03T11:30:00Z")?["state"] as? String == "breached")
        let who = matrix.flatMap { ["--who", $0] }
        #expect(
          try program.run(["notify", "W-1", "--channel", channel] + who, now: "2026-03-03T11:30:00Z").status == 0)
      }
      #expect(try program.clock("notify", of: "W-1", now: "2026-03-03T11:30:00Z")?["state"] as? String == "missed")

      // 3 a week: Wednesday's slot is due at closing; the update serves it, Friday's is next.
      try at("2026-03-03T12:00:00Z", "update", "W-1", "cause found", "--next", "wed 10:00")
      let cadence = try program.clock("customer-update", of: "W-1", now: "2026-03-03T12:00:00Z")
      #expect(cadence?["deadline"] as? String == "2026-03-06T17:00:00Z")
      let promise = try program.clock("promise", of: "W-1", now: "2026-03-03T12:00:00Z")
      #expect(promise?["deadline"] as? String == "2026-03-04T10:00:00Z")

      try at("2026-03-03T13:00:00Z", "resolve", "W-1", "--root-cause", "a race", "--prevention", "a lock")
      try at("2026-03-03T14:00:00Z", "close", "W-1", "--outcome", "recovered", "--csat", "9")
      #expect(try program("list", now: "2026-03-03T14:00:00Z").lines.count == 1)
      try at("2026-03-04T09:00:00Z", "reopen", "W-1", "--reason", "it came back")
      let again = try program.clock("first-response", of: "W-1", now: "2026-03-04T09:00:00Z")
      #expect(again?["cycle"] as? Int == 2)
      #expect(again?["deadline"] as? String == "2026-03-04T13:00:00Z")
      // Past looks are unchanged by what came later.
      let then = try program.json("show", "W-1", "--json", now: "2026-03-02T16:00:00Z") as? [String: Any]
      #expect(then?["status"] as? String == "new")
      #expect(try program("doctor").status == 0)
    }
  }

  @Test func `a severity change shows every deadline before and after, and undo takes it back`() throws {
    try withProgram { program in
      _ = try program("open", "Slow reports", "--account", "Acme", "--severity", "S2", now: "2026-03-02T09:00:00Z")
      let now = "2026-03-03T08:00:00Z"
      let preview = try program("severity", "W-1", "S0", "--dry-run", now: now)
      #expect(preview.out.contains("1bd") && preview.out.contains("2h"))
      #expect(preview.out.contains("Tue 2026-03-03 09:00") && preview.out.contains("Mon 2026-03-02 11:00"))
      #expect(try program("severity", "W-1", "s0", "--yes", "--reason", "all users", now: now).status == 0)
      let raised = try program.clock("first-response", of: "W-1", now: now)
      #expect(raised?["by_reclassification"] as? Bool == true)
      #expect(raised?["breached_at"] as? String == now)
      #expect(try program("undo", "W-1", now: now).out.contains("took back: severity S0"))
      let back = try program.clock("first-response", of: "W-1", now: now)
      #expect(back?["deadline"] as? String == "2026-03-03T09:00:00Z")
      #expect(back?["corrected"] as? Bool == true)
    }
  }

  @Test func `a list of nothing says so, and milestones wait for several given with commas`() throws {
    try withProgram { program in
      let now = "2026-03-02T09:00:00Z"
      _ = try program("open", "Slow reports", "--account", "Acme", "--severity", "S2", now: now)
      #expect(try program("list", "account:nobody", now: now).out == "no escalation is like this\n")
      for title in ["A", "B", "C"] { _ = try program("milestone", "add", "W-1", title, now: now) }
      let changed = try program("milestone", "change", "W-1", "M3", "--after", "M1,M2", now: now)
      #expect(changed.out.contains("after M1, M2"))
      let added = try program("milestone", "add", "W-1", "D", "--after", "M1, M3", "--after", "M2", now: now)
      #expect(added.out.contains("after M1, M3, M2"))
      #expect(try program("cancel", "W-1", "--reason", "a drill", now: now).status == 0)
      #expect(try program("list", now: now).out == "no escalation is open\n")
    }
  }

  @Test func `explain's counted stretches sum to the target`() throws {
    try withProgram { program in
      _ = try program("open", "Over a weekend", "--account", "Acme", "--severity", "S1", now: "2026-03-06T15:00:00Z")
      let answer = try program.json("explain", "W-1", "first-response", "--json", now: "2026-03-06T15:00:00Z")
      let explanation = try #require(answer as? [String: Any])
      #expect(explanation["counted_seconds"] as? Int == 14400)
      #expect(explanation["adds"] as? Bool == true)
      let text = try program("explain", "W-1", "first-response", now: "2026-03-06T15:00:00Z").out
      #expect(text.contains("closed") && text.contains("standard"))
    }
  }

  @Test func `times are echoed as the instant understood, in the zone asked for`() throws {
    try withProgram { program in
      _ = try program("open", "Zones", "--account", "Acme", "--severity", "S1", now: "2026-03-02T09:00:00Z")
      let run = try program(
        "update", "W-1", "on it", "--next", "fri 17:00", "--zone", "America/New_York", now: "2026-03-02T09:00:00Z")
      #expect(run.err.contains("Fri 2026-03-06 17:00 New York (2026-03-06T22:00:00Z)"))
    }
  }
}
