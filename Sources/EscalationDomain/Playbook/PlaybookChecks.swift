extension Playbook {
  /// Everything that contradicts itself, points nowhere or can never come about; empty for a sound playbook.
  ///
  /// - Parameters:
  ///   - calendars: the ids that a store knows; nil where they are not known and not checked.
  ///   - closed: the ids of those that have no working time ahead.
  public func problems(calendars: Set<String>? = nil, closed: Set<String> = []) -> [PlaybookProblem] {
    var check = PlaybookCheck(self, calendars: calendars, closed: closed)
    check.head()
    check.scales()
    check.clocks()
    check.warnings()
    check.work()
    check.people()
    check.words()
    check.figures()
    check.reach()
    return check.problems
  }
}

/// One walk over a playbook, collecting what is wrong with it.
struct PlaybookCheck {
  let playbook: Playbook
  let calendars: Set<String>?
  let closed: Set<String>
  private(set) var problems: [PlaybookProblem] = []

  init(_ playbook: Playbook, calendars: Set<String>?, closed: Set<String>) {
    self.playbook = playbook
    self.calendars = calendars
    self.closed = closed
  }

  typealias Path = [PlaybookProblem.Step]

  mutating func report(_ path: Path, _ fault: PlaybookProblem.Fault) {
    problems.append(PlaybookProblem(path, fault))
  }

  func grades(_ scale: Scale) -> [Grade] {
    switch scale {
    case .severity: playbook.severities
    case .level: playbook.levels
    case .stage: playbook.stages
    }
  }

  mutating func head() {
    id(playbook.id, [.key("id")])
    text(playbook.name, [.key("name")])
    calendar(playbook.calendar, [.key("calendar")])
  }

  mutating func calendar(_ id: String?, _ path: Path) {
    guard let id else { return }
    if let calendars, !calendars.contains(id) { return report(path, .unknownCalendar(id, known: calendars.sorted())) }
    if closed.contains(id) { report(path, .calendarNeverOpens(id)) }
  }

  mutating func text(_ text: String, _ path: Path) {
    if text.nonEmpty == nil { report(path, .emptyText) }
  }

  /// Letters, digits, `-`, `_` and `.`: an id is typed on a command line.
  mutating func id(_ id: String, _ path: Path) {
    let fits = id.utf8.allSatisfy { byte in
      let character = Character(Unicode.Scalar(byte))
      return character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
    }
    if !fits || id.isEmpty { report(path, .badID(id)) }
  }

  /// Ids that a list may hold once each, in whatever case a person types them.
  mutating func ids(_ list: [String], _ path: Path) {
    var seen: Set<String> = []
    for (index, id) in list.enumerated() {
      let place = path + [.item(index), .key("id")]
      self.id(id, place)
      if !seen.insert(id.lowercased()).inserted { report(place, .duplicateID(id)) }
    }
  }

  /// The grades that a table names.
  mutating func grades(_ names: some Sequence<String>, of scale: Scale, _ path: Path) {
    let known = grades(scale).map(\.id)
    for name in names.sorted() where !known.contains(name) {
      report(path + [.key(name)], .unknownGrade(name, known: known))
    }
  }

  mutating func applies(_ applies: Applies, _ path: Path) {
    if case .by(let scale, let table) = applies { grades(table.keys, of: scale, path) }
  }

  mutating func step(_ id: String, _ path: Path) {
    let known = playbook.process.map(\.id)
    if !known.contains(id) { report(path, .unknownStep(id, known: known)) }
  }
}

extension Scale {
  /// The key of a playbook under which its grades stand.
  public var key: String {
    switch self {
    case .severity: "severities"
    case .level: "levels"
    case .stage: "stages"
    }
  }
}
