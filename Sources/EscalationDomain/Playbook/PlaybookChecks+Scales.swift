extension PlaybookCheck {
  mutating func scales() {
    if Scale.allCases.allSatisfy({ grades($0).isEmpty }) { report([], .noGrades) }
    for scale in Scale.allCases {
      let path: Path = [.key(scale.key)]
      ids(grades(scale).map(\.id), path)
      for (index, grade) in grades(scale).enumerated() { self.grade(grade, scale, path + [.item(index)]) }
    }
  }

  private mutating func grade(_ grade: Grade, _ scale: Scale, _ path: Path) {
    text(grade.name, path + [.key("name")])
    if !(1...4).contains(grade.band) { report(path + [.key("band")], .bandOutOfRange(grade.band)) }
    if !hasClock(grade.id, scale) { report(path, .gradeWithoutClock(scale, grade.id)) }
  }

  /// Whether opening at this grade, or entering it, starts a clock. One that may wait for ever is none.
  private func hasClock(_ grade: String, _ scale: Scale) -> Bool {
    playbook.clocks.contains { rule in
      let starts = rule.starts.contains { $0 == .opened || $0 == .levelEntered || $0 == .stageEntered }
      return starts && rule.target.target(scale, grade).map { !$0.mayNeverCome } ?? false
    }
  }

  mutating func warnings() {
    let path: Path = [.key("warnings"), .key("percent")]
    let percent = playbook.warnings.percent
    for (index, value) in percent.enumerated() where !(1...99).contains(value) {
      report(path + [.item(index)], .warningOutOfRange(value))
    }
    if zip(percent, percent.dropFirst()).contains(where: { $0 >= $1 }) { report(path, .warningsNotRising) }
    if playbook.warnings.before < 0 { report([.key("warnings"), .key("before")], .negativeWarning) }
  }
}

extension TargetTable {
  /// The target of a record that has this grade and no other.
  func target(_ scale: Scale, _ grade: String) -> Target? {
    target(
      severity: scale == .severity ? grade : nil, level: scale == .level ? grade : nil,
      stage: scale == .stage ? grade : nil)
  }
}

extension Target {
  /// An amount of time from a start, which can be counted again and again.
  var isSpan: Bool {
    switch self {
    case .elapsed, .working, .businessDays, .days: true
    default: false
    }
  }

  var isCadence: Bool {
    if case .slots = self { return true }
    return false
  }

  /// Whether each stop can start it anew.
  var repeats: Bool {
    switch self {
    case .window, .earliest: parts.dropFirst().allSatisfy(\.repeats)
    default: isSpan || isCadence || self == .sameDay
    }
  }

  /// Whether nothing is due until somebody names a time or a date.
  fileprivate var mayNeverCome: Bool {
    switch self {
    case .neededBy, .promised, .accountDate: true
    case .window(_, let late): late.mayNeverCome
    case .earliest(let targets): targets.allSatisfy(\.mayNeverCome)
    default: false
    }
  }

  /// This target and those inside it.
  var parts: [Target] {
    switch self {
    case .earliest(let targets): [self] + targets.flatMap(\.parts)
    case .window(let opens, let late): [self] + opens.parts + late.parts
    default: [self]
    }
  }
}
