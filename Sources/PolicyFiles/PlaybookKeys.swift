import YAMLReading

/// Every key that a playbook may hold, by the mapping it stands in: one table for the reader and the reference.
enum PlaybookKeys: String, CaseIterable {
  case playbook
  case grade
  case clock
  case warnings
  case step
  case checklist
  case item
  case notify
  case signal
  case path
  case hypothesis
  case outline
  case gate
  case template
  case guidance
  case toolkit
  case contact
  case health
  case metric
  case room
  case minutes

  var keys: [String] {
    switch self {
    case .playbook:
      [
        "id", "name", "purpose", "calendar", "on_severity_change", "severities", "levels", "stages", "clocks",
        "warnings", "process", "checklists", "notify", "signals", "paths", "hypotheses", "outline", "gates",
        "templates", "guidance", "toolkits", "contact_matrix", "health", "metrics", "room", "notes",
      ]
    case .grade: ["id", "name", "band", "meaning", "examples", "who"]
    case .clock:
      [
        "id", "label", "starts", "stops", "target", "calendar", "repeats", "pausable", "elapses", "advances",
        "on_resolve", "on_severity_change",
      ]
    case .warnings: ["percent", "before"]
    case .step: ["id", "label", "help", "group", "accountable", "responsible", "consulted", "informed"]
    case .checklist: ["id", "label", "when", "days", "step", "items"]
    case .item: ["id", "label", "applies", "done_by"]
    case .notify: ["grade", "stakeholders", "channels"]
    case .signal: ["id", "family", "label", "suggests", "from", "above", "detection"]
    case .path: ["id", "label", "clock", "to"]
    case .hypothesis: ["id", "label", "action", "due", "dimension"]
    case .outline: ["id", "title", "kind", "due", "after"]
    case .gate: ["id", "label", "needs", "applies", "overridden_by"]
    case .template: ["id", "label", "audience", "counts_as", "channels", "fields", "optional", "subject", "body"]
    case .guidance: ["id", "title", "approach", "do", "dont", "fits"]
    case .toolkit: ["competitor", "weaknesses", "reviews", "objections", "migration"]
    case .contact: ["id", "role"]
    case .health:
      [
        "red", "yellow", "opens_after_days", "improvement", "closes_after_days", "dimensions", "enterprise_value",
        "stale_days", "stale_days_open",
      ]
    case .metric: ["id", "label", "goal"]
    case .room: ["roles", "minutes"]
    case .minutes: ["each", "all"]
    }
  }
}
