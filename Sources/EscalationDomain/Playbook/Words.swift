/// A message to fill in from a record.
public struct MessageTemplate: Hashable, Sendable {
  public var id: String
  public var label: String
  public var audience: SentMessage.Audience
  /// What sending it counts as besides a word to its audience.
  public var countsAs: [SentMessage.Effect]
  /// The channels it is written for.
  public var channels: [String]
  /// Names that must have a value before it is sent.
  public var fields: [String]
  /// Names that may stay empty.
  public var optional: [String]
  /// Mustache.
  public var subject: String
  public var body: String

  public init(
    id: String, label: String, audience: SentMessage.Audience = .internal, countsAs: [SentMessage.Effect] = [],
    channels: [String] = [], fields: [String] = [], optional: [String] = [], subject: String = "",
    body: String
  ) {
    self.id = id
    self.label = label
    self.audience = audience
    self.countsAs = countsAs
    self.channels = channels
    self.fields = fields
    self.optional = optional
    self.subject = subject
    self.body = body
  }
}

/// Advice for a hard moment.
public struct GuidanceCard: Hashable, Sendable {
  public var id: String
  public var title: String
  public var approach: [String]
  public var dos: [String]
  public var donts: [String]
  /// Ids of signals, steps and templates that it goes with; none means it fits anywhere.
  public var fits: [String]
  /// What is at hand under headings of its own.
  public var parts: [Part]

  public struct Part: Hashable, Sendable {
    public var heading: String
    public var lines: [String]

    public init(_ heading: String, _ lines: [String]) {
      self.heading = heading
      self.lines = lines
    }
  }

  public init(
    id: String, title: String, approach: [String] = [], dos: [String] = [], donts: [String] = [], fits: [String] = [],
    parts: [Part] = []
  ) {
    self.id = id
    self.title = title
    self.approach = approach
    self.dos = dos
    self.donts = donts
    self.fits = fits
    self.parts = parts
  }
}

/// What is at hand against a competitor.
public struct Toolkit: Hashable, Sendable {
  /// Its name; the toolkit for all others is called `any`.
  public var competitor: String
  public var weaknesses: [String]
  public var reviews: [String]
  /// What customers object, each with its answer.
  public var objections: [String]
  public var migration: [String]

  public init(
    competitor: String, weaknesses: [String] = [], reviews: [String] = [], objections: [String] = [],
    migration: [String] = []
  ) {
    self.competitor = competitor
    self.weaknesses = weaknesses
    self.reviews = reviews
    self.objections = objections
    self.migration = migration
  }
}

/// A figure a team wants to reach.
public struct MetricTarget: Hashable, Sendable {
  public var id: String
  public var label: String
  /// As it is compared: `<1h`, `>7`, `<5%`, `falling`; none where the figure is only watched.
  public var goal: String?

  public init(id: String, label: String, goal: String? = nil) {
    self.id = id
    self.label = label
    self.goal = goal
  }
}

/// When a health score opens a record and when it no longer speaks against closing it.
public struct HealthPolicy: Hashable, Sendable {
  /// Scores strictly below are red.
  public var red: Int
  public var yellow: Int
  /// Local dates strictly below red, in a row, that open a record.
  public var opensAfterDays: Int
  /// Points above the trigger that count as improvement.
  public var improvement: Int
  /// Consecutive days strictly above red before closing.
  public var closesAfterDays: Int
  public var dimensions: [String]
  /// From this ACV on an enterprise account may enter the last stage at once.
  public var enterpriseValue: Money?
  /// Days after which an executive contact is stale, and on an account with an open record.
  public var staleDays: Int
  public var staleDaysOpen: Int

  public init(
    red: Int = 50, yellow: Int = 70, opensAfterDays: Int = 3, improvement: Int = 10, closesAfterDays: Int = 30,
    dimensions: [String] = [], enterpriseValue: Money? = nil, staleDays: Int = 365, staleDaysOpen: Int = 90
  ) {
    self.red = red
    self.yellow = yellow
    self.opensAfterDays = opensAfterDays
    self.improvement = improvement
    self.closesAfterDays = closesAfterDays
    self.dimensions = dimensions
    self.enterpriseValue = enterpriseValue
    self.staleDays = staleDays
    self.staleDaysOpen = staleDaysOpen
  }
}
