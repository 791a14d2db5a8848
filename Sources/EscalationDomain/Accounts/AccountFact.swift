/// What can happen to an account beside its escalations, as the account register tells it. A case is never renamed once
/// released: its name is its spelling in the register.
public enum AccountFact: Hashable, Sendable, Codable {
  /// The customer's facts as they stand from here on, and who looks after them.
  case described(AccountDescription)
  /// The health on a date; the last one for a date counts.
  case scored(HealthScore)
  /// Somebody new, or new details of somebody known.
  case executiveAdded(ExecutiveContact)
  case executiveRemoved(name: String)
  case executiveReached(ExecutiveReached)
  /// See ``RegisterFact``.
  case takenBack(entry: Int64)
}

/// What is written down of a customer whether or not an escalation is open: what a record that opens by itself is
/// filled with.
public struct AccountDescription: Hashable, Sendable, Codable {
  public var facts: AccountFacts
  /// The customer success manager.
  public var csm: String?

  public init(facts: AccountFacts, csm: String? = nil) {
    self.facts = facts
    self.csm = csm
  }
}

/// Somebody at the customer's to turn to when it counts (PLAYBOOKS `health`, stage 3).
public struct ExecutiveContact: Hashable, Sendable, Codable {
  public var name: String
  public var role: Role
  public var email: String?
  public var phone: String?

  /// What they are to the contract. Every enterprise account should have one of each of the first two.
  public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    case economicBuyer = "economic-buyer"
    case seniorStakeholder = "senior-stakeholder"
    case sponsor
    case other
  }

  public init(name: String, role: Role, email: String? = nil, phone: String? = nil) {
    self.name = name
    self.role = role
    self.email = email
    self.phone = phone
  }
}

/// Somebody spoke with an executive.
public struct ExecutiveReached: Hashable, Sendable, Codable {
  public var name: String
  /// In the account's zone.
  public var on: LocalDate
  /// A call, a dinner, the QBR …
  public var how: String?

  public init(name: String, on: LocalDate, how: String? = nil) {
    self.name = name
    self.on = on
    self.how = how
  }
}
