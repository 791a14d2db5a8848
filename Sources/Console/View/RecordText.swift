import EscalationDomain
import Screen

/// What is known of an escalation besides its clocks, as lines.
enum RecordText {
  /// - Parameter due: whether the deadline is told here too.
  static func details(_ record: Record, _ model: Model, width: Int, due: Bool = true) -> [Line] {
    let escalation = record.escalation
    let zone = model.viewer.zone
    var facts: [(String, String?)] = [
      ("Account", escalation.account.name), ("Segment", escalation.account.segment),
      ("ARR", escalation.account.arr?.description), ("Renewal", escalation.account.renewal.map { "\($0)" }),
      ("QBR", escalation.account.qbr.map { "\($0)" }), ("Calendar", calendar(escalation, model)),
      ("Playbook", playbook(escalation, model)), ("Severity", grade(escalation.severity, escalation, model)),
      ("Level", escalation.level), ("Stage", escalation.stage),
      ("Due", due ? model.deadlineWords(of: record) : nil),
      ("Opened", escalation.opened.words(in: zone)),
      ("Answered", escalation.acknowledged.map { $0.words(in: zone) } ?? "not yet"),
      ("Needed by", escalation.neededBy.map { $0.words(in: zone) }),
      ("Tags", escalation.tags.isEmpty ? nil : escalation.tags.joined(separator: ", ")),
      ("Seen", escalation.detection.map { $0 == .early ? "by us first" : "by the customer first" }),
    ]
    if let resolution = escalation.resolution {
      facts += [("Resolved", resolution.summary), ("Root cause", resolution.rootCause)]
      facts += resolution.prevention.map { ("Prevention", $0) }
    }
    var lines: [Line] = []
    for (name, value) in facts {
      guard let value else { continue }
      lines += wrapped(labelled(name, to: 12), value, .text, width: width)
    }
    if let details = escalation.details {
      lines.append([])
      lines += Wrap.lines(details, width: width).map { [Span($0)] }
    }
    return lines
  }

  private static func calendar(_ record: Escalation, _ model: Model) -> String? {
    guard let timeline = model.policies?.timeline(of: record.account, playbook: record.playbook) else {
      return record.account.calendar
    }
    let state = timeline.closedWords(at: model.now, zone: model.viewer.zone) ?? "open now"
    return "\(timeline.calendar.name), \(timeline.calendar.zone) · \(state)"
  }

  private static func playbook(_ record: Escalation, _ model: Model) -> String {
    let name = model.policies?.playbook(record.playbook, edition: record.edition)?.name
    return "\(name ?? record.playbook) · policy edition \(record.edition)"
  }

  private static func grade(_ id: String?, _ record: Escalation, _ model: Model) -> String? {
    guard let id else { return nil }
    guard let grade = model.policies?.playbook(record.playbook, edition: record.edition)?.severity(id) else {
      return id
    }
    let words = [grade.name, grade.meaning].filter { !$0.isEmpty && $0 != id }
    return ([id] + words).joined(separator: " · ")
  }
}
