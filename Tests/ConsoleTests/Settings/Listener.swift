import EscalationDomain
import Testing

@testable import Console

/// Somebody who has the board read aloud, at a console that is told of each change.
final class Listener {
  let console: Scene
  var store: FakeStore { console.store }
  private var follower: PlainFollower

  init(_ store: FakeStore) throws {
    console = Scene(store)
    follower = PlainFollower(console.model)
    _ = try hear()
  }

  /// What is told once somebody did something.
  func hear(said: [String] = []) throws -> [String] {
    console.send(.storeChanged)
    let news = try store.news(after: follower.through, now: console.model.now)
    return follower.hear(news, console.model, said: said)
  }

  /// What is told where the log holds a breach as well, as a store's next writer leaves it.
  func hear(breach: ClockBreach, of id: EscalationID) throws -> [String] {
    let now = console.model.now
    let number = follower.through + 1
    let event = Event(
      sequence: number, escalation: id, occurred: breach.deadline, recorded: now, actor: Draft.clockActor,
      source: .derived, fact: .breached(breach))
    let history = try #require(try store.history(of: id)).adding([event])
    let record = try #require(
      try NewsRecord(history, after: follower.through, policies: store.policies(), now: now))
    let clocks = [id: record.escalation.openClocks]
    return follower.hear(News(through: number, asOf: now, records: [record], clocks: clocks), console.model)
  }

  /// What is told while time passes, each line with the seconds since it began to.
  func wait(_ seconds: Int64) -> [(after: Int64, line: String)] {
    let start = console.model.now
    var lines: [(Int64, String)] = []
    while console.model.now < start + seconds {
      let now = console.model.now
      let next = min(
        start + seconds, follower.nextWake(after: now), PlainSpeech.nextWake(console.model, after: now))
      console.send(.tick(next))
      lines += follower.tick(console.model).map { (next - start, $0) }
    }
    return lines
  }

  /// The same for one who slept meanwhile.
  func sleep(_ seconds: Int64) -> [String] {
    console.send(.tick(console.model.now + seconds))
    return follower.tick(console.model)
  }
}
