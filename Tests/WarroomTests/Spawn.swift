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
    let code = posix_spawnp(&process, "env", &actions, nil, &words, &variables)
    guard code == 0 else { throw Failed(path: path, code: code) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
