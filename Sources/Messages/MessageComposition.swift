import EscalationDomain

/// A message in the making: the record it is about, and what its sender adds. What goes without saying is said here, for
/// whoever writes it: to whom a word to the customer goes, and in whose zone times are told.
public struct MessageComposition: Sendable {
  /// The field that the promised time fills.
  public static let promise = "next_update"

  public let record: Escalation
  public let playbook: Playbook
  public var channel: String?
  /// As named, before those of the matrix.
  public var to: [String] = []
  /// Also to everyone on the matrix who is still to be told.
  public var toAll = false
  public var next: Instant?
  /// The line of the Risk Register that the record came from, as it stands.
  public var risk: RiskEntry?
  public var given: [String: MessageFields.Value] = [:]
  private let history: History
  private let timeline: [TimelineEntry]?
  private let actor: String
  private let writerZone: Zone
  private let accountZone: Zone

  /// - Parameters:
  ///   - policy: of the record's edition.
  ///   - zone: the writer's.
  ///   - timeline: newest first, where it is at hand.
  public init(
    _ record: Escalation, playbook: Playbook, policy: Policy, history: History, timeline: [TimelineEntry]? = nil,
    actor: String, zone: Zone
  ) {
    self.record = record
    self.playbook = playbook
    self.history = history
    self.timeline = timeline
    self.actor = actor
    writerZone = zone
    accountZone = policy.zone(of: record.account, playbook: record.playbook)
  }

  /// The customer reads times in the zone of the account, the team in that of who writes.
  public func zone(for template: MessageTemplate) -> Zone { template.audience == .customer ? accountZone : writerZone }

  public func fields(for template: MessageTemplate) -> MessageFields {
    var source = MessageFields.Source(
      record, playbook: playbook, history: history, actor: actor, to: to, next: next, timeline: timeline)
    source.risk = risk
    return MessageFields(source, for: template, given: given, zone: zone(for: template))
  }

  /// The template as far as it can be filled; a word to the customer goes to the first contact unless told otherwise.
  public func draft(_ template: MessageTemplate) throws(TemplateError) -> MessageDraft {
    let contact = template.audience == .customer ? record.contacts.prefix(1).map(\.name) : []
    let to = recipients(by: channel ?? template.channels.first)
    return try MessageDraft(
      filling: template, with: fields(for: template), channel: channel, to: to.isEmpty ? contact : to, next: next)
  }

  /// Those who were named, then those of the matrix who are asked for.
  public func recipients(by channel: String?) -> [String] {
    toAll ? to + stillToTell(by: channel).filter { !to.contains($0) } : to
  }

  public func stillToTell(by channel: String?) -> [String] { record.stillToTell(of: playbook, by: channel) }

  /// The addresses that a message goes to.
  public func emails(of draft: MessageDraft) -> [String] {
    record.contacts.filter { draft.to.contains($0.name) }.compactMap(\.email)
  }
}

extension MessageDraft {
  /// A notice that names nobody would tell nobody.
  public var lacksReaders: Bool { countsAs.contains(.notification) && to.isEmpty }
}

extension MessageTemplate {
  /// Whether a field stands in lines, an item each.
  public func lists(_ field: String) -> Bool {
    guard let start = body.firstRange(of: "{{#\(field)}}"),
      let end = body[start.upperBound...].firstRange(of: "{{/\(field)}}")
    else { return false }
    return body[start.upperBound..<end.lowerBound].contains("{{.}}")
  }
}
