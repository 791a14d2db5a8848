import EscalationDomain

/// What is kept of the register from one run to the next. Names that a later console knows are left out in silence.
public struct RegisterDesk: Hashable, Codable, Sendable {
  public var columns: [String]
  public var order: String
  public var isReversed: Bool
  public var scope: String
  /// None where nothing narrows it.
  public var filter: String?

  init(_ state: RegisterState) {
    columns = state.columns.map(\.rawValue)
    order = state.query.order.column.rawValue
    isReversed = state.query.order.isReversed
    scope = state.query.scope.rawValue
    if case .set(let text) = state.line.entry { filter = text }
  }
}

extension RegisterState {
  /// Takes up what was kept of an earlier run.
  mutating func restore(_ desk: RegisterDesk) {
    var seen: Set<RegisterColumn> = []
    let columns = desk.columns.compactMap(RegisterColumn.init(rawValue:)).filter { seen.insert($0).inserted }
    if !columns.isEmpty { self.columns = columns }
    if let column = RegisterColumn(rawValue: desk.order) {
      query.order = RegisterOrder(column, isReversed: desk.isReversed)
    }
    if let scope = RegisterQuery.Scope(rawValue: desk.scope) { query.scope = scope }
    if let filter = desk.filter?.nonEmpty { line.set(.set(filter)) }
    isOld = true
  }
}

extension Model {
  /// Puts the choice of columns, order and scope on the desk.
  mutating func keepRegister() { desk.register = RegisterDesk(register) }
}
