import EscalationDomain
import EscalationStore
import Foundation
import GRDB
import StoreFixtures
import Testing

/// A store in a folder of its own, gone with the test.
final class TestStore {
  static let start = RoomPolicy.start
  let folder: String
  let path: String
  let store: SQLiteStore

  init(_ options: SQLiteStore.Options = .init()) throws {
    folder = try TestStore.makeFolder()
    path = folder + "/data/warroom.db"
    _ = try TestStore.create(path)
    store = try SQLiteStore(path: path, reader: RoomPolicy.reader, options: options)
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  static func makeFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("warroom-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  static func create(_ path: String) throws -> Bool {
    try SQLiteStore.create(path: path, reader: RoomPolicy.reader, policy: RoomPolicy.texts(), actor: "test", now: start)
  }

  /// Another connection, as another process would have.
  func other(
    readOnly: Bool = false, knownAt: Instant? = nil, patience: Double = 5, schema: Schema = .current
  ) throws -> SQLiteStore {
    var options = SQLiteStore.Options()
    (options.readOnly, options.knownAt, options.patience) = (readOnly, knownAt, patience)
    return try SQLiteStore(path: path, reader: RoomPolicy.reader, options: options, schema: schema)
  }

  /// The file without any of the store's own care.
  func raw<Value>(foreignKeys: Bool = true, _ body: (Database) throws -> Value) throws -> Value {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = foreignKeys
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction(body)
  }

  @discardableResult
  func open(_ opening: Opening = .room(), id: String? = nil, at seconds: Int64 = 0) throws -> Performed {
    try store.open(opening, id: id.map(EscalationID.init), act: act(seconds))
  }

  @discardableResult
  func perform(_ command: Command, on id: String, at seconds: Int64, occurred: Int64? = nil) throws -> Performed {
    try store.perform(command, on: EscalationID(id), act: act(seconds, occurred: occurred))
  }

  func act(_ seconds: Int64, occurred: Int64? = nil) -> Act {
    Act(actor: "ada", occurred: occurred.map { TestStore.start + $0 }, now: TestStore.start + seconds)
  }

  /// Imports and publishes in one go.
  func importing(_ records: [ImportedRecord], at seconds: Int64 = 0) throws {
    let session = try ImportSession(store, source: "test", now: TestStore.start + seconds)
    try session.stage(records)
    try session.publish()
  }

  /// What a replay of the whole log says at `now`, in the terms of a board.
  func replayed(at now: Instant, asKnown: Bool = false, open: Bool = true) throws -> [BoardRow] {
    let policies = try store.policies()
    let ids = try raw { try String.fetchAll($0, sql: "SELECT id FROM escalation ORDER BY key") }
    return try ids.compactMap { id in
      guard let log = try store.history(of: EscalationID(id)) else { return nil }
      let record = try Escalation.replayIfOpened(asKnown ? log.known(at: now) : log, policies: policies, now: now)
      return record.flatMap { $0.status.isOpen == open ? BoardRow($0) : nil }
    }
  }

  /// Fails unless every reading at `now` says what a replay of everything says.
  func expectBoard(at now: Instant, _ comment: Comment? = nil, _ location: SourceLocation = #_sourceLocation) throws {
    let told = try store.board(now: now)
    let expected = Board(rows: try replayed(at: now), revision: told.revision, asOf: now)
    #expect(
      told.rows.map { $0.squeezed(now) } == expected.rows.map { $0.squeezed(now) }, comment, sourceLocation: location)
    let ended = try store.rows(.ended, now: now)
    let expectedEnded = try replayed(at: now, open: false).map { $0.lasting.squeezed(now) }
    #expect(Set(ended.map { $0.squeezed(now) }) == Set(expectedEnded), comment, sourceLocation: location)
    let all = try store.rows(.all, now: now)
    #expect(all.count == told.rows.count + ended.count, comment, sourceLocation: location)
  }
}

extension BoardRow {
  /// What a projection keeps of a row: its clock's pauses as one sum, its slots' place not at all, and a breach that
  /// the deadline alone tells of.
  func squeezed(_ now: Instant) -> BoardRow {
    var row = self
    row.clock = clock?.squeezed(now)
    return row
  }

  /// As an ended one is listed: nothing waits for it to grow stale.
  var lasting: BoardRow {
    var row = self
    row.staleAfter = nil
    return row
  }
}

extension ClockCycle {
  func squeezed(_ now: Instant) -> ClockCycle {
    var cycle = self
    cycle.slots = nil
    let total = pauses.reduce(Int64(0)) { $0 + ($1.to - $1.from) }
    let lost = pauses.reduce(Int64(0)) { $0 + $1.lost }
    cycle.pauses = total == 0 ? [] : [.init(from: started, to: started + total, lost: lost)]
    if cycle.breach == nil, let at = breached(at: now) { cycle.breach = .init(at: at) }
    return cycle
  }
}

/// Numbers that look random and are the same on every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
