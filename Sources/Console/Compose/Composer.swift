import EscalationDomain
import Messages

/// Sending a message, over the place it was asked from: the playbook's templates, then the one that was taken.
public struct Composer: Equatable, Sendable {
  public enum Step: Equatable, Sendable {
    /// Among the templates.
    case choosing
    /// The text as it would go out.
    case reading
    /// Among the fields.
    case filling
    /// Which file it goes to.
    case naming(Form)
    /// That file is there already; `y` writes over it.
    case replacing(Form)
    /// Everything is said; `y` sends it. With what it does to the clocks.
    case asking(Letter.Way, SentMessage, [DeadlineMove])
  }

  public let subject: Subject
  public internal(set) var step = Step.choosing
  /// Index into the templates.
  public internal(set) var highlighted = 0
  /// Those that can be sent where the record stands, what fits best first; none until the record is read.
  public internal(set) var choices: [Choice]?
  /// The one that was taken.
  public internal(set) var letter: Letter?

  public struct Choice: Equatable, Sendable {
    public var template: MessageTemplate
    /// Required fields without a value.
    public var missing: [String]
    /// It comes next where the record stands.
    public var isNext: Bool
  }

  init(_ subject: Subject) { self.subject = subject }
}

/// A message in the making: what was typed for a template, and its text as far as it is filled.
public struct Letter: Equatable, Sendable {
  /// A draft belongs to one template of one escalation.
  public struct Name: Hashable, Sendable {
    public var escalation: EscalationID
    public var template: String
  }

  /// How it gets to its readers.
  public enum Way: Hashable, Sendable {
    /// Somebody sent it, or will: it is logged.
    case byHand
    /// The team's command sends it; then it is logged.
    case command
  }

  public enum Phase: Hashable, Sendable {
    case open
    /// What it does to the clocks is being worked out.
    case weighing(Way, SentMessage)
    /// The team's command has it.
    case posting(SentMessage)
    /// It is on its way to the log.
    case logging(SentMessage)
  }

  public struct Text: Hashable, Sendable {
    public var subject: String
    public var body: String

    public init(subject: String, body: String) {
      self.subject = subject
      self.body = body
    }
  }

  public let subject: Subject
  public let template: MessageTemplate
  /// What the record does not say, and to whom, how and when next.
  public internal(set) var form: Form
  /// The text that somebody went over, with the marks that were left in it.
  public internal(set) var edited: Text?
  /// As it would go out now; none until it could be filled.
  public internal(set) var draft: MessageDraft?
  public internal(set) var phase = Phase.open
  /// Why something could not be done, as a sentence.
  public internal(set) var failure: String?
  /// The command took it, and the log did not: it must not go out twice.
  public internal(set) var isOut = false
  /// It was left and is offered again.
  public internal(set) var isDraft = false
  /// The first line that shows of the text.
  public internal(set) var offset = 0

  public var name: Name { Name(escalation: subject.id, template: template.id) }

  /// `First word · W-12 · Acme`.
  public var title: String { "\(template.label) · \(subject.id) · \(subject.account)" }

  /// Whether something would be lost.
  var hasText: Bool { edited != nil || form.hasText || isOut || phase.isUnderWay }

  /// Why it cannot go anywhere yet.
  var obstacle: String? {
    guard let draft else { return "it is still being filled" }
    if !draft.missing.isEmpty {
      return "missing: \(draft.missing.map(FormField.words).joined(separator: ", "))"
    }
    return draft.lacksReaders ? "missing: whom it tells" : nil
  }
}

extension Letter.Phase {
  /// The command or the log has it.
  var isUnderWay: Bool {
    switch self {
    case .open, .weighing: false
    case .posting, .logging: true
    }
  }

  /// The message that the command or the log has.
  var message: SentMessage? {
    switch self {
    case .open, .weighing: nil
    case .posting(let message), .logging(let message): message
    }
  }
}
