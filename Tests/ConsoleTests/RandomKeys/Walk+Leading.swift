import EscalationDomain
import Screen

@testable import Console

/// Errands that look where they go: to a line that only some plans, gates, people and risks have, and there into its form.
extension Walk {
  private struct Lead: Sendable {
    var form: Form.Kind
    /// The pane of an escalation, or none for the register.
    var pane: EscalationPlace.Pane?
    /// Opens the form.
    var key: String
    /// Fill it in and save it.
    var fill: [String]
    var isThere: @Sendable (Model) -> Bool
  }

  private static let leads: [Lead] = [
    Lead(form: .findings, pane: .work, key: "space", fill: ["text:no training", "ctrl-s"]) {
      $0.selectedWork?.mark == .ask(.findings)
    },
    Lead(form: .override, pane: .work, key: "O", fill: ["text:head", "tab", "tab", "text:scores lag", "ctrl-s"]) {
      if case .gate(let gate) = $0.selectedWork?.what { gate.blocks && !gate.overriddenBy.isEmpty } else { false }
    },
    Lead(form: .shift, pane: .plan, key: "d", fill: ["ctrl-u", "text:+3d", "tab", "down", "ctrl-s", "y"]) {
      $0.selectedPlanItem?.milestone?.isOpen ?? false
    },
    Lead(form: .metric, pane: .plan, key: "e", fill: ["text: more", "tab", "tab", "text:9", "ctrl-s"]) {
      if case .metric = $0.selectedPlanItem?.what { true } else { false }
    },
    Lead(form: .exitCriteria, pane: .plan, key: "e", fill: ["text: twice", "ctrl-s"]) {
      if case .exitCriteria = $0.selectedPlanItem?.what { true } else { false }
    },
    Lead(form: .reached, pane: .people, key: "space", fill: ["ctrl-s"]) {
      if case .executive = $0.selectedPerson?.what { true } else { false }
    },
    Lead(form: .reviewRisk, pane: nil, key: "w", fill: ["tab", "text:seen", "ctrl-s"]) {
      if case .risk(let row, _) = $0.register.selectedRow { row.status == .open } else { false }
    },
    // Where no playbook speaks for itself, the first is chosen.
    Lead(form: .promoteRisk, pane: nil, key: "P", fill: ["text:fri 17:00", "ctrl-s", "down", "ctrl-s", "y"]) {
      if case .risk(let row, _) = $0.register.selectedRow { row.status == .open } else { false }
    },
  ]

  /// What a lead comes to.
  static let ledTo = Set(leads.map(\.form))

  /// Goes to a line where one of those forms opens, if there is one, fills it in and saves it.
  func lead() {
    guard let lead = random.one(of: Self.leads) else { return }
    press(["esc", "esc", "esc", "1", "esc", "g"])
    if let pane = lead.pane {
      press(["enter"])
      for _ in 0..<7 where !isAt(pane) { press(["tab"]) }
    } else {
      press(["5"])
    }
    press(["g"])
    for _ in 0..<40 where !lead.isThere(model) { press(["j"]) }
    guard lead.isThere(model) else { return }
    press([lead.key])
    // Where it was refused, letters would be keys.
    guard case .form(let form) = model.overlay, form.kind == lead.form else { return }
    press(lead.fill)
    if model.scope == .conflict { press(["m", "enter"]) }
  }

  private func isAt(_ pane: EscalationPlace.Pane) -> Bool {
    if case .escalation(let place) = model.place { place.pane == pane } else { false }
  }

  private func press(_ names: [String]) { for name in names { for key in keys(name) { press(key) } } }
}
