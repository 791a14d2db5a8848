extension MessageFields.Field {
  /// What only the Risk Register says: of a record that came from it, as its line stands now.
  static let register: [Self] = [
    Self("category", isInternal: true) { source, _ in source.risk?.category.map { .text($0) } },
    Self("likelihood", isInternal: true) { source, _ in source.risk.map { .text("\($0.likelihood)") } },
    Self("impact_score", isInternal: true) { source, _ in source.risk.map { .text("\($0.impactScore)") } },
    Self("inherent_score", isInternal: true) { source, _ in source.risk.map { .text("\($0.inherent)") } },
    Self("residual_score", isInternal: true) { source, _ in source.risk?.residual.map { .text("\($0)") } },
    Self("response", isInternal: true) { source, _ in source.risk?.response.map { .text($0.rawValue) } },
    Self("contingency", isInternal: true) { source, _ in source.risk?.contingency.map { .text($0) } },
    Self("next_review", isInternal: true) { source, _ in source.risk?.nextReview.map { .text($0.description) } },
  ]
}
