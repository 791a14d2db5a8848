import EscalationDomain
import Screen

/// Keys that mean nothing where they were pressed: no key is silent in a place.
extension Model {
  /// Leads to the pane that a key belongs to where that is one, or says where it is of use.
  mutating func strayed(_ key: Key, _ meant: [ConsoleCommand]) -> [Effect] {
    guard overlay == nil, ConsoleCommand.places.contains(scope) else { return [] }
    switch key {
    case .escape, .paste, .focus, .mouse: return []
    default: break
    }
    guard !meant.isEmpty else {
      hint("nothing is on “\(key.name)” here; \(keyName(.help, in: scope)) lists the keys")
      return []
    }
    if case .escalation(let place) = place { return strayed(key, meant, in: place) }
    for command in meant {
      guard let home = command.home ?? (isAtRoom ? command.partOfRoom : nil) else { continue }
      hint("\(command.label): \(home)")
      break
    }
    return []
  }

  private mutating func strayed(_ key: Key, _ meant: [ConsoleCommand], in place: EscalationPlace) -> [Effect] {
    let panes = EscalationPlace.Pane.allCases.filter { pane in meant.contains { $0.pane == pane } }
    if panes.contains(place.pane) {
      hint("“\(key.name)” does nothing on this line")
      return []
    }
    guard panes == [.plan], let command = meant.first else {
      let uses = panes.compactMap { pane in meant.first { $0.pane == pane }.map { "\($0.label) in \(pane.title)" } }
      hint("“\(key.name)” does nothing in \(place.pane.title): \(uses.joined(separator: ", "))")
      return []
    }
    turn(to: .plan)
    // What needs no line is done at once; for the rest the line is to be seen first.
    if command.id == .addMilestone, command.availability(in: self) == .available { return start(command, key) }
    if case .unavailable(let reason) = command.availability(in: self) {
      tell(.told, "\(command.label): \(reason)")
    } else {
      hint("\(command.label): here is the plan; again on the line that is meant")
    }
    return []
  }

  /// Gives another pane the keys.
  private mutating func turn(to pane: EscalationPlace.Pane) {
    guard case .escalation(var place) = place else { return }
    place.pane = pane
    self.place = .escalation(place)
    holdCursor()
  }

  /// A word on the screen that is not worth keeping.
  private mutating func hint(_ text: String) {
    toasts.removeAll { $0.text == text }
    toasts.append(Toast(kind: .told, text: text, until: now + 6))
    toasts = toasts.suffix(3)
  }
}

extension ConsoleCommand {
  /// The pane of the Escalation place on whose lines it works, if it is a pane's.
  fileprivate var pane: EscalationPlace.Pane? {
    switch id {
    case .explainClock: .clocks
    case .markDone, .notNeeded, .override: .work
    case .takeUp, .changePerson, .takeAway: .people
    case .doneMilestone, .reopenMilestone, .addMilestone, .editPlan, .shiftMilestone, .startMilestone, .dropMilestone,
      .milestoneUp, .milestoneDown, .outline:
      .plan
    default: nil
    }
  }

  /// Where among the lists it is of use, in words.
  fileprivate var home: String? {
    switch id {
    case .chartLater, .chartEarlier, .chartToday: "in the chart; tab turns to it"
    case .assessRisk, .reviewRisk, .promoteRisk, .closeRisk: "on a risk; this is an escalation"
    case .doneMilestone, .reopenMilestone: "on a milestone"
    default: nil
    }
  }
}
