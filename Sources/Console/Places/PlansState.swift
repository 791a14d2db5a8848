import EscalationDomain

/// The milestones of all accounts as one console looks at them; lives on while another place is shown.
public struct PlansState: Equatable, Sendable {
  /// The escalation whose milestone is under the cursor.
  var selected: EscalationID? { nil }
  /// The milestone under the cursor.
  var selectedMilestone: String? { nil }
}
