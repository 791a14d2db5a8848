import EscalationDomain

/// Several escalations marked to be acted on at once. A selection lives across filter and order, and until it is let go.
extension Model {
  /// The selected escalations where acts go to them: in lists, as the board has them; those it does not have come last.
  /// Empty where they do not show: on the place of one escalation, among milestones. O(rows).
  public var selected: [EscalationID] {
    guard isListed, !selection.isEmpty else { return [] }
    let listed = board.inOrder.filter(selection.contains)
    return listed + selection.subtracting(listed).sorted { $0.text < $1.text }
  }

  /// Whether acts go to a selection now. O(1).
  var actsOnMany: Bool { isListed && !selection.isEmpty }

  private var isListed: Bool {
    switch place {
    case .board, .register: true
    case .escalation, .plans, .room: false
    }
  }

  /// Marks an escalation, or takes its mark away.
  mutating func toggleSelection(of id: EscalationID) {
    if selection.remove(id) == nil { selection.insert(id) }
  }

  /// Marks every one of those that show; where all of them are marked already, takes their marks away.
  mutating func toggleSelection(ofAll shown: [EscalationID]) {
    if selection.isSuperset(of: shown) { selection.subtract(shown) } else { selection.formUnion(shown) }
  }

  mutating func letGoOfSelection() { selection = [] }

  /// Space: the row under the cursor, and on to the next.
  mutating func selectRow() {
    guard let id = subject?.id else { return }
    toggleSelection(of: id)
    move(.down)
  }

  mutating func selectAll() {
    toggleSelection(ofAll: listedEscalations)
    tell(.told, selection.isEmpty ? "none is selected" : "\(selection.count) selected")
  }

  /// What the place lists now.
  var listedEscalations: [EscalationID] {
    switch place {
    case .board: board.shown.map { board.board.rows[$0].id }
    case .register:
      register.rows.compactMap { row in
        if case .escalation(let row, _) = row { row.id } else { nil }
      }
    case .escalation, .plans, .room: []
    }
  }

  /// Takes marks away from what has just left the board.
  ///
  /// - Parameter old: what it had before.
  /// - Returns: how many.
  @discardableResult
  mutating func unselectGone(since old: Board) -> Int {
    guard !selection.isEmpty else { return 0 }
    let gone = selection.intersection(old.rows.lazy.map(\.id)).subtracting(board.board.rows.lazy.map(\.id))
    selection.subtract(gone)
    return gone.count
  }

  /// `4 selected, 2 hidden by the filter`; nil where none is.
  func selectionText(isShort: Bool = false) -> String? {
    guard !selection.isEmpty else { return nil }
    let count = "\(selection.count) selected"
    guard case .board = place else { return count }
    let hidden = selection.subtracting(listedEscalations).count
    return hidden == 0 ? count : "\(count), \(hidden) hidden" + (isShort ? "" : " by the filter")
  }
}

extension BoardState {
  /// Every row in the chosen order: those that show, then those that the filter hides.
  var inOrder: [EscalationID] {
    let hidden = Set(board.rows.indices).subtracting(shown).sorted()
    return (shown + hidden).map { board.rows[$0].id }
  }
}
