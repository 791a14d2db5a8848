import EscalationDomain

@testable import Console

extension Fixture {
  /// The usual store with plans on four of its escalations: late, due today, this week, later and without a date; done,
  /// started and blocked; one name that breaks columns.
  static func plannedStore() throws -> FakeStore {
    let store = try store()
    func act(_ id: String, _ command: PlanCommand, _ when: String) throws {
      _ = try store.perform(
        .plan(command), on: EscalationID(id), act: Act(actor: "Bo Chen", now: at("2026-03-\(when):00Z")))
    }
    func add(
      _ id: String, _ title: String, _ owner: String?, due: String?, _ when: String, start: String? = nil,
      kind: Milestone.Kind = .corrective, after: [String] = []
    ) throws {
      try act(
        id,
        .add(
          MilestonePlan(
            title: title, kind: kind, owner: owner, start: start.map { at("2026-03-\($0):00Z") },
            due: due.map { at("2026-\($0):00Z") }, after: after)), when)
    }
    try add("W-1", "Roll the release back in two regions", "Ann Lee", due: "03-03T12:20", "03T10:40")
    try add("W-1", "Checkout up in every store", "Dana Ruiz", due: "03-03T13:45", "03T10:41", after: ["M1"])
    try add("W-1", "An alarm on payment timeouts", nil, due: "03-12T16:00", "03T10:42", kind: .detective, after: ["M2"])
    try act("W-1", .start("M1"), "03T10:50")

    try add("W-6", "First country live", "Bartholomew Featherstonehaugh", due: "03-02T18:00", "02T15:00")
    try add("W-6", "Warehouse data arrives whole", "Ann Lee", due: "03-05T17:00", "02T15:00", after: ["M1"])
    try add(
      "W-6", "All eleven countries live, one after the other, each with its own launch day and trainers", "Ann Lee",
      due: "04-20T16:00", "02T15:00", after: ["M1", "M2"])
    try add("W-6", "Party", nil, due: nil, "02T15:00", after: ["M3"])
    try act("W-6", .finish("M1", evidence: "Portugal since noon"), "02T17:00")

    try add("W-5", "Na\u{1B}[31m\u{202E}me \u{200B}of a step", "Eve\u{200D}", due: "03-06T09:00", "03T09:00")
    try add("W-3", "請求書の集計を確認する", "佐藤 健", due: "03-04T08:00", "03T02:00", start: "03T00:00")
    try act("W-3", .start("M1"), "03T03:00")
    return store
  }
}
