extension Decision {
  /// Checks a step to another playbook and completes it: the grade that stands where the present one does, and that the
  /// account may go to.
  func move(_ move: PlaybookMove, _ record: Escalation) throws -> PlaybookMove {
    try requireOpen(record)
    if move.playbook == record.playbook { throw Refusal.samePlaybook(move.playbook) }
    let policy = policies.current
    guard let playbook = policy.playbooks[move.playbook]?.value else {
      throw Refusal.unknownPlaybook(move.playbook, known: policy.playbooks.keys.sorted())
    }
    var move = move
    move.edition = policy.edition
    if move.severity == nil, move.level == nil, move.stage == nil {
      let grade = playbook.grade(nearest: record.band, for: record.account)
      (move.severity, move.level, move.stage) = grade
      return move
    }
    try Decision.spell(&move.severity, &move.level, &move.stage, playbook)
    if let stage = move.stage { try Decision.requireAtOnce(stage, record.account, playbook) }
    return move
  }

  /// The step and why it is made: into the last stage it is somebody's assessment, as it is from the stage before.
  func moved(_ move: PlaybookMove, _ reason: String?, _ record: Escalation) throws -> (Fact, String?) {
    let move = try self.move(move, record)
    if reason?.nonEmpty == nil, try Decision.isAssessed(move, policies.current) { throw Refusal.reasonRequired }
    return (.playbookChanged(move), reason?.nonEmpty)
  }

  /// Whether a step to another playbook takes a reason: it leads straight into the last stage.
  public static func isAssessed(_ move: PlaybookMove, _ policy: Policy) throws -> Bool {
    guard let playbook = policy.playbooks[move.playbook]?.value else {
      throw Refusal.unknownPlaybook(move.playbook, known: policy.playbooks.keys.sorted())
    }
    return move.stage.map(playbook.isAssessed) ?? false
  }

  /// Every deadline before and after a step to another playbook, for the question that precedes it.
  public func preview(move: PlaybookMove) throws -> (move: PlaybookMove, deadlines: [DeadlineMove]) {
    let before = try Escalation.replay(history, policies: policies, now: act.occurred)
    let complete = try self.move(move, before)
    return (complete, try preview(.playbookChanged(complete), before))
  }

  /// Every deadline before and after a fact.
  func preview(_ fact: Fact, _ before: Escalation) throws -> [DeadlineMove] {
    let trial = Event(
      sequence: .max, escalation: before.id, occurred: act.occurred, recorded: act.now, actor: act.actor, fact: fact)
    let after = try Escalation.replay(history.adding([trial]), policies: policies, now: act.occurred)
    return DeadlineMove.between(before, after)
  }

  /// Puts grades as the playbook spells them.
  static func spell(
    _ severity: inout String?, _ level: inout String?, _ stage: inout String?, _ playbook: Playbook
  ) throws {
    severity = try severity.map { text in
      guard let id = playbook.severityID(matching: text) else {
        throw Refusal.unknownSeverity(text, known: playbook.severities.map(\.id))
      }
      return id
    }
    level = try level.map { text in
      guard let id = playbook.levelID(matching: text) else {
        throw Refusal.unknownLevel(text, known: playbook.levels.map(\.id))
      }
      return id
    }
    stage = try stage.map { text in
      guard let id = playbook.stageID(matching: text) else {
        throw Refusal.unknownStage(text, known: playbook.stages.map(\.id))
      }
      return id
    }
  }
}

extension Playbook {
  /// The grade that stands where a band does in another playbook: S0 ≈ Critical ≈ P1 … S3 ≈ Low ≈ P4; of a shorter
  /// scale the nearest, the graver of two. Source: PLAYBOOKS, All five.
  ///
  /// - Parameter account: a last stage that it may not enter at once is left out.
  public func grade(
    nearest band: Int, for account: AccountFacts
  ) -> (severity: String?, level: String?, stage: String?) {
    func nearest(_ grades: [Grade]) -> String? {
      grades.min { a, b in
        let (x, y) = (abs(a.band - band), abs(b.band - band))
        return x != y ? x < y : a.band < b.band
      }?.id
    }
    if let severity = nearest(severities) { return (severity, nil, nil) }
    if let level = nearest(levels) { return (nil, level, nil) }
    return (nil, nil, nearest(stages.filter { Decision.mayEnterAtOnce($0.id, account, self) }))
  }
}
