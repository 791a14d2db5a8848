/// The words for what is done besides talking: who must hear, lists, gates, tasks, levels, scores.
extension Narrator {
  /// Whom the playbooks' matrices name at a grade, line by line.
  private static func matrix(_ grade: Grade) -> [(who: [String], channels: [String?])] {
    switch grade {
    case .s0:
      [
        (
          [
            "Customer sponsor and executives", "AE", "CS leader", "Support and Engineering leadership",
            "Security and Legal if it applies",
          ], ["email", "call"]
        )
      ]
    case .s1:
      [
        (
          ["POC and sponsor", "AE", "CS manager", "Support and Engineering manager", "PS lead"], ["email", "slack"]
        )
      ]
    case .s2: [(["POC", "AE or AM", "CS manager", "PS or SE"], ["email"])]
    case .s3: [(["POC", "AE"], ["email"]), (["Internal CS notes"], ["notes"])]
    case .p1: [(["Team lead", "Manager", "VP", "C-level as needed"], ["slack"])]
    case .p2: [(["Team lead"], ["slack"])]
    case .l1: [(["#escalations"], ["slack"]), (["Direct manager"], ["email"]), (["The account's flag"], ["crm"])]
    case .l2: [(["VP Customer Success"], ["email"])]
    case .stage1: [(["CSM"], [nil])]
    case .p3, .p4, .critical, .high: []
    }
  }

  /// Everyone whom the matrix names, a minute apart for each channel.
  func told(_ grade: Grade, _ ago: Span, by actor: Teammate? = nil) -> [Beat] {
    let calls = Narrator.matrix(grade).flatMap { line in line.channels.map { (line.who, $0) } }
    return zip(calls, 0...).flatMap { call, minute in
      beat(ago.after(minutes: minute), .notify(Notification(who: call.0, channel: call.1)), actor)
    }
  }

  /// Lines of a checklist done.
  func ticked(_ ago: Span, _ list: String, _ items: String...) -> [Beat] {
    items.flatMap { item in
      beat(ago, .decideItem(ItemDecision(checklist: list, item: item, choice: .done), reason: nil), nil)
    }
  }

  func spared(_ ago: Span, _ list: String, _ item: String, _ reason: String) -> [Beat] {
    beat(ago, .decideItem(ItemDecision(checklist: list, item: item, choice: .notNeeded), reason: reason), nil)
  }

  func confirmed(_ ago: Span, _ note: String? = nil) -> [Beat] { beat(ago, .confirmByCustomer(note: note), nil) }

  /// Root cause and prevention, written down without resolving.
  func learned(_ ago: Span, cause: String, prevention: String) -> [Beat] {
    beat(ago, .amendResolution(Resolution(rootCause: cause, prevention: [prevention])), nil)
  }

  func overridden(_ ago: Span, _ gates: [String], as authority: String, _ reason: String) -> [Beat] {
    gates.flatMap { gate in
      beat(ago, .overrideGate(GateOverride(gate: gate, authority: authority), reason: reason), .ruth)
    }
  }

  func raised(_ ago: Span, _ path: String, _ note: String? = nil) -> [Beat] {
    beat(ago, .raisePath(path, note: note), nil)
  }

  func entered(_ ago: Span, _ level: Grade, _ reason: String) -> [Beat] {
    beat(ago, .enterLevel(level.rawValue, reason: reason), nil)
  }

  func supposed(_ ago: Span, _ hypothesis: String, _ cause: String, _ intervention: String, success: String) -> [Beat] {
    let statement = HypothesisStatement(
      hypothesis: hypothesis, cause: cause, intervention: intervention, owner: nil, success: success)
    return beat(ago, .stateHypothesis(statement), nil)
  }

  /// - Parameter due: how long from now; negative where that has gone by.
  func planned(_ ago: Span, _ title: String, _ owner: Teammate, due: Span) -> [Beat] {
    let task = Command.addTask(title: title, owner: owner.rawValue, due: now + due.seconds, origin: "hypothesis")
    return beat(ago, task, nil)
  }

  func finished(_ ago: Span, _ task: String, _ note: String? = nil) -> [Beat] {
    beat(ago, .finishTask(task, note: note), nil)
  }

  /// The account's score on the local date of that moment.
  func scored(_ ago: Span, _ account: DemoAccount, _ composite: Int) -> [Beat] {
    let at = now + -ago.seconds
    let date = timelines[account.calendar.rawValue]?.localDate(at) ?? Zone.utc.local(at).date
    return beat(ago, .score(HealthScore(date: date, composite: composite)), nil)
  }
}
