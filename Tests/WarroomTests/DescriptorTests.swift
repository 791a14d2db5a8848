import Foundation
import Testing

@Suite struct `Standard input, output and errors that are closed or full` {
  @Test(
    arguments: [
      ("show W-99 2>&-", 66), ("show W-99 2>/dev/full", 66), ("list >&-", 74), ("list >/dev/full", 74),
      ("list 2>&-", 0), ("list <&-", 0), ("<&-", 64), ("note W-1 text <&- 2>&-", 0), ("note W-1 text <&- >&- 2>&-", 74),
    ] as [(String, Int32)])
  func `end in the same exit code, and the store stays whole`(line: String, status: Int32) throws {
    try withProgram { program in
      _ = try program("open", "Login fails", "--account", "Acme", "--severity", "S1")
      let end = try Spawn.run(
        "sh", ["-c", "exec \(Program.binary) --store \(program.store) \(line)"],
        environment: Program.environment.merging(["HOME": program.folder.path]) { $1 }, folder: program.folder)
      #expect(end == status)
      #expect(try program("doctor").status == 0)
    }
  }
}
