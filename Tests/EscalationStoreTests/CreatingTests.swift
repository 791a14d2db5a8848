import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

@Suite struct CreatingTests {
  @Test func theFileIsForThisUserAlone() throws {
    let test = try TestStore()
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(test.path) == 0o600)
    #expect(try mode((test.path as NSString).deletingLastPathComponent) == 0o700)
  }

  @Test func theFileIsMarkedVersionedAndStrict() throws {
    let test = try TestStore()
    try test.raw { db in
      #expect(try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID)
      #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == Schema.current.version)
      let loose = try String.fetchAll(
        db, sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict AND name NOT LIKE 'sqlite%'")
      #expect(loose == ["grdb_migrations"])
    }
    try test.store.read { (db: Database) throws in
      #expect(try String.fetchOne(db, sql: "PRAGMA journal_mode") == "delete")
      #expect(try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2)
      #expect(try Int.fetchOne(db, sql: "PRAGMA foreign_keys") == 1)
    }
  }

  @Test func aSecondCreationChangesNothing() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    #expect(try !TestStore.create(test.path))
    #expect(try test.store.history(of: EscalationID("A-1")) != nil)
    #expect(try test.store.policies().current.edition == 1)
  }

  @Test func aFolderIsToldFromAFileThatMayNotBeOpened() throws {
    let folder = try TestStore.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(throws: StoreFailure.isFolder(path: folder)) { try SQLiteStore(path: folder, reader: RoomPolicy.reader) }
    #expect(throws: StoreFailure.isFolder(path: folder)) { try TestStore.create(folder) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    #expect(StoreFailure.isFolder(path: "/tmp").sentence.contains("--store /tmp/warroom.db"))
  }

  @Test func aCreationThatDiedIsTakenUpAgain() throws {
    let folder = try TestStore.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/warroom.db"
    try Data("half".utf8).write(to: URL(fileURLWithPath: path + ".new"))
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(try TestStore.create(path))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(files == ["warroom.db", "warroom.db.lock"])
  }

  @Test func aPolicyThatCannotBeReadMakesNoStore() throws {
    let folder = try TestStore.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/warroom.db"
    #expect(throws: (any Error).self) {
      try SQLiteStore.create(
        path: path, reader: RoomPolicy.reader, policy: [PolicyText(.playbook, id: "room", text: "nonsense")],
        actor: "test", now: TestStore.start)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aStoreInWriteAheadModeIsBroughtBack() throws {
    let test = try TestStore()
    try test.store.close()
    try test.raw { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    let again = try test.other()
    #expect(try again.examine().journal == "delete")
  }

  @Test func theDefaultPlaceFollowsXDG() {
    #expect(StoreFile.defaultPath(environment: ["XDG_DATA_HOME": "/data", "HOME": "/h"]) == "/data/warroom/warroom.db")
    #expect(
      StoreFile.defaultPath(environment: ["XDG_DATA_HOME": "data", "HOME": "/h"])
        == "/h/.local/share/warroom/warroom.db")
  }
}

@Suite struct OpeningFailureTests {
  @Test func whatIsNotThereIsMissing() throws {
    #expect(throws: StoreFailure.missing(path: "/nowhere/warroom.db")) {
      try SQLiteStore(path: "/nowhere/warroom.db", reader: RoomPolicy.reader)
    }
  }

  @Test(arguments: ["text", "empty", "someone else's database"])
  func whatIsNoStoreIsRefusedAndLeftAlone(_ kind: String) throws {
    let folder = try TestStore.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/file.db"
    switch kind {
    case "text": try Data(String(repeating: "not a database ", count: 100).utf8).write(to: URL(fileURLWithPath: path))
    case "empty": try Data().write(to: URL(fileURLWithPath: path))
    default:
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "CREATE TABLE head (one)") }
      try queue.close()
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StoreFailure.notAStore(path: path)) { try SQLiteStore(path: path, reader: RoomPolicy.reader) }
    if kind != "empty" { #expect(throws: StoreFailure.notAStore(path: path)) { try TestStore.create(path) } }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before || kind == "empty")
  }

  @Test func aNewerSchemaIsRefusedWithItsVersion() throws {
    let test = try TestStore()
    try test.raw { try $0.execute(sql: "PRAGMA user_version = 41") }
    #expect(throws: StoreFailure.newerSchema(path: test.path, found: 41, known: Schema.current.version)) {
      try test.other()
    }
  }

  @Test func aReaderWritesNothing() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    let reader = try test.other(readOnly: true)
    #expect(try reader.board(now: TestStore.start).rows.count == 1)
    #expect(throws: StoreFailure.readOnly(path: test.path)) {
      try reader.perform(.note(text: "no"), on: EscalationID("A-1"), act: test.act(5))
    }
    #expect(throws: StoreFailure.readOnly(path: test.path)) {
      try test.other(readOnly: true, schema: .next)
    }
  }

  @Test func aClosedStoreFailsAndDoesNotCrash() throws {
    let test = try TestStore()
    try test.store.close()
    let closed = StoreFailure.disk(path: test.path, detail: "it has been closed")
    #expect(throws: closed) { try test.store.board(now: TestStore.start) }
    #expect(throws: closed) { try test.store.changeMark() }
    #expect(throws: closed) { try test.open() }
    #expect(throws: Never.self) { try test.store.close() }
  }

  @Test func aBusyStoreIsWaitedForAndThenReported() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    let impatient = try test.other(patience: 0.05)
    try test.raw { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: StoreFailure.busy(path: test.path)) {
        try impatient.perform(.note(text: "now"), on: EscalationID("A-1"), act: test.act(5))
      }
      // Reading goes on meanwhile.
      #expect(try impatient.board(now: TestStore.start).rows.count == 1)
      try db.execute(sql: "ROLLBACK")
    }
    _ = try impatient.perform(.note(text: "now"), on: EscalationID("A-1"), act: test.act(5))
  }
}
