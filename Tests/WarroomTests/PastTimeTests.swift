import Testing

@Suite struct `When something happened` {
  /// Monday 18:00 UTC, an hour after what is typed.
  @Test(arguments: [
    ("17:00", "2026-03-02T17:00:00Z"), ("mon 17:00", "2026-03-02T17:00:00Z"), ("5pm", "2026-03-02T17:00:00Z"),
    ("-1h", "2026-03-02T17:00:00Z"), ("today 17:00", "2026-03-02T17:00:00Z"),
  ])
  func `leans back and is echoed`(typed: String, understood: String) throws {
    try withProgram { program in
      let now = "2026-03-02T18:00:00Z"
      _ = try program("open", "T", "--account", "Acme", "--severity", "S1", now: "2026-03-02T09:00:00Z")
      let run = try program("ack", "W-1", "--at", typed, now: now)
      #expect(run.status == 0 && run.err.contains("happened: ") && run.err.contains(understood), "\(run.err)")
      #expect(try program.clock("first-response", of: "W-1", now: now)?["ended"] as? String == understood)
    }
  }

  @Test func `a promise leans ahead`() throws {
    try withProgram { program in
      _ = try program("open", "T", "--account", "Acme", "--severity", "S1", now: "2026-03-02T09:00:00Z")
      let run = try program("update", "W-1", "on it", "--next", "9:00", now: "2026-03-02T18:00:00Z")
      #expect(run.err.contains("2026-03-03T09:00:00Z"), "\(run.err)")
    }
  }
}
