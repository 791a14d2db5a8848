import EscalationDomain
import Screen

@testable import Console

extension Fixture {
  /// C-1 with a plan that has one of everything: late, under way, blocked, done, dropped, long and foreign.
  static func planStore() throws -> FakeStore {
    let store = try careStore()
    func act(_ command: PlanCommand, _ when: String = "2026-03-03T08:40:00Z") throws {
      _ = try store.perform(.plan(command), on: EscalationID("C-1"), act: Act(actor: "Bo Chen", now: at(when)))
    }
    func add(
      _ title: String, _ kind: Milestone.Kind = .corrective, _ owner: String? = nil, start: String? = nil,
      due: String? = nil, after: [String] = []
    ) throws {
      try act(
        .add(
          MilestonePlan(
            title: title, kind: kind, owner: owner, start: start.map(at), due: due.map(at), after: after)))
    }
    try act(
      .write(
        PlanChange(
          problem:
            "Nobody at the customer owns the rollout since the sponsor left, and the daily users fall week by week",
          outcome: "A new sponsor, and as many daily users as in January",
          metric: SuccessMetric(name: "daily users", baseline: "40", target: "120", now: "65"),
          exitCriteria: ["Two sponsors are named", "120 daily users for four weeks"], verifier: "Dana Ruiz"),
        rootCause: "The rollout hung on one person"))
    try add("Find a new sponsor", .corrective, "Ann Lee", due: "2026-03-03T11:00:00Z")
    try add("Mend the nightly export", .corrective, "Dana Ruiz", due: "2026-03-04T16:00:00Z")
    try add(
      "Train the new team", .preventive, "Dana Ruiz", start: "2026-03-04T08:00:00Z", due: "2026-03-06T16:00:00Z",
      after: ["M2"])
    try add(
      "A review of what was trained, with every team lead in Europe and Japan, in two sessions so that nobody has to get "
        + "up at night", .preventive, "佐藤 健一郎", due: "2026-03-16T16:00:00Z", after: ["M2", "M3"])
    try add("請求書の集計を直す 🚨 月次締め", .detective, nil)
    try add("Ask for a credit", .corrective, "Bo Chen", due: "2026-03-09T16:00:00Z")
    try add("Write down who decides what", .preventive, "Ann Lee", due: "2026-03-03T16:00:00Z")
    try act(.start("M2"), "2026-03-03T08:45:00Z")
    try act(.drop("M6", reason: "finance said no"), "2026-03-03T08:50:00Z")
    try act(.finish("M7", evidence: "wiki, page 12"), "2026-03-03T09:00:00Z")
    try act(.setLook(.verification, due: at("2026-04-01T16:00:00Z")), "2026-03-03T09:05:00Z")
    return store
  }

  /// One escalation whose plan is full of what breaks screens.
  static func hardPlan() throws -> FakeStore {
    let store = try hardWork()
    for (index, text) in HardText.all.enumerated() {
      func act(_ command: PlanCommand) throws {
        _ = try store.perform(
          .plan(command), on: EscalationID("H-1"), act: Act(actor: text.person, now: at("2026-03-02T10:00:00Z")))
      }
      try act(
        .add(
          MilestonePlan(
            title: text.title, kind: .preventive, owner: text.person, due: at("2026-03-03T1\(index):00:00Z"),
            after: index > 0 ? ["M\(index)"] : [])))
      try act(
        .write(
          PlanChange(
            problem: text.words, outcome: text.title,
            metric: SuccessMetric(name: text.title, baseline: text.words, target: text.person, now: text.account),
            exitCriteria: [text.words, text.title], verifier: text.person), rootCause: text.words))
      if index == 1 { try act(.finish("M2", evidence: text.words)) }
      if index == 3 { try act(.drop("M4", reason: text.words)) }
      try act(.look(PlanFinding(look: .review, holds: index % 2 == 0, note: text.words)))
      try act(.signOff(by: text.person))
    }
    return store
  }
}

extension Scene {
  /// At C-1's plan, with the cursor on one of its lines.
  static func plan(
    _ store: FakeStore, on name: PlanItem.Name = .milestone("M1"), size: Size = Size(columns: 120, rows: 40),
    access: Access = .full
  ) -> Scene {
    let console = Scene(store, size: size, access: access)
    console.press("enter", "tab", "tab")
    for _ in 0..<40 where console.model.selectedPlanItem?.name != name { console.press("j") }
    return console
  }

  /// The fields' problems in the open form.
  var problems: [FormField.ID: String] {
    if case .form(let form) = model.overlay { form.problems } else { [:] }
  }
}
