import EscalationDomain

/// Every risk and escalation, open and closed, as one console looks at them; lives on while another place is shown.
public struct RegisterState: Equatable, Sendable {
  /// The escalation under the cursor; none where a risk is.
  var selected: EscalationID? { nil }
}
