/// One line of the register's list: what is read without the log.
public struct RiskRow: Hashable, Sendable {
  public var id: RiskID
  public var title: String
  public var account: String
  public var category: String?
  public var status: Risk.Status
  public var likelihood: Int
  public var impactScore: Int
  public var residual: Int?
  public var owner: String?
  public var nextReview: LocalDate?
  public var arrExposed: Money?
  public var escalation: EscalationID?

  public var inherent: Int { likelihood * impactScore }

  public init(
    id: RiskID, title: String, account: String, category: String?, status: Risk.Status, likelihood: Int,
    impactScore: Int, residual: Int?, owner: String?, nextReview: LocalDate?, arrExposed: Money?,
    escalation: EscalationID?
  ) {
    self.id = id
    self.title = title
    self.account = account
    self.category = category
    self.status = status
    self.likelihood = likelihood
    self.impactScore = impactScore
    self.residual = residual
    self.owner = owner
    self.nextReview = nextReview
    self.arrExposed = arrExposed
    self.escalation = escalation
  }

  public init(_ risk: Risk) {
    let entry = risk.entry
    self.init(
      id: risk.id, title: entry.title, account: entry.account, category: entry.category, status: risk.status,
      likelihood: entry.likelihood, impactScore: entry.impactScore, residual: entry.residual, owner: entry.owner,
      nextReview: entry.nextReview, arrExposed: entry.arrExposed, escalation: risk.escalation)
  }

  /// See ``Risk/isReviewOverdue(today:)``.
  public func isReviewOverdue(today: LocalDate) -> Bool {
    guard status != .closed, let next = nextReview else { return false }
    return next < today
  }
}

extension [RiskRow] {
  /// The highest inherent score first, then the earliest review, then by id.
  public var byScore: [RiskRow] {
    sorted { a, b in
      if a.inherent != b.inherent { return a.inherent > b.inherent }
      let (x, y) = (a.nextReview?.daysSinceEpoch ?? .max, b.nextReview?.daysSinceEpoch ?? .max)
      return x != y ? x < y : EscalationID(a.id.text) < EscalationID(b.id.text)
    }
  }

  /// What is exposed, by currency, never mixed.
  public var exposed: MoneyTotals {
    var totals = MoneyTotals()
    for row in self { if let money = row.arrExposed { totals.add(money) } }
    return totals
  }
}
