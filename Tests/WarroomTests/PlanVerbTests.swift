import Foundation
import Testing

@Suite struct `A corrective action plan, on the command line` {
  struct Milestone: Decodable, Equatable {
    var id: String
    var due: String?
    var status: String
    var late: Bool
    var dependsOn: [String]
    var evidence: String?
  }
  struct Cap: Decodable {
    struct Metric: Decodable, Equatable { var name, baseline, target, now: String? }
    struct Look: Decodable, Equatable {
      var due: String?
      var holds: Bool?
      var note: String?
    }
    var problem, rootCause, outcome, verifier, next: String?
    var metric: Metric?
    var exitCriteria: [String]
    var verification, review: Look
    var done, of: Int
    var milestones: [Milestone]
  }

  /// Monday 2026-03-02 09:00 UTC; the standard calendar is UTC, 09:00 to 17:00.
  private func withPlan(_ body: (Program, (_ at: String, _ arguments: String...) throws -> Program.Run) throws -> Void)
    throws
  {
    try withProgram { program in
      func run(_ at: String, _ arguments: String...) throws -> Program.Run {
        let run = try program.run(arguments, now: "2026-03-\(at):00Z")
        return run
      }
      _ = try run("02T09:00", "open", "Sync loses orders", "--account", "Acme", "--severity", "S1")
      try body(program, run)
    }
  }

  private func read<T: Decodable>(_ type: T.Type, _ run: Program.Run) throws -> T {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(run.out.utf8))
  }

  private func cap(_ run: Program.Run) throws -> Cap { try read(Cap.self, run) }

  @Test func `a plan from the outline to the sign-off`() throws {
    try withPlan { _, run in
      #expect(try run("02T10:00", "cap", "show", "W-1").out == "W-1 has no plan yet\n")
      #expect(try run("02T10:00", "cap", "outline", "W-1").status == 0)
      let written = try run(
        "02T10:00", "cap", "write", "W-1", "--problem", "Orders are lost", "--root-cause", "a race", "--metric",
        "lost orders", "--baseline", "40", "--target", "0", "--exit", "30 days without", "--exit", "signed off",
        "--verifier", "Bo", "--verify-by", "fri 17:00")
      #expect(written.status == 0 && written.err.contains("verification: Fri 2026-03-06 17:00 UTC"), "\(written.err)")
      let plan = try cap(try run("02T10:10", "cap", "W-1", "--json"))
      #expect(plan.problem == "Orders are lost" && plan.rootCause == "a race" && plan.verifier == "Bo")
      #expect(plan.metric == .init(name: "lost orders", baseline: "40", target: "0", now: nil))
      #expect(plan.exitCriteria == ["30 days without", "signed off"])
      #expect(plan.verification == .init(due: "2026-03-06T17:00:00Z", holds: nil, note: nil))
      // 2bd, 3bd, 10bd, 15bd, 15bd and 20bd from Monday 10:00.
      #expect(
        plan.milestones.map { "\($0.id) \($0.due ?? "-") \($0.status) \($0.dependsOn.joined(separator: ","))" } == [
          "M1 2026-03-04T10:00:00Z planned ", "M2 2026-03-05T10:00:00Z planned ", "M3 2026-03-16T10:00:00Z blocked M1",
          "M4 2026-03-23T10:00:00Z blocked M3", "M5 2026-03-23T10:00:00Z blocked M1",
          "M6 2026-03-30T10:00:00Z blocked M3",
        ])
      _ = try run("03T10:00", "milestone", "done", "W-1", "m1", "--evidence", "ticket 12")
      _ = try run("05T11:00", "cap", "write", "W-1", "--measured", "12", "--outcome", "none lost")
      let later = try cap(try run("05T11:00", "cap", "show", "W-1", "--json"))
      #expect(later.metric?.now == "12" && later.outcome == "none lost" && later.next == "M2")
      #expect(later.done == 1 && later.of == 6)
      #expect(later.milestones[0].evidence == "ticket 12")
      #expect(later.milestones[1].late && !later.milestones[2].late && later.milestones[2].status == "planned")
      _ = try run("05T12:00", "cap", "verified", "W-1", "--fails", "--note", "3 lost on Wednesday")
      _ = try run("05T12:00", "cap", "sign-off", "W-1", "--by", "Ms Okafor")
      let text = try run("05T12:10", "show", "W-1").out
      for part in [
        "Corrective action plan", "verification  it does not hold, ann, Thu 2026-03-05 12:00 UTC: 3 lost on Wednesday",
        "signed off    Ms Okafor", "late     M2", "1 of 6 milestones",
      ] { #expect(text.contains(part), "\(part)\n\(text)") }
    }
  }

  @Test func `a shift is shown before it happens, and taken back in one step`() throws {
    try withPlan { program, run in
      _ = try run("02T10:00", "milestone", "add", "W-1", "A", "--due", "wed 12:00", "--owner", "me")
      _ = try run("02T10:00", "milestone", "add", "W-1", "B", "--due", "thu 17:00", "--after", "M1")
      let dry = try run("02T10:00", "milestone", "shift", "W-1", "M1", "fri 9:00", "--dry-run").out
      #expect(dry.contains("Thu 2026-03-05 17:00 UTC  Sat 2026-03-07 17:00 UTC"), "\(dry)")
      let asked = try run("02T10:00", "milestone", "shift", "W-1", "M1", "fri 9:00")
      #expect(asked.status == 64 && asked.err.contains("--yes"))
      _ = try run("02T10:00", "milestone", "shift", "W-1", "M1", "fri 9:00", "--yes", "--reason", "waits for parts")
      func dues() throws -> [String?] {
        try read([Milestone].self, try run("02T11:00", "milestone", "list", "W-1", "--json")).map(\.due)
      }
      #expect(try dues() == ["2026-03-06T09:00:00Z", "2026-03-07T17:00:00Z"])
      #expect(try run("02T11:00", "undo", "W-1").status == 0)
      #expect(try dues() == ["2026-03-04T12:00:00Z", "2026-03-05T17:00:00Z"])
      let circle = try run("02T11:00", "milestone", "change", "W-1", "M1", "--after", "M2")
      #expect(circle.status == 69 && circle.err.contains("M1 after M2 after M1"), "\(circle.err)")
      #expect(try run("02T11:00", "milestone", "done", "W-1", "M9").err.contains("known: M1, M2"))
      #expect(try program("doctor").status == 0)
    }
  }
}
