import EscalationDomain
import Screen
import Testing

@testable import Console

/// A console that is led through its places by chance: keys, the mouse, other sizes, time, another hand in the store,
/// a store that fails, and answers that come while one types on.
final class Walk {
  let store: FakeStore
  let witness: Witness
  private(set) var model: Model
  var random: Seeded
  var visited: Visited
  private(set) var keys = 0
  /// What the world has still to do, in order.
  private var waiting: [Effect] = []
  /// For so many more keys it does nothing.
  private var held = 0
  private var drawn: Stand?
  private var sinceDrawn = 0
  private let glyphs: Glyphs

  /// What makes a picture worth a look.
  private struct Stand: Equatable {
    var place: String
    var scope: ConsoleCommand.Scope
    var size: Size
  }

  static let sizes = ["60x16", "80x24", "80x24", "120x40", "40x10", "1x1", "150x16", "20x30", "200x60"].compactMap {
    Size(text: $0)
  }

  init(_ store: FakeStore, _ random: Seeded, _ visited: Visited, access: Access = .full) {
    self.store = store
    self.random = random
    self.visited = visited
    witness = Witness(store, access)
    glyphs = self.random.oneIn(4) ? .ascii : .unicode
    var viewer = Fixture.viewer
    viewer.messageCommand = self.random.oneIn(2) ? "send" : nil
    viewer.themes = ["dark", "light"]
    model = Model(now: Fixture.now, viewer: viewer, access: access, size: Size(columns: 80, rows: 24))
    if self.random.oneIn(2) { deliver(.deskLoaded(Desk())) }
    waiting += model.start()
    drain()
  }

  /// One step: mostly a key or a few that belong together.
  func step() {
    switch Int.random(in: 0..<60, using: &random) {
    case 0: send(.resized(Self.sizes.randomElement(using: &random) ?? model.size))
    case 1: pass(Int64.random(in: 1...4000, using: &random))
    case 2: send(.storeChanged)
    case 3: store.fail(random.oneIn(3) ? .busy(path: "/data/w.db") : nil)
    case 4, 5: somebodyActs()
    case 6: held = Int.random(in: 1...6, using: &random)
    case 7: settingsChange()
    case 8...11: for key in errand() { press(key) }
    case 12: lead()
    default: for key in nextKeys() { press(key) }
    }
  }

  func press(_ key: Key) {
    keys += 1
    held = max(0, held - 1)
    send(.keyPressed(key))
  }

  func send(_ message: Message) {
    deliver(message)
    if held == 0 { drain() }
    look()
  }

  private func deliver(_ message: Message) {
    let (scope, form) = (model.scope, openForm)
    let effects = update(&model, message)
    witness.asked(effects, by: message, in: scope, form, model.now, waiting: waiting)
    waiting += effects
    visited.add(model)
  }

  private var openForm: Form.Kind? {
    if case .form(let form) = model.overlay { form.kind } else { nil }
  }

  private func drain() {
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      if let answer = answer(effect) { deliver(answer) }
    }
  }

  private func answer(_ effect: Effect) -> Message? {
    do {
      return try witness.perform(effect, actor: model.viewer.actor, now: model.now) ?? outside(effect)
    } catch {
      Issue.record("\(error): \(effect)")
      return nil
    }
  }

  /// Some wake-ups, or one after a long sleep.
  private func pass(_ seconds: Int64) {
    let end = model.now + seconds
    for _ in 0..<3 where model.now < end { send(.tick(min(end, model.nextWake(after: model.now)))) }
    send(.tick(end))
  }

  /// Draws every few keys, and always where another place or another window shows.
  private func look() {
    let stand = Stand(place: visited.place, scope: model.scope, size: model.size)
    sinceDrawn += 1
    guard stand != drawn || sinceDrawn >= 20 else { return }
    (drawn, sinceDrawn) = (stand, 0)
    let frame = view(model, size: model.size, glyphs: glyphs)
    let isWithin = frame.cursor.map(frame.bounds.contains) ?? true
    let fits = frame.size == model.size && Golden.fits(frame.plainText(), frame.size)
    if !fits || !isWithin { Issue.record("\(stand) is not within its frame") }
    let register = model.register
    let stands = register.rows.isEmpty || register.rows.indices.contains(register.cursor)
    let shows = !register.columns.isEmpty && Set(register.columns).count == register.columns.count
    if !stands || !shows { Issue.record("the register is at odds with itself") }
  }
}

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

  mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

  mutating func one<T>(of all: [T]) -> T? { all.randomElement(using: &self) }
}
