extension Fact {
  /// The kind's name in JSON output and in reports.
  public var kind: String {
    switch self {
    case .opened: "opened"
    case .amended: "amended"
    case .accountChanged: "account-changed"
    case .contactAdded: "contact-added"
    case .contactRemoved: "contact-removed"
    case .acknowledged: "acknowledged"
    case .updated: "updated"
    case .customerReplied: "customer-replied"
    case .checked: "checked"
    case .notified: "notified"
    case .noted: "noted"
    case .assigned: "assigned"
    case .severityChanged: "severity-changed"
    case .levelEntered: "level-entered"
    case .stageEntered: "stage-entered"
    case .neededBySet: "needed-by-set"
    case .marked: "marked"
    case .paused: "paused"
    case .resumed: "resumed"
    case .resolved: "resolved"
    case .closed: "closed"
    case .cancelled: "cancelled"
    case .reopened: "reopened"
    case .undone: "undone"
    case .breached: "breached"
    case .policyAdopted: "policy-adopted"
    }
  }
}
