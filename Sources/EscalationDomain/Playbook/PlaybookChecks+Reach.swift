/// What a playbook asks for and nobody can ever bring about, or asks for in two ways at once.
extension PlaybookCheck {
  mutating func reach() {
    for (index, rule) in playbook.clocks.enumerated() where rule.stops.contains(.allNotified) {
      everyone(rule, [.key("clocks"), .item(index)])
    }
    for (index, way) in playbook.paths.enumerated() {
      guard let clock = way.clock, let rule = playbook.rule(clock), rule.elapses else { continue }
      report([.key("paths"), .item(index), .key("clock")], .pathNeverCalled(clock: clock))
    }
    for (index, gate) in playbook.gates.enumerated() { self.gate(gate, [.key("gates"), .item(index)]) }
    for (index, list) in playbook.checklists.enumerated() { self.list(list, [.key("checklists"), .item(index)]) }
    scales(playbook)
  }

  /// A clock that waits for everyone needs somebody to tell at each grade that has it.
  private mutating func everyone(_ rule: ClockRule, _ path: Path) {
    if playbook.notify.isEmpty { return report(path + [.key("stops")], .nobodyToNotify(grade: nil)) }
    switch rule.target {
    case .all:
      for scale in Set(playbook.notify.map(\.scale)).sorted(by: { $0.rawValue < $1.rawValue }) {
        for grade in grades(scale) where !hears(grade.id, scale) {
          report(path + [.key("stops")], .nobodyToNotify(grade: grade.id))
        }
      }
    case .by(let scale, let table):
      guard playbook.notify.contains(where: { $0.scale == scale }) else { return }
      for grade in table.keys.sorted() where !hears(grade, scale) {
        report(path + [.key("target"), .key(grade)], .nobodyToNotify(grade: grade))
      }
    }
  }

  private func hears(_ grade: String, _ scale: Scale) -> Bool {
    playbook.notify.contains { $0.scale == scale && $0.grade == grade }
  }

  // MARK: Gates and checklists

  private mutating func gate(_ gate: Gate, _ path: Path) {
    if gate.applies.isNever { report(path + [.key("applies")], .neverApplies) }
    switch gate.needs {
    case .checklistsDecided where !playbook.checklists.isEmpty: decided(gate, path)
    case .healthStreak(let days):
      guard days > 0, let health = playbook.health, health.closesAfterDays != days else { return }
      report(path + [.key("needs")], .streakDiffers(gate: days, health: health.closesAfterDays))
    default: break
    }
  }

  /// Where no list that closing waits for asks anything, such a gate stands open and means nothing.
  private mutating func decided(_ gate: Gate, _ path: Path) {
    switch gate.applies {
    case .always(.no): break
    case .always:
      for scale in Scale.allCases {
        for grade in grades(scale) where !asks(grade.id, scale) {
          report(path + [.key("needs")], .nothingToDecide(grade: grade.id))
        }
      }
    case .by(let scale, let table):
      for (grade, need) in table.sorted(by: { $0.key < $1.key }) where need != .no && !asks(grade, scale) {
        report(path + [.key("applies"), .key(grade)], .nothingToDecide(grade: grade))
      }
    }
  }

  private func asks(_ grade: String, _ scale: Scale) -> Bool {
    playbook.checklists.contains { $0.gates && $0.items.contains { $0.applies.mayAsk(grade, scale) } }
  }

  private mutating func list(_ list: Checklist, _ path: Path) {
    if playbook.process.contains(where: { $0.id == list.id }), list.step != list.id {
      report(path + [.key("id")], .namedForAnotherStep(list.id))
    }
    for (index, item) in list.items.enumerated() where item.applies.isNever {
      report(path + [.key("items"), .item(index), .key("applies")], .neverApplies)
    }
  }

  /// An id that two scales share names neither: nobody can say which is meant.
  private mutating func scales(_ playbook: Playbook) {
    var taken: [String: Scale] = [:]
    for scale in Scale.allCases {
      for (index, grade) in grades(scale).enumerated() {
        let name = grade.id.lowercased()
        if let other = taken[name], other != scale {
          report([.key(scale.key), .item(index), .key("id")], .gradeOfTwoScales(grade.id, other))
        }
        taken[name] = scale
      }
    }
  }
}

extension Applies {
  fileprivate var isNever: Bool {
    switch self {
    case .always(let need): need == .no
    case .by(_, let table): table.values.allSatisfy { $0 == .no }
    }
  }

  /// Whether a record of this grade may be asked; what another scale decides is open.
  fileprivate func mayAsk(_ grade: String, _ scale: Scale) -> Bool {
    switch self {
    case .always(let need): need != .no
    case .by(scale, let table): (table[grade] ?? .no) != .no
    case .by(_, let table): table.values.contains { $0 != .no }
    }
  }
}
