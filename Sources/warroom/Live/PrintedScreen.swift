import Console
import EscalationDomain
import Screen

/// The screen as it would be drawn, without a terminal: effects are carried out on the spot until none is left.
struct PrintedScreen {
  private(set) var model: Model

  init(model: Model, store: some ConsoleStore, actor: String, now: Instant) throws {
    self.model = model
    var effects = self.model.start()
    while !effects.isEmpty {
      guard let message = effects.removeFirst().answer(from: store, actor: actor, now: now) else { continue }
      if case .failed(_, let failure) = message { throw CommandFailure(describing: failure) ?? failure }
      effects += update(&self.model, message)
    }
  }

  func frame(ascii: Bool) -> Frame { view(model, size: model.size, glyphs: ascii ? .ascii : .unicode) }
}
