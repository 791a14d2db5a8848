import Foundation

/// Runs a shell command and waits for it alone: what it leaves behind in the background holds nothing up.
enum ChildProcess {
  /// - Parameters:
  ///   - words: what the command finds as `$1`, `$2` …
  ///   - variables: added to its environment.
  ///   - input: what it reads; by default what this program does.
  ///   - quiet: whether its output goes where errors go, so that answers stay clean.
  ///   - apart: a file that takes all its output; then it runs in a session of its own and reaches no terminal.
  /// - Returns: its exit status, or 128 and the number of the signal that ended it.
  static func run(
    _ command: String, words: [String] = [], variables: [String: String] = [:], input: Int32? = nil,
    quiet: Bool = false, apart: Int32? = nil
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    if quiet { posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO) }
    if let apart {
      for stream in [STDOUT_FILENO, STDERR_FILENO] { posix_spawn_file_actions_adddup2(&actions, apart, stream) }
    }
    var attributes = attributes(isApart: apart != nil)
    defer { posix_spawnattr_destroy(&attributes) }
    let environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    var arguments = (["sh", "-c", command, "sh"] + words).map { strdup($0) } + [nil]
    var texts = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + texts { free(text) } }
    // Ctrl-C is meant for the one in front; one that is apart hears none.
    let before = (apart == nil ? [SIGINT, SIGQUIT] : []).map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, handler) in before { signal(number, handler) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, &texts)
    guard code == 0 else {
      throw CommandFailure(.inputOutput, "/bin/sh cannot be started: \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else {
        throw CommandFailure(.inputOutput, "the command got lost: \(String(cString: strerror(errno)))")
      }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// glibc's POSIX_SPAWN_SETSID, which its header shows to GNU sources only.
  private static let ownSession: Int16 = 0x80

  /// Signals as a program expects to find them.
  static func attributes(isApart: Bool) -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var (none, usual) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigemptyset(&usual)
    for number in [SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGHUP] { sigaddset(&usual, number) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, isApart ? flags | ownSession : flags)
    return attributes
  }
}
