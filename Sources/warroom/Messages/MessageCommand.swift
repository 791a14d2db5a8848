import ArgumentParser
import EscalationDomain
import Interchange
import Messages

struct MessageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "message", abstract: "Messages: a playbook's templates, filled from the record, sent and logged.",
    subcommands: [Listing.self, Previewing.self, Sending.self, Showing.self])

  struct Listing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the templates for an escalation, the one that comes next first.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let composing = try MessageComposing(FillOptions.none, in: try FoundRecord(id, global))
      let templates = composing.record.templates(of: composing.playbook)
      if json {
        return Output.json(
          .list(
            try templates.map {
              EscalationJSON.draft(
                try composing.draft($0), of: composing.record.id, fields: composing.fields(for: $0))
            }))
      }
      guard !templates.isEmpty else {
        return Output.line(
          Output.visible("playbook \(composing.playbook.id) has no template for it; send it with --text"))
      }
      Output.table(
        templates.map { template in
          let missing = composing.fields(for: template).missing(for: template)
          return [
            template.id, template.label, template.audience.rawValue, template.channels.joined(separator: ", "),
            missing.isEmpty ? "ready" : "needs \(missing.joined(separator: ", "))",
          ]
        }, header: ["template", "", "for", "by", ""])
    }
  }

  struct Previewing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "preview", abstract: "Show a message as it would go out, with what it lacks marked.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Argument(help: "The template's id, as message list shows it.") var template: String
    @OptionGroup var fill: FillOptions
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let composing = try MessageComposing(fill, in: try FoundRecord(id, global))
      let template = try composing.template(template)
      let draft = try composing.draft(template)
      composing.echo()
      if json {
        Output.json(EscalationJSON.draft(draft, of: composing.record.id, fields: composing.fields(for: template)))
      } else {
        MessageView(draft.message).print()
        if !draft.missing.isEmpty {
          Output.line("")
          Output.line("missing: \(draft.missing.joined(separator: ", "))")
        }
      }
    }
  }

  struct Showing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show what was sent about an escalation, or one message in full.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Argument(help: "The message's number.") var number: Int?
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let found = try FoundRecord(id, global)
      let sent = found.record.work.messages
      guard let number else {
        if json {
          return Output.json(
            .list(sent.enumerated().map { EscalationJSON.message($0.element, number: $0.offset + 1) }))
        }
        guard !sent.isEmpty else { return Output.line("nothing was sent yet") }
        return Output.table(sent.enumerated().map { row($0.offset + 1, $0.element, found.session.zone) })
      }
      guard sent.indices.contains(number - 1) else {
        throw CommandFailure(.noInput, "\(id) has \(Output.count(sent.count, "message")); there is no number \(number)")
      }
      let message = sent[number - 1]
      if json { return Output.json(EscalationJSON.message(message, number: number)) }
      Output.line(Output.visible("\(message.stamp.at.words(in: found.session.zone)) \(message.stamp.by)"))
      MessageView(message.value).print()
    }

    private func row(_ number: Int, _ message: Work.Stamped<SentMessage>, _ zone: Zone) -> [String] {
      let value = message.value
      return [
        "\(number)", message.stamp.at.dayAndTime(in: zone), message.stamp.by, value.audience.rawValue,
        value.channel ?? "-", value.template ?? "-", value.headline,
      ]
    }
  }
}

extension FillOptions {
  /// Nothing but what the record says.
  static var none: FillOptions { get throws { try FillOptions.parse([]) } }
}

extension MessageComposing {
  init(_ options: FillOptions, in found: FoundRecord) throws {
    try self.init(
      options, record: found.record, history: found.history, policies: found.policies, session: found.session)
  }
}

/// A message in words, its head before its text.
struct MessageView {
  let message: SentMessage

  init(_ message: SentMessage) { self.message = message }

  func print() {
    let whom = message.audience == .customer ? "to the customer" : "to the team"
    Output.line(Output.visible([whom, message.channel.map { "by \($0)" }].compactMap { $0 }.joined(separator: " ")))
    if !message.to.isEmpty { Output.line(Output.visible("to: \(message.to.joined(separator: ", "))")) }
    if !message.subject.isEmpty { Output.line(Output.visible("subject: \(message.subject)")) }
    Output.line("")
    Output.line(MessageText.body(message.body))
  }
}
