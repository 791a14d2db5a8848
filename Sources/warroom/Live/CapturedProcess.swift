import Foundation

/// A program run to its end in a session of its own, with nothing to read and no terminal, its words kept as far as there is
/// room. What it leaves behind in the background holds nothing up.
final class CapturedProcess {
  /// Bytes kept of each stream; the rest is read and dropped, so that the program can end.
  static let most = 64 * 1024

  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []
  private(set) var isCut = false
  private let process: pid_t
  private var streams: [Int32]

  /// - Parameters:
  ///   - words: the program's own name first.
  ///   - variables: what its environment has beside this process's.
  init(_ path: String, _ words: [String], variables: [String: String] = [:]) throws {
    var (out, err): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&out) == 0 else { throw Self.failure("no pipe") }
    guard pipe(&err) == 0 else {
      for descriptor in out { close(descriptor) }
      throw Self.failure("no pipe")
    }
    for descriptor in out + err { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO)
    var attributes = ChildProcess.attributes(isApart: true)
    defer { posix_spawnattr_destroy(&attributes) }
    var arguments = words.map { strdup($0) } + [nil]
    let environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    var texts = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + texts { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, &attributes, &arguments, &texts)
    close(out[1])
    close(err[1])
    guard code == 0 else {
      close(out[0])
      close(err[0])
      throw Self.failure(String(cString: strerror(code)))
    }
    self.process = process
    streams = [out[0], err[0]]
    for stream in streams { _ = fcntl(stream, F_SETFL, O_NONBLOCK) }
  }

  deinit { for stream in streams where stream >= 0 { close(stream) } }

  /// Waits for its end, at most so long: then it is told to end, and two seconds later made to.
  func run(limit: Duration) -> (status: Int32, isStopped: Bool) {
    let start = ContinuousClock.now
    var signals: [(after: Duration, number: Int32)] = [(limit, SIGTERM), (limit + .seconds(2), SIGKILL)]
    var isStopped = false
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      let isOver = ended == process || (ended < 0 && errno != EINTR)
      take(waiting: isOver ? 0 : 20)
      if isOver { break }
      if let next = signals.first, .now - start >= next.after {
        kill(-process, next.number)
        isStopped = true
        signals.removeFirst()
      }
    }
    return (status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F), isStopped)
  }

  /// Reads what is there; waits at most so many milliseconds for something.
  private func take(waiting milliseconds: Int32) {
    var polled = streams.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    for index in streams.indices where polled[index].revents != 0 {
      // So much at once, for a child left in the background may write for ever.
      for _ in 0..<64 {
        let count = read(streams[index], &buffer, buffer.count)
        if count > 0 {
          keep(buffer.prefix(count), of: index)
        } else if count == 0 {
          close(streams[index])
          streams[index] = -1
          break
        } else if errno != EINTR {
          break
        }
      }
    }
  }

  private func keep(_ bytes: ArraySlice<UInt8>, of stream: Int) {
    let room = Self.most - (stream == 0 ? output.count : errors.count)
    if bytes.count > room { isCut = true }
    if stream == 0 { output += bytes.prefix(max(0, room)) } else { errors += bytes.prefix(max(0, room)) }
  }

  private static func failure(_ reason: String) -> CommandFailure {
    CommandFailure(.inputOutput, "the command cannot be started: \(reason)")
  }
}
