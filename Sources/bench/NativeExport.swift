import EscalationDomain

/// A made-up export in our own columns: most of it over, the rest under way, with clocks as a team that keeps up has
/// them: most promises ahead, some late, some waiting on the customer.
struct NativeExport {
  let now: Instant
  private var dice: Dice

  init(now: Instant, seed: UInt64 = 20_260_301) {
    self.now = now
    dice = Dice(seed: seed)
  }

  static let columns = [
    "id", "title", "account", "arr", "currency", "renewal", "playbook", "severity", "owner", "opened_at",
    "acknowledged_at", "paused_at", "pause_reason", "pause_until", "last_update_at", "last_update", "next_update_at",
    "resolved_at", "resolution", "root_cause", "closed_at", "outcome", "csat", "updated_at",
  ]

  /// Writes so many rows, of which so many are open, mixed.
  mutating func write(to path: String, all: Int, open: Int) throws {
    try GrowingFile.write(path) { write in
      try write(NativeExport.columns.joined(separator: ",") + "\n")
      for number in 0..<all {
        let isOpen = number * open / all != (number + 1) * open / all
        try write(line(isOpen ? openRow(number) : endedRow(number)))
      }
    }
  }

  /// So many that all are within the last hour before their most urgent deadline, where seconds show.
  mutating func writeUrgent(to path: String, count: Int) throws {
    try GrowingFile.write(path) { write in
      try write(NativeExport.columns.joined(separator: ",") + "\n")
      for number in 0..<count {
        // A critical one is due its first response within two hours.
        var row = described(number, playbook: "risk", severity: "S0")
        let age = 3_900 + 60 * Int64(number % 40)
        row["opened_at"] = "\(now + -age)"
        try write(line(row))
      }
    }
  }

  private func line(_ row: [String: String]) -> String {
    NativeExport.columns.map { row[$0] ?? "" }.joined(separator: ",") + "\n"
  }

  private mutating func described(_ number: Int, playbook: String, severity: String) -> [String: String] {
    let account = dice.number(0...1_999)
    let title = "\(dice.pick(NativeExport.parts)) \(dice.pick(NativeExport.troubles))"
    let name = NativeExport.names[Int(account) % NativeExport.names.count]
    let renewal = Zone.utc.local(now).date.adding(days: Int(20 + account % 600))
    var row = ["playbook": playbook, "severity": severity, "account": "\(name) \(account)"]
    row["id"] = "E-\(100_000 + number)"
    row["title"] = number % 9 == 0 ? "\"\(title), again\"" : title
    row["arr"] = "\(20_000 + account * 1_370)"
    row["currency"] = account % 3 == 0 ? "EUR" : "USD"
    row["renewal"] = "\(renewal)"
    row["owner"] = dice.falls(94) ? dice.pick(NativeExport.people) : ""
    return row
  }

  private struct Grade {
    var playbook: String
    var severity: String
    /// How long one of these takes at most.
    var days: Int64

    init(_ playbook: String, _ severity: String, _ days: Int64) {
      (self.playbook, self.severity, self.days) = (playbook, severity, days)
    }
  }

  private static let grades: [(Int64, Grade)] = [
    (2, Grade("risk", "S0", 2)), (9, Grade("risk", "S1", 8)), (25, Grade("risk", "S2", 18)),
    (30, Grade("risk", "S3", 20)), (2, Grade("protocol", "P1", 1)), (8, Grade("protocol", "P2", 5)),
    (14, Grade("protocol", "P3", 12)), (10, Grade("protocol", "P4", 20)),
  ]

  private mutating func openRow(_ number: Int) -> [String: String] {
    let grade = dice.pick(weighted: NativeExport.grades)
    var row = described(number, playbook: grade.playbook, severity: grade.severity)
    let opened = now + -dice.number(600...grade.days * 86_400)
    row["opened_at"] = "\(opened)"
    let acknowledged = opened + dice.number(300...7_200)
    guard acknowledged < now, dice.falls(95) else { return row }
    row["acknowledged_at"] = "\(acknowledged)"
    let updated = max(acknowledged, now + -dice.number(600...2 * 86_400))
    guard dice.falls(85) else { return row }
    row["last_update_at"] = "\(updated)"
    row["last_update"] = dice.pick(NativeExport.words)
    if dice.falls(60) { row["next_update_at"] = "\(now + dice.number(900...3 * 86_400))" }
    if dice.falls(10) {
      row["paused_at"] = "\(updated + (now - updated) / 2)"
      row["pause_reason"] = "waiting for the customer's logs"
      row["pause_until"] = "\(now + dice.number(3_600...4 * 86_400))"
    }
    return row
  }

  private mutating func endedRow(_ number: Int) -> [String: String] {
    let grade = dice.pick(weighted: NativeExport.grades)
    var row = described(number, playbook: grade.playbook, severity: grade.severity)
    let opened = now + -dice.number(60 * 86_400...1_000 * 86_400)
    let acknowledged = opened + dice.number(300...7_200)
    let resolved = acknowledged + dice.number(3_600...grade.days * 86_400)
    let closed = resolved + dice.number(3_600...10 * 86_400)
    row["opened_at"] = "\(opened)"
    row["acknowledged_at"] = "\(acknowledged)"
    row["last_update_at"] = "\(acknowledged + (resolved - acknowledged) / 2)"
    row["last_update"] = dice.pick(NativeExport.words)
    row["resolved_at"] = "\(resolved)"
    row["resolution"] = "fixed and confirmed by the customer"
    row["root_cause"] = dice.pick(NativeExport.words)
    row["closed_at"] = "\(closed)"
    row["outcome"] = dice.falls(92) ? "recovered" : "churned"
    row["csat"] = "\(dice.number(3...10))"
    row["updated_at"] = "\(closed)"
    return row
  }

  private static let names = [
    "Northwind", "Contoso", "Fabrikam", "Tailspin", "Adatum", "Litware", "Proseware", "Wingtip", "Lucerne", "Humongous",
    "Relecloud", "Trey", "Köhler & Söhne", "Société Marchand", "東京商事",
  ]
  private static let parts = [
    "Nightly sync", "Invoice export", "Single sign-on", "Data warehouse feed", "Mobile app", "Usage report",
    "Migration to the new region", "Partner portal", "Search", "Webhook delivery", "Audit log", "Billing",
  ]
  private static let troubles = [
    "loses orders", "is late every morning", "fails for a third of users", "times out under load",
    "blocks the roll-out", "shows wrong totals", "stopped after the upgrade", "needs a workaround each week",
    "is not what was promised", "worries their executives",
  ]
  private static let words = [
    "cause found and fix in review", "waiting for a log from their side", "roll-back done and watching",
    "a lock was held too long", "a default was changed without a note", "their proxy cut long requests",
  ]
  private static let people = [
    "Maya Lindqvist", "Tomás Ferreira", "Priya Raman", "Jonas Weber", "Aiko Tanabe", "Dewi Larasati", "Ruth Okafor",
    "Sam Whitlock", "Lena Novak", "Omar Haddad",
  ]
}
