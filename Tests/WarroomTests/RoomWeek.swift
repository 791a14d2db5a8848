import Foundation
import Testing

/// Five mornings of war rooms through the program, each at its own instant.
struct RoomWeek {
  let program: Program
  /// `2026-03-02`, Monday to Friday.
  let dates: [String]

  func at(_ day: Int, _ time: String) -> String { "\(dates[day])T\(time):00Z" }

  /// A verb that has to succeed.
  @discardableResult
  func run(_ day: Int, _ time: String, _ words: String...) throws -> String {
    let run = try program.run(words, now: at(day, time))
    #expect(run.status == 0, "\(words): \(run.err)")
    return run.out
  }

  func json(_ day: Int, _ time: String, _ words: String...) throws -> Any {
    let run = try program.run(words + ["--json"], now: at(day, time))
    #expect(run.status == 0, "\(words): \(run.err)")
    return try JSONSerialization.jsonObject(with: Data(run.out.utf8))
  }

  /// How an agenda asks for the room: how many are on it, and how many reasons of each kind.
  struct Asked: Equatable, CustomStringConvertible {
    var count: Int
    var kinds: [String: Int]

    var description: String {
      "\(count): " + kinds.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
  }

  func asked(_ day: Int, _ time: String) throws -> Asked {
    let rows = try #require(try json(day, time, "agenda") as? [[String: Any]])
    let reasons = rows.flatMap { $0["reasons"] as? [[String: Any]] ?? [] }.compactMap { $0["kind"] as? String }
    return Asked(count: rows.count, kinds: Dictionary(grouping: reasons) { $0 }.mapValues(\.count))
  }

  /// `opened 2, resolved 1, …` of what is new.
  func news(_ day: Int, _ time: String, since: String = "last") throws -> String {
    let news = try #require(try json(day, time, "since", since) as? [String: Any])
    return ["opened", "reopened", "resolved", "breached", "updates"].map { "\($0) \(news[$0] as? Int ?? -1)" }
      .joined(separator: ", ")
  }

  /// The minutes of a day, for people and for programs.
  func minutes(of day: Int, seen onDay: Int, _ time: String, _ more: String...) throws -> [String] {
    try ["md", "json"].map { format in
      let run = try program.run(["minutes", dates[day], "--format", format] + more, now: at(onDay, time))
      #expect(run.status == 0 && run.err.isEmpty, "\(run.err)")
      return run.out
    }
  }
}
