import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

/// Several processes on one store.
@Suite struct ProcessTests {
  @Test func writersLoseNothingAndDoubleNothing() throws {
    let test = try TestStore()
    for writer in 0..<4 { try test.open(id: "A-\(writer)") }
    // Two of them on one escalation, two on their own.
    let writers = try (0..<4).map { try Probe(["pairs", test.path, "A-\($0 / 2)", "50", "writer-\($0)", "60"]) }
    var seen: [Int] = []
    while writers.contains(where: { $0.process.isRunning }) {
      let log = try #require(try test.store.history(of: EscalationID("A-0")))
      let (notes, updates) = counts(log)
      #expect(notes == updates, "an act of two events was seen half done")
      seen.append(notes)
      let board = try test.store.board(now: TestStore.start + 60)
      #expect(board.rows.count == 4)
    }
    #expect(seen == seen.sorted())
    let ends = try writers.map { try $0.wait() }
    #expect(ends.allSatisfy { $0.status == 0 && $0.lines.count == 50 }, "\(ends.map(\.errors))")

    for (writer, end) in ends.enumerated() {
      let log = try #require(try test.store.history(of: EscalationID("A-\(writer / 2)")))
      let own = log.events.filter { $0.actor == "writer-\(writer)" }
      let notes = own.compactMap { event in if case .noted(let text) = event.fact { text } else { nil } }
      let updates = own.compactMap { event in if case .updated(let update) = event.fact { update.text } else { nil } }
      #expect(notes == end.lines)
      #expect(updates == end.lines)
    }
    #expect(try test.store.examine().isSound)
    try test.expectBoard(at: TestStore.start + 60)
  }

  private func counts(_ log: History) -> (notes: Int, updates: Int) {
    log.events.reduce(into: (0, 0)) { counts, event in
      if case .noted = event.fact { counts.0 += 1 }
      if case .updated = event.fact { counts.1 += 1 }
    }
  }

  @Test func numbersAreGivenOutOnce() throws {
    let test = try TestStore()
    let ends = try (0..<3).map { _ in try Probe(["open", test.path, "20"]) }.map { try $0.wait() }
    let ids = ends.flatMap(\.lines)
    #expect(Set(ids) == Set((1...60).map { "W-\($0)" }), "\(ends.map(\.errors))")
    #expect(ids.count == 60)
  }

  @Test func aChangeShowsElsewhere() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    let mark = try test.store.changeMark()
    #expect(try test.store.changeMark() == mark)
    let writer = try Probe(["pairs", test.path, "A-1", "1", "writer", "60"])
    #expect(writer.nextLine() == "writer 0")
    // Acknowledged there, so it must show here at once.
    #expect(try test.store.changeMark() != mark)
    #expect(try test.store.history(of: EscalationID("A-1"))?.events.count == 3)
    #expect(try writer.wait().status == 0)
  }

  @Test func oneCreationAtOnceMakesTheStore() throws {
    let folder = try TestStore.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/data/warroom.db"
    let ends = try (0..<4).map { _ in try Probe(["create", path]) }.map { try $0.wait() }
    #expect(ends.flatMap(\.lines).sorted() == ["made", "there already", "there already", "there already"], "\(ends)")
    #expect(try SQLiteStore(path: path, reader: RoomPolicy.reader).policies().current.edition == 1)
  }

  @Test func severalMigrateAtOnceAndOneDoesIt() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    try test.store.close()
    let ends = try (0..<4).map { _ in try Probe(["migrate", test.path]) }.map { try $0.wait() }
    #expect(ends.flatMap(\.lines) == Array(repeating: "migrated", count: 4), "\(ends)")
    let store = try test.other(schema: .next)
    #expect(try store.examine().isSound)
    let copies = try FileManager.default.contentsOfDirectory(atPath: (test.path as NSString).deletingLastPathComponent)
      .filter { $0.contains(".before-") }
    #expect(copies.count == 1)
  }

  @Test func anImportElsewhereShowsAllAtOnce() throws {
    let test = try TestStore()
    let known = (0..<40).map { "A-\($0)" }
    for id in known { try test.open(id: id) }
    let importer = try Probe(["import", test.path, "1500"] + known)
    var counts: Set<Int> = []
    while importer.process.isRunning {
      let board = try test.store.board(now: TestStore.start + 7200)
      let imported = board.rows.count { $0.owner == "Imported" }
      #expect(board.rows.count == (imported == 0 ? 40 : 1540))
      #expect(imported == 0 || imported == 40)
      counts.insert(board.rows.count)
    }
    #expect(try importer.wait().lines == ["staged", "published"])
    #expect(counts.isSubset(of: [40, 1540]))
    #expect(try test.store.board(now: TestStore.start + 7200).rows.count == 1540)
    #expect(try test.store.examine().isSound)
  }

  @Test func importsElsewhereExcludeEachOther() throws {
    let test = try TestStore()
    let session = try ImportSession(test.store, source: "test", now: TestStore.start)
    #expect(try Probe(["import", test.path, "1"]).wait().status == 75)
    #expect(try Probe(["install", test.path]).wait().status == 75)
    try session.abandon()
    withExtendedLifetime(session) {}
  }
}
