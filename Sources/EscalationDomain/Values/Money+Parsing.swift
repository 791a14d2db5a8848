/// Why a text is not an amount of money.
public enum MoneyError: Error, Hashable, Sendable {
  case noCurrency(String)
  case noAmount(String)
  case tooLarge(String)
}

extension Money {
  /// Reads `120000 USD`, `USD 1,250.50`, `IDR 10M`, `eur 120k`; the currency is a three-letter code, or `Rp`.
  ///
  /// A comma groups thousands (or lakhs); a point starts the minor part. A comma that groups nothing is refused: it may
  /// be meant as a decimal one.
  public init(parsing text: String, defaultCurrency: String? = nil) throws(MoneyError) {
    let pieces = try Money.pieces(text)
    guard let named = pieces.currency ?? defaultCurrency else { throw .noCurrency(text) }
    let currency = try Money.code(named, in: text)
    self.init(minorUnits: try Money.minorUnits(pieces, of: currency, in: text), currency: currency)
  }

  /// An amount before it is worked out; the currency where the text names one.
  struct Pieces {
    var number: String
    /// `k`, `m` or `b`.
    var unit: Character?
    var currency: String?
  }

  static func pieces(_ text: String) throws(MoneyError) -> Pieces {
    var rest = Substring(text.filter { !$0.isWhitespace && $0 != "_" })
    func take(_ belongs: (Character) -> Bool) -> String {
      let taken = rest.prefix(while: belongs)
      rest = rest.dropFirst(taken.count)
      return String(taken)
    }
    let isLetter: (Character) -> Bool = { $0.isASCII && $0.isLetter }
    let lead = take(isLetter)
    let number = take { $0.isASCII && ($0.isNumber || ".,-".contains($0)) }
    var tail = take(isLetter)
    var unit: Character?
    if tail.count == 1 || tail.count == 4 { unit = Character(tail.removeFirst().lowercased()) }
    guard rest.isEmpty, !number.isEmpty, unit.map({ "kmb".contains($0) }) ?? true else { throw .noAmount(text) }
    let codes = [lead, tail].filter { !$0.isEmpty }
    guard codes.count <= 1 else { throw .noCurrency(text) }
    var currency: String?
    if let named = codes.first { currency = try code(named, in: text) }
    return Pieces(number: number, unit: unit, currency: currency)
  }

  private static func code(_ name: String, in text: String) throws(MoneyError) -> String {
    // As people write rupiah, and as the `levels` playbook does.
    let code = name.lowercased() == "rp" ? "IDR" : name.uppercased()
    guard code.count == 3 else { throw .noCurrency(text) }
    return code
  }

  private static func groupsThousands(_ number: String) -> Bool {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard !parts.dropFirst().contains(where: { $0.contains(",") }), let whole = parts.first else { return false }
    let groups = whole.drop { $0 == "-" }.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1 else { return true }
    return (1...3).contains(groups[0].count) && groups.last?.count == 3
      && groups.dropFirst().dropLast().allSatisfy { (2...3).contains($0.count) }
  }

  /// In the minor units of the currency; in hundredths where none is named.
  static func minorUnits(_ pieces: Pieces, of currency: String?, in text: String) throws(MoneyError) -> Int64 {
    guard groupsThousands(pieces.number) else { throw .noAmount(text) }
    let decimal = pieces.number.filter { $0 != "," }
    let negative = decimal.hasPrefix("-")
    let parts = decimal.dropFirst(negative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }), !decimal.dropFirst().contains("-") else {
      throw .noAmount(text)
    }
    let zeros = (["k": 3, "m": 6, "b": 9][pieces.unit] ?? 0) + Money.digits(of: currency)
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.dropFirst(zeros).allSatisfy({ $0 == "0" }) else { throw .noAmount(text) }
    let kept = fraction.prefix(zeros)
    guard let value = Int64(parts[0] + kept + String(repeating: "0", count: zeros - kept.count)) else {
      throw .tooLarge(text)
    }
    return negative ? -value : value
  }
}
