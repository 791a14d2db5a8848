import EscalationDomain
import Screen
import Testing

@testable import Console

/// No letter is open.
struct Missing: Error {}

extension Scene {
  /// The message that is being written.
  func letter() throws -> Letter {
    guard case .compose(let composer) = model.overlay else { throw Missing() }
    return try #require(composer.letter)
  }

  /// At M-1's first word, filled: known, next, workaround, to and channel are asked one after the other.
  static func filled(_ store: FakeStore, command: String? = nil) -> Scene {
    let console = Scene(store, command: command)
    console.press("m", "enter", "enter", "text:a full disk", "enter", "text:+3h", "ctrl-s")
    return console
  }
}

extension FakeStore {
  /// What M-1's log says was sent.
  func sent() throws -> [SentMessage] {
    try #require(try history(of: EscalationID("M-1"))).events.compactMap { event in
      if case .messageSent(let message) = event.fact { message } else { nil }
    }
  }

  func clocks() throws -> [ClockCycle] {
    let history = try #require(try history(of: EscalationID("M-1")))
    return try Escalation.replay(history, policies: Fixture.messagePolicies, now: Fixture.now).clocks
  }
}
