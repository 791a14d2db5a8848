import Foundation

/// A program on a terminal of its own, as a person would have it, and the bytes that it sends there.
final class TerminalRun {
  let pid: pid_t
  let started: ContinuousClock.Instant
  private let terminal: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var hasEnded = false

  init(_ program: Program, columns: UInt16, rows: UInt16) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var (ours, its): (Int32, Int32) = (-1, -1)
    guard openpty(&ours, &its, nil, nil, &size) == 0 else { throw BenchFailure("no terminal can be had") }
    guard let name = ttyname(its).map({ String(cString: $0) }) else { throw BenchFailure("the terminal has no name") }
    terminal = ours
    _ = fcntl(ours, F_SETFD, FD_CLOEXEC)
    _ = fcntl(its, F_SETFD, FD_CLOEXEC)
    // Held open until the program has it, for a terminal that nobody has open is gone.
    defer { close(its) }
    started = ContinuousClock.now
    pid = try program.start(
      [.open(0, name, O_RDWR), .copy(0, as: 1), .copy(0, as: 2)], ownSession: true)
  }

  /// A piece of what it sends.
  struct Burst {
    var bytes: ArraySlice<UInt8>
    var at: ContinuousClock.Instant
  }

  /// What comes next; nothing where the time is up first. Throws where it has ended.
  func next(within time: Duration) throws -> Burst? {
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(max(0, time.milliseconds.rounded(.up)))) > 0 else { return nil }
    let count = read(terminal, &buffer, buffer.count)
    guard count > 0 else {
      hasEnded = true
      throw BenchFailure("the program left its terminal")
    }
    return Burst(bytes: buffer[..<count], at: .now)
  }

  /// Reads until each of the texts came; when the last of them did. Styles may not change within one of them.
  func wait(for texts: [String], atMost limit: Duration) throws -> ContinuousClock.Instant {
    var missing = texts.map { Array($0.utf8) }
    var seen: [UInt8] = []
    let end = ContinuousClock.now + limit
    while true {
      let left = end - .now
      guard left > .zero, let burst = try next(within: left) else {
        throw BenchFailure("\(missing.count) of \(texts.count) texts did not come, \(texts.last ?? "") among them")
      }
      let from = max(0, seen.count - 64)
      seen += burst.bytes
      missing.removeAll { seen[from...].contains($0) }
      if missing.isEmpty { return burst.at }
    }
  }

  /// Reads for a while; how many bytes came.
  func listen(for time: Duration) throws -> Int {
    let end = ContinuousClock.now + time
    var count = 0
    while end > .now { count += try next(within: end - .now)?.bytes.count ?? 0 }
    return count
  }

  /// Sends a key and waits for the burst that answers it; how long until its last byte. None where nothing came.
  func press(_ key: String) throws -> Duration? {
    let quiet = Duration.milliseconds(30)
    let begin = ContinuousClock.now
    send(key)
    guard var last = try next(within: .milliseconds(500))?.at else { return nil }
    while let burst = try next(within: quiet), last - begin < .seconds(5) { last = burst.at }
    return last - begin
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(terminal, bytes, bytes.count)
  }

  /// Leaves it by its own key, or by force where it does not go.
  func quit(_ key: String = "q") {
    send(key)
    let end = ContinuousClock.now + .seconds(2)
    while !hasEnded, end > .now { _ = try? next(within: .milliseconds(20)) }
    if !hasEnded { kill(pid, SIGKILL) }
    _ = try? Ended(pid)
    close(terminal)
  }
}
