import EscalationDomain
import YAMLReading

/// A playbook as a YAML file; its keys are explained in ``PlaybookFormat``.
public enum PlaybookFile {
  /// Reads one playbook.
  /// - Parameters:
  ///   - file: what errors call the file.
  ///   - calendars: the ids that the file may name; nil where they are not known.
  /// - Throws: everything that is wrong with it.
  public static func parse(
    _ text: String, file: String, calendars: Set<String>? = nil
  ) throws(PolicyFileErrors) -> Playbook {
    let (playbook, errors) = read(text, file: file, calendars: calendars)
    guard errors.isEmpty, let playbook else { throw PolicyFileErrors(errors) }
    return playbook
  }

  /// Everything that is wrong with a playbook, by its place in the file; empty for a sound one.
  public static func check(text: String, file: String, calendars: Set<String>? = nil) -> [PolicyFileError] {
    read(text, file: file, calendars: calendars).errors
  }

  private static func read(
    _ text: String, file: String, calendars: Set<String>?
  ) -> (playbook: Playbook?, errors: [PolicyFileError]) {
    let root: YAMLValue
    do {
      root = try YAMLDocument.read(text, file: file)
    } catch {
      return (nil, [error])
    }
    var reader = PlaybookReader()
    guard let playbook = reader.playbook(root) else { return (nil, reader.errors) }
    let problems = playbook.problems(calendars: calendars)
    let errors = reader.errors + PlaybookPlaces(root: root, reader: reader).errors(for: problems)
    return (playbook, errors.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) })
  }
}

/// All that is wrong with a file; never empty.
public struct PolicyFileErrors: Error, Hashable, Sendable {
  public let errors: [PolicyFileError]

  init(_ errors: [PolicyFileError]) {
    self.errors = errors
  }
}

extension PolicyFileErrors: CustomStringConvertible {
  /// One line each.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// Where in a file the faults of the playbook read from it stand.
struct PlaybookPlaces {
  let root: YAMLValue
  let reader: PlaybookReader

  /// The faults at their places, without those that only follow from what could not be read.
  func errors(for problems: [PlaybookProblem]) -> [PolicyFileError] {
    let lost = Set(reader.errors.filter { $0.path.count <= 1 }.map { $0.path.first ?? "" })
    return problems.compactMap { problem in
      let place = place(of: problem.path)
      if reader.errors.contains(where: { $0.path.starts(with: place.path) }) { return nil }
      return follows(problem.fault, lost) ? nil : place.failure(problem.fault.problem)
    }
  }

  /// The value at a path, or the last one before it that exists.
  private func place(of path: [PlaybookProblem.Step]) -> YAMLValue {
    var place = root
    for step in path {
      switch step {
      case .key(let key):
        guard let next = try? place.mapping().entries.first(where: { $0.key == key })?.value else { return place }
        place = next
      case .item(let index):
        let index = reader.kept[place.path].map { $0.indices.contains(index) ? $0[index] : index } ?? index
        guard let items = try? place.sequence(), items.indices.contains(index) else { return place }
        place = items[index]
      }
    }
    return place
  }

  /// Whether a fault may be the mere consequence of an entry or a section that could not be read.
  private func follows(_ fault: PlaybookProblem.Fault, _ lost: Set<String>) -> Bool {
    let scales = Set(Scale.allCases.map(\.key))
    func missing(_ name: String?, from sections: Set<String>) -> Bool {
      lost.contains("") || !lost.isDisjoint(with: sections) || name.map(reader.skipped.contains) ?? false
    }
    switch fault {
    case .unknownGrade(let name, _): return missing(name, from: scales)
    case .unknownStep(let name, _), .unknownGroup(let name, _): return missing(name, from: ["process"])
    case .unknownRule(let name, _): return missing(name, from: ["clocks"])
    case .unknownDimension, .gateNeedsHealth: return missing(nil, from: ["health"])
    case .gateNeedsChecklists: return missing(nil, from: ["checklists"])
    case .noGrades, .startNeedsScale: return missing(nil, from: scales)
    case .gradeWithoutClock: return lost.contains("") || reader.errors.contains { $0.path.first == "clocks" }
    default: return false
    }
  }
}
