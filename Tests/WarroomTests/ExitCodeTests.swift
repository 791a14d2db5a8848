import Foundation
import Testing

@Suite struct `Exit codes and one-line errors` {
  /// Verb, exit code, and what the line must say.
  static let cases: [([String], Int32, String)] = [
    (["frobnicate", "W-1"], 64, "see warroom --help"),
    (["ack"], 64, "see warroom ack --help"),
    (["lst"], 64, "did you mean list?"),
    (["playbook", "instal", "x.yaml"], 64, "did you mean install?"),
    (["list", "--severity", "S9"], 64, "known: 1, 2, 3, Critical"),
    (["list", "--playbook", "none"], 64, "known: health, levels, protocol, response, risk"),
    (["list", "--limit", "0"], 64, "shows nothing"),
    (["list", "--store", ""], 64, "names no file"),
    (["list", "--store", "/"], 64, "is a folder; name a file in it"),
    (["open", "Odd id", "--account", "Acme", "--severity", "S1", "--id", ""], 64, "is no id"),
    (["open", "Odd id", "--account", "Acme", "--severity", "S1", "--id", "a b"], 64, "one word"),
    (["mark", "W-1", "lgo"], 64, "known: log, assign"),
    (["amend", "W-1", "--title", ""], 64, "a title is missing"),
    (["severity", "W-1", "S0", "--json"], 64, "say --yes or --dry-run"),
    (["calendar", "elapsed", "--from", "2026-03-02T10:00:00Z", "--to", "2026-03-01T10:00:00Z"], 64, "swap"),
    (["list", "--sort", "colour"], 64, "is no order"),
    (["list", "--json", "--csv"], 64, "exclude each other"),
    (["open", "No severity", "--account", "Acme"], 64, "--severity"),
    (["open", "Bad money", "--account", "Acme", "--severity", "S1", "--arr", "lots"], 64, "amount of money"),
    (["open", "Bad date", "--account", "Acme", "--severity", "S1", "--renewal", "soon"], 64, "is no date"),
    (["update", "W-1", "text", "--next", "whenever"], 64, "is no time"),
    (["update", "W-1", "text", "--next", "-2h"], 64, "is not ahead"),
    (["severity", "W-1", "S9", "--yes"], 64, "known: S0, S1, S2, S3"),
    (["severity", "W-1", "S0"], 64, "say --yes"),
    (["pause", "W-1", "--reason", " ", "--until", "+4h"], 64, "reason"),
    (["show", "W-99"], 66, "no escalation"),
    (["explain", "W-1", "nothing"], 66, "has no clock"),
    (["playbook", "show", "nothing"], 66, "no playbook"),
    (["playbook", "compare", "risk", "nothing"], 66, "neither a playbook nor a file"),
    (["import", "missing.csv", "--profile", "native"], 66, "missing.csv"),
    (["import", "missing.csv", "--profile", "nothing"], 66, "neither a profile"),
    (["ack", "W-1", "--at", "-3d"], 69, "before it was opened"),
    (["resume", "W-1"], 69, "not paused"),
    (["reopen", "W-1", "--reason", "again"], 69, "open already"),
    (["severity", "W-1", "S1", "--yes"], 69, "already"),
    (["undo", "W-1"], 69, "nothing here can be undone"),
    (["--read-only", "ack", "W-1"], 77, "reading only"),
    (["--as-of", "2026-03-02T10:00:00Z", "ack", "W-1"], 77, "reading only"),
    (["board", "--once", "--theme", "plaid"], 78, "known: "),
    (["board"], 64, "needs a terminal"),
    (["board", "--once", "--size", "big"], 64, "is no size"),
  ]

  @Test(arguments: cases)
  func `each failure has its code and one line`(arguments: [String], code: Int32, says: String) throws {
    try withProgram { program in
      let opened = try program(
        "open", "Login fails", "--account", "Acme", "--severity", "S1", now: "2026-03-02T09:00:00Z")
      #expect(opened.status == 0, "\(opened.err)")
      let isDated = arguments.contains("--as-of")
      let run = try program.run(arguments, now: isDated ? nil : "2026-03-02T10:00:00Z")
      #expect(run.status == code, "\(run.err)")
      #expect(run.err.contains(says), "\(run.err)")
      #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
      #expect(run.out.isEmpty || arguments.contains("severity"))
    }
  }

  @Test func `a missing store is named, with what to do`() throws {
    try withProgram { program in
      let run = try program("list")
      #expect(run.status == 66)
      #expect(run.err.contains(program.store) && run.err.contains("warroom init"))
    }
  }

  @Test func `what is not a store is refused and left alone`() throws {
    try withProgram { program in
      let path = try program.write("notes.txt", "just some notes, long enough to be read as a file of some kind")
      let run = try program.run(["list", "--store", path])
      #expect(run.status == 65)
      #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("just some notes"))
    }
  }

  @Test func `hostile text never reaches the terminal as it came`() throws {
    try withProgram { program in
      let title = "evil \u{1B}[31mred\u{7} \u{202E}back"
      _ = try program("open", title, "--account", "A\u{9B}B", "--severity", "S2", now: "2026-03-02T09:00:00Z")
      for verb in [["list"], ["show", "W-1"], ["list", "--json"], ["list", "--csv"], ["board", "--once"]] {
        let run = try program.run(verb, now: "2026-03-02T09:00:00Z")
        let hostile = run.out.unicodeScalars.filter {
          ($0.value < 0x20 && $0 != "\n" && $0 != "\r") || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
        }
        if verb != ["list", "--csv"] { #expect(hostile.isEmpty, "\(verb)") }
      }
    }
  }
}
