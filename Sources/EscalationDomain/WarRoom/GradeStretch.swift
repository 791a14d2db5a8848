/// A time during which a record kept its playbook and grades.
struct GradeStretch {
  var from: Instant
  var severity: String?
  var level: String?
  var stage: String?

  /// Oldest first, the present one last; since the last change of the playbook, whose lists are others. O(events).
  static func stretches(of record: Escalation, _ history: History) -> [GradeStretch] {
    var stretches: [GradeStretch] = []
    func change(_ at: Instant, _ body: (inout GradeStretch) -> Void) {
      guard var next = stretches.last else { return }
      next.from = at
      body(&next)
      stretches.append(next)
    }
    // Stages that time brought may not be in the log yet; one that is counts once.
    let brought = record.work.advances.map { (at: $0.at, fact: Fact.stageEntered($0.stage)) }
    let acts = history.effective.map { (at: $0.occurred, fact: $0.fact) }
    for (at, fact) in (acts + brought).sorted(by: { $0.at < $1.at }) {
      switch fact {
      case .opened(let opening):
        stretches = [
          GradeStretch(from: at, severity: opening.severity, level: opening.level, stage: opening.stage)
        ]
      case .playbookChanged(let move):
        stretches = [GradeStretch(from: at, severity: move.severity, level: move.level, stage: move.stage)]
      case .severityChanged(let id): change(at) { $0.severity = id }
      case .levelEntered(let id): change(at) { $0.level = id }
      case .stageEntered(let id): change(at) { $0.stage = id }
      default: break
      }
    }
    return stretches
  }

  /// Since when the grades have asked for an item in a row; none where the present ones do not.
  static func asked(_ item: ChecklistItem, _ stretches: [GradeStretch]) -> Instant? {
    stretches.reversed().prefix {
      item.applies.need(severity: $0.severity, level: $0.level, stage: $0.stage) != .no
    }.last?.from
  }
}
