/// An amount in the minor units of its currency (cents, sen), never a float.
///
/// Amounts of different currencies are never added: see ``MoneyTotals``. Source: PLAYBOOKS `levels`, reading on money.
public struct Money: Hashable, Sendable, Codable {
  public var minorUnits: Int64
  /// ISO 4217 code in capitals, e.g. `USD`.
  public var currency: String

  public init(minorUnits: Int64, currency: String) {
    self.minorUnits = minorUnits
    self.currency = currency.uppercased()
  }

  /// How many decimal digits the currency's minor unit stands for; two where none is named.
  public static func digits(of currency: String?) -> Int {
    switch currency {
    case "JPY", "KRW", "VND", "CLP", "ISK", "UGX", "XAF", "XOF", "PYG", "RWF": 0
    case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
    default: 2
    }
  }

  var scale: Int64 { Money.scale(of: currency) }

  /// How many minor units make a whole one.
  static func scale(of currency: String?) -> Int64 {
    let digits = digits(of: currency)
    return digits == 0 ? 1 : digits == 3 ? 1000 : 100
  }

  /// The amount alone, in whole units of its currency, as other programs read it: `1250.50`, `120000`.
  public var decimal: String { Money.decimal(minorUnits, of: currency) }

  static func decimal(_ minorUnits: Int64, of currency: String?) -> String {
    let scale = scale(of: currency)
    let minor = minorUnits.magnitude % scale.magnitude
    let digits = String(minor)
    let zeros = String(repeating: "0", count: max(0, Money.digits(of: currency) - digits.count))
    return (minorUnits < 0 ? "-" : "") + String(minorUnits.magnitude / scale.magnitude)
      + (minor == 0 ? "" : ".\(zeros)\(digits)")
  }

  /// Whole and minor part in full: `USD 1,250.50`; a minor part of nought is left out.
  public var description: String {
    let whole = minorUnits.magnitude / scale.magnitude
    let fraction = decimal.split(separator: ".").dropFirst().first.map { ".\($0)" } ?? ""
    return "\(currency) \(minorUnits < 0 ? "-" : "")\(Money.grouped(whole))\(fraction)"
  }

  /// Three significant digits at the most, for a column: `USD 1.25M`, `IDR 950k`.
  public var short: String {
    let whole = minorUnits.magnitude / scale.magnitude
    let sign = minorUnits < 0 ? "-" : ""
    for (unit, letter) in [(1_000_000_000, "B"), (1_000_000, "M"), (1000, "k")] as [(UInt64, String)]
    where whole >= unit {
      return "\(currency) \(sign)\(Money.threeDigits(whole, unit))\(letter)"
    }
    return "\(currency) \(sign)\(whole)"
  }

  private static func threeDigits(_ value: UInt64, _ unit: UInt64) -> String {
    let whole = value / unit
    if whole >= 100 { return String(whole) }
    let hundredths = (value % unit) * 100 / unit
    if whole >= 10 { return hundredths / 10 == 0 ? "\(whole)" : "\(whole).\(hundredths / 10)" }
    if hundredths == 0 { return "\(whole)" }
    let tail = hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
    return "\(whole).\(tail.hasSuffix("0") ? String(tail.dropLast()) : tail)"
  }

  private static func grouped(_ value: UInt64) -> String {
    var digits = Array(String(value))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: index)
      index -= 3
    }
    return String(digits)
  }
}

extension Money: CustomStringConvertible {}
