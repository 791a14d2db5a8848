import Foundation

/// A terminal of which the test is the other end: it sees every byte that the program sends, and may stop reading or go.
final class PseudoTerminal {
  let pid: pid_t
  /// What came so far.
  private(set) var bytes: [UInt8] = []
  /// The modes before the program had it.
  let modesBefore: Modes
  private var ours: Int32
  private var status: Int32?

  /// - Parameters:
  ///   - controlling: whether it is the program's controlling terminal, which is told when the terminal goes.
  ///   - through: a command that runs the program, for example strace.
  ///   - namesStore: whether it is told which store, or goes to where one lies by default.
  ///   - blocked: signals that the program is started without ears for.
  init(
    _ program: Program, _ arguments: [String] = [], columns: Int = 100, rows: Int = 30,
    environment: [String: String?] = [:], controlling: Bool = true, blocked: [Int32] = [],
    namesStore: Bool = true, through: [String] = []
  ) throws {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var its: Int32 = -1
    ours = -1
    guard openpty(&ours, &its, nil, nil, &size) == 0 else { throw Failed(what: "no terminal can be had", seen: "") }
    defer { close(its) }
    guard let name = ttyname(its).map({ String(cString: $0) }) else {
      throw Failed(what: "the terminal has no name", seen: "")
    }
    for descriptor in [ours, its] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    modesBefore = Modes(its)
    var surroundings = Program.environment.merging(["HOME": program.folder.path]) { $1 }
    for (key, value) in environment { surroundings[key] = value }
    let words = through + [Program.binary] + (namesStore ? ["--store", program.store] : []) + arguments
    pid = try Spawn.start(
      words[0], Array(words.dropFirst()), environment: surroundings, terminal: name, controlling: controlling,
      blocked: blocked)
  }

  deinit {
    if ours >= 0 { close(ours) }
    if status == nil {
      kill(pid, SIGKILL)
      var end: Int32 = 0
      waitpid(pid, &end, 0)
    }
  }

  struct Failed: Error, CustomStringConvertible {
    var what: String
    var seen: String
    var description: String { "\(what); the end of what came: \(seen)" }
  }

  /// What a terminal does with bytes on their way, as far as a program sets it.
  struct Modes: Equatable {
    var input, output, control, local: UInt32

    init(_ descriptor: Int32) {
      var modes = termios()
      tcgetattr(descriptor, &modes)
      (input, output, control, local) = (modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag)
    }
  }

  var modes: Modes { Modes(ours) }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Where the bytes stand now, to look only at what comes behind.
  var mark: Int { bytes.count }

  func type(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) { _ = write(ours, bytes, bytes.count) }

  func signal(_ number: Int32) { kill(pid, number) }

  func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(ours, UInt(TIOCSWINSZ), &size)
  }

  /// The other end goes, as a window that is closed.
  func hangUp() {
    close(ours)
    ours = -1
  }

  /// Reads what comes within a time; false when there was nothing, or never will be again.
  @discardableResult
  func read(within seconds: Double) -> Bool {
    var waiting = pollfd(fd: ours, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(seconds * 1000)) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(ours, &buffer, buffer.count)
    if count > 0 { bytes += buffer[..<count] }
    return count > 0
  }

  /// Reads until a text came behind a mark. Styles must not change within it.
  func wait(for text: String, after mark: Int = 0) throws {
    try wait("no “\(text)”") { $0[mark...].contains(Array(text.utf8)) }
  }

  func wait(_ what: String, _ condition: ([UInt8]) -> Bool) throws {
    let end = Date().addingTimeInterval(20)
    while !condition(bytes) {
      guard Date() < end else { throw failed(what) }
      if !read(within: 0.5), hasEnded { throw failed("\(what), and it ended with \(status ?? -1)") }
    }
  }

  /// Reads until nothing comes for a moment: what is drawn is drawn.
  func settle() { while read(within: 0.15) {} }

  /// Waits for the end and gives the exit status, or 128 and the signal's number. Reads meanwhile, unless told not to.
  func end(within seconds: Double = 10, reading: Bool = true) throws -> Int32 {
    let end = Date().addingTimeInterval(seconds)
    while !hasEnded {
      guard Date() < end else { throw failed("it did not end in \(seconds) s") }
      if reading, ours >= 0 { read(within: 0.01) } else { poll(nil, 0, 5) }
    }
    if ours >= 0 { while read(within: 0) {} }
    return status ?? -1
  }

  private var hasEnded: Bool {
    if status != nil { return true }
    var end: Int32 = 0
    guard waitpid(pid, &end, WNOHANG) == pid else { return false }
    status = Spawn.status(end)
    return true
  }

  private func failed(_ what: String) -> Failed {
    Failed(what: what, seen: String(String(decoding: bytes.suffix(400), as: UTF8.self).debugDescription))
  }
}
