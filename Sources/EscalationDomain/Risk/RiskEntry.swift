/// A line of the Risk Register as somebody wrote it (PLAYBOOKS, Risk Register entry). What happens to it since is told
/// by ``RiskFact``: its status, its reviews, the escalation it became.
public struct RiskEntry: Hashable, Sendable, Codable {
  /// What is done about it.
  public enum Response: String, Hashable, Sendable, Codable, CaseIterable {
    case avoid
    case reduce
    case transfer
    case accept
  }
  public var title: String
  public var account: String
  public var category: String?
  public var description: String?
  public var cause: String?
  /// The signal that gave it away, as a playbook spells it.
  public var signal: String?
  /// What it would do to us or to the customer, in words.
  public var impact: String?
  /// 1 to 5.
  public var likelihood: Int
  /// 1 to 5.
  public var impactScore: Int
  public var response: Response?
  /// What is done if it comes true.
  public var contingency: String?
  public var owner: String?
  /// What is left of the score once the response works; never above the inherent one.
  public var residual: Int?
  /// A local date of the account.
  public var identifiedOn: LocalDate
  public var identifiedBy: String
  /// The local date of the account on which somebody looks again.
  public var nextReview: LocalDate?
  public var arrExposed: Money?

  public static let scores = 1...5

  public init(
    title: String, account: String, category: String? = nil, description: String? = nil, cause: String? = nil,
    signal: String? = nil, impact: String? = nil, likelihood: Int, impactScore: Int, response: Response? = nil,
    contingency: String? = nil, owner: String? = nil, residual: Int? = nil, identifiedOn: LocalDate,
    identifiedBy: String, nextReview: LocalDate? = nil, arrExposed: Money? = nil
  ) {
    self.title = title
    self.account = account
    self.category = category
    self.description = description
    self.cause = cause
    self.signal = signal
    self.impact = impact
    self.likelihood = likelihood
    self.impactScore = impactScore
    self.response = response
    self.contingency = contingency
    self.owner = owner
    self.residual = residual
    self.identifiedOn = identifiedOn
    self.identifiedBy = identifiedBy
    self.nextReview = nextReview
    self.arrExposed = arrExposed
  }

  /// Likelihood times impact, 1 to 25.
  public var inherent: Int { likelihood * impactScore }

  var texts: [String] {
    [title, account, identifiedBy]
      + [category, description, cause, signal, impact, contingency, owner, arrExposed?.currency].compactMap { $0 }
  }
}
