import EscalationDomain
import Screen
import Testing

@testable import Console

/// The board as it is read aloud.
@Suite struct PlainSpeechTests {
  private static let now = Fixture.now

  /// What is told of what a test does.
  private func told(_ console: Scene, _ act: (Scene) throws -> Void) rethrows -> [String] {
    let before = console.model
    try act(console)
    return PlainSpeech.changes(from: before, to: console.model)
  }

  @Test func theStartIsASummaryAndALineEach() throws {
    let console = Scene(try Fixture.store())
    var empty = Model(now: Fixture.now, viewer: Fixture.viewer, size: console.model.size)
    _ = empty.start()
    let lines = PlainSpeech.changes(from: empty, to: console.model)
    #expect(lines == PlainSpeech.board(console.model))
    #expect(lines.count == console.model.board.board.rows.count + 1)
    #expect(lines[0].hasPrefix("\(lines.count - 1) open, "))
    for (line, row) in zip(lines.dropFirst(), console.model.board.board.rows) {
      #expect(line.hasPrefix(Visible.text("\(row.id), \(row.grade), \(row.account): ", newlines: .space)))
    }
  }

  @Test func aMilestoneThatBecomesLateIsTold() throws {
    let console = Scene(try Fixture.plannedStore())
    console.send(.plansLoaded(try console.store.milestones(now: Self.now), asOf: Self.now))
    let due = Fixture.at("2026-03-03T13:45:00Z")
    var late: [(Int64, String)] = []
    while console.model.now < due + 60 {
      let next = min(PlainSpeech.nextWake(console.model, after: console.model.now), due + 60)
      let new = told(console) { $0.send(.tick(next)) }
      late += new.filter { $0.contains(" is late: ") }.map { (next - due, $0) }
    }
    #expect(late.map(\.0) == [1])
    let line = try #require(late.first?.1)
    #expect(line.hasPrefix("W-1, ") && line.hasSuffix("; owner Dana Ruiz"), "\(line)")
    #expect(line.contains("milestone M2 is late: Checkout up in every store, due at "))
  }

  static let typed: [(String, PlainLine)] = [
    ("", .nothing), ("list", .list), ("show w-1", .show(EscalationID("W-1"))), ("W-1", .show(EscalationID("W-1"))),
    ("quit", .quit), ("?", .help), ("list owner:me due<4h", .run(["list", "owner:me", "due<4h"])),
    ("warroom ack W-1 --note \"on it\"", .run(["ack", "W-1", "--note", "on it"])),
    ("nonsense", .refused("there is no “nonsense”; say list, show ID, a verb such as ack, help or quit")),
    ("ack 'half", .refused("the quote ' is not closed")), ("show", .refused("say whose: show W-12")),
  ]

  @Test(arguments: typed) func aLineIsAWordOrAVerb(line: String, meaning: PlainLine) throws {
    let console = Scene(try Fixture.store())
    #expect(PlainLine(line, in: console.model, verbs: ["list", "ack", "show"]) == meaning)
  }

  @Test func aStoreThatIsGoneIsToldOnceAndSoIsItsReturn() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    store.fail(.busy(path: "/data/w.db"))
    #expect(told(console) { $0.send(.storeChanged) }.filter { $0.hasPrefix("store unreachable") }.count == 1)
    #expect(told(console) { $0.send(.storeChanged) }.filter { $0.hasPrefix("store") }.isEmpty)
    store.fail(nil)
    #expect(told(console) { $0.send(.storeChanged) } == ["store is back"])
  }

  @Test func nothingIsToldTwice() throws {
    let console = Scene(try Fixture.store())
    #expect(told(console) { $0.send(.storeChanged) }.isEmpty)
    #expect(told(console) { $0.send(.tick(Self.now)) }.isEmpty)
  }

  @Test func aRecordIsReadOut() throws {
    let console = Scene(try Fixture.store())
    console.press("enter")
    let record = try #require(console.model.records.record)
    let lines = PlainSpeech.record(record, console.model)
    #expect(lines[0].hasPrefix("\(record.escalation.id), "))
    #expect(lines.count > 1 + record.escalation.openClocks.count)
  }

  @Test func hostileTextsAreOneLineWithoutControls() throws {
    let console = Scene(try Fixture.hardWork())
    for line in PlainSpeech.board(console.model) {
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x1B || (0x80..<0xA0).contains($0.value) })
    }
  }
}
