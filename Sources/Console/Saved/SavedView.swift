import EscalationDomain

/// A filter and an order that one person looks through often, under a name.
public struct SavedView: Hashable, Codable, Sendable {
  public var name: String
  /// As it is typed; empty for every row.
  public var filter: String
  /// A ``BoardOrder``; none for the board's own.
  public var order: String?
  public var reversed: Bool?
  /// Of a function key, one of ``keys``.
  public var key: Int?

  public init(_ name: String, _ filter: String, order: BoardOrder = .severity, reversed: Bool = false, key: Int? = nil)
  {
    self.name = name
    self.filter = filter
    self.order = order == .severity ? nil : order.rawValue
    self.reversed = reversed ? true : nil
    self.key = key
  }

  /// F1 is help and F6 sorts.
  public static let keys = [2, 3, 4, 5, 7, 8, 9, 10, 11, 12]

  /// What a board has until its owner changes anything: what somebody on call asks first.
  public static let first = [
    SavedView("All", "", key: 2),
    SavedView("Mine", "owner:me", key: 3),
    SavedView("Breached", "breached", order: .deadline, key: 4),
    SavedView("Due today", "due<=today", order: .deadline, key: 5),
    SavedView("Nobody's", "owner:nobody", key: 7),
    SavedView("Paused", "paused", key: 8),
  ]

  public var sortedBy: BoardOrder { order.flatMap { BoardOrder(rawValue: $0) } ?? .severity }
  public var isReversed: Bool { reversed ?? false }

  /// As a list shows it.
  public var filterShown: String { filter.isEmpty ? "every open escalation" : filter }

  func isCalled(_ name: String) -> Bool { self.name.lowercased() == name.lowercased() }
}

extension [SavedView] {
  /// The place of the view of that name, whatever its case.
  public func place(of name: String) -> Int? { firstIndex { $0.isCalled(name) } }

  /// Function keys that no view has, the first one first.
  public var freeKeys: [Int] { SavedView.keys.filter { key in !contains { $0.key == key } } }
}
