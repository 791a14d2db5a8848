import Console
import EscalationDomain
import Screen

/// The screen as it would be drawn, without a terminal: effects are carried out on the spot until none is left.
struct PrintedScreen {
  private(set) var model: Model
  private let runner: EffectRunner
  private let now: Instant

  init(model: Model, store: any EscalationStoring, actor: String, asKnown: Bool, now: Instant) throws {
    self.model = model
    self.now = now
    runner = EffectRunner(store: store, actor: actor, asKnown: asKnown)
    var effects = self.model.start()
    while !effects.isEmpty {
      guard let message = runner.run(effects.removeFirst(), now: now) else { continue }
      if case .failed(_, let failure) = message { throw CommandFailure(describing: failure) ?? failure }
      effects += update(&self.model, message)
    }
  }

  func frame(ascii: Bool) -> Frame { view(model, size: model.size, glyphs: ascii ? .ascii : .unicode) }
}
