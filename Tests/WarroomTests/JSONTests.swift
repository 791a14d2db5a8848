import Foundation
import Testing

@Suite struct `JSON from every verb` {
  static let now = "2026-03-02T09:00:00Z"

  static let verbs: [[String]] = [
    ["list"], ["metrics"], ["retrospective", "--quarter", "2026Q1"], ["show", "W-1"],
    ["explain", "W-1", "first-response"], ["note", "W-1", "n"], ["undo", "W-1"],
    ["severity", "W-1", "S0", "--dry-run"], ["severity", "W-1", "S0", "--yes"], ["account", "list"],
    ["account", "set", "Acme", "--segment", "SMB"], ["executive", "list"],
    ["executive", "add", "Acme", "Bo", "--role", "sponsor"], ["contact", "add", "W-1", "Bo"], ["calendar", "list"],
    ["calendar", "show", "24x7"], ["calendar", "validate", "week.yaml"], ["calendar", "install", "week.yaml", "--yes"],
    ["calendar", "install", "week.yaml", "--dry-run"], ["calendar", "deadline", "--target", "2bd"],
    ["calendar", "elapsed", "--from", "2026-03-01T09:00:00Z"], ["playbook", "list"], ["playbook", "show", "risk"],
    ["playbook", "compare", "risk", "protocol"],
    ["playbook", "validate", "risk.yaml"], ["playbook", "install", "risk.yaml", "--yes"], ["init"], ["doctor"],
    ["checklist", "list", "W-1"], ["checklist", "done", "W-1", "running/register"], ["gate", "list", "W-1"],
    ["gate", "override", "W-1", "root-cause", "--as", "CS leader", "--reason", "r"], ["task", "list", "W-1"],
    ["task", "add", "W-1", "Call"], ["hypothesis", "list", "W-1"], ["hypothesis", "menu", "W-1"],
    ["hypothesis", "state", "W-1", "--cause", "c"], ["path", "list", "W-1"], ["notify", "list", "W-1"],
    ["notify", "W-1", "--all"], ["role", "W-1", "scribe", "bo"], ["confirm", "W-1"],
    ["amend", "W-1", "--root-cause", "r"], ["signals"], ["signals", "--account", "Acme"], ["risk", "list"],
    ["risk", "add", "R", "--account", "Acme", "--likelihood", "1", "--impact-score", "1"], ["team", "list"],
    ["team", "set", "protocol", "L1", "--name", "Ann"], ["playbook", "assignments"],
    ["playbook", "assign", "risk", "--account", "Acme"], ["move", "W-1", "protocol", "--dry-run"],
    ["move", "W-1", "protocol", "--yes"], ["open", "T", "--account", "Acme", "--signal", "outage"],
    ["import", "rows.csv", "--profile", "native", "--dry-run"],
    ["import", "rows.csv", "--profile", "native"],
  ]

  @Test(arguments: verbs)
  func `is one document and nothing else`(verb: [String]) throws {
    try withProgram { program in
      _ = try program("open", "T", "--account", "Acme", "--severity", "S2", now: Self.now)
      if verb == ["undo", "W-1"] { _ = try program("note", "W-1", "n", now: Self.now) }
      _ = try program.write("week.yaml", "id: week\ntime_zone: UTC\nhours: {mon: [\"09:00-17:00\"]}\n")
      _ = try program.write("risk.yaml", try program("playbook", "show", "risk", "--file").out + "# ours\n")
      _ = try program.write("rows.csv", "id,title,account,opened_at,severity\nA,T,Acme,2026-03-01T09:00:00Z,S1\n")
      let run = try program.run(verb + ["--json"], now: Self.now)
      #expect(run.status == 0, "\(run.err)")
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.out.utf8)) }
    }
  }

  @Test func `money is in whole units of its currency, as the native import reads it`() throws {
    try withProgram { program in
      _ = try program(
        "open", "T", "--account", "Acme", "--severity", "S2", "--arr", "USD 1,250.50", now: Self.now)
      #expect(try program("list", "--json", now: Self.now).out.contains("\"arr\": 1250.50,"))
      #expect(try program("show", "W-1", "--json", now: Self.now).out.contains("\"arr\": 1250.50,"))
      #expect(try program("list", "--csv", now: Self.now).out.contains(",1250.50,USD,"))
    }
  }
}
