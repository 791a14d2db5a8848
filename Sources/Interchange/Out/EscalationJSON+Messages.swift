import EscalationDomain

extension EscalationJSON {
  /// `messages[]` of a record: what was sent, oldest first.
  static func messages(_ record: Escalation) -> JSONValue {
    .list(record.work.messages.enumerated().map { message($0.element, number: $0.offset + 1) })
  }

  /// One sent message: an element of `messages[]` and of `message show ID --json`.
  public static func message(_ sent: Work.Stamped<SentMessage>, number: Int) -> JSONValue {
    JSONValue.object([
      "number": .int(Int64(number)), "at": .maybe(sent.stamp.at), "by": .text(sent.stamp.by),
      "template": .maybe(sent.value.template),
    ]).adding(facts(sent.value))
  }

  /// `message preview --json`, and an element of `message list --json`: a draft and what it lacks.
  public static func draft(_ draft: MessageDraft, of id: EscalationID, fields: MessageFields) -> JSONValue {
    let names = (draft.template?.fields ?? []) + (draft.template?.optional ?? [])
    return JSONValue.object([
      "id": .text(id.text), "template": .maybe(draft.template?.id), "label": .maybe(draft.template?.label),
      "missing": .texts(draft.missing), "ready": .bool(draft.missing.isEmpty),
      "fields": .object(names.map { JSONValue.Member(name: $0, value: value(fields.values[$0])) }),
    ]).adding(facts(draft.message))
  }

  /// One card of `guidance --json`, with why it fits.
  public static func guidance(_ fit: GuidanceFit, playbook: String) -> JSONValue {
    .object([
      "playbook": .text(playbook), "id": .text(fit.card.id), "title": .text(fit.card.title),
      "approach": .texts(fit.card.approach), "do": .texts(fit.card.dos), "dont": .texts(fit.card.donts),
      "fits": .texts(fit.card.fits), "because": .list(fit.reasons.map(reason)),
      "parts": .list(
        fit.card.parts.map { .object(["heading": .text($0.heading), "lines": .texts($0.lines)]) }),
    ])
  }

  private static func facts(_ message: SentMessage) -> KeyValuePairs<String, JSONValue> {
    [
      "audience": .text(message.audience.rawValue), "channel": .maybe(message.channel), "to": .texts(message.to),
      "subject": .text(message.subject), "body": .text(message.body), "next": .maybe(message.next),
      "counts_as": .texts(message.countsAs.map(\.rawValue)),
    ]
  }

  private static func value(_ value: MessageFields.Value?) -> JSONValue {
    switch value {
    case .text(let text): .text(text)
    case .list(let items): .texts(items)
    case nil: .null
    }
  }

  private static func reason(_ reason: GuidanceFit.Reason) -> JSONValue {
    let (kind, id, label) =
      switch reason {
      case .competitor(let name): ("competitor", name, name)
      case .signal(let id, let label): ("signal", id, label)
      case .step(let id, let label): ("step", id, label)
      case .template(let id, let label): ("template", id, label)
      }
    return .object(["kind": .text(kind), "id": .text(id), "label": .text(label)])
  }
}
