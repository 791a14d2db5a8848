/// A message before it is sent: its text as far as it is filled, and what it still lacks.
public struct MessageDraft: Hashable, Sendable {
  /// None for one that somebody wrote freely.
  public var template: MessageTemplate?
  public var audience: SentMessage.Audience
  public var channel: String?
  public var to: [String]
  public var subject: String
  public var body: String
  public var next: Instant?
  public var countsAs: [SentMessage.Effect]
  /// Required fields without a value; each stands in the text as ``mark(_:)``.
  public var missing: [String]

  /// - Parameter channel: the template's first, unless told otherwise.
  public init(
    template: MessageTemplate, channel: String? = nil, to: [String], subject: String, body: String, next: Instant?,
    missing: [String]
  ) {
    self.template = template
    audience = template.audience
    self.channel = channel ?? template.channels.first
    self.to = to
    self.subject = subject
    self.body = body
    self.next = next
    countsAs = template.countsAs
    self.missing = missing
  }

  public init(
    audience: SentMessage.Audience, channel: String?, to: [String], subject: String, body: String, next: Instant?,
    countsAs: [SentMessage.Effect]
  ) {
    template = nil
    self.audience = audience
    self.channel = channel
    self.to = to
    self.subject = subject
    self.body = body
    self.next = next
    self.countsAs = countsAs
    missing = []
  }

  /// How a field that has no value stands in the text.
  public static func mark(_ field: String) -> String { "[[\(field)?]]" }

  /// The same with a text that somebody went over: missing is what is still marked in it.
  public func edited(subject: String, body: String) -> MessageDraft {
    var draft = self
    (draft.subject, draft.body) = (subject, body)
    draft.missing = missing.filter { "\(subject)\n\(body)".contains(MessageDraft.mark($0)) }
    return draft
  }

  /// As it goes into the log.
  public var message: SentMessage {
    SentMessage(
      template: template?.id, audience: audience, channel: channel, to: to, subject: subject, body: body, next: next,
      countsAs: countsAs)
  }
}
