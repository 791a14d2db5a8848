/// Sums of money kept apart by currency.
public struct MoneyTotals: Hashable, Sendable {
  public private(set) var byCurrency: [String: Int64] = [:]

  public init() {}

  /// Adds an amount to its own currency's sum; a sum that would overflow stays at the end of the range.
  public mutating func add(_ money: Money) {
    let (sum, overflow) = byCurrency[money.currency, default: 0].addingReportingOverflow(money.minorUnits)
    byCurrency[money.currency] = overflow ? (money.minorUnits < 0 ? .min : .max) : sum
  }

  /// The sums by currency code.
  public var amounts: [Money] {
    byCurrency.sorted { $0.key < $1.key }.map { Money(minorUnits: $0.value, currency: $0.key) }
  }
}
