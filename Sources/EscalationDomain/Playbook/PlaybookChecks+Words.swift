extension PlaybookCheck {
  /// Templates and guidance.
  mutating func words() {
    ids(playbook.templates.map(\.id), [.key("templates")])
    for (index, template) in playbook.templates.enumerated() {
      self.template(template, [.key("templates"), .item(index)])
    }
    ids(playbook.guidance.map(\.id), [.key("guidance")])
    for (index, card) in playbook.guidance.enumerated() {
      let path: Path = [.key("guidance"), .item(index)]
      text(card.title, path + [.key("title")])
      for (place, id) in card.fits.enumerated() { fit(id, path + [.key("fits"), .item(place)]) }
    }
    for (index, toolkit) in playbook.toolkits.enumerated() {
      text(toolkit.competitor, [.key("toolkits"), .item(index), .key("competitor")])
    }
  }

  private mutating func template(_ template: MessageTemplate, _ path: Path) {
    text(template.label, path + [.key("label")])
    text(template.body, path + [.key("body")])
    for (index, name) in template.optional.enumerated() where template.fields.contains(name) {
      report(path + [.key("optional"), .item(index)], .declaredTwice(name))
    }
    let known = template.fields + template.optional
    let before = problems.count
    mustache(template.subject, known, path + [.key("subject")])
    mustache(template.body, known, path + [.key("body")])
    // A field that is misspelled in the text is not missing from it as well.
    if problems.count == before { used(template, path) }
    for (index, effect) in template.countsAs.enumerated()
    where effect != .notification && template.audience == .internal {
      report(path + [.key("counts_as"), .item(index)], .onlyForCustomers(effect))
    }
  }

  /// A field that no text uses is asked for in vain.
  private mutating func used(_ template: MessageTemplate, _ path: Path) {
    let used = Set(
      MustacheTag.tags(in: template.subject + template.body).compactMap { tag in
        switch tag {
        case .field(let name), .section(let name): name
        default: nil
        }
      })
    for (key, names) in [("fields", template.fields), ("optional", template.optional)] {
      for (index, name) in names.enumerated() where !used.contains(name) {
        report(path + [.key(key), .item(index)], .unusedField(name))
      }
    }
  }

  private mutating func fit(_ id: String, _ path: Path) {
    let kinds = [
      ("signal", playbook.signals.map(\.id)), ("step", playbook.process.map(\.id)),
      ("template", playbook.templates.map(\.id)),
    ]
    let meant = kinds.filter { $0.1.contains(id) }.map(\.0)
    if meant.isEmpty { report(path, .unknownFit(id, known: kinds.flatMap(\.1))) }
    if meant.count > 1 { report(path, .ambiguousFit(id, kinds: meant)) }
  }

  private mutating func mustache(_ text: String, _ known: [String], _ path: Path) {
    var open: [String] = []
    var undeclared: Set<String> = []
    for tag in MustacheTag.tags(in: text) {
      switch tag {
      case .field(let name), .section(let name):
        if !known.contains(name), undeclared.insert(name).inserted {
          report(path, .undeclaredField(name, known: known))
        }
        if case .section = tag { open.append(name) }
      case .end(let name):
        if open.last == name { open.removeLast() } else { report(path, .sectionNotOpen(name)) }
      case .item:
        if open.isEmpty { report(path, .unreadableTag(".")) }
      case .comment: break
      case .unreadable(let tag): report(path, .unreadableTag(tag))
      case .leftOpen: report(path, .tagLeftOpen)
      }
    }
    for name in open { report(path, .sectionLeftOpen(name)) }
  }
}

/// A tag of a template, as far as a playbook may use Mustache: fields, sections, comments.
///
/// Partials, lambdas and changed delimiters are refused: a template stands alone.
enum MustacheTag: Hashable {
  case field(String)
  /// `{{#name}}` and `{{^name}}`.
  case section(String)
  case end(String)
  /// `{{.}}`, the present item of a list.
  case item
  case comment
  case unreadable(String)
  /// `{{` that nothing ends.
  case leftOpen

  /// Every tag of a text in order; O(length).
  static func tags(in text: String) -> [MustacheTag] {
    var tags: [MustacheTag] = []
    var rest = text[...]
    while let opening = rest.firstRange(of: "{{") {
      let triple = rest[opening.upperBound...].hasPrefix("{")
      let inside = rest[opening.upperBound...].dropFirst(triple ? 1 : 0)
      guard let closing = inside.firstRange(of: triple ? "}}}" : "}}") else { return tags + [.leftOpen] }
      tags.append(tag(inside[..<closing.lowerBound], raw: triple))
      rest = inside[closing.upperBound...]
    }
    return tags
  }

  private static func tag(_ text: Substring, raw: Bool) -> MustacheTag {
    guard let mark = text.first, !raw else { return named(text, text) { .field($0) } }
    switch mark {
    case "!": return .comment
    case "#", "^": return named(text.dropFirst(), text) { .section($0) }
    case "/": return named(text.dropFirst(), text) { .end($0) }
    case "&": return named(text.dropFirst(), text) { .field($0) }
    default: return text.trimmingSpaces() == "." ? .item : named(text, text) { .field($0) }
    }
  }

  private static func named(_ name: Substring, _ whole: Substring, _ tag: (String) -> MustacheTag) -> MustacheTag {
    let name = name.trimmingSpaces()
    let fits = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    return fits && !name.isEmpty ? tag(String(name)) : .unreadable(String(whole))
  }
}
