import EscalationDomain

/// What a row says of an escalation. What the profile maps no column to is nil and stays as it is; what a mapped column
/// leaves empty is `.some(nil)` and becomes empty.
struct ImportRow: Hashable, Sendable {
  var id: String
  /// When it happened: an update's time, a record's latest change if it says so.
  var at: Instant?
  /// Among rows of one instant.
  var order: Int64 = 0
  var actor: String?
  /// Equal for rows that are one update; nil where the profile has no such rule.
  var identity: String?

  var title: String
  var details: String??
  var tags: [String]?
  var account: AccountColumns
  var contact: Contact??
  var playbook: String
  var severity: String?
  var level: String?
  var stage: String?
  var owner: String??
  var neededBy: Instant??
  var detection: Detection?
  var opened: Instant?

  var status: ImportProfile.Status?
  /// The status as the file words it: why an escalation waits.
  var statusText: String?
  var note: String?
  var resolution: Resolution
  var closing: Closing
  var times: RecordTimes?
}

/// The account's facts that a row has columns for.
struct AccountColumns: Hashable, Sendable {
  var name: String
  var segment: String??
  var arr: Money??
  var renewal: LocalDate??
  var qbr: LocalDate??
  var calendar: String??

  /// The facts with what the row says in place of what was.
  func over(_ facts: AccountFacts?) -> AccountFacts {
    var result = facts ?? AccountFacts(name: name)
    result.name = name
    if let segment { result.segment = segment }
    if let arr { result.arr = arr }
    if let renewal { result.renewal = renewal }
    if let qbr { result.qbr = qbr }
    if let calendar { result.calendar = calendar }
    return result
  }
}

/// When what happened, as a row of a whole escalation tells it.
struct RecordTimes: Hashable, Sendable {
  var acknowledged: Instant?
  var paused: Instant?
  var pauseReason: String?
  var pauseUntil: Instant?
  var resumed: Instant?
  var resolved: Instant?
  var closed: Instant?
  var cancelled: Instant?
  var lastUpdate: Instant?
  var lastUpdateText: String?
  var nextUpdate: Instant?
}
