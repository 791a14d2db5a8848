import Glibc
import Screen
import Testing

@testable import Terminal

@Suite struct EscapeTests {
  /// What is left of 25 ms is for the drawing.
  @Test func `a lone Escape waits for the rest of a sequence, and not long`() {
    #expect(InputLoop.escapeDelay <= .milliseconds(15))
  }

  /// A store that is written to all the time wakes the loop again and again; each time the wait must not begin anew.
  @Test func `a lone Escape is answered however much happens meanwhile`() throws {
    var keyboard: [Int32] = [-1, -1]
    var busy: [Int32] = [-1, -1]
    try #require(pipe(&keyboard) == 0 && pipe(&busy) == 0)
    defer { for descriptor in keyboard + busy { close(descriptor) } }
    var loop = InputLoop(waker: try #require(Waker()), described: [], input: keyboard[0])
    loop.watch(busy[0])
    var byte: UInt8 = 0x1B
    try #require(write(busy[1], &byte, 1) == 1 && write(keyboard[1], &byte, 1) == 1)
    let end = ContinuousClock.now + .seconds(5)
    var keys: [Key] = []
    while keys.isEmpty, .now < end {
      for case .key(let key) in loop.wait(timeout: .seconds(1), forOutput: false) { keys.append(key) }
    }
    #expect(keys == [.escape])
  }
}
