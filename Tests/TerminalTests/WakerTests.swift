import Glibc
import Screen
import Testing

@testable import Terminal

@Suite struct WakerTests {
  @Test func `a waker wakes the loop from another thread, once for several calls`() async throws {
    let waker = try #require(Waker())
    await Task.detached {
      waker.wake()
      waker.wake()
    }.value
    var loop = InputLoop(waker: waker, described: [])
    // Standard input may be at its end in a test run, which the loop reports as well.
    let woken = loop.wait(timeout: .seconds(5), forOutput: false).filter { if case .woken = $0 { true } else { false } }
    #expect(woken.count == 1)
  }

  @Test(.enabled(if: isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0))
  func `without a terminal there is no session, and the reason says so`() {
    #expect(throws: TerminalError.notATerminal) { _ = try TerminalSession() }
  }
}
