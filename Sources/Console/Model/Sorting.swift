import EscalationDomain
import Screen

/// How a console has its board sorted: one person's choice, never written to the store.
public struct Sorting: Hashable, Sendable {
  public var order = BoardOrder.severity
  public var isReversed = false

  /// Bands keep together, so that each may have its heading.
  var hasSections: Bool { order == .severity }

  /// The order in which rows come from the store.
  var isStandard: Bool { self == Sorting() }

  /// Which way the sorted column runs, from the top.
  func arrow(_ glyphs: Glyphs) -> Character { order.grows != isReversed ? glyphs.up : glyphs.down }
}

/// The orders to choose from.
public struct OrderPanel: Hashable, Sendable {
  /// Index into the orders.
  public internal(set) var highlighted: Int

  init(_ order: BoardOrder) { highlighted = BoardOrder.allCases.firstIndex(of: order) ?? 0 }

  var order: BoardOrder { BoardOrder.allCases[highlighted] }
}

extension Model {
  mutating func openOrders() { overlay = .orders(OrderPanel(board.sorting.order)) }

  /// Sorts by what is highlighted; chosen again, it is turned round.
  mutating func pickOrder() {
    guard case .orders(let panel) = overlay else { return }
    overlay = nil
    if panel.order == board.sorting.order { return turnRound() }
    board.sort(Sorting(order: panel.order))
  }

  mutating func turnRound() {
    var sorting = board.sorting
    sorting.isReversed.toggle()
    board.sort(sorting)
  }
}
