import Foundation
import Testing

@Suite("Filters and saved views on the command line")
struct FilterVerbTests {
  private static let now = "2026-03-02T10:00:00Z"

  private func withThree(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.cleanUp() }
    _ = try program("init", now: Self.now)
    let openings = [
      ["Late bills", "--account", "Acme Corp", "--severity", "High", "--owner", "ann", "--tag", "vip"],
      ["Outage", "--account", "Bolt", "--severity", "Low", "--owner", "Bo Chen"],
      ["Export", "--account", "Acme Japan", "--severity", "Low"],
    ]
    for opening in openings { #expect(try program.run(["open"] + opening, now: Self.now).status == 0) }
    try body(program)
  }

  private func ids(_ program: Program, _ arguments: String...) throws -> [String] {
    let run = try program.run(["list", "--json"] + arguments, now: Self.now)
    let list = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [[String: Any]] ?? []
    return list.compactMap { $0["id"] as? String }.sorted()
  }

  @Test func `a list takes the filter language, words as ever`() throws {
    try withThree { program in
      #expect(try ids(program, "acme") == ["W-1", "W-3"])
      #expect(try ids(program, "acme", "export") == ["W-3"])
      #expect(
        try ids(program, "late bills") == ["W-1"] && ids(program, "bills late") == [], "one argument belongs together")
      #expect(try ids(program, "sev:high") == ["W-1"])
      #expect(try ids(program, "sev:high", "or", "account:bolt") == ["W-1", "W-2"])
      #expect(try ids(program, "(sev:high or account:bolt) owner:me") == ["W-1"])
      #expect(try ids(program, "--", "-owner:nobody", "-tag:vip") == ["W-2"])
      #expect(try ids(program, "clock:response", "due<30d", "--severity", "Low") == ["W-2", "W-3"])
      _ = try program("resolve", "W-2", now: Self.now)
      #expect(try ids(program, "bolt") == [] && ids(program, "status:resolved") == ["W-2"])
    }
  }

  @Test func `what is wrong is one line with its place`() throws {
    try withThree { program in
      for (arguments, line) in [
        (["list", "acme", "duee<4h"], "warroom: at “duee” (column 6): there is no “duee”; did you mean due?\n"),
        (["list", "sev>S1"], "warroom: at “sev>S1” (column 1): sev has no more or less; write sev:…\n"),
        (["view", "save", "x", "(a"], "warroom: at “(” (column 1): this parenthesis is not closed\n"),
      ] {
        let run = try program.run(arguments, now: Self.now)
        #expect(run.status == 64 && run.err == line && run.out.isEmpty)
      }
      for (asked, said) in [
        ("clock:nonsense", "there is no clock “nonsense”; known: "), ("arr>100kXYZ", "“XYZ” is no currency"),
      ] {
        let run = try program.run(["list", asked], now: Self.now)
        #expect(run.status == 64 && run.err.contains(said) && run.err.contains("(column "), "\(run.err)")
      }
      #expect(try ids(program, "arr>100kGBP") == [], "a currency that nobody has is one all the same")
      let unknown = try program.run(["list", "sev:S9"], now: Self.now)
      #expect(unknown.status == 64 && unknown.err.contains("no playbook has the severity “S9”; known: "))
    }
  }

  @Test func `views are saved, listed, shown and dropped`() throws {
    try withThree { program in
      let saved = try program.run(
        ["view", "save", "Acme's", "account:acme", "--sort", "opened", "--reverse"], now: Self.now)
      #expect(saved.out == "view “Acme's” saved on F9\n", "\(saved.err)")
      let list = try program.run(["view", "list"], now: Self.now)
      #expect(list.out.contains("F9   Acme's") && list.out.contains("account:acme"), "\(list.out)")
      #expect(try ids(program, "--view", "acme's") == ["W-1", "W-3"])
      #expect(try ids(program, "--view", "acme's", "export") == ["W-3"])
      #expect(try program.run(["view", "show", "Mine"], now: Self.now).out.contains("W-1"))
      let missing = try program.run(["list", "--view", "none"], now: Self.now)
      #expect(missing.status == 66 && missing.err.contains("there is no view “none”; known: All, Mine"))
      #expect(try program.run(["view", "drop", "ACME'S"], now: Self.now).status == 0)
      #expect(try !program.run(["view"], now: Self.now).out.contains("Acme's"))
    }
  }
}
