import EscalationDomain
import Screen
import Testing

@testable import Console

/// Whatever is pressed, in whatever window, nothing traps and every frame fits.
@Suite struct RandomKeysTests {
  /// SplitMix64: the same keys at each run.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

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

  @Test(
    arguments: 1...4,
    [
      "board", "work", "hard work", "messages", "hard messages", "people", "opening",
      "plan", "hard plan",
      "plans",
    ])
  func nothingTraps(seed: UInt64, world: String) throws {
    var random = Seeded(state: seed)
    let store =
      switch world {
      case "work": try Fixture.careStore()
      case "hard work": try Fixture.hardWork()
      case "messages": try Fixture.messageStore()
      case "hard messages": try Fixture.hardMessages()
      case "people": try Fixture.peopleStore()
      case "opening": try Fixture.openingStore()
      case "plan": try Fixture.planStore()
      case "hard plan": try Fixture.hardPlan()
      case "plans": try Fixture.plannedStore()
      default: try Fixture.store()
      }
    let sizes = ["60x16", "80x24", "120x40", "200x60", "40x10", "1x1", "150x16"].compactMap { Size(text: $0) }
    // Every other one keeps a desk.
    let console = Scene(store, size: Size(columns: 80, rows: 24), desk: seed.isMultiple(of: 2) ? Desk() : nil)
    if world.hasSuffix("plan") { console.press("enter", "tab", "tab") }
    for step in 0..<1500 {
      switch Int.random(in: 0..<40, using: &random) {
      case 0: console.send(.resized(sizes.randomElement(using: &random) ?? sizes[0]))
      case 1: console.wait(Int64.random(in: 1...4000, using: &random))
      case 2: console.send(.storeChanged)
      case 3: store.fail(Bool.random(using: &random) ? .busy(path: "/data/w.db") : nil)
      default:
        if let key = Self.keys.randomElement(using: &random) { console.send(.keyPressed(key)) }
      }
      guard step % 3 == 0 else { continue }
      let frame = console.frame
      #expect(frame.size == console.model.size)
      #expect(Golden.fits(frame.plainText(), frame.size), "seed \(seed), step \(step)")
      if let cursor = frame.cursor { #expect(frame.bounds.contains(cursor)) }
    }
  }
}
