import EscalationDomain
import YAMLReading
import Yams

/// Where in a file the faults of the playbook read from it stand.
struct PlaybookPlaces {
  let root: YAMLValue
  let reader: PlaybookReader
  /// The paths of the reader's errors and every path that leads to one.
  private let faulty: Set<[String]>

  init(root: YAMLValue, reader: PlaybookReader) {
    self.root = root
    self.reader = reader
    var faulty: Set<[String]> = []
    for error in reader.errors {
      for length in 0...error.path.count { faulty.insert(Array(error.path.prefix(length))) }
    }
    self.faulty = faulty
  }

  /// The faults at their places, without those that may only follow from what could not be read.
  func errors(for problems: some Sequence<PlaybookProblem>) -> [PolicyFileError] {
    let lost = lostSections
    return problems.compactMap { problem in
      let place = place(of: problem.path)
      if faulty.contains(place.path) { return nil }
      if follows(problem.fault, lost) || followsInEntry(problem.fault, at: place) { return nil }
      return place.failure(problem.fault.problem)
    }
  }

  /// The keys of the file under which something stands that the playbook does not have.
  private var lostSections: Set<String> {
    var lost: Set<String> = []
    for error in reader.errors where error.path.count <= 1 {
      switch error.problem {
      case .missingKey(let key) where error.path.isEmpty: lost.insert(key)
      case .unknownKey(let key, let known) where error.path.isEmpty:
        if let meant = NearestWord.of(key, among: known) { lost.insert(meant) }
      default: lost.formUnion(error.path)
      }
    }
    return lost
  }

  /// The value at a path, or the last one before it that exists.
  func place(of path: [PlaybookProblem.Step]) -> YAMLValue {
    var place = root
    for step in path {
      switch step {
      case .key(let key):
        guard case .mapping(let pairs) = place.node, let next = pairs.first(where: { $0.key.scalar?.string == key })
        else { return place }
        place = YAMLValue(node: next.value, file: place.file, path: place.path + [key])
      case .item(let index):
        let index = reader.kept[place.path].map { $0.indices.contains(index) ? $0[index] : index } ?? index
        guard case .sequence(let items) = place.node, items.indices.contains(index) else { return place }
        place = YAMLValue(node: items[index], file: place.file, path: place.path + ["[\(index + 1)]"])
      }
    }
    return place
  }

  /// Whether a fault may be the mere consequence of an entry or a section that could not be read.
  private func follows(_ fault: PlaybookProblem.Fault, _ lost: Set<String>) -> Bool {
    let scales = Set(Scale.allCases.map(\.key))
    func missing(_ name: String?, from sections: Set<String>) -> Bool {
      !lost.isDisjoint(with: sections) || name.map(reader.skipped.contains) ?? false
    }
    switch fault {
    case .unknownGrade(let name, _): return missing(name, from: scales)
    case .unknownStep(let name, _), .unknownGroup(let name, _): return missing(name, from: ["process"])
    case .unknownRule(let name, _): return missing(name, from: ["clocks"])
    case .unknownMilestone(let name, _): return missing(name, from: ["outline"])
    case .unknownDimension, .gateNeedsHealth, .streakDiffers:
      return missing(nil, from: ["health"]) || isFaulty("health")
    case .gateNeedsChecklists: return missing(nil, from: ["checklists"])
    case .nothingToDecide: return missing(nil, from: ["checklists"]) || isFaulty("checklists")
    case .nobodyToNotify: return missing(nil, from: ["notify"]) || isFaulty("notify")
    case .unknownPath(let name, _): return missing(name, from: ["paths"])
    case .unknownFit(let name, _): return missing(name, from: ["signals", "process", "templates"])
    case .pathNeverCalled: return isFaulty("clocks")
    case .noGrades, .startNeedsScale: return missing(nil, from: scales)
    case .gradeWithoutClock, .gradeLeftOut, .ruleHasNoTarget:
      return lost.contains("clocks") || faulty.contains(["clocks"])
    default: return false
    }
  }

  private func isFaulty(_ section: String) -> Bool { faulty.contains([section]) }

  /// Whether a fault between two keys of one clock may follow from one of them that could not be read.
  private func followsInEntry(_ fault: PlaybookProblem.Fault, at place: YAMLValue) -> Bool {
    switch fault {
    case .cadenceWithoutRepeat, .repeatsWithoutSpan, .elapsesAndRepeats, .promiseWithoutPromise, .neverPauses,
      .stopsNever, .stopTooLate, .unusedField, .onlyForCustomers:
      faulty.contains(Array(place.path.prefix(2)))
    default: false
    }
  }
}
