import EscalationDomain
import Foundation

/// The live board over a store of years, beside htop on the same terminal in the same run.
struct BoardFigures {
  let binary: Binary
  let now: Instant
  let open: Int
  let all: Int

  private static let starts = 9
  private static let idle = Duration.seconds(10)
  /// Where seconds tick, a whole minute: tens and minutes turn in it as often as in any other.
  private static let minute = Duration.seconds(60)

  func print() throws {
    let store = try filled("board") { try $0.write(to: $1, all: all, open: open) }
    let urgent = try filled("urgent") { try $0.writeUrgent(to: $1, count: 40) }
    let demo = binary.folder.file("demo.db")
    _ = try binary.program("demo", "--keep", demo).time()
    let board = Console(
      program: binary.program("--store", store), screen: { try rows(of: store) + ["quit"] })
    let demoBoard = Console(program: binary.program("--store", demo), screen: { ["quit"] })
    let htop = htop()
    // A screen full of processes, so that htop has as much to draw as the board has.
    let company = try Company(count: 60)
    defer { company.leave() }

    var table = Table("\(open.grouped) open of \(all.grouped)", "warroom", "htop", "ratio", "bar")
    // By turns, so that whatever else the machine does falls on each alike.
    var (ourStarts, theirStarts, demoStarts) = (Starts(), Starts(), Starts())
    for _ in 0..<Self.starts {
      ourStarts.add(try board.start())
      if let htop { theirStarts.add(try htop.start()) }
      demoStarts.add(try demoBoard.start())
    }
    add(ourStarts, theirStarts, "start to first full screen", to: &table, bar: .under(60).noWorse)
    add(demoStarts, theirStarts, "demo board: start", to: &table)
    let (ours, theirs) = try (board.use(idle: Self.idle), htop?.use(idle: Self.idle))
    table.compare("key to paint, p50 of 200", ours.keys.p50, theirs?.keys.p50, .milliseconds, .noWorse)
    table.compare("key to paint, p99 of 200", ours.keys.p99, theirs?.keys.p99, .milliseconds, .noWorse)
    table.compare("escape to paint, p50 of 50", ours.escapes.p50, theirs?.escapes.p50, .milliseconds, .under(25))
    table.compare("escape to paint, p99 of 50", ours.escapes.p99, theirs?.escapes.p99, .milliseconds, .under(25))
    table.compare("keys that painted nothing", Double(ours.unanswered), theirs.map { Double($0.unanswered) }, .count)
    add(ours.rest, theirs?.rest, "idle", to: &table)
    table.compare("memory resident", ours.resident, theirs?.resident, .megabytes, .under(45))
    let urgentBoard = Console(program: binary.program("--store", urgent), rows: 45, screen: { ["quit"] })
    let ticking = try urgentBoard.use(idle: Self.minute, keys: 0).rest
    add(ticking, theirs?.rest, "40 rows ticking seconds", to: &table, bytes: .under(300))
    let resting = try demoBoard.use(idle: Self.minute, keys: 0).rest
    add(resting, theirs?.rest, "demo board, idle", to: &table, bytes: .under(100))
    var lists = Samples()
    for _ in 0..<Self.starts { lists.add(try binary.program("list", "--store", store).time()) }
    table.compare("warroom list, p50", lists.p50, nil, .milliseconds)
    table.print()
    if htop == nil { Swift.print("htop is not installed, so nothing stands beside these figures.") }
  }

  /// Several starts of one program: how long they took, and how much of that was the processor's.
  private struct Starts {
    var time = Samples()
    var cpu = Samples()

    mutating func add(_ start: Console.Start) {
      time.add(start.time)
      cpu.add(start.cpu)
    }
  }

  private func add(_ ours: Starts, _ theirs: Starts, _ name: String, to table: inout Table, bar: Bar? = nil) {
    let other = theirs.time.isEmpty ? nil : theirs
    table.compare("\(name), p50", ours.time.p50, other?.time.p50, .milliseconds, bar)
    table.compare("\(name), longest", ours.time.longest, other?.time.longest, .milliseconds)
    table.compare("\(name), processor time", ours.cpu.p50, other?.cpu.p50, .milliseconds)
  }

  private func add(
    _ ours: Console.Rest, _ theirs: Console.Rest?, _ name: String, to table: inout Table, bytes: Bar? = nil
  ) {
    table.compare("\(name): processor", ours.cpu, theirs?.cpu, .percent, .atMost(0.2))
    table.compare("\(name): bytes a second", ours.bytes, theirs?.bytes, .count, bytes)
    table.compare("\(name): wake-ups a second", ours.wakes, theirs?.wakes, .count, .atMost(1))
  }

  private func filled(
    _ name: String, _ write: (inout NativeExport, String) throws -> Void
  ) throws -> String {
    let (store, file) = (binary.folder.file("\(name).db"), binary.folder.file("\(name).csv"))
    var export = NativeExport(now: now)
    try write(&export, file)
    defer { unlink(file) }
    _ = try binary.program("init", "--store", store).time()
    _ = try binary.program("import", file, "--profile", "native", "--store", store).time()
    return store
  }

  /// The ids that the board shows now at that size.
  private func rows(of store: String) throws -> [String] {
    let text = try binary.program("--store", store, "--once", "--size", "120x40").output()
    let ids = text.split(separator: "\n").compactMap { line in line.split(separator: " ").first { $0.hasPrefix("E-") } }
    guard ids.count > 20 else { throw BenchFailure("the board shows only \(ids.count) ids") }
    return ids.map(String.init)
  }

  private func htop() -> Console? {
    guard let path = Program.find("htop") else { return nil }
    let program = Program(path: path, environment: Program.surroundings(home: binary.folder.path))
    return Console(program: program, screen: { ["Quit"] })
  }
}
