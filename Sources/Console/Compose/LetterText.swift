import EscalationDomain
import Messages
import Screen

/// A letter in lines: its head, its text with what is missing marked, and what is to be said below it.
struct LetterText {
  let model: Model
  let letter: Letter
  let isFilling: Bool

  /// O(length of the text).
  func whole(width: Int) -> [Line] {
    guard let draft = letter.draft else {
      return [[Span(letter.failure == nil ? "reading \(letter.subject.id) …" : "there is no text", .muted)]]
    }
    return head(draft, width: width) + [[]] + marked(draft.body, draft.missing, .text, width: width)
  }

  private func head(_ draft: MessageDraft, width: Int) -> [Line] {
    func part(_ name: String, _ text: String, _ role: Role = .text) -> [Line] {
      wrapped(labelled(name, to: 9), text, Style(role), width: width)
    }
    let audience = draft.audience == .customer ? "the customer" : "the team"
    var lines = part("For", audience + (draft.channel.map { ", by \($0)" } ?? ""), .muted)
    lines += draft.to.isEmpty ? part("To", "nobody is named", .muted) : part("To", draft.to.joined(separator: ", "))
    if !draft.subject.isEmpty {
      let subject = marked(draft.subject, draft.missing, .title, width: max(8, width - 9))
      lines += subject.enumerated().map { labelled($0 == 0 ? "Subject" : "", to: 9) + $1 }
    }
    if let next = draft.next { lines += part("Next by", model.promise(next, to: draft.audience), .accent) }
    return lines
  }

  /// Text in lines, each missing field's mark in it dressed as what it is.
  private func marked(_ text: String, _ missing: [String], _ role: Role, width: Int) -> [Line] {
    let marks = missing.map(MessageDraft.mark)
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph -> [Line] in
      guard marks.contains(where: { paragraph.contains($0) }) else {
        return Wrap.lines(String(paragraph), width: width).map { [Span($0, role)] }
      }
      var spans: [Span] = []
      var rest = paragraph
      while let found = marks.compactMap({ rest.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) {
        spans += [Span(String(rest[..<found.lowerBound]), role), Span(String(rest[found]), .error)]
        rest = rest[found.upperBound...]
      }
      spans.append(Span(String(rest), role))
      return wrapped(Span(""), spans.filter { !$0.text.isEmpty }, width: width)
    }
  }

  func status(width: Int) -> [Line] {
    var lines: [Line] = []
    func add(_ text: String, _ role: Role) { lines += Wrap.lines(text, width: width).map { [Span($0, role)] } }
    if let failure = letter.failure {
      let isLost = letter.isOut && letter.phase == .open
      add(failure + (isLost ? "; \(model.keyName(.logMessage, in: .message)) logs it" : ""), .error)
    }
    switch letter.phase {
    case .weighing: add("looking at the clocks …", .muted)
    case .posting: add("the message command has it; you may go on elsewhere …", .accent)
    case .logging: add("writing it to the log …", .muted)
    case .open:
      if letter.isDraft {
        add("Your draft is back; \(model.keyName(.discardDraft, in: .message)) starts over.", .accent)
      }
      if letter.failure == nil, letter.draft != nil, let obstacle = letter.obstacle {
        add(obstacle + (isFilling ? "" : " (\(model.keyName(.fillMessage, in: .message)) asks)"), .warning)
      }
    }
    return lines
  }
}

extension Model {
  /// `Tue 2026-03-03 17:00 Berlin, in 2h 55m`, and that it binds.
  func promise(_ next: Instant, to audience: SentMessage.Audience) -> String {
    let away = DurationText.minutes(max(0, next - now))
    return "\(next.words(in: viewer.zone)), in \(away)"
      + (audience == .customer ? ": a promise with its own clock" : "")
  }
}
