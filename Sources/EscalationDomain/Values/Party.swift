/// The name by which people know an escalation: `W-12`, or the number it had where it was imported from.
public struct EscalationID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }

  /// Longer ids fit no column and no one types them.
  public static let mostCharacters = 64

  /// Whether a person can type it at a shell and see what it is: one word that is no option. Other systems' ids come as
  /// they are.
  public var isTypeable: Bool {
    !text.isEmpty && text.count <= EscalationID.mostCharacters && !text.hasPrefix("-")
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned, .privateUse: false
        default: true
        }
      }
  }

  /// Numbers in it count as numbers: `W-2` comes before `W-10`.
  public static func < (a: EscalationID, b: EscalationID) -> Bool {
    let order = a.text.comparedAsCounted(to: b.text)
    return order == 0 ? a.text < b.text : order < 0
  }
  public init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// Someone to reach about an escalation.
public struct Contact: Hashable, Sendable, Codable {
  public var name: String
  /// What they are to it: sponsor, point of contact, economic buyer, technical lead …
  public var role: String?
  public var email: String?
  public var phone: String?

  public init(name: String, role: String? = nil, email: String? = nil, phone: String? = nil) {
    self.name = name
    self.role = role
    self.email = email
    self.phone = phone
  }
}

/// What an escalation needs to know of its customer. Each escalation carries the facts as they stood, so that its log
/// explains its deadlines without any other.
public struct AccountFacts: Hashable, Sendable, Codable {
  public var name: String
  public var segment: String?
  /// Annual recurring revenue.
  public var arr: Money?
  /// The local date of the account's zone on which the contract ends.
  public var renewal: LocalDate?
  /// The next quarterly business review.
  public var qbr: LocalDate?
  /// The calendar by which the account works; its zone is the account's zone.
  public var calendar: String?

  public init(
    name: String, segment: String? = nil, arr: Money? = nil, renewal: LocalDate? = nil, qbr: LocalDate? = nil,
    calendar: String? = nil
  ) {
    self.name = name
    self.segment = segment
    self.arr = arr
    self.renewal = renewal
    self.qbr = qbr
    self.calendar = calendar
  }
}

extension String {
  /// Below zero, zero or above it, as this comes before, with or after another text, runs of digits taken as numbers.
  func comparedAsCounted(to other: String) -> Int {
    var (x, y) = (Substring(self).utf8, Substring(other).utf8)
    while let a = x.first, let b = y.first {
      let (m, n) = (x.prefix(while: \.isDigit), y.prefix(while: \.isDigit))
      if m.isEmpty || n.isEmpty {
        if a != b { return a < b ? -1 : 1 }
        (x, y) = (x.dropFirst(), y.dropFirst())
        continue
      }
      let (p, q) = (m.drop { $0 == UInt8(ascii: "0") }, n.drop { $0 == UInt8(ascii: "0") })
      if p.count != q.count { return p.count < q.count ? -1 : 1 }
      if let (c, d) = zip(p, q).first(where: { $0 != $1 }) { return c < d ? -1 : 1 }
      (x, y) = (x.dropFirst(m.count), y.dropFirst(n.count))
    }
    return x.isEmpty ? (y.isEmpty ? 0 : -1) : 1
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
