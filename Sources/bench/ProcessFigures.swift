import Foundation

/// What the kernel counts of a running process.
struct ProcessFigures {
  /// Bytes of memory resident.
  let resident: Int
  /// Times that one of its threads went to sleep, and so was woken.
  let sleeps: Int
  let cpu: Duration

  init(_ pid: pid_t) throws {
    resident = try ProcessFigures.field("VmRSS:", of: "/proc/\(pid)/status") * 1024
    sleeps = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task").reduce(0) {
      $0 + ((try? ProcessFigures.field("voluntary_ctxt_switches:", of: "/proc/\(pid)/task/\($1)/status")) ?? 0)
    }
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(pid, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      throw BenchFailure("the processor time of \(pid) cannot be read")
    }
    cpu = .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
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
