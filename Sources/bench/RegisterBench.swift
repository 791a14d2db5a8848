import ArgumentParser
import EscalationDomain
import EscalationStore
import Foundation

/// How long the register of a large store takes to read.
struct RegisterBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Reading the register of 100,000 escalations, a tenth of them open.")

  @Option(help: "Escalations in the store; a tenth of them are open.")
  var count = 100_000

  @Option(help: "Readings, of which the median counts.")
  var readings = 7

  func run() throws {
    let fixture = try StoreFixture()
    defer { fixture.remove() }
    let store = try fixture.store()
    let session = try ImportSession(store, source: "bench", now: StoreFixture.start)
    for start in stride(from: 0, to: count, by: 1000) {
      let numbers = start..<min(count, start + 1000)
      try session.stage(numbers.map { StoreFixture.record($0, edition: session.policy.edition, open: $0 % 10 == 0) })
    }
    try session.publish()
    let queries: [(String, RegisterQuery)] = [
      ("what is open, by change", RegisterQuery()),
      ("everything, by change", RegisterQuery(scope: .all)),
      ("what has ended, by account", RegisterQuery(scope: .ended, order: RegisterOrder(.account))),
      ("everything, by ARR", RegisterQuery(scope: .all, order: RegisterOrder(.arr))),
      ("words among everything", RegisterQuery(scope: .all, words: "account 31 person")),
    ]
    let clock = ContinuousClock()
    print("\(count) escalations, the first 2000 rows, median of \(readings) readings (longest):")
    for (name, query) in queries {
      var times: [Duration] = []
      var page = RegisterPage.empty
      for _ in 0..<readings {
        times.append(
          try clock.measure { page = try store.registerPage(query, atMost: 2000, now: StoreFixture.start) })
      }
      times.sort()
      print(
        "  \(name): \(seconds(times[readings / 2])) (\(seconds(times[readings - 1]))), \(page.rows.count) of "
          + "\(page.matching)")
    }
    print("  memory at most \(peakMegabytes()) MB")
    try store.close()
  }
}
