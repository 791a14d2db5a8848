import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

@Suite struct DoctorTests {
  private func filled() throws -> TestStore {
    let test = try TestStore()
    _ = try BoardTests.fill(test, seed: 7, acts: 20)
    return test
  }

  @Test func aSoundStoreIsFoundSound() throws {
    let test = try filled()
    let report = try test.store.examine()
    #expect(report.isSound)
    #expect(report.journal == "delete")
    #expect(report.applicationID == Schema.applicationID)
    #expect(report.schemaVersion == Schema.current.version)
    #expect((report.escalations, report.editions, report.leftovers) == (4, 1, 0))
  }

  struct Damage: CustomTestStringConvertible, Sendable {
    var statement: String
    var table: String
    var testDescription: String { statement }
  }

  @Test(arguments: [
    Damage(statement: "UPDATE escalation SET title = 'another' WHERE key = 1", table: "escalation"),
    Damage(statement: "UPDATE escalation SET ended = 5 WHERE key = 1", table: "escalation"),
    Damage(statement: "UPDATE board SET due = due + 1 WHERE due IS NOT NULL", table: "board"),
    Damage(statement: "DELETE FROM board", table: "board"),
    Damage(statement: "DELETE FROM clock", table: "clock"),
    Damage(statement: "UPDATE clock SET remaining = 9", table: "clock"),
  ])
  func aProjectionThatDiffersIsFoundAndMended(_ damage: Damage) throws {
    let test = try filled()
    try test.raw { try $0.execute(sql: damage.statement) }
    let report = try test.store.examine()
    #expect(!report.isSound)
    #expect(!report.differing.isEmpty && report.differing.allSatisfy { $0.hasSuffix(": \(damage.table)") })
    #expect(try test.store.rebuild(now: TestStore.start + 9_000_000) == 4)
    #expect(try test.store.examine().isSound)
    try test.expectBoard(at: TestStore.start + 9_000_000)
  }

  @Test func aLogWithoutItsOpeningIsToldInASentence() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    try test.perform(.note(text: "x"), on: "A-1", at: 5)
    try test.raw { try $0.execute(sql: "DELETE FROM event WHERE sequence = (SELECT min(sequence) FROM event)") }
    #expect(try test.store.examine().differing == ["A-1: its log cannot be read: it does not begin with an opening"])
  }

  @Test func rowsThatBelongToNothingAreFoundAndMended() throws {
    let test = try filled()
    try test.raw(foreignKeys: false) { db in
      try db.execute(sql: "DELETE FROM escalation WHERE key = 2")
    }
    #expect(try test.store.examine().brokenReferences > 0)
    #expect(try test.store.rebuild(now: TestStore.start + 9_000_000) == 4)
    let report = try test.store.examine()
    #expect(report.isSound)
    #expect(report.escalations == 4)
    #expect(try test.store.history(of: EscalationID("lost-2"))?.isEmpty == false)
  }

  @Test func aDamagedPageIsFound() throws {
    let test = try filled()
    let root = try test.raw {
      try UInt64.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'board_by_next_change'") ?? 0
    }
    try test.store.close()
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: test.path))
    try file.seek(toOffset: (root - 1) * 4096)
    try file.write(contentsOf: Data(repeating: 0x55, count: 200))
    try file.close()
    #expect(try !test.other().examine().integrity.isEmpty)
  }

  @Test func aLeftoverIsToldOfAndCleared() throws {
    let test = try filled()
    let before = try test.store.examine()
    try leaveHalfAnImport(test)
    let report = try test.store.examine()
    #expect(report.leftovers == 1)
    #expect((report.escalations, report.events) == (before.escalations, before.events))
    #expect(report.isSound)
    #expect(try test.store.rebuild(now: TestStore.start + 9_000_000) == 4)
    #expect(try test.store.examine().leftovers == 0)
    #expect(try test.raw { try Int.fetchOne($0, sql: "SELECT count(*) FROM escalation") } == 4)
  }
}

/// An import that was let go before it was published.
func leaveHalfAnImport(_ test: TestStore, count: Int = 1600) throws {
  let session = try ImportSession(try test.other(), source: "test", now: TestStore.start)
  try session.stage((0..<count).map { newRecord("H-\($0)") })
}

func newRecord(_ id: String, _ title: String = "Imported") -> ImportedRecord {
  ImportedRecord(
    id: EscalationID(id), isNew: true,
    drafts: [
      .imported(.opened(.room(title, account: "Imported")), at: TestStore.start + -600),
      .imported(.acknowledged(note: nil), at: TestStore.start + -300),
    ])
}
