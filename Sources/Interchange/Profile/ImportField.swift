/// What a column of a file can stand for. The names are those of profiles, and the columns of the native profile.
public enum ImportField: String, Hashable, Sendable, CaseIterable {
  case id, title, account, segment, arr, currency, renewal, qbr, calendar, playbook
  case severity, level, stage, owner
  case contact
  case contactRole = "contact_role"
  case contactEmail = "contact_email"
  case contactPhone = "contact_phone"
  case opened = "opened_at"
  case neededBy = "needed_by"
  case tags, details, detection, status, actor
  case resolution
  case rootCause = "root_cause"
  case outcome, csat

  // Updates: when a row happened, and its order among those of the same instant.
  case at
  case order
  case note

  // Records: what happened when.
  case acknowledged = "acknowledged_at"
  case paused = "paused_at"
  case pauseReason = "pause_reason"
  case pauseUntil = "pause_until"
  case resumed = "resumed_at"
  case resolved = "resolved_at"
  case closed = "closed_at"
  case cancelled = "cancelled_at"
  case lastUpdate = "last_update_at"
  case lastUpdateText = "last_update"
  case nextUpdate = "next_update_at"
  case updated = "updated_at"

  /// The layout that has the field, where not both have it.
  var layout: ImportProfile.Layout? {
    switch self {
    case .at, .order, .note: .updates
    case .acknowledged, .paused, .pauseReason, .pauseUntil, .resumed, .resolved, .closed, .cancelled, .lastUpdate,
      .lastUpdateText, .nextUpdate, .updated:
      .records
    default: nil
    }
  }

  /// The most bytes of text it may have; the field limit where nil.
  var textLimit: Int? {
    switch self {
    case .id: 128
    case .title: 4096
    case .details, .note, .resolution, .rootCause, .lastUpdateText, .tags: nil
    default: 1024
    }
  }
}
