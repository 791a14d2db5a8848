import EscalationDomain
import YAMLReading

extension PlaybookReader {
  mutating func template(_ value: YAMLValue) -> MessageTemplate? {
    guard let entry = mapping(value, .template) else { return nil }
    return MessageTemplate(
      id: requiredText(entry, "id"), label: requiredText(entry, "label"),
      audience: choice(entry, "audience", SentMessage.Audience.self) ?? .internal,
      countsAs: list(entry, "counts_as") { reader, item in
        reader.attempt { () throws(PolicyFileError) in try Self.choice(item, SentMessage.Effect.self) }
      }, channels: texts(entry, "channels"),
      fields: texts(entry, "fields"), optional: texts(entry, "optional"), subject: text(entry, "subject") ?? "",
      body: requiredText(entry, "body"))
  }

  mutating func guidance(_ value: YAMLValue) -> GuidanceCard? {
    guard let entry = mapping(value, .guidance) else { return nil }
    return GuidanceCard(
      id: requiredText(entry, "id"), title: requiredText(entry, "title"), approach: texts(entry, "approach"),
      dos: texts(entry, "do"), donts: texts(entry, "dont"), fits: texts(entry, "fits"))
  }

  mutating func toolkit(_ value: YAMLValue) -> Toolkit? {
    guard let entry = mapping(value, .toolkit) else { return nil }
    return Toolkit(
      competitor: requiredText(entry, "competitor"), weaknesses: texts(entry, "weaknesses"),
      reviews: texts(entry, "reviews"), objections: texts(entry, "objections"), migration: texts(entry, "migration"))
  }

  mutating func metric(_ value: YAMLValue) -> MetricTarget? {
    guard let entry = mapping(value, .metric) else { return nil }
    return MetricTarget(
      id: requiredText(entry, "id"), label: requiredText(entry, "label"), goal: text(entry, "goal"))
  }

  mutating func health(_ value: YAMLValue) -> HealthPolicy? {
    guard let entry = mapping(value, .health) else { return nil }
    var health = HealthPolicy()
    health.red = integer(entry, "red") ?? health.red
    health.yellow = integer(entry, "yellow") ?? health.yellow
    health.opensAfterDays = integer(entry, "opens_after_days") ?? health.opensAfterDays
    health.improvement = integer(entry, "improvement") ?? health.improvement
    health.closesAfterDays = integer(entry, "closes_after_days") ?? health.closesAfterDays
    health.dimensions = texts(entry, "dimensions")
    health.enterpriseValue = money(entry, "enterprise_value")
    health.staleDays = integer(entry, "stale_days") ?? health.staleDays
    health.staleDaysOpen = integer(entry, "stale_days_open") ?? health.staleDaysOpen
    return health
  }
}
