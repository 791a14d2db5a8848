import EscalationDomain
import Foundation

/// Imports of whole exports into a fresh store, and how long others wait for the store meanwhile.
struct ImportFigures {
  let binary: Binary
  let now: Instant
  let updates: Int
  let records: Int

  func print() throws {
    var table = Table(
      "imports", "seconds", "rows a second", "peak memory", "longest write", "p50", "longest read", "p50")
    let store = try freshStore("quiet.db")
    let quiet = try Visits(binary, store).round(30)
    table.add(
      "nothing, for comparison", "-", "-", "-", Unit.milliseconds.text(quiet.writes.longest),
      Unit.milliseconds.text(quiet.writes.p50), Unit.milliseconds.text(quiet.reads.longest),
      Unit.milliseconds.text(quiet.reads.p50))
    var log = UpdateLog(now: now)
    try add("\(updates.grouped) rows of a log", "servicenow", updates, to: &table) {
      try log.write(to: $0, rows: updates)
    }
    var export = NativeExport(now: now)
    try add("\(records.grouped) rows of our own", "native", records, to: &table) {
      try export.write(to: $0, all: records, open: records / 10)
    }
    table.print()
  }

  private func freshStore(_ name: String) throws -> String {
    let store = binary.folder.file(name)
    _ = try binary.program("init", "--store", store).time()
    _ = try binary.program("open", "Someone else's", "--account", "Visitor", "--severity", "S2", "--store", store)
      .time()
    return store
  }

  private func add(
    _ name: String, _ profile: String, _ rows: Int, to table: inout Table, _ write: (String) throws -> Void
  ) throws {
    let (file, store) = (binary.folder.file("\(profile).csv"), try freshStore("\(profile).db"))
    try write(file)
    defer { for suffix in ["", ".import", ".lock"] { unlink(store + suffix) } }
    defer { unlink(file) }
    let begin = ContinuousClock.now
    let pid = try binary.program("import", file, "--profile", profile, "--store", store).start([
      .open(0, "/dev/null", O_RDONLY), .open(1, "/dev/null", O_WRONLY),
    ])
    let visits = try Visits(binary, store).until(pid)
    let time = visits.ended - begin
    guard visits.end?.isGood == true else { throw BenchFailure("the import of \(name) failed") }
    table.add(
      name, time.inSeconds.fixed(1), Int(Double(rows) / time.inSeconds).grouped,
      Unit.megabytes.text(Double(visits.end?.peak ?? 0) / 1e6), Unit.milliseconds.text(visits.writes.longest),
      Unit.milliseconds.text(visits.writes.p50), Unit.milliseconds.text(visits.reads.longest),
      Unit.milliseconds.text(visits.reads.p50))
  }
}

/// Other processes that write to and read a store in turn, each a whole run of the command, and how long each took.
struct Visits {
  private let binary: Binary
  private let store: String
  private(set) var writes = Samples()
  private(set) var reads = Samples()
  private(set) var end: Ended?
  private(set) var ended = ContinuousClock.now

  init(_ binary: Binary, _ store: String) { (self.binary, self.store) = (binary, store) }

  func round(_ count: Int) throws -> Visits {
    var visits = self
    for number in 0..<2 * count { try visits.visit(number) }
    return visits
  }

  /// Goes on until that process has ended.
  func until(_ pid: pid_t) throws -> Visits {
    var visits = self
    var number = 0
    do {
      while visits.end == nil {
        try visits.visit(number, other: pid)
        number += 1
      }
    } catch {
      if visits.end == nil {
        kill(pid, SIGKILL)
        _ = try? Ended(pid)
      }
      throw error
    }
    return visits
  }

  /// Whichever ends first is seen at once, so that the other process's end is known to the moment.
  private mutating func visit(_ number: Int, other: pid_t? = nil) throws {
    let isWrite = number.isMultiple(of: 2)
    let program =
      isWrite
      ? binary.program("note", "W-1", "still here", "--store", store)
      : binary.program("show", "W-1", "--json", "--store", store)
    let begin = ContinuousClock.now
    let pid = try program.start([.open(0, "/dev/null", O_RDONLY), .open(1, "/dev/null", O_WRONLY)])
    var done = try Ended()
    if done.pid == other {
      (end, ended) = (done, .now)
      done = try Ended(pid)
    }
    guard done.isGood else {
      throw BenchFailure("while others used the store, a \(isWrite ? "write" : "read") ended with \(done.status)")
    }
    if isWrite { writes.add(.now - begin) } else { reads.add(.now - begin) }
  }
}
