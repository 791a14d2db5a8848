import Testing

@testable import EscalationDomain

@Suite("Lists")
struct ListQueryTests {
  static let rows = [
    row(
      "W-1", band: 1, severity: "S0", due: "03-02 11:00", account: "Acme", owner: "ann",
      arr: Money(minorUnits: 500, currency: "USD"), opened: "03-01 09:00", changed: "03-02 09:00"),
    row(
      "W-2", band: 2, severity: "S1", due: "03-02 12:30", status: .paused, account: "bolt", owner: "Bo",
      arr: Money(minorUnits: 900, currency: "USD"), opened: "03-01 08:00", changed: "03-02 10:00"),
    row(
      "W-3", band: 2, severity: "S1", due: nil, status: .new, account: "Cord", owner: nil, opened: "03-01 10:00",
      changed: "03-02 08:00", title: "Login ÄRGER", playbook: "other"),
    row(
      "W-4", band: 3, severity: "S2", due: nil, status: .closed, account: "Acme North", owner: "ann",
      opened: "02-01 09:00", changed: "03-02 11:00"),
    row(
      "W-5", band: 4, severity: "S3", due: "03-09 09:00", status: .resolved, account: "Dune", owner: "Cy",
      opened: "02-02 09:00",
      changed: "03-01 11:00"),
    row(
      "W-6", band: 4, severity: "S3", due: nil, status: .cancelled, account: "Dune", owner: "Cy", opened: "02-03 09:00",
      changed: "03-01 12:00"),
  ]

  struct Row: Sendable, CustomStringConvertible {
    var description: String
    var ids: [String]
    var change: @Sendable (inout ListQuery) -> Void

    init(_ description: String, _ ids: [String], _ change: @escaping @Sendable (inout ListQuery) -> Void) {
      (self.description, self.ids, self.change) = (description, ids, change)
    }
  }

  @Test(arguments: [
    Row("open is neither resolved nor closed nor cancelled", ["W-1", "W-2", "W-3"]) { _ in },
    Row("ended", ["W-4", "W-5", "W-6"]) { $0.scope = .ended },
    Row("ended, with something due all the same", ["W-5"]) {
      $0.scope = .ended
      $0.stillDue = true
    },
    Row("all, by id", ["W-1", "W-2", "W-3", "W-4", "W-5", "W-6"]) {
      $0.scope = .all
      $0.order = .id
    },
    Row("by grade, in any case", ["W-2", "W-3"]) { $0.grades = ["s1", "P9"] },
    Row("by status", ["W-2"]) { $0.statuses = [.paused, .closed] },
    Row("by playbook", ["W-3"]) { $0.playbook = "other" },
    Row("by owner, in any case", ["W-2"]) { $0.owner = "bO" },
    Row("nobody's", ["W-3"]) { $0.owner = "" },
    Row("by part of an account", ["W-1"]) { $0.account = "acme" },
    Row("breached", ["W-1"]) { $0.breached = true },
    Row("due within 30 minutes, what is past too", ["W-1", "W-2"]) { $0.dueWithin = 1800 },
    Row("due within a second less", ["W-1"]) { $0.dueWithin = 1799 },
    Row("each word somewhere", ["W-3"]) { $0.words = ["cord", "ärger"] },
    Row("a word nowhere", []) { $0.words = ["cord", "acme"] },
    Row("the first two", ["W-1", "W-2"]) { $0.limit = 2 },
    Row("reversed, the first", ["W-3"]) {
      $0.reversed = true
      $0.limit = 1
    },
    Row("by deadline, without last", ["W-1", "W-2", "W-3"]) { $0.order = .deadline },
    Row("by account, in any case", ["W-1", "W-2", "W-3"]) { $0.order = .account },
    Row("by owner, nobody's last", ["W-1", "W-2", "W-3"]) { $0.order = .owner },
    Row("by opening, the newest first", ["W-3", "W-1", "W-2"]) { $0.order = .opened },
    Row("by last change, newest first", ["W-2", "W-1", "W-3"]) { $0.order = .changed },
    Row("by ARR, largest first", ["W-2", "W-1", "W-3"]) { $0.order = .arr },
    Row("by severity", ["W-1", "W-2", "W-3"]) { $0.order = .severity },
  ])
  func chosen(_ table: Row) {
    var query = ListQuery()
    table.change(&query)
    #expect(query.apply(to: Self.rows, now: "03-02 12:00").map(\.id.text) == table.ids)
  }

  @Test("Ids sort as people count: W-2 before W-10")
  func idOrder() {
    var query = ListQuery()
    query.order = .id
    let rows = ["W-10", "W-2x", "INC12", "W-2", "INC0003", "W-01", "W-1", "W"].map { row(EscalationID($0)) }
    #expect(
      query.apply(to: rows, now: "03-02 12:00").map(\.id.text) == [
        "INC0003", "INC12", "W", "W-01", "W-1", "W-2", "W-2x", "W-10",
      ])
  }
}
