import Foundation

/// A program, its words and its surroundings.
struct Program {
  var path: String
  var arguments: [String] = []
  var environment: [String: String]

  /// The same surroundings for all, so that nobody's own settings are measured.
  static func surroundings(home: String) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    for name in environment.keys
    where name.hasPrefix("XDG_") || name.hasPrefix("WARROOM_") || name.hasPrefix("LC_") || name == "COLORTERM"
      || name == "NO_COLOR"
    {
      environment[name] = nil
    }
    environment["HOME"] = home
    environment["LANG"] = "C.UTF-8"
    environment["TERM"] = "xterm-256color"
    environment["WARROOM_ACTOR"] = "bench"
    return environment
  }

  /// The first of that name on the PATH.
  static func find(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What the new process does with its descriptors before it starts.
  enum Descriptor {
    /// Opens a file as a descriptor.
    case open(Int32, String, Int32)
    /// Takes one of ours.
    case copy(Int32, as: Int32)
  }

  /// POSIX_SPAWN_SETSID, which the C library shows to GNU programs alone.
  private static let ownSession: Int16 = 0x80

  /// Starts it. What is opened first in a session of its own, if it is a terminal, becomes its controlling terminal.
  func start(_ descriptors: [Descriptor], ownSession: Bool = false) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in descriptors {
      switch descriptor {
      case .open(let number, let path, let flags): posix_spawn_file_actions_addopen(&actions, number, path, flags, 0)
      case .copy(let ours, let number): posix_spawn_file_actions_adddup2(&actions, ours, number)
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if ownSession { posix_spawnattr_setflags(&attributes, Program.ownSession) }
    let words = ([path] + arguments).map { strdup($0) }
    let settings = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in words + settings { free(text) } }
    var pid: pid_t = 0
    let status = posix_spawn(&pid, path, &actions, &attributes, words + [nil], settings + [nil])
    guard status == 0 else { throw BenchFailure("\(path) cannot be started: \(String(cString: strerror(status)))") }
    return pid
  }

  /// Runs it to its end with its output thrown away, and says how long that took.
  func time() throws -> Duration {
    let begin = ContinuousClock.now
    let end = try Ended(start([.open(0, "/dev/null", O_RDONLY), .open(1, "/dev/null", O_WRONLY)]))
    guard end.isGood else { throw BenchFailure("\(path) \(arguments.joined(separator: " ")) ended with \(end.status)") }
    return ContinuousClock.now - begin
  }

  /// Runs it to its end and gives what it printed.
  func output() throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw BenchFailure("\(path) ended with \(process.terminationStatus)") }
    return text
  }
}

/// The program that is measured.
struct Binary {
  let path: String
  let folder: TemporaryFolder

  func program(_ arguments: String...) -> Program {
    Program(path: path, arguments: arguments, environment: Program.surroundings(home: folder.path))
  }
}

/// A process that ended, and what it had used.
struct Ended {
  let pid: pid_t
  let status: Int32
  /// The most memory it ever had resident, in bytes.
  let peak: Int

  var isGood: Bool { status == 0 }

  /// Waits for that process, or for whichever of ours ends first.
  init(_ pid: pid_t = -1) throws {
    var status: Int32 = 0
    var usage = rusage()
    var found: pid_t
    repeat { found = wait4(pid, &status, 0, &usage) } while found < 0 && errno == EINTR
    guard found > 0 else { throw BenchFailure("no process to wait for") }
    self.pid = found
    self.status = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    peak = usage.ru_maxrss * 1024
  }
}
