import Screen

/// One thing to fill in.
public struct FormField: Equatable, Sendable, Identifiable {
  public enum ID: Hashable, Sendable {
    case note, text, channel, next, owner, grade, reason, until, summary, rootCause, prevention
    case title, due, hypothesis, cause, intervention, success, competitor, outcome, csat, role, authority
    case to, file
    /// A field of a message's template, by its name there.
    case field(String)
    case name, phone, email, on, how
    case start, kind, after, by, along, evidence, metric, baseline, target, measured, found
    /// One line of a list, counted from 0.
    case criterion(Int)
    case account, playbook, signal, amount, neededBy, seenBy, details, path
    case likelihood, impactScore, category, impact, response, contingency, residual, review, exposed
    case filter, key
    case each, all, present, excused, absent, escalation
    /// A role in the room, by its name.
    case roomRole(String)
    /// A question of a stage review, by its id.
    case question(String)
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
    /// For a grade: its mark goes before it.
    public var band: Int?
    public var meaning = ""
    /// That is how it stands now.
    public var isPresent = false
    /// The facts, the team or the playbooks point to it.
    public var isSuggested = false
  }

  public let id: ID
  public let label: String
  /// Shown while it is empty.
  public let hint: String
  public let isRequired: Bool
  public internal(set) var entry: Entry
  /// Where it names several: how.
  var naming: Naming?
  /// What is typed to narrow a list down.
  public internal(set) var typed = ""

  public var text: String {
    switch entry {
    case .text(let field, _), .time(let field), .name(let field, _, _): field.text
    case .choice(let choices, let index): choices.indices.contains(index) ? choices[index].id : ""
    }
  }

  /// The known names that what is typed may mean, the best first, six at the most.
  public var suggestions: [String] { ranked.map(\.text) }

  /// The same with the letters that they share with what is typed.
  var ranked: [Suggested] {
    guard case .name(let field, let known, _) = entry else { return [] }
    let all = offered(known)
    return all.map(\.text) == [field.text] ? [] : Array(all.prefix(6))
  }

  /// What can be taken: the known names, and at the end what is typed, where that is none of them. A milestone is named
  /// by an id that there is, or not at all.
  var offers: [Suggested] {
    let ranked = ranked
    guard case .name(_, let known, _) = entry, naming != .id, let typed = pieces.typed.nonEmpty,
      !known.contains(typed), !ranked.contains(where: { $0.text == typed })
    else { return ranked }
    return ranked + [Suggested(text: typed, isAsTyped: true)]
  }

  /// The lines below the field while it has the keys: none once a name was taken, until something else is typed.
  var shownOffers: [Suggested] {
    guard case .name(_, _, let highlighted) = entry else { return [] }
    return highlighted != nil || pieces.typed.nonEmpty == nil ? offers : []
  }
}
