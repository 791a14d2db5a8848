import EscalationDomain
import Screen
import Synchronization
import Testing

@testable import Console

/// Whatever is pressed, in whatever window: nothing traps, every frame fits, and nothing is written but what the keys'
/// commands give. All cases together press a hundred thousand keys and come to every place.
@Suite struct RandomKeysTests {
  static let keys: [Key] =
    ConsoleCommand.all.flatMap(\.keys)
    + [
      .character("é"), .character("漢"), .character("🚨"), .character(" "), .character("4"),
      .paste("two\nlines \u{1B}[31m"),
      .mouse(MouseEvent(.press(.left), at: Point(column: 9, row: 7))),
      .mouse(MouseEvent(.press(.left), at: Point(column: 30, row: 15))),
      .mouse(MouseEvent(.press(.left), at: Point(column: 5, row: 23))),
      .mouse(MouseEvent(.wheelDown, at: Point(column: 100, row: 20))),
      .mouse(MouseEvent(.wheelUp, at: Point(column: 20, row: 9))),
      .backspace, .delete, .left, .right, .home, .end, .control("w"), .alt("b"), .function(5), .focus(false),
    ]
    + "+4h 17:00 tomorrow nobody S1".map { .character($0) }

  struct World: CustomStringConvertible, Sendable {
    var description: String
    var store: @Sendable () throws -> FakeStore
    var access = Access.full

    init(_ name: String, _ access: Access = .full, _ store: @escaping @Sendable () throws -> FakeStore) {
      (description, self.access, self.store) = (name, access, store)
    }
  }

  static let worlds: [World] = [
    World("board") { try Fixture.store() }, World("work") { try Fixture.careStore() },
    World("hard work") { try Fixture.hardWork() }, World("messages") { try Fixture.messageStore() },
    World("hard messages") { try Fixture.hardMessages() }, World("people") { try Fixture.peopleStore() },
    World("hard people") { try Fixture.hardPeople() }, World("opening") { try Fixture.openingStore() },
    World("plan") { try Fixture.planStore() }, World("hard plan") { try Fixture.hardPlan() },
    World("plans") { try Fixture.plannedStore() }, World("room") { try Fixture.roomStore() },
    World("room to look at", .readOnly("it is another's")) { try Fixture.roomStore() },
    World("register") { try Fixture.registerStore() },
    World("hard register") { try Fixture.hardRegister() },
    World("plan to look at", .readOnly("it is another's")) { try Fixture.planStore() },
    World("register to look at", .readOnly("it is another's")) { try Fixture.registerStore() },
    World("nothing") { FakeStore(Fixture.policies) },
  ]
  static let seeds: ClosedRange<UInt64> = 1...2
  /// Of one case, in so many lives.
  static let (keysOfCase, lives) = (3150, 3)

  @Test(arguments: worlds, seeds)
  func nothingTrapsAndNothingIsWrittenUnasked(world: World, seed: UInt64) throws {
    var visited = Visited()
    var count = 0
    for life in 0..<Self.lives {
      let start = Seeded(state: seed &* 1_000_003 &+ UInt64(life) &* 7919)
      let walk = Walk(try world.store(), start, visited, access: world.access)
      while walk.keys < Self.keysOfCase / Self.lives + 1 { walk.step() }
      visited = walk.visited
      count += walk.keys
      Self.total.withLock { $0.add(walk.witness) }
    }
    Self.total.withLock { total in
      total.keys += count
      total.visited.add(visited)
      total.cases += 1
      if total.cases == Self.worlds.count * Self.seeds.count { total.check() }
    }
  }

  /// What all cases came to; the last one to end looks at it.
  private struct Total {
    var cases = 0
    var keys = 0
    var visited = Visited()
    var writes: [String: Int] = [:]
    var commands: Set<String> = []
    var saved: [Form.Kind: Int] = [:]

    mutating func add(_ witness: Witness) {
      writes.merge(witness.writes, uniquingKeysWith: +)
      commands.formUnion(witness.commands)
      saved.merge(witness.saved, uniquingKeysWith: +)
    }

    /// Forms that are a part of a message; their flows fill them in.
    static let partial: Set<Form.Kind> = [.message, .file]

    func check() {
      #expect(keys >= 100_000)
      #expect(Set(ConsoleCommand.Scope.allCases).subtracting(visited.scopes) == [])
      #expect(Set(Visited.allPlaces).subtracting(visited.places) == [])
      #expect(Set(Visited.allOverlays).subtracting(visited.overlays) == [])
      #expect(Set(Form.Kind.allCases).subtracting(visited.forms).subtracting(Self.partial) == [])
      #expect(Walk.ledTo.subtracting(saved.keys) == [], "opened and not saved: \(saved)")
      let ways = [
        "perform", "performOn", "stateHypothesis", "write", "undo", "open", "performBulk",
        "register: add", "register: perform", "register: promote", "room: write",
      ]
      #expect(ways.filter { writes[$0] == nil } == [], "\(writes)")
    }
  }

  private static let total = Mutex(Total())
}
