import Foundation
import Testing

/// Taking back and doing again on the command line.
@Suite struct `Undo and redo on the command line` {
  @Test func `an act goes back and forth`() throws {
    try withProgram { program in
      let now = "2026-03-02T15:00:00Z"
      _ = try program.run(["open", "Sync loses orders", "--account", "Northwind", "--severity", "S1"], now: now)
      #expect(try program.run(["assign", "W-1", "Bo"], now: now).status == 0)
      let undone = try program.run(["undo", "W-1"], now: now)
      #expect(undone.out.contains("W-1 took back: assigned to Bo ("))
      let redone = try program.run(["redo", "W-1"], now: now)
      #expect(redone.status == 0)
      #expect(redone.out.contains("W-1 did again: assigned to Bo ("))
      let record = try program.json("show", "W-1", "--json", now: now) as? [String: Any]
      #expect(record?["owner"] as? String == "Bo")
    }
  }

  @Test func `what cannot be done again is refused`() throws {
    try withProgram { program in
      let now = "2026-03-02T15:00:00Z"
      _ = try program.run(["open", "Sync loses orders", "--account", "Northwind", "--severity", "S1"], now: now)
      let nothing = try program.run(["redo", "W-1"], now: now)
      #expect(nothing.status == 69)
      #expect(nothing.err.contains("nothing here was taken back"))
      _ = try program.run(["note", "W-1", "a"], now: now)
      _ = try program.run(["undo", "W-1"], now: now)
      _ = try program.run(["note", "W-1", "b"], now: now)
      let overtaken = try program.run(["redo", "W-1"], now: now)
      #expect(overtaken.status == 69)
      #expect(overtaken.err.contains("do it anew by hand"))
      #expect(try program.run(["redo", "W-9"], now: now).status == 66)
    }
  }

  @Test func `an act of several events is taken back whole`() throws {
    try withProgram { program in
      let now = "2026-03-02T15:00:00Z"
      _ = try program.run(["open", "Sync loses orders", "--account", "Northwind", "--severity", "S1"], now: now)
      _ = try program.run(["cap", "write", "W-1", "--problem", "lost orders", "--root-cause", "a race"], now: now)
      let undone = try program.run(["undo", "W-1"], now: now)
      #expect(undone.status == 0, "\(undone.err)")
      let record = try program.json("show", "W-1", "--json", now: now) as? [String: Any]
      let plan = record?["cap"] as? [String: Any]
      #expect(plan?["problem"] is NSNull?)
      #expect(try program.run(["undo", "W-1"], now: now).status == 69, "nothing of it is left")
    }
  }
}
