import EscalationDomain
import Screen

/// Choosing rows: the same in every place that has a list.
extension Model {
  /// The line of the place that shows; none on one escalation's.
  public var filterLine: FilterTyping? {
    switch place {
    case .board: board.line
    case .plans: plans.line
    case .register: register.line
    case .escalation, .room: nil
    }
  }

  /// By what a filter is understood here and now.
  var lens: FilterContext {
    FilterContext(now: now, zone: viewer.zone, actor: viewer.actor, playbooks: board.lens.playbooks)
  }

  /// Changes the line of the place that shows, and its rows with it.
  mutating func editFilter(_ change: (inout FilterTyping) -> Void) {
    switch place {
    case .board: board.edit(change)
    case .plans: plans.edit(on: plansGround, change)
    case .register: editRegisterFilter(change)
    case .escalation, .room: break
    }
  }

  /// Does what a key means in the line; false for what it means elsewhere.
  mutating func runInFilter(_ command: ConsoleCommand.ID) -> Bool {
    guard overlay == nil, let line = filterLine else { return false }
    switch command {
    case .filter: editFilter { $0.begin() }
    case .completeFilter: editFilter { $0.complete() }
    case .clearFilter: editFilter { $0.set(.none) }
    case .keepFilter:
      if line.menu?.highlighted == nil { rememberFilter(line) }
      editFilter { $0.keep() }
    default: return false
    }
    if case .register = place { keepRegister() }
    return true
  }

  mutating func typeInFilter(_ key: Key) {
    guard var field = filterLine?.field else { return }
    // No word begins so.
    if key == .character("?"), field.text.prefix(field.cursor).last?.isWhitespace ?? true {
      overlay = .help(HelpPanel())
      return
    }
    guard field.handle(key) else { return }
    editFilter { $0.type(field) }
  }

  /// Up and down in the line: among what is offered, else among earlier filters. False where the rows have them.
  mutating func moveInFilter(_ command: ConsoleCommand.ID) -> Bool {
    guard let line = filterLine, line.field != nil else { return false }
    let earlier = desk.filters?[line.subject] ?? []
    var isTaken = false
    editFilter { isTaken = $0.choose(command) || $0.recall(command, among: earlier) }
    return isTaken
  }

  private mutating func rememberFilter(_ line: FilterTyping) {
    guard let text = line.text.nonEmpty, line.problem == nil else { return }
    var filters = desk.filters ?? EarlierFilters()
    filters.kept(text, line.subject)
    desk.filters = filters
  }
}

/// Filters that somebody kept before, each kind of rows by itself, the newest first.
public struct EarlierFilters: Hashable, Codable, Sendable {
  static let most = 50

  public var board: [String]?
  public var plans: [String]?
  public var register: [String]?

  subscript(_ subject: FilterSubject) -> [String] {
    get {
      switch subject {
      case .escalations: board ?? []
      case .milestones: plans ?? []
      case .register: register ?? []
      }
    }
    set {
      switch subject {
      case .escalations: board = newValue
      case .milestones: plans = newValue
      case .register: register = newValue
      }
    }
  }

  mutating func kept(_ text: String, _ subject: FilterSubject) {
    self[subject] = Array(([text] + self[subject].filter { $0 != text }).prefix(Self.most))
  }
}
