import ArgumentParser
import EscalationDomain
import EscalationStore
import Foundation

/// How long the board of a large store takes to read.
struct BoardBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "board", abstract: "Reading the board of 10,000 open of 100,000 escalations, on a warm file.")

  @Option(help: "Escalations in the store; a tenth of them are open.")
  var count = 100_000

  @Option(help: "Readings, of which the median counts.")
  var readings = 15

  @Option(help: "Seconds after the import at which the board is read.")
  var later: Int64 = 0

  func run() throws {
    let fixture = try StoreFixture()
    defer { fixture.remove() }
    let writer = try fixture.store()
    let session = try ImportSession(writer, source: "bench", now: StoreFixture.start)
    for start in stride(from: 0, to: count, by: 1000) {
      let numbers = start..<min(count, start + 1000)
      try session.stage(numbers.map { StoreFixture.record($0, edition: session.policy.edition, open: $0 % 10 == 0) })
    }
    try session.publish()
    try writer.close()

    let clock = ContinuousClock()
    var board = Board.empty
    var cold: [Duration] = []
    var warm: [Duration] = []
    for _ in 0..<readings {
      board = .empty
      var store: SQLiteStore?
      cold.append(
        try clock.measure {
          store = try fixture.store()
          board = try store?.board(now: StoreFixture.start + later) ?? .empty
        })
      board = .empty
      warm.append(try clock.measure { board = try store?.board(now: StoreFixture.start + later) ?? .empty })
    }
    guard board.rows.count == count / 10 else { throw ExitCode.failure }
    cold.sort()
    warm.sort()
    print("\(count / 10) rows, median of \(readings) readings (best):")
    print("  opening and first board \(seconds(cold[readings / 2])) (\(seconds(cold[0])))")
    print("  the board again \(seconds(warm[readings / 2])) (\(seconds(warm[0])))")
  }
}
