import EscalationDomain
import Testing

@testable import PolicyFiles

/// The rows of the tables that are no clocks: steps, lists, people, paths, gates, words and figures of each playbook.
@Suite("What the five playbooks ask for besides clocks")
struct PlaybookWorkTests {
  // MARK: response

  @Test("response: five steps with a checklist each, and three of recovery for what was significant")
  func responseSteps() throws {
    let playbook = try PlaybookFiles.playbook("response")
    let steps = ["acknowledge", "investigate", "communicate", "resolve", "follow-up"]
    let recovery = ["recovery-week", "recovery-month", "recovery-qbr"]
    #expect(playbook.process.map(\.id) == steps + recovery)
    let lists = playbook.checklists.filter { $0.when != .daily }
    #expect(lists.map(\.step) == steps + recovery)
    #expect(lists.map(\.items.count) == [4, 8, 4, 4, 4, 4, 3, 3])
    for list in lists.suffix(3) {
      #expect(list.when == .afterResolution)
      for item in list.items { #expect(needs(item, ["Critical", "High", "Medium", "Low"]) == [.yes, .yes, .no, .no]) }
    }
  }

  @Test("response: triggers by family, internal paths, messages, five cards, four figures")
  func responseWords() throws {
    let playbook = try PlaybookFiles.playbook("response")
    let families = Dictionary(grouping: playbook.signals, by: \.family).mapValues(\.count)
    #expect(families == ["technical": 5, "business": 4, "relationship": 4])
    #expect(
      playbook.paths.map { "\($0.clock ?? "-") → \($0.to.joined(separator: ", "))" } == [
        "unresolved → CS manager", "- → VP CS", "- → VP CS, Executive sponsor", "- → Support lead, Engineering",
        "- → Finance, Legal if needed", "- → Product",
      ])
    #expect(
      playbook.templates.map { "\($0.id) \($0.audience) \($0.countsAs.map(\.rawValue).joined())" } == [
        "to-engineering internal ", "to-leadership internal ", "acknowledgement customer acknowledgement",
        "progress customer substantive", "resolution customer substantive", "follow-up-check customer ",
      ])
    let asked = ["severity", "account", "title", "segment", "arr", "health", "impact", "needed_by", "tried", "contact"]
    #expect(Set(asked).isSubset(of: playbook.templates[0].fields + playbook.templates[0].optional))
    #expect(
      playbook.guidance.map(\.id) == ["our-fault", "not-our-fault", "product-limit", "very-angry", "acknowledging"])
    #expect(
      playbook.guidance.allSatisfy { !$0.approach.isEmpty && !$0.dos.isEmpty && !$0.donts.isEmpty && !$0.fits.isEmpty })
    #expect(playbook.gates.map(\.needs) == [.customerConfirmed, .rootCause, .prevention(atLeast: 1)])
  }

  // MARK: all

  /// `PLAYBOOKS`, the daily room of each: list, how often, on which days, its lines, and at which grades.
  static let rooms: [(String, [String])] = [
    (
      "risk",
      [
        "daily-room daily customer-update: progress obstacles decided up-to-date told next-slot at S0 S1",
        "daily-room-once until-done : triage-steps closing-gates at S0 S1",
      ]
    ),
    (
      "response",
      [
        "daily-room daily : promised stands at Critical High", "unresolved daily unresolved: raised at all",
        "afterwards daily follow-up recovery-week recovery-month recovery-qbr: due at Critical High",
      ]
    ),
    ("levels", ["daily-room daily : holder handed-off kept next-level at L2 L3"]),
    (
      "protocol",
      ["daily-room daily : updates assembled called cause at P1 P2", "on-watch daily watch: look at P1 P2"]
    ),
    ("health", ["daily-room daily : stated reviews score contacts at 1 2 3"]),
  ]

  @Test("the daily room asks at its grades and on its days", arguments: rooms)
  func room(id: String, lists: [String]) throws {
    let playbook = try PlaybookFiles.playbook(id)
    let told = playbook.checklists.filter { $0.when == .daily || $0.when == .untilDone }.map { list in
      let grades = list.items.map { item -> [String] in
        if case .by(_, let table) = item.applies { return table.keys.sorted() }
        return ["all"]
      }
      let days = list.days.joined(separator: " ")
      let lines = list.items.map(\.id).joined(separator: " ")
      return
        "\(list.id) \(list.when.rawValue) \(days): \(lines) at \(Set(grades.joined()).sorted().joined(separator: " "))"
    }
    #expect(told == lists)
    #expect(playbook.notes.contains { $0.contains("daily room") })
  }

  @Test(arguments: ["risk", "response", "levels", "protocol", "health"])
  func `a comma does not break a line of advice in two`(id: String) throws {
    let playbook = try PlaybookFiles.playbook(id)
    var lines = playbook.severities.flatMap(\.examples)
    for card in playbook.guidance { lines += card.approach + card.dos + card.donts }
    for kit in playbook.toolkits { lines += kit.weaknesses + kit.reviews + kit.objections + kit.migration }
    for line in lines { #expect(line.first?.isUppercase ?? false, "\(line)") }
  }

  // MARK: levels

  @Test("levels: chain, lists, the six reasons that escalate at once, the dispute in rupiah")
  func levels() throws {
    let playbook = try PlaybookFiles.playbook("levels")
    #expect(playbook.levels.map { "\($0.id) \($0.band)" } == ["L1 3", "L2 2", "L3 1"])
    #expect(playbook.process.map(\.id) == ["document", "notify", "hand-off", "follow-through"])
    #expect(playbook.checklists.map(\.items.count) == [10, 4, 3, 5, 4])
    #expect(playbook.checklists.map(\.when) == [.once, .eachGrade, .closing, .closing, .daily])
    let atOnce = playbook.signals.filter { $0.family == "at once" }
    #expect(atOnce.map { $0.suggests ?? "-" } == ["L2", "L3", "L3", "L2", "L2", "L2"])
    #expect(playbook.signals.compactMap(\.above) == [Money(minorUnits: 1_000_000_000, currency: "IDR")])
    let channels = Dictionary(grouping: playbook.notify, by: \.grade).mapValues { $0.flatMap(\.channels) }
    #expect(
      channels == [
        "L1": ["slack", "email", "crm"], "L2": ["slack", "email", "crm"], "L3": ["slack", "email", "crm"],
      ])
    #expect(playbook.gates.map(\.needs) == [.customerConfirmed, .checklistsDecided])
    #expect(playbook.templates.map(\.id) == ["to-customer", "to-manager", "record"])
  }

  // MARK: protocol

  @Test("protocol: seven principles, seven lines of contacts, three messages, three gates, the chain")
  func crisis() throws {
    let playbook = try PlaybookFiles.playbook("protocol")
    #expect(
      playbook.guidance.map(\.id)
        == ["speed", "empathy", "expectations", "document", "escalate-early", "follow-through", "learn"])
    #expect(playbook.contactMatrix.map(\.id) == ["L1", "L2", "L3", "L4", "L5", "technical", "product"])
    #expect(playbook.templates.map(\.countsAs) == [[.acknowledgement], [.substantive], [.substantive]])
    #expect(playbook.gates.map(\.needs) == [.customerConfirmed, .rootCause, .checklistsDecided])
    #expect(
      playbook.notify.map { "\($0.grade) \($0.stakeholders.count) \($0.channels.count)" } == ["P1 4 0", "P2 1 0"])
  }

  // MARK: health

  @Test("health: stages, the menu with its first actions, thresholds, what each stage asks for")
  func health() throws {
    let playbook = try PlaybookFiles.playbook("health")
    #expect(playbook.stages.map { "\($0.id) \($0.band)" } == ["1 3", "2 2", "3 1"])
    #expect(
      playbook.hypotheses.map { "\($0.id) \($0.due?.description ?? "-") \($0.dimension ?? "-")" } == [
        "champion 5bd relationship", "usage - usage", "support 24h support", "competition - -", "budget - financial",
      ])
    let policy = try #require(playbook.health)
    #expect(
      policy
        == HealthPolicy(
          red: 50, yellow: 70, opensAfterDays: 3, improvement: 10, closesAfterDays: 30,
          dimensions: ["usage", "relationship", "support", "financial"],
          enterpriseValue: Money(minorUnits: 5_000_000, currency: "USD"), staleDays: 365, staleDaysOpen: 90))
    let work = try #require(playbook.checklists.first { $0.id == "stage-work" })
    let asked = ["1", "2", "3"].map { stage in
      work.items.filter { $0.applies.need(severity: nil, level: nil, stage: stage) != .no }.map(\.id)
    }
    #expect(asked == [[], ["second-owner", "play", "senior"], ["play", "vp", "note", "sponsor", "toolkit"]])
    #expect(playbook.gates.map(\.needs) == [.rootCause, .healthStreak(days: 30)])
    #expect(playbook.toolkits.map(\.competitor) == ["any"])
    let kit = try #require(playbook.toolkits.first)
    #expect([kit.weaknesses, kit.reviews, kit.objections, kit.migration].allSatisfy { !$0.isEmpty })
  }

  // MARK: risk

  @Test("risk: the matrix, who and channel, the six families of signals")
  func risk() throws {
    let playbook = try PlaybookFiles.playbook("risk")
    #expect(
      playbook.notify.map { "\($0.grade) \($0.stakeholders.count) \($0.channels.joined(separator: "+"))" } == [
        "S0 5 email+call", "S1 5 email+slack", "S2 4 email", "S3 2 email", "S3 1 notes",
      ])
    let families = Dictionary(grouping: playbook.signals, by: \.family).mapValues(\.count)
    #expect(
      families == ["adoption": 4, "people": 5, "commercial": 5, "support": 6, "product fit": 2, "sentiment": 3])
    #expect(playbook.templates.map(\.id) == ["alert-slack", "alert-email", "register-entry", "plan"])
  }

  private func needs(_ item: ChecklistItem, _ severities: [String]) -> [Need] {
    severities.map { item.applies.need(severity: $0, level: nil, stage: nil) }
  }
}
