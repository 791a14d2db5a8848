import EscalationDomain
import Messages

/// A message in the making: the record it is about, and what its sender adds.
struct MessageComposing {
  /// The field that --next fills.
  static let promise = "next_update"

  let record: Escalation
  let playbook: Playbook
  private let history: History
  private let risk: RiskEntry?
  private let session: Session
  private let times: Times
  /// The customer reads times in the zone of the account, the team in that of who writes.
  private let accountZone: Zone
  private let channel: String?
  /// As named, before those of the matrix.
  private let to: [String]
  private let toAll: Bool
  private(set) var next: Instant?
  private var given: [String: MessageFields.Value]

  init(
    _ options: FillOptions, record: Escalation, history: History, policies: PolicyBook, session: Session
  ) throws {
    let policy = try policies.policy(record.edition)
    guard let playbook = policy.playbooks[record.playbook]?.value else {
      throw PolicyError.unknownPlaybook(record.playbook, edition: record.edition)
    }
    let calendar = policy.calendarID(rule: nil, account: record.account, playbook: playbook)
    (self.record, self.history, self.playbook, self.session) = (record, history, playbook, session)
    times = Times(session: session, timeline: policy.calendars[calendar]?.value)
    accountZone = policy.zone(of: record.account, playbook: record.playbook)
    risk = try record.risk.flatMap { try session.store().risk(RiskID($0), now: session.now) }?.risk.entry
    channel = options.channel?.nonEmpty
    to = options.to.compactMap(\.nonEmpty)
    toAll = options.toAll
    given = try options.given()
    next = try options.next.map { [times] in try times.ahead($0, as: "next update") }
  }

  func template(_ id: String) throws -> MessageTemplate {
    guard let template = playbook.templates.first(where: { $0.id == id }) else {
      let known = playbook.templates.map(\.id).joined(separator: ", ")
      throw CommandFailure(
        .usage,
        known.isEmpty
          ? "\(record.id): playbook \(playbook.id) has no templates; write it with --text"
          : "\(record.id): there is no template “\(id)” in playbook \(playbook.id); known: \(known)")
    }
    let fields = template.fields + template.optional
    if let stranger = given.keys.sorted().first(where: { !fields.contains($0) }) {
      throw CommandFailure(
        .usage, "\(id) has no field “\(stranger)”; it has \(fields.joined(separator: ", "))")
    }
    return template
  }

  func fields(for template: MessageTemplate) -> MessageFields {
    var source = MessageFields.Source(
      record, playbook: playbook, history: history, actor: session.actor, to: to, next: next)
    source.risk = risk
    return MessageFields(
      source, for: template, given: given, zone: template.audience == .customer ? accountZone : session.zone)
  }

  /// The template as far as it can be filled; a word to the customer goes to the first contact unless told otherwise.
  func draft(_ template: MessageTemplate) throws -> MessageDraft {
    let contact = template.audience == .customer ? record.contacts.prefix(1).map(\.name) : []
    let to = try recipients(by: channel ?? template.channels.first)
    do {
      return try MessageDraft(
        filling: template, with: fields(for: template), channel: channel, to: to.isEmpty ? contact : to, next: next)
    } catch {
      throw CommandFailure(.badData, "template \(error.template) cannot be filled: \(error.fault)")
    }
  }

  /// A message that somebody wrote freely.
  func draft(
    _ text: String, subject: String, audience: SentMessage.Audience, countsAs: [SentMessage.Effect]
  ) throws -> MessageDraft {
    MessageDraft(
      audience: audience, channel: channel, to: try recipients(by: channel), subject: MessageText.subject(subject),
      body: MessageText.body(text), next: next, countsAs: countsAs)
  }

  private func recipients(by channel: String?) throws -> [String] {
    guard toAll else { return to }
    let left = record.stillToTell(of: playbook, by: channel)
    guard !left.isEmpty else {
      throw CommandFailure(.refused, "\(record.id): nobody is left to tell\(channel.map { " by \($0)" } ?? "")")
    }
    return to + left.filter { !to.contains($0) }
  }

  /// A notice says whom it tells; the matrix says who is left.
  func requireReaders(_ draft: MessageDraft) throws {
    guard draft.countsAs.contains(.notification), draft.to.isEmpty else { return }
    let left = record.stillToTell(of: playbook, by: draft.channel)
    throw CommandFailure(
      .usage,
      "\(record.id): say whom it tells: --to NAME"
        + (left.isEmpty ? "" : ", or --to-all for \(left.joined(separator: ", "))"))
  }

  /// Asks for each field that is still missing, where somebody can answer; no answer leaves it missing.
  mutating func askForMissing(_ template: MessageTemplate) throws {
    guard Prompt.isPossible else { return }
    for field in fields(for: template).missing(for: template) {
      guard let answer = Prompt.ask("\(field)?")?.nonEmpty else { continue }
      if field == Self.promise {
        next = try times.ahead(answer, as: "next update")
      } else {
        given[field] = .text(answer)
      }
    }
  }

  /// How typed times were understood.
  func echo() { times.echoes.print() }
}

extension MessageDraft {
  /// Nothing goes out while a field is missing.
  func requireWhole(_ id: EscalationID) throws {
    guard !missing.isEmpty else { return }
    let ways = missing.map { $0 == MessageComposing.promise ? "--next TIME" : "--set \($0)=…" }
    throw CommandFailure(
      .usage,
      "\(id): \(template?.id ?? "the message") needs \(missing.joined(separator: ", ")); say "
        + ways.joined(separator: " "))
  }
}
