import Foundation
import Synchronization
import Testing

@Suite struct `Several commands on one store` {
  @Test func `lose nothing, whichever gets its turn first`() throws {
    try withProgram { program in
      #expect(try program("open", "T", "--account", "Acme", "--severity", "S2").status == 0)
      let failures = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 12) { number in
        let run = try? program("note", "W-1", "note \(number)")
        if run?.status != 0 { failures.withLock { $0.append(run?.err ?? "could not be run") } }
      }
      #expect(failures.withLock { $0 } == [])
      let record = try #require(try program.json("show", "W-1", "--json") as? [String: Any])
      let timeline = try #require(record["timeline"] as? [[String: Any]])
      #expect(timeline.filter { $0["kind"] as? String == "noted" }.count == 12)
    }
  }

  @Test func `an act dated before a later one is refused all the same`() throws {
    try withProgram { program in
      _ = try program("open", "T", "--account", "Acme", "--severity", "S2", "--at", "-2h")
      _ = try program("note", "W-1", "first")
      #expect(try program("note", "W-1", "late", "--at", "-1h").status == 69)
    }
  }
}
