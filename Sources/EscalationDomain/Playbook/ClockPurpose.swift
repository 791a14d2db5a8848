/// What a clock is for, whatever a playbook calls it: by this the clocks of two playbooks are held side by side.
public enum ClockPurpose: Hashable, Sendable {
  case firstResponse
  /// The first word that says what is known, what is not and what comes next.
  case substantiveResponse
  case notification
  case hypothesis
  case stageLength
  case customerCadence
  case internalCadence
  case promise
  case neededBy
  /// A period that ends by itself after the resolution.
  case watch
  /// Anything else, by its id.
  case other(String)

  public init(_ rule: ClockRule) {
    let parts = rule.target.targets.flatMap(\.parts)
    let stops = Set(rule.stops)
    self =
      if rule.advances {
        .stageLength
      } else if rule.elapses {
        rule.starts == [.resolved] ? .watch : .other(rule.id)
      } else if parts.contains(.promised) {
        .promise
      } else if parts.contains(.neededBy) {
        .neededBy
      } else if rule.repeats {
        stops.contains(.customerUpdate)
          ? .customerCadence : stops.contains(.internalCheck) ? .internalCadence : .other(rule.id)
      } else if stops.contains(.acknowledged) {
        .firstResponse
      } else if stops.contains(.substantiveUpdate) {
        .substantiveResponse
      } else if stops.contains(.notified) || stops.contains(.allNotified) {
        .notification
      } else if stops.contains(.hypothesisStated) {
        .hypothesis
      } else {
        .other(rule.id)
      }
  }

  /// As a table names it; none where the clock's own label says it.
  public var name: String? {
    switch self {
    case .firstResponse: "First response"
    case .substantiveResponse: "Substantive response"
    case .notification: "Notification"
    case .hypothesis: "Hypothesis"
    case .stageLength: "Length of a stage"
    case .customerCadence: "Customer update"
    case .internalCadence: "Internal check"
    case .promise: "Promised update"
    case .neededBy: "Needed by"
    case .watch: "Watch after the resolution"
    case .other: nil
    }
  }
}

extension Playbook {
  /// Each clock by its purpose, the first where several serve the same one; the others stand under their ids.
  var clocksByPurpose: [(purpose: ClockPurpose, rule: ClockRule)] {
    var taken: Set<ClockPurpose> = []
    return clocks.map { rule in
      let purpose = ClockPurpose(rule)
      return taken.insert(purpose).inserted ? (purpose, rule) : (.other(rule.id), rule)
    }
  }
}
