import EscalationDomain

/// The Risk Register as JSON. Absent values are null, instants ISO 8601 UTC, dates the account's.
public enum RiskJSON {
  /// One element of `risk list --json`.
  public static func row(_ row: RiskRow, today: LocalDate) -> JSONValue {
    .object([
      "id": .text(row.id.text), "title": .text(row.title), "account": .text(row.account),
      "category": .maybe(row.category), "status": .text(row.status.rawValue),
      "likelihood": .int(Int64(row.likelihood)), "impact_score": .int(Int64(row.impactScore)),
      "inherent_score": .int(Int64(row.inherent)), "residual_score": .maybe(row.residual.map(Int64.init)),
      "owner": .maybe(row.owner), "next_review": .maybe(row.nextReview),
      "review_overdue": .bool(row.isReviewOverdue(today: today)), "escalation": .maybe(row.escalation),
      "arr_exposed": .maybe(row.arrExposed), "currency": .maybe(row.arrExposed?.currency),
    ])
  }

  /// `risk show ID --json`.
  public static func risk(_ risk: Risk, _ entries: [RegisterEntry<RiskFact>], today: LocalDate) -> JSONValue {
    let entry = risk.entry
    var closed: Work.Stamp?
    if case .closed(let stamp) = risk.condition { closed = stamp }
    return row(RiskRow(risk), today: today).adding([
      "description": .maybe(entry.description), "cause": .maybe(entry.cause), "signal": .maybe(entry.signal),
      "impact": .maybe(entry.impact), "response": .maybe(entry.response?.rawValue),
      "contingency": .maybe(entry.contingency), "identified_on": .maybe(entry.identifiedOn),
      "identified_by": .text(entry.identifiedBy), "registered": .maybe(risk.registered.at),
      "last_review": .maybe(risk.lastReview?.at), "closed": .maybe(closed?.at), "closed_why": .maybe(closed?.why),
      "timeline": .list(entries.map { line($0, risk.log) }),
    ])
  }

  private static func line(_ line: RegisterEntry<RiskFact>, _ log: RegisterLog<RiskFact>) -> JSONValue {
    .object([
      "at": .maybe(line.occurred), "recorded": .maybe(line.recorded), "actor": .text(line.actor),
      "kind": .text(line.fact.kind), "text": .text(log.sentence(line)), "why": .maybe(line.why),
    ])
  }
}
