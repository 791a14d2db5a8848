import EscalationDomain

/// A risk in words.
struct RiskText {
  let risk: Risk
  let entries: [RegisterEntry<RiskFact>]
  let today: LocalDate
  let zone: Zone

  func print() {
    Output.line(Output.visible("\(risk.id)  \(risk.entry.inherent)  \(risk.entry.title)"))
    Output.table(facts.compactMap { name, value in value.map { ["  \(name)", $0] } })
    Output.line("\nTimeline")
    Output.table(
      entries.map { line in
        let why = line.why.map { " (\($0))" } ?? ""
        return ["  \(line.occurred.dayAndTime(in: zone))", line.actor, risk.log.sentence(line) + why]
      })
  }

  private var facts: [(String, String?)] {
    let entry = risk.entry
    return [
      ("account", entry.account), ("status", status), ("owner", entry.owner ?? "nobody"), ("category", entry.category),
      ("description", entry.description), ("cause", entry.cause), ("signal", entry.signal), ("impact", entry.impact),
      ("score", "\(entry.inherent) (likelihood \(entry.likelihood) × impact \(entry.impactScore))"),
      ("response", entry.response?.rawValue), ("contingency", entry.contingency),
      ("residual", entry.residual.map { "\($0)" }), ("ARR exposed", entry.arrExposed?.description),
      ("identified", "\(entry.identifiedOn) by \(entry.identifiedBy)"),
      (
        "next review",
        entry.nextReview.map { "\($0)" + (risk.isReviewOverdue(today: today) ? ", overdue" : "") } ?? "none planned"
      ),
    ]
  }

  private var status: String {
    switch risk.condition {
    case .open: "open"
    case .promoted(let id, let stamp): "promoted to \(id), \(stamp.at.words(in: zone))"
    case .closed(let stamp):
      "closed \(stamp.at.words(in: zone))" + (stamp.why.map { ": \($0)" } ?? "")
        + (risk.escalation.map { ", promoted to \($0) before" } ?? "")
    }
  }
}
