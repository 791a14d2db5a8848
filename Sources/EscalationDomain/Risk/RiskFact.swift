/// What can happen to a risk. A case is never renamed once released: its name is its spelling in the register.
public enum RiskFact: Hashable, Sendable, Codable {
  case registered(RiskEntry)
  /// The whole entry as it reads from here on.
  case revised(RiskEntry)
  /// Somebody looked at it; the date of the next look, if there is to be one.
  case reviewed(next: LocalDate?, note: String?)
  case promoted(EscalationID)
  /// It is over; why is the entry's.
  case closed
  /// See ``RegisterFact``.
  case takenBack(entry: Int64)

  public var kind: String {
    switch self {
    case .registered: "registered"
    case .revised: "revised"
    case .reviewed: "reviewed"
    case .promoted: "promoted"
    case .closed: "closed"
    case .takenBack: "taken-back"
    }
  }
}

/// The name by which people know a risk: `R-1`, `R-2` … in a store; never used again.
public struct RiskID: Hashable, Sendable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public init(number: Int) { text = "R-\(number)" }
  public var description: String { text }
}
