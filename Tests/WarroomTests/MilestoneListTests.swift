import Foundation
import Testing

@Suite struct `Milestones of all accounts, on the command line` {
  struct Row: Decodable {
    var escalation, account, id, status: String
    var owner: String?
    var late: Bool
    var remainingSeconds: Int?
    var blockedBy: [String]
  }
  struct Listed: Decodable {
    struct Plan: Decodable {
      struct Next: Decodable {
        var id: String
        var late: Bool
      }
      var done, of: Int
      var next: Next?
    }
    var id: String
    var plan: Plan?
  }

  private func read<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(text.utf8))
  }

  @Test func `open ones by due time, chosen by owner and time`() throws {
    try withProgram { program in
      /// Monday 2026-03-02 is the 2nd.
      func run(_ at: String, _ arguments: String...) throws -> Program.Run {
        try program.run(arguments, now: "2026-03-\(at):00Z")
      }
      for account in ["Acme", "Bolt", "Corp", "Dune"] {
        _ = try run("02T09:00", "open", "Sync loses orders", "--account", account, "--severity", "S2")
      }
      #expect(try run("02T09:00", "milestone", "list").out == "no open escalation has an open milestone\n")
      _ = try run("02T10:00", "milestone", "add", "W-1", "Find it", "--due", "wed 12:00", "--owner", "me")
      _ = try run("02T10:00", "milestone", "add", "W-1", "Mend it", "--due", "fri 12:00", "--after", "M1")
      _ = try run("02T10:00", "milestone", "add", "W-2", "Call them", "--due", "tue 12:00", "--owner", "Bo")
      _ = try run("02T10:00", "milestone", "add", "W-2", "Some day")
      _ = try run("02T10:00", "milestone", "add", "W-4", "Gone", "--due", "tue 12:00")
      _ = try run("02T11:00", "cancel", "W-4", "--reason", "a mistake")
      func ids(_ arguments: String...) throws -> [String] {
        let run = try program.run(["milestone", "list", "--json"] + arguments, now: "2026-03-04T09:00:00Z")
        return try read([Row].self, run.out).map { "\($0.escalation) \($0.id)" }
      }
      #expect(try ids() == ["W-2 M1", "W-1 M1", "W-1 M2", "W-2 M2"])
      #expect(try ids("--overdue") == ["W-2 M1"])
      #expect(try ids("--due", "3h") == ["W-2 M1", "W-1 M1"])
      #expect(try ids("--due", "2d") == ["W-2 M1", "W-1 M1"])
      #expect(try ids("--due", "3d") == ["W-2 M1", "W-1 M1", "W-1 M2"])
      #expect(try ids("--owner", "bo") == ["W-2 M1"])
      #expect(try ids("--owner", "nobody") == ["W-1 M2", "W-2 M2"])
      let rows = try read([Row].self, try run("04T09:00", "milestone", "list", "--json").out)
      #expect(rows[0].late && rows[0].remainingSeconds == -75_600 && rows[0].account == "Bolt")
      #expect(rows[2].status == "blocked" && rows[2].blockedBy == ["M1"])
      let text = try run("04T09:00", "milestone", "list").out
      #expect(text.contains("late") && text.contains("+21h 00m") && text.contains("Find it"), "\(text)")
      #expect(try run("04T09:00", "milestone", "list", "--owner", "eve").out == "no open milestone is so\n")
      #expect(try run("04T09:00", "milestone", "list", "W-1", "--overdue").status == 64)
      #expect(try run("04T09:00", "milestone", "list", "--due", "soon").status == 64)
      // As things stood before the last was added.
      let before = try program("milestone", "list", "--json", "--as-of", "2026-03-02T09:30:00Z")
      #expect(try read([Row].self, before.out).isEmpty)

      let listed = try read([Listed].self, try run("04T09:00", "list", "--json").out)
      let plans = Dictionary(listed.map { ($0.id, $0.plan) }) { first, _ in first }
      #expect(plans["W-2"]??.of == 2 && plans["W-2"]??.next?.id == "M1" && plans["W-2"]??.next?.late == true)
      #expect(plans.keys.contains("W-3") && plans["W-3"]?.map(\.of) == nil)
      #expect(try program("doctor").status == 0)
    }
  }
}
