import Foundation

/// What the kernel counts of a running process.
struct ProcessFigures {
  /// Bytes of memory resident.
  let resident: Int
  /// Times that each of its threads went to sleep, and so was woken.
  private let sleeps: [String: Int]
  let cpu: Duration

  init(_ pid: pid_t) throws {
    resident = try ProcessFigures.field("VmRSS:", of: "/proc/\(pid)/status") * 1024
    var sleeps: [String: Int] = [:]
    for thread in try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task") {
      // A thread may end while it is looked at.
      sleeps[thread] = try? ProcessFigures.field(
        "voluntary_ctxt_switches:", of: "/proc/\(pid)/task/\(thread)/status")
    }
    self.sleeps = sleeps
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(pid, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      throw BenchFailure("the processor time of \(pid) cannot be read")
    }
    cpu = .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Times that its threads were woken since then, not counting those that have ended meanwhile.
  func wakes(since earlier: ProcessFigures) -> Int {
    sleeps.reduce(0) { $0 + $1.value - (earlier.sleeps[$1.key] ?? 0) }
  }

  private static func field(_ name: String, of path: String) throws -> Int {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    guard let line, let number = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) }) else {
      throw BenchFailure("\(path) has no \(name)")
    }
    return number
  }
}
