import Foundation

/// Runs a program to its end. Foundation's Process waits for every heir of its own socket, so a program that leaves a
/// server behind, as tmux does, would never end for it.
enum Spawn {
  struct Failed: Error {
    var path: String
    var code: Int32
  }

  /// The exit status, or 128 and the signal's number.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String], folder: URL, input: String = "/dev/null",
    output: String = "/dev/null", errors: String = "/dev/null"
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var words = (["env", "-C", folder.path, path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    var attributes = attributes(flags: 0, blocked: [])
    defer { posix_spawnattr_destroy(&attributes) }
    let code = posix_spawnp(&process, "env", &actions, &attributes, &words, &variables)
    guard code == 0 else { throw Failed(path: path, code: code) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Self.status(status)
  }

  /// POSIX_SPAWN_SETSID, which the C library shows to GNU programs alone.
  private static let ownSession: Int16 = 0x80

  /// Starts a program with a terminal as its input, output and errors. Where that is to be its controlling one, it is, for
  /// it is the first that a session of its own opens.
  static func start(
    _ path: String, _ arguments: [String], environment: [String: String], terminal: String, controlling: Bool,
    blocked: [Int32]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR | (controlling ? 0 : O_NOCTTY), 0)
    for descriptor: Int32 in [1, 2] { posix_spawn_file_actions_adddup2(&actions, 0, descriptor) }
    var attributes = attributes(flags: ownSession, blocked: blocked)
    defer { posix_spawnattr_destroy(&attributes) }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, &attributes, &words, &variables)
    guard code == 0 else { throw Failed(path: path, code: code) }
    return process
  }

  /// The threads that tests run on block most signals, and a process begins with the mask of the thread that starts it.
  private static func attributes(flags: Int16, blocked: [Int32]) -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var mask = sigset_t()
    sigemptyset(&mask)
    for signal in blocked { sigaddset(&mask, signal) }
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(&attributes, flags | Int16(POSIX_SPAWN_SETSIGMASK))
    return attributes
  }

  /// What `waitpid` gave as a shell would say it: the exit status, or 128 and the signal's number.
  static func status(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
