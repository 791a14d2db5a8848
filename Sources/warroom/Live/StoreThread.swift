import Console
import Dispatch
import EscalationDomain
import Synchronization
import Terminal

/// Runs store work off the drawing thread, in order, and leaves the answers where the loop finds them when it wakes.
/// Policies alone are read out of turn: parsing them takes as long as reading many rows.
final class StoreThread: Sendable {
  private let queue = DispatchQueue(label: "store", qos: .userInitiated)
  private let aside = DispatchQueue(label: "policies", qos: .userInitiated)
  private let inbox = Mutex<[Message]>([])
  private let lastMark = Mutex<Int64?>(nil)
  private let runner: @Sendable (Effect, Instant) -> Message?
  private let mark: @Sendable () throws -> Int64
  private let waker = Mutex<Waker?>(nil)

  init(store: some ConsoleStore, actor: String, clock: WallClock) {
    runner = { $0.answer(from: store, actor: actor, now: $1, clock: { clock.now }) }
    mark = { try store.changeMark() }
  }

  /// Has answers wake a loop from now on, those that are there already too.
  func wake(_ waker: Waker) {
    self.waker.withLock { $0 = waker }
    waker.wake()
  }

  func submit(_ effect: Effect, now: Instant) {
    (effect == .loadPolicies ? aside : queue).async { [self] in
      if let message = runner(effect, now) { post(message) }
    }
  }

  /// Looks whether another process wrote since the last look.
  func look() {
    queue.async { [self] in
      guard let mark = try? mark() else { return }
      let changed = lastMark.withLock { last in
        defer { last = mark }
        return last != nil && last != mark
      }
      post(changed ? .storeChanged : .storeUnchanged)
    }
  }

  /// The answers so far, in order.
  func answers() -> [Message] {
    inbox.withLock { inbox in
      defer { inbox = [] }
      return inbox
    }
  }

  /// Leaves a message for the loop. Safe on any thread.
  func post(_ message: Message) {
    inbox.withLock { $0.append(message) }
    waker.withLock { $0?.wake() }
  }
}
