import ArgumentParser
import EscalationDomain
import EscalationStore
import Foundation

/// How long an import keeps the store busy, and how long others wait meanwhile.
struct StagingBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staging", abstract: "Staging and publishing of new and of known escalations, and others' waits.")

  @Option(help: "New escalations to import; a tenth of them stay open.")
  var count = 200_000

  @Option(help: "Known escalations to update afterwards.")
  var updates = 20_000

  @Flag(help: "Without other processes beside it.")
  var alone = false

  @Option(help: .hidden)
  var watch: String?

  func run() throws {
    if let watch { return try Watcher(path: watch).run() }
    let fixture = try StoreFixture()
    defer { fixture.remove() }
    let watchers = alone ? [] : try Watcher.start(fixture.path)
    try importNew(fixture)
    try importUpdates(fixture)
    try Data().write(to: URL(fileURLWithPath: fixture.path + ".stop"))
    for watcher in watchers {
      watcher.waitUntilExit()
    }
    print("peak memory: \(peakMegabytes()) MB")
  }

  private func importNew(_ fixture: StoreFixture) throws {
    let store = try fixture.store()
    let session = try ImportSession(store, source: "bench", now: StoreFixture.start)
    let clock = ContinuousClock()
    let staging = try clock.measure {
      for start in stride(from: 0, to: count, by: 1000) {
        let numbers = start..<min(count, start + 1000)
        try session.stage(
          numbers.map { StoreFixture.record($0, edition: session.policy.edition, open: $0 % 10 == 0) })
      }
    }
    let publishing = try clock.measure { try session.publish() }
    print("\(count) new: staged in \(seconds(staging)), published in \(seconds(publishing))")
    try store.close()
  }

  private func importUpdates(_ fixture: StoreFixture) throws {
    let store = try fixture.store()
    let session = try ImportSession(store, source: "bench", now: StoreFixture.start)
    let clock = ContinuousClock()
    let staging = try clock.measure {
      for number in 0..<min(updates, count) {
        let id = EscalationID("INC\(1_000_000 + number)")
        let drafts = (1...3).map {
          Draft(
            occurred: StoreFixture.start + Int64(-60 + $0), actor: "import", source: .imported,
            fact: .noted(text: "Note \($0) from the other system"))
        }
        try session.stage([ImportedRecord(id: id, isNew: false, drafts: drafts)])
      }
    }
    let publishing = try clock.measure { try session.publish() }
    print("\(updates) known: staged in \(seconds(staging)), published in \(seconds(publishing))")
    try store.close()
  }
}

/// Another process at work while an import runs: its longest read and its longest write.
private struct Watcher {
  let path: String

  static func start(_ path: String) throws -> [Process] {
    try ["read", "write"].map { kind in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      process.arguments = ["staging", "--watch", "\(kind):\(path)"]
      try process.run()
      return process
    }
  }

  func run() throws {
    let parts = path.split(separator: ":", maxSplits: 1)
    let store = try SQLiteStore(path: String(parts[1]), reader: StoreFixture.reader)
    let act = Act(actor: "watcher", now: StoreFixture.start)
    var id: EscalationID?
    if parts[0] == "write" {
      let opening = Opening(
        title: "Watched", account: AccountFacts(name: "Watched"), playbook: "protocol", edition: 1, severity: "P3")
      id = try store.open(opening, id: nil, act: act).record.id
    }
    var waits: [Duration] = []
    while !FileManager.default.fileExists(atPath: parts[1] + ".stop") {
      waits.append(
        try ContinuousClock().measure {
          if let id {
            _ = try store.perform(.note(text: "still here"), on: id, act: act)
          } else {
            _ = try store.account("Watched")
          }
        })
      usleep(20_000)
    }
    waits.sort()
    print(
      "another process's \(parts[0]): \(waits.count) of them, median \(seconds(waits[waits.count / 2])), "
        + "longest \(seconds(waits[waits.count - 1]))")
  }
}
