import EscalationDomain

/// A look at a stage as JSON. Absent values are null, instants ISO 8601 UTC.
public enum ReviewJSON {
  /// `review ID --json`.
  ///
  /// - Parameters:
  ///   - review: none of a record that has no stage to look at.
  ///   - until: by when a look counts as due.
  public static func review(_ review: StageReview?, of record: Escalation, until: Instant, now: Instant) -> JSONValue {
    .object([
      "id": .text(record.id.text), "account": .text(record.account.name), "title": .text(record.title),
      "stage": .maybe(record.stage), "now": .maybe(now), "due": .maybe(review?.due),
      "passed": .maybe(review?.passed?.deadline), "is_due": .bool(review?.isDue(by: until) ?? false),
      "clocks": .list(
        (review?.clocks ?? []).map { clock in
          .object([
            "rule": .text(clock.rule), "label": .text(clock.label), "deadline": .maybe(clock.deadline),
            "breached_at": .maybe(clock.breached(at: now)),
          ])
        }),
      "questions": .list((review?.questions ?? []).map(question)),
    ])
  }

  private static func question(_ question: StageReview.Question) -> JSONValue {
    let (answer, stamp) = told(question.answer)
    return .object([
      "checklist": .text(question.list.id), "item": .text(question.id), "label": .text(question.item.label),
      "state": .text(answer), "answer": .maybe(stamp?.why), "by": .maybe(stamp?.by), "at": .maybe(stamp?.at),
    ])
  }

  private static func told(_ answer: ChecklistState.Item.Answer) -> (String, Work.Stamp?) {
    switch answer {
    case .open: ("open", nil)
    case .done(let stamp): ("done", stamp)
    case .notNeeded(let stamp): ("not-needed", stamp)
    case .carriedOver(let stamp): ("carried-over", stamp)
    }
  }
}
