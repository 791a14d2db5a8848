/// What a message can say of a record: values by field name, and what the sender adds.
///
/// What the customer reads is never filled from what the team wrote for itself (details, tasks, hypotheses, health,
/// money, the timeline): there such a field counts as missing until somebody gives it.
public struct MessageFields: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    case text(String)
    /// Stands in a section once for each item, elsewhere on one line.
    case list([String])

    /// Without blank parts; none where nothing is left.
    var nonEmpty: Value? {
      switch self {
      case .text(let text): text.nonEmpty.map(Value.text)
      case .list(let items):
        items.contains { $0.nonEmpty != nil } ? .list(items.compactMap(\.nonEmpty)) : nil
      }
    }

    public var text: String {
      switch self {
      case .text(let text): text
      case .list(let items): items.joined(separator: "; ")
      }
    }
  }

  public let values: [String: Value]

  /// These values and no record's; blank ones are none.
  public init(_ values: [String: Value]) { self.values = values.compactMapValues(\.nonEmpty) }

  /// - Parameters:
  ///   - template: for whose readers.
  ///   - given: what the sender adds; it goes before what the record says.
  ///   - zone: in which times are told: the reader's.
  /// O(fields × what the record holds).
  public init(
    _ source: Source, for template: MessageTemplate, given: [String: Value] = [:], zone: Zone
  ) {
    var source = source
    // Whom the customer's side has to offer is not who reads inside.
    if template.audience == .internal { source.to = [] }
    var values: [String: Value] = [:]
    for field in Field.all where template.audience == .internal || !field.isInternal {
      guard let value = field.value(source, zone)?.nonEmpty else { continue }
      for name in field.names { values[name] = value }
    }
    // The details stand for the impact where they are not told as what they are; nothing is told twice.
    if values["impact"] == values[Field.details[0]],
      !Set(Field.details).isDisjoint(with: template.fields + template.optional)
    {
      values["impact"] = nil
    }
    // Among ourselves the plan says what the problem is; the title stands for it elsewhere.
    if template.audience == .internal, let problem = source.record.work.plan.problem?.nonEmpty {
      values["problem"] = .text(problem)
    }
    for (name, value) in source.roles { values[name] = .text(value) }
    for (name, value) in given { values[name] = value.nonEmpty }
    self.values = values
  }

  /// The required fields of a template that have no value, in its order.
  public func missing(for template: MessageTemplate) -> [String] { template.fields.filter { values[$0] == nil } }
}

extension MessageFields {
  /// Where the values come from.
  public struct Source: Sendable {
    public var record: Escalation
    public var playbook: Playbook
    public var history: History
    public var actor: String
    /// To whom the message goes.
    public var to: [String]
    /// The time promised for the next word.
    public var next: Instant?
    /// The line of the Risk Register that the record came from, as it stands.
    public var risk: RiskEntry?
    /// Newest first, where it is at hand; else it is worked out from the log.
    public var timeline: [TimelineEntry]?

    public init(
      _ record: Escalation, playbook: Playbook, history: History, actor: String, to: [String] = [],
      next: Instant? = nil, timeline: [TimelineEntry]? = nil
    ) {
      self.record = record
      self.playbook = playbook
      self.history = history
      self.actor = actor
      self.to = to
      self.next = next
      self.timeline = timeline
    }

    /// The newest entries that still count, at most so many, oldest first. O(count) where the timeline is at hand.
    func latest(_ count: Int) -> [TimelineEntry] {
      let entries = timeline ?? record.timeline(history, now: record.asOf).reversed()
      return Array(entries.lazy.filter { $0.mark != .undone }.prefix(count)).reversed()
    }

    /// `Customer lead` is spelled `customer_lead`.
    var roles: [(String, String)] {
      record.work.roles.map { role, person in
        (String(role.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 }), person)
      }
    }
  }

  /// One worth under the names that templates have for it.
  struct Field: Sendable {
    var names: [String]
    /// Written for the team: the customer never reads it unless somebody says so.
    var isInternal: Bool
    var value: @Sendable (Source, Zone) -> Value?

    init(_ names: String..., isInternal: Bool = false, value: @escaping @Sendable (Source, Zone) -> Value?) {
      self.init(names, isInternal: isInternal, value: value)
    }

    init(_ names: [String], isInternal: Bool, value: @escaping @Sendable (Source, Zone) -> Value?) {
      self.names = names
      self.isInternal = isInternal
      self.value = value
    }

    static let all = record + account + course + work + plan + register
  }
}
