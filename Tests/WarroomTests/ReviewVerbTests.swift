import Foundation
import Testing

/// The questions of a stage review on the command line. Opened at stage 1 on Monday 2 March 2026: stage 2 begins on the
/// 16th, with a check-in each Monday.
@Suite struct `A stage review on the command line` {
  private func at(_ day: Int, _ time: String = "09:00") -> String { "2026-03-\(day < 10 ? "0" : "")\(day)T\(time):00Z" }

  private func withRecord(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      for words in [
        ["open", "Usage falls", "--account", "Acme", "--playbook", "health", "--stage", "1"],
        ["open", "Login fails", "--account", "Acme", "--playbook", "protocol", "--severity", "P3"],
      ] {
        #expect(try program.run(words, now: at(2)).status == 0)
      }
      try body(program)
    }
  }

  @Test func `it is asked until it is answered, and the answers stay on record`() throws {
    try withRecord { program in
      #expect(
        try program("review", "W-1", now: at(3)).lines == [
          "W-1 Acme: stage 1", "  Stage review is due Mon 2026-03-16 09:00 UTC", "  the stage asks no question",
        ])
      let agenda = try program("agenda", now: at(17)).out
      #expect(agenda.contains("- Stage review was due Mon 09:00, nobody looked since: now stage 2\n"), "\(agenda)")
      _ = try program("war-room", "start", now: at(17))
      _ = try program("war-room", "enter", "W-1", now: at(17, "09:01"))
      #expect(try program("war-room", now: at(17, "09:02")).out.contains("Review of W-1, stage 2\n"))

      let first = try program(
        "review", "W-1", "--answer", "cause=Yes: the champion left", "--answer", "working=No, it must change", "--note",
        "Ann asks around", now: at(17, "09:03"))
      #expect(
        first.lines[0] == "W-1 done: check-in/cause; done: check-in/working; Ann asks around", "\(first.out)")
      let shown = try #require(try program.json("review", "W-1", "--json", now: at(17, "09:04")) as? [String: Any])
      let questions = try #require(shown["questions"] as? [[String: Any]])
      #expect(questions.map { $0["answer"] as? String } == ["Yes: the champion left", "No, it must change", nil])
      #expect(questions.map { $0["state"] as? String } == ["done", "done", "open"])
      #expect(shown["is_due"] as? Bool == true && shown["passed"] as? String == at(16))
      let last = try program("review", "W-1", "--answer", "next=A call with the sponsor", now: at(17, "09:05"))
      #expect(last.lines[0] == "W-1 done: check-in/next; checked progress")
      #expect(
        try program("review", "W-1", now: at(17, "09:06")).lines == [
          "W-1 Acme: stage 2", "  Weekly check-in is due Mon 2026-03-30 17:00 UTC",
          "  Stage review is due Mon 2026-04-06 09:00 UTC", "  cause: Does the cause still hold? – open",
          "  working: Is the intervention working, or must it change? – open",
          "  next: What should the next 14 days bring? – open",
        ])
      _ = try program("war-room", "end", now: at(17, "09:25"))
      let minutes = try program("minutes", now: at(18)).out
      #expect(minutes.contains("Does the cause still hold?; why: Yes: the champion left (ann, 09:03)\n"), "\(minutes)")
      #expect(try !program("agenda", now: at(18)).out.contains("Stage review"))
      #expect(try program("doctor").status == 0)
    }
  }

  @Test func `what answers nothing is refused in a line`() throws {
    try withRecord { program in
      for (words, status, says) in [
        (["W-9"], 66, "there is no escalation"), (["W-1", "--answer", "who=me"], 64, "known: cause, working, next"),
        (["W-1", "--answer", "cause"], 64, "write --answer question=text"),
        (["W-1", "--answer", "cause= "], 64, "an answer to “Does the cause still hold?” is missing"),
        (["W-1", "--answer", "cause=a", "--answer", "Cause=b"], 64, "answered twice"),
        (["W-1", "--note", "all well"], 64, "an answer to"), (["W-1", "--at", "-1h"], 64, "--at goes with an answer"),
        (["W-2", "--answer", "cause=a"], 69, "has no stage to look at"),
        (["W-1", "--answer", "cause=a", "--read-only"], 77, "read"), ([], 64, "Missing"),
      ] as [([String], Int32, String)] {
        let run = try program.run(["review"] + words, now: at(17))
        #expect(run.status == status && run.err.contains(says), "\(words): \(run.err)")
        #expect(run.err.split(separator: "\n").count == 1 && run.out.isEmpty, "\(words): \(run.err)")
      }
      #expect(try program("review", "W-2", now: at(17)).lines == ["W-2 has no stage to look at"])
    }
  }
}
