/// A figure kept as a fraction, so that comparing it with a goal rounds nothing.
public struct Ratio: Hashable, Sendable, Comparable {
  public let numerator: Int64
  /// Above zero.
  public let denominator: Int64

  /// Nil without anything to divide by.
  public init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator > 0 else { return nil }
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  public init(_ whole: Int64) { (numerator, denominator) = (whole, 1) }

  /// Of a hundred.
  public static func percent(_ part: Int, of whole: Int) -> Ratio? { Ratio(Int64(part) * 100, over: Int64(whole)) }

  public static func < (a: Ratio, b: Ratio) -> Bool { a.scaled(by: b) < b.scaled(by: a) }
  public static func == (a: Ratio, b: Ratio) -> Bool { a.scaled(by: b) == b.scaled(by: a) }

  public func hash(into hasher: inout Hasher) { hasher.combine(hundredths) }

  /// To the nearest whole; halves go up.
  public var rounded: Int64 { Ratio.divide(numerator, by: denominator) }

  /// To the nearest hundredth; halves go up.
  public var hundredths: Int64 {
    let (product, overflow) = numerator.multipliedReportingOverflow(by: 100)
    return overflow ? (numerator < 0 ? .min : .max) : Ratio.divide(product, by: denominator)
  }

  /// `4.83`, `75`: at most two digits behind the point.
  public var text: String {
    let all = hundredths
    let (whole, rest) = (all.magnitude / 100, all.magnitude % 100)
    let digits = rest % 10 == 0 ? "\(rest / 10)" : padded(rest, 2)
    return (all < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(digits)")
  }

  private func scaled(by other: Ratio) -> Int128 { Int128(numerator) * Int128(other.denominator) }

  private static func divide(_ a: Int64, by b: Int64) -> Int64 {
    let (sum, overflow) = a.addingReportingOverflow(b / 2)
    return CivilDay.floorDivide(overflow ? a : sum, b)
  }
}
