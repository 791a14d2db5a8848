import Foundation
import Testing

@Suite struct `Importing from the command line` {
  static let header = "id,title,account,opened_at,severity\n"

  /// One fault a file: one clear line on standard error, with the place.
  static let faults: [(String, [UInt8], String)] = [
    ("an unclosed quote", Array("A,\"T,Acme,2026-03-01T09:00:00Z,S1\n".utf8), "rows.csv:2: column 2 (title): a quote"),
    (
      "a wrong encoding", Array("A,Caf".utf8) + [0xE9] + Array(",Acme,2026-03-01T09:00:00Z,S1\n".utf8),
      "rows.csv:2: column 2"
    ),
    ("a NUL", Array("A,a\0b,Acme,2026-03-01T09:00:00Z,S1\n".utf8), "rows.csv:2: column 2 (title): a NUL"),
    (
      "a field of 10 MB",
      Array("A,".utf8) + Array(repeating: 0x78, count: 10 << 20) + Array(",Acme,2026-03-01T09:00:00Z,S1\n".utf8),
      "rows.csv:2: column 2 (title): a field"
    ),
  ]

  @Test(arguments: faults)
  func `a fault is one line`(name: String, row: [UInt8], says: String) throws {
    try withProgram { program in
      try Data(Array(Self.header.utf8) + row).write(to: program.folder.appendingPathComponent("rows.csv"))
      _ = try program("init")
      let run = try program("import", "rows.csv", "--profile", "native")
      #expect(run.status == 65 && run.err.contains(says), "\(run.err.prefix(300))")
      #expect(run.err.split(separator: "\n").count == 1, "\(run.err.prefix(300))")
      #expect(try program("list", "--all").lines.count == 1)
    }
  }

  @Test func `a dry run leaves no store behind`() throws {
    try withProgram { program in
      _ = try program.write("rows.csv", Self.header + "A,T,Acme,2026-03-01T09:00:00Z,S1\n")
      let run = try program("import", "rows.csv", "--profile", "native", "--dry-run")
      #expect(run.out.contains("1 escalation would be new"), "\(run.out)\(run.err)")
      #expect(!FileManager.default.fileExists(atPath: program.store))
    }
  }
}
