extension PlaybookCheck {
  mutating func clocks() {
    ids(playbook.clocks.map(\.id), [.key("clocks")])
    for (index, rule) in playbook.clocks.enumerated() {
      let path: Path = [.key("clocks"), .item(index)]
      if !rule.id.isEmpty, !Target.isRuleName(rule.id[...]) { report(path + [.key("id")], .badRuleID(rule.id)) }
      text(rule.label, path + [.key("label")])
      calendar(rule.calendar, path + [.key("calendar")])
      starts(rule, path + [.key("starts")])
      stops(rule, path + [.key("stops")])
      nature(rule, path)
      targets(rule, at: index, path + [.key("target")])
    }
  }

  // MARK: What starts and stops

  private mutating func starts(_ rule: ClockRule, _ path: Path) {
    if rule.starts.isEmpty { report(path, .startsNever) }
    for (index, trigger) in rule.starts.enumerated() {
      let place = path + [.item(index)]
      reference(trigger, place)
      if trigger == .levelEntered, playbook.levels.isEmpty { report(place, .startNeedsScale(trigger, .level)) }
      if trigger == .stageEntered, playbook.stages.isEmpty { report(place, .startNeedsScale(trigger, .stage)) }
    }
  }

  private mutating func stops(_ rule: ClockRule, _ path: Path) {
    for (index, trigger) in rule.stops.enumerated() {
      reference(trigger, path + [.item(index)])
      if let start = rule.startsOnlyAtEnd, !trigger.canHappen(after: start) {
        report(path + [.item(index)], .stopTooLate(trigger))
      }
    }
    let endsByResolving = rule.onResolve != .keep && rule.startsOnlyAtEnd == nil
    if rule.stops.isEmpty, !rule.elapses, !endsByResolving { report(path, .stopsNever) }
  }

  /// The step, the group or the path that a trigger names.
  private mutating func reference(_ trigger: Trigger, _ path: Path) {
    switch trigger {
    case .done(let id): step(id, path)
    case .allDone(let group):
      let known = Set(playbook.process.compactMap(\.group)).sorted()
      if !known.contains(group) { report(path, .unknownGroup(group, known: known)) }
    case .raised(let id), .called(let id):
      let known = playbook.paths.map(\.id)
      if !known.contains(id) { report(path, .unknownPath(id, known: known)) }
    default: break
    }
  }

  // MARK: What it is

  private mutating func nature(_ rule: ClockRule, _ path: Path) {
    if rule.advances { advance(rule, path) }
    if rule.elapses, rule.repeats { report(path + [.key("elapses")], .elapsesAndRepeats) }
    let never: [Trigger] = [.acknowledged, .notified, .allNotified]
    let once = !rule.repeats && rule.stops.contains(where: never.contains)
    let promise = rule.target.targets.contains { $0.parts.contains(.promised) }
    if rule.pausable, once || promise { report(path + [.key("pausable")], .neverPauses) }
    if promise, !rule.starts.contains(.promised) { report(path + [.key("target")], .promiseWithoutPromise) }
  }

  /// A stage's time runs from its start, and after the last one comes none.
  private mutating func advance(_ rule: ClockRule, _ path: Path) {
    if rule.starts != [.stageEntered] { report(path + [.key("starts")], .advanceStartsElsewhere) }
    guard case .by(.stage, let table) = rule.target else {
      return report(path + [.key("target")], .advanceNeedsStages)
    }
    for (stage, target) in table.sorted(by: { $0.key < $1.key }) {
      let place = path + [.key("target"), .key(stage)]
      if !target.isSpan { report(place, .advanceIsNoSpan(target)) }
      if stage == playbook.stages.last?.id { report(place, .lastStageAdvances(stage)) }
    }
  }

  private mutating func targets(_ rule: ClockRule, at index: Int, _ path: Path) {
    switch rule.target {
    case .all(let target):
      cadence([(target, path)], rule)
      self.target(target, nil, rule, at: index, path)
    case .by(let scale, let table):
      if table.isEmpty { report(path, .emptyTable) }
      grades(table.keys, of: scale, path)
      let targets = table.sorted { $0.key < $1.key }
      cadence(targets.map { ($0.value, path + [.key($0.key)]) }, rule)
      for (grade, target) in targets {
        self.target(target, (scale, grade), rule, at: index, path + [.key(grade)])
      }
    }
  }

  /// The first cadence of a rule that does not repeat speaks for them all.
  private mutating func cadence(_ targets: [(Target, Path)], _ rule: ClockRule) {
    guard !rule.repeats, let first = targets.first(where: { $0.0.isCadence }) else { return }
    report(first.1, .cadenceWithoutRepeat(first.0))
  }

  private mutating func target(
    _ target: Target, _ grade: (Scale, String)?, _ rule: ClockRule, at index: Int, _ path: Path
  ) {
    if rule.repeats, !target.repeats { report(path, .repeatsWithoutSpan(target)) }
    for part in target.parts.dropFirst() {
      if part.isCadence { report(path, .cadenceInside(part)) }
      if case .deadlineOf(let name) = part { deadline(of: name, grade, before: index, path) }
    }
  }

  /// A rule whose deadline another rule looks at must come first and have one.
  private mutating func deadline(of name: String, _ grade: (Scale, String)?, before index: Int, _ path: Path) {
    guard let other = playbook.clocks.firstIndex(where: { $0.id == name }) else {
      return report(path, .unknownRule(name, known: playbook.clocks[..<index].map(\.id)))
    }
    guard other < index else { return report(path, .laterRule(name)) }
    guard let grade, case .by(let scale, let table) = playbook.clocks[other].target, scale == grade.0 else { return }
    if table[grade.1] == nil { report(path, .ruleHasNoTarget(name, grade: grade.1)) }
  }
}

extension ClockRule {
  /// The end that alone starts it, the earlier where both do.
  fileprivate var startsOnlyAtEnd: Trigger? {
    guard starts.allSatisfy({ $0 == .resolved || $0 == .closed }) else { return nil }
    return starts.contains(.resolved) ? .resolved : starts.first
  }
}

extension Trigger {
  /// Whether it can still happen once a record is resolved or closed, short of reopening, which starts clocks anew.
  fileprivate func canHappen(after end: Trigger) -> Bool {
    switch self {
    case .opened, .acknowledged, .internalCheck, .levelEntered, .stageEntered, .hypothesisStated, .resolved, .called:
      false
    case .customerUpdate, .substantiveUpdate, .promised, .closed: end == .resolved
    case .customerReply, .notified, .allNotified, .customerConfirmed, .neededBySet, .done, .allDone, .raised: true
    }
  }
}
