import EscalationDomain
import Messages

/// A message in the making: the record it is about, and what its sender adds.
struct MessageComposing {
  private var composition: MessageComposition
  private let session: Session
  private let times: Times

  var record: Escalation { composition.record }
  var playbook: Playbook { composition.playbook }

  init(
    _ options: FillOptions, record: Escalation, history: History, policies: PolicyBook, session: Session
  ) throws {
    let policy = try policies.policy(record.edition)
    guard let playbook = policy.playbooks[record.playbook]?.value else {
      throw PolicyError.unknownPlaybook(record.playbook, edition: record.edition)
    }
    let calendar = policy.calendarID(rule: nil, account: record.account, playbook: playbook)
    self.session = session
    let times = Times(session: session, timeline: policy.calendars[calendar]?.value)
    self.times = times
    composition = MessageComposition(
      record, playbook: playbook, policy: policy, history: history, actor: session.actor, zone: session.zone)
    composition.channel = options.channel?.nonEmpty
    composition.to = options.to.compactMap(\.nonEmpty)
    composition.toAll = options.toAll
    composition.given = try options.given()
    composition.risk = try record.risk.flatMap { try session.store().risk(RiskID($0), now: session.now) }?.risk.entry
    composition.next = try options.next.map { try times.by($0, as: "next update") }
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
    if let stranger = composition.given.keys.sorted().first(where: { !fields.contains($0) }) {
      throw CommandFailure(
        .usage, "\(id) has no field “\(stranger)”; it has \(fields.joined(separator: ", "))")
    }
    return template
  }

  func fields(for template: MessageTemplate) -> MessageFields { composition.fields(for: template) }

  func draft(_ template: MessageTemplate) throws -> MessageDraft {
    try requireSomebodyLeft(by: composition.channel ?? template.channels.first)
    do {
      return try composition.draft(template)
    } catch {
      throw CommandFailure(.badData, "template \(error.template) cannot be filled: \(error.fault)")
    }
  }

  /// A message that somebody wrote freely.
  func draft(
    _ text: String, subject: String, audience: SentMessage.Audience, countsAs: [SentMessage.Effect]
  ) throws -> MessageDraft {
    try requireSomebodyLeft(by: composition.channel)
    return MessageDraft(
      audience: audience, channel: composition.channel, to: composition.recipients(by: composition.channel),
      subject: MessageText.subject(subject), body: MessageText.body(text), next: composition.next, countsAs: countsAs)
  }

  private func requireSomebodyLeft(by channel: String?) throws {
    guard composition.toAll, composition.stillToTell(by: channel).isEmpty else { return }
    throw CommandFailure(.refused, "\(record.id): nobody is left to tell\(channel.map { " by \($0)" } ?? "")")
  }

  /// A notice says whom it tells; the matrix says who is left.
  func requireReaders(_ draft: MessageDraft) throws {
    guard draft.lacksReaders else { return }
    let left = composition.stillToTell(by: draft.channel)
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
      if field == MessageComposition.promise {
        composition.next = try times.by(answer, as: "next update")
      } else {
        composition.given[field] = .text(answer)
      }
    }
  }

  /// The addresses that a message goes to.
  func emails(of draft: MessageDraft) -> [String] { composition.emails(of: draft) }

  /// How typed times were understood.
  func echo() { times.echoes.print() }
}

extension MessageDraft {
  /// Nothing goes out while a field is missing.
  func requireWhole(_ id: EscalationID) throws {
    guard !missing.isEmpty else { return }
    let ways = missing.map { $0 == MessageComposition.promise ? "--next TIME" : "--set \($0)=…" }
    throw CommandFailure(
      .usage,
      "\(id): \(template?.id ?? "the message") needs \(missing.joined(separator: ", ")); say "
        + ways.joined(separator: " "))
  }
}
