import EscalationDomain
import Screen

/// What a person fills in for one act on one escalation.
public struct Form: Equatable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case acknowledge, update, note, assign, severity, pause, resume, resolve
  }

  /// A draft belongs to one act on one escalation.
  public struct Name: Hashable, Sendable {
    public var escalation: EscalationID
    public var kind: Kind
  }

  /// Where a form stands.
  public enum Phase: Hashable, Sendable {
    case editing
    /// The deadlines that the chosen severity would bring are being worked out.
    case weighing
    /// Everything is said; `y` does it.
    case reviewing(Review)
    /// The act is on its way to the store.
    case performing
  }

  /// What a person looks at before an act that is not easily taken back.
  public enum Review: Hashable, Sendable {
    case deadlines([DeadlineMove])
    case resolving
  }

  public let kind: Kind
  public let subject: Subject
  public internal(set) var fields: [FormField]
  /// Index into `fields`.
  public internal(set) var focus = 0
  public internal(set) var phase = Phase.editing
  /// What is wrong with a field, by its id.
  public internal(set) var problems: [FormField.ID: String] = [:]
  /// Why the act failed, as a sentence.
  public internal(set) var failure: String?
  /// It was left half typed and is offered again.
  public internal(set) var isDraft = false

  /// What is typed for no owner: taking one away should not happen by an empty field.
  static let nobody = "nobody"

  public var name: Name { Name(escalation: subject.id, kind: kind) }

  /// Whether something typed would be lost.
  var hasText: Bool {
    fields.contains { field in
      if case .choice = field.entry { return false }
      return !field.text.isEmpty
    }
  }

  /// `Update for W-12 · Acme`.
  public var title: String { "\(kind.title) · \(subject.id) · \(subject.account)" }

  func text(_ id: FormField.ID) -> String { fields.first { $0.id == id }?.text ?? "" }
}

extension Form.Kind {
  var title: String {
    switch self {
    case .acknowledge: "First response"
    case .update: "Customer update"
    case .note: "Note"
    case .assign: "Owner"
    case .severity: "Severity"
    case .pause: "Pause"
    case .resume: "Resume"
    case .resolve: "Resolve"
    }
  }

  init?(_ command: ConsoleCommand.ID) {
    switch command {
    case .acknowledge: self = .acknowledge
    case .update: self = .update
    case .note: self = .note
    case .assign: self = .assign
    case .severity: self = .severity
    case .pause: self = .pause
    case .resume: self = .resume
    case .resolve: self = .resolve
    default: return nil
    }
  }
}

/// One thing to fill in.
public struct FormField: Equatable, Sendable, Identifiable {
  public enum ID: String, Hashable, Sendable {
    case note, text, channel, next, owner, severity, reason, until, summary, rootCause
  }

  /// What is typed or chosen. A time is typed as people type it; names are completed from those given.
  public enum Entry: Equatable, Sendable {
    case text(TextField, rows: Int)
    case time(TextField)
    case name(TextField, known: [String], highlighted: Int?)
    case choice([Choice], Int)
  }

  public struct Choice: Hashable, Sendable {
    public var id: String
    public var name: String
    public var band: Int
    public var meaning: String
  }

  public let id: ID
  public let label: String
  /// Shown while it is empty.
  public let hint: String
  public let isRequired: Bool
  public internal(set) var entry: Entry

  public var text: String {
    switch entry {
    case .text(let field, _), .time(let field), .name(let field, _, _): field.text
    case .choice(let choices, let index): choices.indices.contains(index) ? choices[index].id : ""
    }
  }

  /// The known names that what is typed may mean, the best first, six at the most.
  public var suggestions: [String] {
    guard case .name(let field, let known, _) = entry else { return [] }
    let typed = field.text.lowercased()
    let starts = known.filter { $0.lowercased().hasPrefix(typed) }
    let others = known.filter { !$0.lowercased().hasPrefix(typed) && $0.lowercased().contains(typed) }
    let all = starts + others
    return all == [field.text] ? [] : Array(all.prefix(6))
  }
}
