import EscalationDomain
import Screen

@testable import Console

/// A console before a store in memory: keys go in, effects are done, and what shows can be read.
final class Scene {
  let store: FakeStore
  private(set) var model: Model
  /// What only a terminal can do, in order.
  private(set) var requests: [Effect] = []
  let glyphs: Glyphs

  init(
    _ store: FakeStore, size: Size = Size(columns: 120, rows: 40), now: Instant = Fixture.now, access: Access = .full,
    glyphs: Glyphs = .unicode, command: String? = nil,
    settings: Settings = Settings(), desk: Desk? = nil, run: String = "run", console: String = "console"
  ) {
    self.store = store
    self.glyphs = glyphs
    var viewer = Fixture.viewer
    viewer.messageCommand = command
    viewer.themes = ["dark", "light"]
    model = Model(now: now, viewer: viewer, access: access, size: size, settings: settings)
    model.run = run
    model.console = console
    if let desk { send(.deskLoaded(desk)) }
    self.run(model.start())
  }

  /// Keys by their names, or texts that are typed letter by letter: `press("u", "text:All is well", "ctrl-s")`.
  func press(_ keys: String...) {
    for name in keys {
      if name.hasPrefix("text:") {
        for letter in name.dropFirst(5) { send(.keyPressed(.character(letter))) }
      } else if let key = Key(name: name) {
        send(.keyPressed(key))
      }
    }
  }

  func send(_ message: Message) { run(update(&model, message)) }

  /// Lets time pass, a message at each wake-up.
  func wait(_ seconds: Int64) {
    let end = model.now + seconds
    while model.now < end { send(.tick(min(end, model.nextWake(after: model.now)))) }
  }

  var frame: Frame { view(model, size: model.size, glyphs: glyphs) }
  var text: String { frame.plainText() }

  private func run(_ effects: [Effect]) {
    for effect in effects {
      if let answer = effect.answer(from: store, actor: model.viewer.actor, now: model.now) {
        send(answer)
      } else {
        requests.append(effect)
      }
    }
  }
}
