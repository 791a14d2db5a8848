import EscalationDomain

/// The register's columns to choose from: those that show in their order, then the others.
public struct ColumnPanel: Hashable, Sendable {
  public internal(set) var entries: [RegisterColumn]
  /// Index into the entries.
  public internal(set) var highlighted: Int

  /// - Parameter column: where the cursor stands; none means at the first.
  init(_ shown: [RegisterColumn], at column: RegisterColumn? = nil) {
    let entries = shown + RegisterColumn.allCases.filter { !shown.contains($0) }
    self.entries = entries
    highlighted = column.flatMap { entries.firstIndex(of: $0) } ?? 0
  }

  var column: RegisterColumn { entries[highlighted] }
}

extension Model {
  /// Sorts by a column; by the one that it is sorted by already, the other way round.
  mutating func sortRegister(by column: RegisterColumn) -> [Effect] {
    defer { keepRegister() }
    return register.ask { query in
      if query.order.column == column {
        query.order.isReversed.toggle()
      } else {
        query.order = RegisterOrder(column)
      }
    }
  }

  /// A key in the list of columns. What it brings about shows at once behind it, and is kept.
  mutating func choose(_ command: ConsoleCommand.ID) -> [Effect] {
    guard case .columns(var panel) = overlay else { return [] }
    defer { keepRegister() }
    let column = panel.column
    switch command {
    case .toggleColumn:
      if let index = register.columns.firstIndex(of: column) {
        // A table without columns shows nothing to choose by.
        guard register.columns.count > 1 else {
          tell(.told, "one column has to stay")
          return []
        }
        register.columns.remove(at: index)
      } else {
        // Where it stands in the list, so that the list does not jump.
        let before = panel.entries.prefix(panel.highlighted).filter(register.columns.contains).count
        register.columns.insert(column, at: before)
      }
    case .columnEarlier, .columnLater:
      let goal = panel.highlighted + (command == .columnEarlier ? -1 : 1)
      guard panel.entries.indices.contains(goal) else { return [] }
      panel.entries.swapAt(panel.highlighted, goal)
      panel.highlighted = goal
      let shown = Set(register.columns)
      register.columns = panel.entries.filter(shown.contains)
      overlay = .columns(panel)
    case .sortByColumn:
      overlay = nil
      return sortRegister(by: column)
    case .resetColumns:
      register.columns = RegisterColumn.standard
      overlay = .columns(ColumnPanel(register.columns))
      return register.ask { $0.order = RegisterOrder() }
    case .closeColumns: overlay = nil
    default: break
    }
    return []
  }
}
