import EscalationDomain

/// The playbook that a new escalation opens under, and why it is the one.
struct Governing {
  let playbook: Playbook
  /// Why it is suggested; nil where nothing speaks for it.
  let why: String?
  /// The one that it is without the signal: its signals are listed first, wherever one chooses among them.
  let base: Playbook
  private let suggested: String?

  /// A person's own choice, else the playbook of the signal that was named, else the one assigned to the account or its
  /// segment, else the one that governs what the account has open, else the one that is set. Where none of them names one, a
  /// person chooses; the signals of the playbook that governs most of the board are listed first.
  init(
    _ form: Form, _ books: [Playbook], account: AccountFacts, open: [BoardRow], signal: SignalName?, _ model: Model
  ) {
    func book(_ id: String?) -> Playbook? { books.first { $0.id == id } }
    let assignment = model.opening.book?.team.assignment(for: account)
    let sister = open.first { book($0.playbook) != nil }
    let suggestion: (id: String?, why: String?)
    if let assignment, book(assignment.playbook) != nil {
      suggestion = (assignment.playbook, "\(assignment.playbook) is assigned to the \(assignment.scope.words)")
    } else if let sister {
      suggestion = (sister.playbook, "\(sister.playbook) governs \(sister.id) of this account")
    } else {
      suggestion = (nil, nil)
    }
    let usual = book(model.settings.playbook)
    let others = Governing.usual(model.board.board.rows, books) ?? books.first { !$0.severities.isEmpty } ?? books.first
    let first = usual ?? others ?? Governing.none
    let preset = suggestion.id ?? usual?.id ?? (books.count > 1 ? nil : first.id)
    if form.chosen.contains(.playbook), let chosen = book(form.text(.playbook)) {
      (playbook, base) = (chosen, chosen)
      (suggested, why) = (suggestion.id, suggestion.why)
    } else if let other = book(signal?.playbook), other.id != preset {
      (playbook, base) = (other, book(suggestion.id) ?? first)
      suggested = other.id
      why = ["\(other.id) has the signal", suggestion.why].compactMap(\.self).joined(separator: "; ")
    } else {
      base = book(suggestion.id) ?? first
      playbook = preset == nil ? Governing.none : base
      (suggested, why) = (suggestion.id, suggestion.why)
    }
  }

  /// Where several may govern and nothing speaks for one of them, a person chooses.
  private static let none = Playbook(id: "", name: "")

  /// The playbook of most rows. O(rows).
  private static func usual(_ rows: [BoardRow], _ books: [Playbook]) -> Playbook? {
    var counts: [String: Int] = [:]
    for row in rows { counts[row.playbook, default: 0] += 1 }
    let most = books.max { (counts[$0.id] ?? 0, $1.id) < (counts[$1.id] ?? 0, $0.id) }
    return most.flatMap { counts[$0.id] == nil ? nil : $0 }
  }

  func picking(_ books: [Playbook]) -> OpeningChoice.Picking {
    var choices = books.map { FormField.Choice(id: $0.id, name: "", meaning: $0.name, isSuggested: $0.id == suggested) }
    if playbook.id.isEmpty {
      choices.insert(FormField.Choice(id: "", name: "choose one", meaning: "whose rules govern it"), at: 0)
    }
    return OpeningChoice.Picking(choices, at: playbook.id)
  }
}
