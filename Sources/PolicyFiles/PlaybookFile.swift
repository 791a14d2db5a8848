import EscalationDomain
import YAMLReading

/// A playbook as a YAML file; its keys are explained in ``PlaybookFormat``.
public enum PlaybookFile {
  /// Reads one playbook.
  /// - Parameters:
  ///   - file: what errors call the file.
  ///   - calendars: the ids that the file may name; nil where they are not known.
  ///   - closed: the ids of calendars that have no working time ahead.
  /// - Throws: everything that is wrong with it.
  public static func parse(
    _ text: String, file: String, calendars: Set<String>? = nil, closed: Set<String> = []
  ) throws(PolicyFileErrors) -> Playbook {
    let (playbook, errors) = read(text, file: file) {
      $0.problems(calendars: calendars, closed: closed) + $1.leftOut(of: $0)
    }
    guard errors.isEmpty, let playbook else { throw PolicyFileErrors(errors) }
    return playbook
  }

  /// Everything that is wrong with a playbook, by its place in the file; empty for a sound one.
  public static func check(
    text: String, file: String, calendars: Set<String>? = nil, closed: Set<String> = []
  ) -> [PolicyFileError] {
    read(text, file: file) { $0.problems(calendars: calendars, closed: closed) + $1.leftOut(of: $0) }.errors
  }

  /// A playbook that was installed once: sound by the rules of its day, whatever has become a fault since.
  public static func installed(_ text: String, file: String) throws(PolicyFileErrors) -> Playbook {
    let (playbook, errors) = read(text, file: file, isLenient: true) { _, _ in [] }
    guard errors.isEmpty, let playbook else { throw PolicyFileErrors(errors) }
    return playbook
  }

  private static func read(
    _ text: String, file: String, isLenient: Bool = false,
    problems check: (Playbook, PlaybookPlaces) -> [PlaybookProblem]
  ) -> (playbook: Playbook?, errors: [PolicyFileError]) {
    let root: YAMLValue
    do {
      root = try YAMLDocument.read(text, file: file)
    } catch {
      return (nil, [error])
    }
    var reader = PlaybookReader(isLenient: isLenient)
    guard let playbook = reader.playbook(root) else { return (nil, reader.errors) }
    let places = PlaybookPlaces(root: root, reader: reader)
    let errors = reader.errors + places.errors(for: check(playbook, places).prefix(mostErrors))
    let sorted = errors.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    return (playbook, Array(sorted.prefix(mostErrors)))
  }

  /// More than anyone reads at once; what is left out is named the next time.
  static let mostErrors = 500
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
