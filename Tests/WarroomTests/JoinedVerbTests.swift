import Console
import Foundation
import Testing

@testable import warroom

@Suite struct `Filters of every list on the command line` {
  private static let now = "2026-11-04T12:00:00Z"

  private func filled(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      for arguments in [
        ["risk", "add", "Budget, frozen", "--account", "Beta", "--likelihood", "2", "--impact-score", "5"],
        ["risk", "add", "Champion leaves", "--account", "Acme", "--likelihood", "4", "--impact-score", "4"],
        ["open", "Exports fail", "--account", "Acme", "--playbook", "protocol", "--severity", "P2"],
        ["open", "Login is slow", "--account", "Cord", "--playbook", "protocol", "--severity", "P3", "--owner", "Bo"],
        ["milestone", "add", "W-1", "Find it", "--due", "2026-11-05T12:00:00Z", "--owner", "Bo"],
        ["milestone", "add", "W-2", "Mend it", "--due", "2026-12-05T12:00:00Z", "--kind", "preventive"],
        ["pause", "W-2", "--reason", "they test", "--until", "2026-11-20T12:00:00Z"],
      ] {
        let run = try program.run(arguments, now: Self.now)
        #expect(run.status == 0, "\(arguments) \(run.err)")
      }
      try body(program)
    }
  }

  private func ids(_ program: Program, _ arguments: String...) throws -> [String] {
    let run = try program.run(arguments + ["--json"], now: "2026-11-04T14:00:00Z")
    #expect(run.status == 0, "\(run.err)")
    let rows = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [[String: Any]] ?? []
    return rows.compactMap { row in
      guard let id = row["id"] as? String else { return nil }
      return row["escalation"].flatMap { $0 as? String }.map { "\($0) \(id)" } ?? id
    }.sorted()
  }

  @Test func `register and milestones take the language as list does`() throws {
    try filled { program in
      #expect(try ids(program, "register", "kind:risk", "score>12") == ["R-2"])
      #expect(try ids(program, "register", "sev:P2", "or", "kind:risk") == ["R-1", "R-2", "W-1"])
      #expect(try ids(program, "register", "-kind:risk", "-paused") == ["W-1"])
      #expect(try ids(program, "milestone", "list", "due<7d") == ["W-1 M1"])
      #expect(try ids(program, "milestone", "list", "kind:preventive", "sev:P3") == ["W-2 M1"])
      #expect(try ids(program, "milestone", "list", "-paused") == ["W-1 M1"])
      #expect(try ids(program, "milestone", "list", "acme") == ["W-1 M1"])
      #expect(try ids(program, "milestone", "list", "W-2") == ["M1"], "an escalation's own list")
      #expect(try ids(program, "list", "plan:open", "milestone<7d") == ["W-1"])
      _ = try program("milestone", "done", "W-1", "M1", now: "2026-11-04T13:00:00Z")
      #expect(try ids(program, "milestone", "list", "plan:done") == ["W-1 M1"])
      let gone = try program.run(["milestone", "list", "W-9"], now: Self.now)
      #expect(gone.status == 66, "\(gone.err)")
    }
  }

  @Test func `what a filter turns round needs no sign before it`() throws {
    try filled { program in
      #expect(try ids(program, "list", "sev:P2..P3", "-paused") == ["W-1"])
      #expect(try ids(program, "list", "-owner:bo") == ["W-1"])
      #expect(try ids(program, "list", "-(owner:bo or sev:P1)", "--limit", "3") == ["W-1"])
      #expect(try ids(program, "list", "-breached", "-exports") == ["W-2"])
      for (arguments, words) in [
        (["list", "-json"], "write --json"), (["list", "-x"], "Unknown option"),
        (["list", "--paused"], "Unknown option"),
        (["list", "-duee<4h"], "at “duee” (column 2)"), (["register", "-open"], "write --open"),
      ] {
        let run = try program.run(arguments, now: Self.now)
        #expect(run.status == 64 && run.err.contains(words), "\(arguments): \(run.status) \(run.err)")
      }
      #expect(try program.run(["view", "save", "Awake", "-paused"], now: Self.now).status == 0)
      #expect(try ids(program, "list", "--view", "awake") == ["W-1"])
    }
  }

  @Test(arguments: [(["list"], "plan:"), (["register"], "score:"), (["milestone", "list"], "kind:")])
  func `help tells every field`(verb: [String], field: String) throws {
    try withProgram { program in
      let help = try program.run(verb + ["--help"]).out
      #expect(help.contains(field) && help.contains("plan:"), "\(help)")
      let manual = try program.run(["manual"]).out
      #expect(manual.contains(".SH FILTERS") && manual.contains("review:"))
    }
  }

  @Test func `a view whose filter cannot be read any more is listed with its error`() throws {
    try filled { program in
      #expect(try program.run(["view", "save", "Grave", "sev:P1"], now: Self.now).status == 0)
      let folder = program.folder.appendingPathComponent(".local/state/warroom/desks")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
      let file = try #require(files?.first { $0.pathExtension == "json" })
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacing("sev:P1", with: "sev:Z9").utf8).write(to: file)
      let list = try program.run(["view", "list"], now: Self.now).out
      #expect(list.contains("Grave") && list.contains("no playbook has the severity “Z9”"), "\(list)")
    }
  }
}

@Suite struct `Views that two consoles change at once` {
  private func part(_ views: [SavedView]?) throws -> DeskPart? {
    try views.map { try JSONDecoder().decode(DeskPart.self, from: JSONEncoder().encode($0)) }
  }

  private func merged(_ base: [SavedView]?, _ mine: [SavedView]?, _ theirs: [SavedView]?) throws -> [SavedView]? {
    let views = DeskMerge.views(base: try part(base), mine: try part(mine), theirs: try part(theirs))
    return try views.map { try JSONDecoder().decode([SavedView].self, from: JSONEncoder().encode($0)) }
  }

  private let a = SavedView("A", "a", key: 2)
  private let b = SavedView("B", "b", key: 3)
  private let c = SavedView("C", "c", key: 4)
  private let d = SavedView("D", "d", key: 4)

  @Test func `each counts by its name`() throws {
    let changed = SavedView("B", "b or x", key: 3)
    #expect(try merged([a, b], [a, b, c], [a, b]) == [a, b, c])
    #expect(try merged([a, b], [b, a], [a, changed]) == [changed, a], "my order, their change")
    #expect(try merged([a, b], [a], [a, b, c]) == [a, c], "what I dropped is gone, what they added is there")
    #expect(try merged([a, b], [a, b, c], [b]) == [b, c])
    #expect(try merged([a, b], [a, changed], [a]) == [a, changed], "what I changed is not dropped by them")
    #expect(try merged([a], [a, c], [a, d]) == [a, c, SavedView("D", "d")], "one key, one view")
  }

  @Test func `none are the first ones`() throws {
    #expect(
      try merged(nil, SavedView.first + [c], SavedView.first + [b])?.map(\.name)
        == SavedView.first.map(\.name) + ["C", "B"])
    #expect(try merged(nil, nil, [a]) == [a])
  }
}

extension OnTerminal {
  @Suite struct JoinedOnTerminal {
    @Test func `a view that is saved at the shell shows in the open console, and neither loses the other's`() throws {
      try withStore { program in
        let terminal = try PseudoTerminal(program)
        try terminal.wait(for: "Login fails")
        #expect(try program.run(["view", "save", "Shell's", "due<4h"]).status == 0)
        try terminal.wait(for: "Shell's")
        terminal.type("V")
        try terminal.wait(for: "Save as a view")
        terminal.type("Console's\u{13}")
        try terminal.wait(for: "saved")
        terminal.type("q")
        #expect(try terminal.end() == 0)
        let list = try program.run(["view", "list"]).out
        #expect(list.contains("Shell's") && list.contains("Console's"), "\(list)")
      }
    }
  }
}
