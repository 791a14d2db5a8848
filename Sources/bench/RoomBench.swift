import ArgumentParser
import EscalationDomain
import Foundation

/// How long the war room's verbs take beside a plain list, over stores with the same board and another past.
struct RoomBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "room", abstract: "The war room's verbs beside a plain list, over a short and a long past.")

  @Option(help: "The release binary to measure.")
  var warroom: String

  @Option(help: "Escalations that are open in each store.")
  var open = 500

  @Option(help: "Escalations in the store with the long past; in the other twice what is open.")
  var all = 100_000

  @Option(help: "Readings, of which the median counts.")
  var readings = 9

  @Option(help: "An incident log of the servicenow profile, to measure on as well, as of --log-now.")
  var log: String?

  @Option(help: "A moment within that log.")
  var logNow = "2016-03-15T10:00:00Z"

  /// A name for the table, and the words of the verb.
  private static let verbs: [(String, [String])] = [
    ("list", ["list"]), ("agenda", ["agenda"]), ("since yesterday", ["since", "-24h"]),
    ("checklist", ["checklist"]), ("brief", ["brief"]), ("war-room", ["war-room"]),
    ("minutes", ["minutes"]),
  ]

  func run() throws {
    let binary = Binary(path: warroom, folder: try TemporaryFolder())
    let now = Instant(Int64(Date().timeIntervalSince1970))
    let stores = try [2 * open, all].map { try filled(binary, all: $0, now: now) }
    var table = Table(
      "\(open.grouped) open, p50 of \(readings)", "of \((2 * open).grouped)", "of \(all.grouped)", "ratio")
    for (name, words) in Self.verbs {
      let times = try stores.map { try median(binary, words, store: $0, now: now) }
      table.add(
        name, Unit.milliseconds.text(times[0]), Unit.milliseconds.text(times[1]), (times[1] / times[0]).fixed(2))
    }
    table.print()
    guard let log, let moment = Instant(iso8601: logNow) else { return }
    print("")
    let store = binary.folder.file("log.db")
    _ = try binary.program("init", "--store", store, "--now", "\(moment)").time()
    _ = try binary.program("import", log, "--profile", "servicenow", "--store", store, "--now", "\(moment)").time()
    try hold(binary, store, at: moment)
    var figures = Table("an incident log as of \(moment)", "p50", "of a list")
    let plain = try median(binary, ["list"], store: store, now: moment)
    for (name, words) in Self.verbs {
      let time = try median(binary, words, store: store, now: moment)
      figures.add(name, Unit.milliseconds.text(time), (time / plain).fixed(2))
    }
    figures.print()
  }

  private func filled(_ binary: Binary, all: Int, now: Instant) throws -> String {
    let (store, file) = (binary.folder.file("room-\(all).db"), binary.folder.file("room-\(all).csv"))
    var export = NativeExport(now: now)
    try export.write(to: file, all: all, open: open)
    defer { unlink(file) }
    _ = try binary.program("init", "--store", store, "--now", "\(now)").time()
    _ = try binary.program("import", file, "--profile", "native", "--store", store, "--now", "\(now)").time()
    try hold(binary, store, at: now)
    return store
  }

  /// A session of ten minutes on five of them, so that there are minutes to write.
  private func hold(_ binary: Binary, _ store: String, at now: Instant) throws {
    let start = now + -600
    _ = try binary.program("war-room", "start", "--store", store, "--now", "\(start)").time()
    for turn in 1...5 {
      _ = try binary.program("war-room", "next", "--store", store, "--now", "\(start + Int64(turn * 60))").time()
    }
    _ = try binary.program("war-room", "end", "--store", store, "--now", "\(now)").time()
  }

  private func median(_ binary: Binary, _ words: [String], store: String, now: Instant) throws -> Double {
    var samples = Samples()
    for _ in 0..<readings {
      let program = Program(
        path: binary.path, arguments: words + ["--store", store, "--now", "\(now)"],
        environment: Program.surroundings(home: binary.folder.path))
      samples.add(try program.time())
    }
    return samples.p50
  }
}
