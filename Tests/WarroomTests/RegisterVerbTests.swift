import Foundation
import Testing

/// The register of every risk and escalation on the command line.
@Suite struct `The register on the command line` {
  private static let now = "2026-11-04T12:00:00Z"

  private func filled(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      for arguments in [
        `The Risk Register on the command line`.add,
        ["risk", "add", "Budget, frozen", "--account", "Beta", "--likelihood", "2", "--impact-score", "5"],
        ["open", "Exports fail", "--account", "Acme", "--playbook", "protocol", "--severity", "P2"],
        ["open", "Login is slow", "--account", "Cord", "--playbook", "protocol", "--severity", "P3"],
      ] {
        let run = try program.run(arguments, now: Self.now)
        #expect(run.status == 0, "\(run.err)")
      }
      _ = try program.run(["resolve", "W-2"], now: "2026-11-04T13:00:00Z")
      try body(program)
    }
  }

  private func ids(_ program: Program, _ arguments: String...) throws -> [String] {
    let run = try program.run(["register", "--json"] + arguments, now: "2026-11-04T14:00:00Z")
    #expect(run.status == 0, "\(run.err)")
    let rows = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [[String: Any]]
    return rows?.compactMap { $0["id"] as? String } ?? []
  }

  @Test func `rows are chosen and sorted as on the screen`() throws {
    try filled { program in
      let (all, acme) = (try ids(program), try ids(program, "acme"))
      #expect(Set(all).count == 4 && acme.count == 2)
      let byScore = try ids(program, "--sort", "score")
      #expect(byScore.prefix(2) == ["R-1", "R-2"])
      let turned = try ids(program, "--sort", "score", "--reverse")
      #expect(turned.prefix(2) == ["R-2", "R-1"])
      let (ended, open) = (try ids(program, "--ended"), try ids(program, "--open", "--limit", "2"))
      #expect(ended.count == 1 && open.count == 2)
    }
  }

  @Test func `columns come in the order asked for, and CSV is quoted`() throws {
    try filled { program in
      let run = try program.run(
        ["register", "--csv", "--columns", "title,score,arr", "--sort", "score", "--reverse"], now: Self.now)
      #expect(run.out.hasPrefix("title,score,arr,currency\r\n\"Budget, frozen\",10,,\r\n"), "\(run.out)")
      #expect(run.out.contains("The champion may leave,16,120000,USD"), "\(run.out)")
    }
  }

  @Test func `tags are a column, and a list in JSON`() throws {
    try filled { program in
      for (id, tags) in [("W-1", ["--tag", "vip", "--tag", "eu"]), ("W-2", ["--tag", "batch"])] {
        let run = try program.run(["amend", id] + tags, now: "2026-11-04T13:30:00Z")
        #expect(run.status == 0, "\(run.err)")
      }
      let now = "2026-11-04T14:00:00Z"
      let csv = try program.run(["register", "--csv", "--columns", "id,tags", "--sort", "tags"], now: now)
      #expect(csv.out == "id,tags\r\nW-2,batch\r\nW-1,vip;eu\r\nR-1,\r\nR-2,\r\n", "\(csv.out)")
      let table = try program.run(["register", "--columns", "id,tags", "tag:vip"], now: now)
      #expect(table.out.contains("vip, eu") && !table.out.contains("batch"), "\(table.out)")
      let json = try program.run(["register", "--json", "--sort", "tags"], now: now)
      let rows = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [[String: Any]]
      #expect(rows?.map { $0["tags"] as? [String] } == [["batch"], ["vip", "eu"], [], []], "\(json.out)")
      let plain = try program.run(["register"], now: now)
      #expect(!plain.out.contains("vip"))
    }
  }

  @Test(arguments: [
    (["--sort", "moon"], "“moon” is no column of the register"), (["--columns", "id,moon"], "“moon” is no column"),
    (["--open", "--ended"], "exclude each other"), (["--json", "--csv"], "exclude each other"),
    (["--limit", "0"], "shows nothing"),
  ])
  func `what cannot be is refused in one line`(arguments: [String], words: String) throws {
    try withProgram { program in
      let run = try program.run(["register"] + arguments, now: Self.now)
      #expect(run.status == 64 && run.err.contains(words), "\(run.err)")
      #expect(run.err.split(separator: "\n").count == 1)
    }
  }
}
