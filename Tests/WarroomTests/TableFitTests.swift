import Foundation
import Testing

/// Tables that are made for the width there is.
@Suite struct TableFitTests {
  @Test(arguments: [60, 72, 100, 200]) func noRowRunsOver(width: Int) throws {
    try withProgram { program in
      _ = try program("init")
      for number in 1...3 {
        _ = try program(
          "open", "A title that goes on and on, as titles of exports do, until nobody reads it any more \(number)",
          "--account", "An account of a long name \(number)", "--severity", "S1")
      }
      let told = ["WARROOM_COLUMNS": "\(width)"]
      let list = try program("list", environment: told).lines
      #expect(list.allSatisfy { $0.count <= width }, "\(list)")
      #expect(list[0].contains("id") && list[0].contains("left"))
      #expect(list.filter { $0.contains("W-") }.count == 3)
      let config = try program("config", environment: told).lines
      #expect(config.filter { !$0.hasPrefix("no file") && !$0.hasPrefix("file") }.allSatisfy { $0.count <= width })
      // A program that reads gets all of it.
      #expect(try program("list").lines.contains { $0.count > 120 })
    }
  }
}
