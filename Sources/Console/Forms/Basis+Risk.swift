import EscalationDomain

/// What stood in the Risk Register as a form about one of its lines was opened.
extension Basis {
  public init(_ kind: Form.Kind, _ risk: Risk) {
    values = [:]
    func put(_ part: Part, _ value: String?) { values[part.rawValue] = value ?? "" }
    switch kind {
    case .assessRisk, .reviewRisk, .closeRisk, .promoteRisk:
      put(.risk, risk.escalation.map { "\(risk.status.rawValue), \($0)" } ?? risk.status.rawValue)
    default: return
    }
    let entry = risk.entry
    if kind == .reviewRisk { put(.review, entry.nextReview.map { "\($0)" }) }
    guard kind == .assessRisk else { return }
    put(.title, entry.title)
    put(.likelihood, "\(entry.likelihood)")
    put(.impactScore, "\(entry.impactScore)")
    put(.category, entry.category)
    put(.signal, entry.signal)
    put(.details, entry.description)
    put(.riskCause, entry.cause)
    put(.impact, entry.impact)
    put(.response, entry.response?.rawValue)
    put(.contingency, entry.contingency)
    put(.holder, entry.owner)
    put(.residual, entry.residual.map { "\($0)" })
    put(.review, entry.nextReview.map { "\($0)" })
    put(.exposed, entry.arrExposed?.description)
  }
}
