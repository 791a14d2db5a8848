import EscalationDomain
import Mustache
import Screen

/// Why a template cannot be filled. Installed playbooks are checked for it; this is for one that was not.
public struct TemplateError: Error, Hashable, Sendable {
  public var template: String
  /// What is wrong with its Mustache.
  public var fault: String
}

extension MessageDraft {
  /// A template filled with a record's fields: required ones without a value stand as marks, optional ones fall away with
  /// their sections. The subject is one line; what a terminal would act on is made visible in both texts.
  ///
  /// O(length of template and values).
  public init(
    filling template: MessageTemplate, with fields: MessageFields, channel: String? = nil, to: [String] = [],
    next: Instant? = nil
  ) throws(TemplateError) {
    let missing = fields.missing(for: template)
    // A template sees no name that it does not declare.
    let declared = Set(template.fields + template.optional)
    var values = fields.values.filter { declared.contains($0.key) }.mapValues(\.rendered)
    for name in missing { values[name] = MessageDraft.mark(name) }
    let subject = try MessageDraft.render(template.subject, values, of: template)
    let body = try MessageDraft.render(template.body, values, of: template)
    self.init(
      template: template, channel: channel, to: to, subject: MessageText.subject(subject),
      body: MessageText.body(body), next: next, missing: missing)
  }

  /// Plain text: nothing is escaped, as for HTML it would be.
  private static let plain = "{{% CONTENT_TYPE:TEXT}}\n"

  private static func render(
    _ text: String, _ values: [String: any Sendable], of template: MessageTemplate
  ) throws(TemplateError) -> String {
    do {
      return try MustacheTemplate(string: plain + text).render(values)
    } catch let error as MustacheTemplate.ParserError {
      throw TemplateError(template: template.id, fault: "line \(error.context.lineNumber - 1): \(error.error)")
    } catch {
      throw TemplateError(template: template.id, fault: "\(error)")
    }
  }
}

/// What may stand in a message, whoever wrote it.
public enum MessageText {
  /// One line without space around it.
  public static func subject(_ text: String) -> String {
    Visible.text(text, newlines: .space).nonEmpty ?? ""
  }

  /// Lines, without blank ones around them.
  public static func body(_ text: String) -> String {
    Visible.text(text, newlines: .keep).nonEmpty ?? ""
  }
}

extension MessageFields.Value {
  fileprivate var rendered: any Sendable {
    switch self {
    case .text(let text): text
    case .list(let items): Items(items: items)
    }
  }
}

/// A list: its items one by one in a section, on one line elsewhere.
private struct Items: MustacheSequence, MustacheCustomRenderable, Sendable {
  let items: [String]

  func makeIterator() -> IndexingIterator<[String]> { items.makeIterator() }
  var renderText: String { MessageFields.Value.list(items).text }
  var isNull: Bool { items.isEmpty }
}
