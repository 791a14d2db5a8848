import ArgumentParser
import EscalationDomain
import Foundation
import Messages

extension MessageCommand {
  struct Sending: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "send", abstract: "Send a message and log it: what it counts as meets clocks, --next starts one.",
      discussion: """
        Without --copy, --out or --pipe it is only logged, as sent by hand. --pipe gives the text on standard input to \
        the command in $WARROOM_MESSAGE_COMMAND, with $WARROOM_SUBJECT, $WARROOM_TO and $WARROOM_EMAILS (one a line), \
        $WARROOM_CHANNEL, $WARROOM_AUDIENCE, $WARROOM_TEMPLATE and $WARROOM_ESCALATION. Nothing is logged where one of \
        them fails.
        """)
    @OptionGroup var act: ActOptions
    @Argument(help: "The template's id, as message list shows it.") var template: String?
    @OptionGroup var fill: FillOptions
    @OptionGroup var free: FreeText
    @OptionGroup var delivery: DeliveryOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try free.check(template: template)
      try delivery.check()
      let session = try global.session()
      let draft: MessageDraft
      let emails: [String]
      do {
        (draft, emails) = try prepare(session)
      } catch {
        throw try CommandFailure(error, about: act.id, zone: session.zone)
      }
      try delivery.deliver(draft, about: act.id, emails: emails)
      do {
        try perform { _ in .send(draft.message) }
      } catch {
        guard delivery.isAny, let failure = CommandFailure(describing: error) else { throw error }
        throw CommandFailure(failure.kind, "the message went out but is not logged: \(failure.sentence)")
      }
    }

    /// The whole message, gone over by its writer and by the rules, and the addresses it goes to.
    private func prepare(_ session: Session) throws -> (MessageDraft, emails: [String]) {
      let context = try ActContext(act, session: session, changing: true)
      let (record, history, policies) = try context.record()
      var composing = try MessageComposing(
        fill, record: record, history: history, policies: policies, session: session)
      var draft = try draft(&composing)
      try composing.requireReaders(draft)
      if delivery.edit { draft = try MessageEditor.edit(draft) }
      try draft.requireWhole(record.id)
      // A rule's refusal comes before anything goes out, and again with the log.
      _ = try Decision(history: history, policies: policies, act: context.act).decide(.send(draft.message))
      composing.echo()
      return (draft, composing.emails(of: draft))
    }

    private func draft(_ composing: inout MessageComposing) throws -> MessageDraft {
      if let template {
        let template = try composing.template(template)
        if !delivery.edit, !act.json { try composing.askForMissing(template) }
        return try composing.draft(template)
      }
      return try composing.draft(
        free.text ?? "", subject: free.subject ?? "", audience: free.audience ?? .internal, countsAs: free.effects)
    }
  }
}

/// A message without a template.
struct FreeText: ParsableArguments {
  @Option(help: "The message, where no template is named.") var text: String?
  @Option(help: "Its subject.") var subject: String?
  @Option(help: "Who reads it: customer or internal.") var audience: SentMessage.Audience?
  @Option(
    name: .customLong("counts-as"),
    help: "What it is besides: acknowledgement, substantive, notification; may be given more than once.")
  var countsAs: [SentMessage.Effect] = []

  func check(template: String?) throws {
    if template != nil {
      guard text == nil, subject == nil, audience == nil, countsAs.isEmpty else {
        throw CommandFailure(
          .usage, "a template brings its own text; --text, --subject, --audience and --counts-as are for one without")
      }
    } else if text == nil {
      throw CommandFailure(.usage, "say what to send: a template, as message list shows them, or --text")
    } else if audience == nil {
      throw CommandFailure(.usage, "say who reads it: --audience customer or --audience internal")
    }
  }

  /// Said freely to the customer it is taken to say something, as an update is.
  var effects: [SentMessage.Effect] {
    countsAs.isEmpty && audience == .customer ? [.substantive] : countsAs
  }
}

extension SentMessage.Audience: ExpressibleByArgument {}
extension SentMessage.Effect: ExpressibleByArgument {}
