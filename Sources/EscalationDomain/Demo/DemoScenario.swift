/// A believable war room at any moment: calendars, and escalations whose clocks are running then.
///
/// Pure: the same `now` gives the same scenario. The stories follow the five playbooks that ship, which a store must
/// have installed, and name only calendars of this scenario.
public struct DemoScenario: Sendable {
  public let calendars: [BusinessCalendar]
  /// In the order of their openings, none with an id: the store numbers them.
  public let stories: [Story]

  /// Throws where the system lacks one of the time zones.
  public init(now: Instant) throws {
    calendars = try DemoCalendar.allCases.map { try $0.calendar(around: now) }
    let narrator = Narrator(now: now, timelines: calendars.map(WorkingTimeline.init))
    let told = try [
      narrator.outages, narrator.issues, narrator.smallIssues, narrator.renewals, narrator.adoption, narrator.signals,
      narrator.ended, narrator.responses, narrator.levels, narrator.health,
    ].flatMap { try $0() }
    stories = told.sorted { ($0.act.occurred, $0.opening.title) < ($1.act.occurred, $1.opening.title) }
  }
}
