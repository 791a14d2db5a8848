import EscalationDomain
import EscalationStore
import Foundation
import PolicyFiles

/// A throw-away store under the policy that ships, and made-up escalations to fill it with.
struct StoreFixture {
  static let start = Instant(1_772_445_600)
  let folder: String
  var path: String { folder + "/bench.db" }

  static let reader = PolicyReader(
    playbook: { try PlaybookFile.parse($0, file: "installed playbook") },
    calendar: { try CalendarFile.parse($0, file: "installed calendar") })

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("warroom-bench-\(UUID().uuidString)").path
    _ = try SQLiteStore.create(
      path: folder + "/bench.db", reader: StoreFixture.reader,
      policy: try BuiltinCalendars.all.map { PolicyText(.calendar, id: $0.id, text: CalendarFile.text($0)) }
        + BuiltinPlaybooks.all.map { PolicyText(.playbook, id: $0.id, text: $0.text) }
        + [PolicyText(.defaultCalendar, id: "default", text: "standard")], actor: "bench", now: StoreFixture.start)
  }

  func store() throws -> SQLiteStore { try SQLiteStore(path: path, reader: StoreFixture.reader) }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Opened, acknowledged, and resolved unless it is one of the open tenth.
  static func record(_ number: Int, edition: Int, open: Bool) -> ImportedRecord {
    let opened = start + Int64(-86_400 + number * 7919 % 80_000 - (open ? 0 : 5_000_000))
    let severity = ["P1", "P2", "P3", "P3", "P4"][number % 5]
    let account = AccountFacts(
      name: "Account \(number % 997)", segment: "Enterprise",
      arr: Money(minorUnits: Int64(number % 997) * 1_000_000, currency: number % 3 == 0 ? "EUR" : "USD"),
      renewal: LocalDate(daysSinceEpoch: 20_600 + number % 300))
    var drafts = [
      Draft(
        occurred: opened, actor: "import", source: .imported,
        fact: .opened(
          Opening(
            title: "Exports time out for the whole finance team (\(number))", account: account, playbook: "protocol",
            edition: edition, severity: severity, owner: "Person \(number % 40)", origin: "bench"))),
      Draft(
        occurred: opened + 600, actor: "Person \(number % 40)", source: .imported, fact: .acknowledged(note: nil)),
    ]
    drafts.append(
      open
        ? Draft(
          occurred: opened + 1200, actor: "Person \(number % 40)", source: .imported,
          fact: .updated(CustomerUpdate(text: "We see it and look at the queue.", next: start + Int64(number % 86_400)))
        )
        : Draft(
          occurred: opened + 86_400, actor: "Person \(number % 40)", source: .imported,
          fact: .resolved(Resolution(summary: "Fixed and confirmed."))))
    return ImportedRecord(id: EscalationID("INC\(1_000_000 + number)"), isNew: true, drafts: drafts)
  }
}

/// What the kernel says this process has used at most, in megabytes.
func peakMegabytes() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
  return (Int(line.filter(\.isNumber)) ?? 0) / 1024
}

func seconds(_ duration: Duration) -> String { String(format: "%.3f s", duration / .seconds(1)) }
