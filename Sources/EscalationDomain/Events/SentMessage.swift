/// A message as it went out. What it counts as is decided when it is sent, so that the log explains the clocks it met.
public struct SentMessage: Hashable, Sendable, Codable {
  /// The playbook's template, if it came from one.
  public var template: String?
  public var audience: Audience
  public var channel: String?
  public var to: [String]
  public var subject: String
  public var body: String
  /// The time promised for the next word to the customer; it becomes a clock.
  public var next: Instant?
  /// What it is besides a word to its audience.
  public var countsAs: [Effect]

  public enum Audience: String, Hashable, Sendable, Codable, CaseIterable {
    case customer
    case `internal`
  }

  public enum Effect: String, Hashable, Sendable, Codable, CaseIterable {
    /// The first response.
    case acknowledgement
    /// Says what is known, what is not, and what comes next.
    case substantive
    /// Tells the stakeholders it is addressed to.
    case notification
  }

  public init(
    template: String? = nil, audience: Audience, channel: String? = nil, to: [String] = [], subject: String = "",
    body: String, next: Instant? = nil, countsAs: [Effect] = []
  ) {
    self.template = template
    self.audience = audience
    self.channel = channel
    self.to = to
    self.subject = subject
    self.body = body
    self.next = next
    self.countsAs = countsAs
  }
}
