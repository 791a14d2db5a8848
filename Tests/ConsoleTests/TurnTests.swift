import EscalationDomain
import Testing

@testable import Console

/// An act that waited while another console acted.
@Suite struct TurnTests {
  private static let id = EscalationID("W-1")

  private func answer(_ store: FakeStore, _ effect: Effect, clock: Instant?) -> Message? {
    effect.answer(from: store, actor: "Ann Lee", now: Fixture.now, clock: clock.map { instant in { instant } })
  }

  private func storeWithLaterAct() throws -> FakeStore {
    let store = try Fixture.store()
    _ = try store.perform(.note(text: "theirs"), on: Self.id, act: Act(actor: "Bo Chen", now: Fixture.now + 1))
    return store
  }

  @Test func theClockIsReadAgainBehindAnothersAct() throws {
    let store = try storeWithLaterAct()
    let effect = Effect.perform(.note(text: "mine"), on: Self.id)
    guard case .performed(_, let performed)? = answer(store, effect, clock: Fixture.now + 2) else {
      Issue.record("it was refused")
      return
    }
    #expect(performed.events.last?.occurred == Fixture.now + 2)
  }

  @Test(arguments: [nil, Fixture.now]) func aClockThatIsNotThereYetRefuses(clock: Instant?) throws {
    let store = try storeWithLaterAct()
    let effect = Effect.perform(.note(text: "mine"), on: Self.id)
    guard case .failed(_, .refused(.laterActExists))? = answer(store, effect, clock: clock) else {
      Issue.record("it was let through")
      return
    }
  }

  @Test func anUndoStillTakesBackNothingButItsOwn() throws {
    let store = try Fixture.store()
    _ = try store.perform(.note(text: "mine"), on: Self.id, act: Act(actor: "Ann Lee", now: Fixture.now))
    let own = try #require(try store.history(of: Self.id)?.undoable).sequence
    _ = try store.perform(.note(text: "theirs"), on: Self.id, act: Act(actor: "Bo Chen", now: Fixture.now + 1))
    guard case .failed? = answer(store, .undo(Self.id, event: own), clock: Fixture.now + 2) else {
      Issue.record("it took back what it had not named")
      return
    }
  }
}
