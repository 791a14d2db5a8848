import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

@Suite struct DamageTests {
  @Test func anEventThatCannotBeReadIsDamage() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    try test.open(id: "A-2")
    try test.raw { try $0.execute(sql: "UPDATE event SET fact = '{\"unheardOf\":{}}' WHERE escalation = 1") }
    #expect { try test.store.history(of: EscalationID("A-1")) } throws: {
      isDamage($0, of: test.path, mentioning: "A-1")
    }
    #expect { try test.perform(.note(text: "x"), on: "A-1", at: 5) } throws: {
      isDamage($0, of: test.path, mentioning: "A-1")
    }
    #expect(try test.store.examine().differing.count == 1)
    // It keeps nobody from the others, not even once its deadlines have passed.
    #expect(try test.perform(.note(text: "x"), on: "A-2", at: 7200).events.isEmpty == false)
  }

  @Test(arguments: [
    "UPDATE event SET occurred = 'noon'", "UPDATE escalation SET batch = 'zero'", "UPDATE board SET band = 'top'",
    "UPDATE board SET started = 1.5", "UPDATE terms SET target = 'soonish'", "UPDATE board SET status = 'odd'",
    "UPDATE board SET title = x'00ff'", "UPDATE board SET terms = 99", "UPDATE terms SET label = NULL",
  ])
  func aColumnOfAnotherTypeIsDamageAndNoTrap(_ statement: String) throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    try test.raw { db in
      // A file that was damaged from outside, past what the tables allow.
      try db.execute(sql: "PRAGMA writable_schema = ON")
      try db.execute(sql: "UPDATE sqlite_schema SET sql = replace(replace(sql, 'STRICT, ', ''), 'STRICT', '')")
      try db.execute(sql: "UPDATE sqlite_schema SET sql = replace(replace(sql, 'TEXT', ''), ' NOT NULL', '')")
    }
    try test.raw(foreignKeys: false) { try $0.execute(sql: statement) }
    let reader = try test.other(readOnly: true)
    #expect {
      _ = try reader.board(now: TestStore.start)
      _ = try reader.history(of: EscalationID("A-1"))
    } throws: {
      isDamage($0, of: test.path)
    }
  }

  @Test func aStoreWithoutPolicyIsDamage() throws {
    let test = try TestStore()
    try test.raw { try $0.execute(sql: "DELETE FROM policy") }
    #expect { try test.other().policies() } throws: { isDamage($0, of: test.path, mentioning: "policy") }
  }

  @Test func aTextWithANulIsRefusedAtTheDoor() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    let nul = "a\u{0}b"
    #expect(throws: Refusal.unreadableText(nul)) { try test.open(.room(nul)) }
    #expect(throws: Refusal.unreadableText(nul)) { try test.open(.room(), id: nul) }
    #expect(throws: Refusal.unreadableText(nul)) { try test.perform(.note(text: nul), on: "A-1", at: 5) }
    #expect(throws: Refusal.unreadableText(nul)) { try test.perform(.cancel(reason: nul), on: "A-1", at: 5) }
    #expect(throws: Refusal.unreadableText(nul)) {
      try test.store.perform(.note(text: "x"), on: EscalationID("A-1"), act: Act(actor: nul, now: TestStore.start + 5))
    }
    let record = ImportedRecord(
      id: EscalationID("A-2"), isNew: true, drafts: [.imported(.opened(.room(nul)), at: TestStore.start)])
    #expect(throws: Refusal.unreadableText(nul)) { try test.importing([record]) }
    #expect(try test.store.history(of: EscalationID("A-1"))?.events.count == 1)
    #expect(try test.store.board(now: TestStore.start).rows.count == 1)
  }
}

private func isDamage(_ error: any Error, of path: String, mentioning text: String = "") -> Bool {
  guard case .damaged(path, let detail)? = error as? StoreFailure else { return false }
  return text.isEmpty || detail.contains(text)
}
