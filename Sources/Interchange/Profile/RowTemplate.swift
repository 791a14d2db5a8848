/// A text put together from columns: `{category} · {subcategory}`. What stands between two columns separates them, so
/// it is left out with an empty neighbour.
public struct RowTemplate: Hashable, Sendable {
  /// Before the first column, if that has a value.
  let lead: String
  /// The columns, each with what separates it from the next, or follows the last if that has a value.
  let parts: [Part]

  struct Part: Hashable, Sendable {
    var column: String
    var after: String
  }

  /// Nil where a brace is not closed, or there is no column.
  init?(_ text: String) {
    var rest = Substring(text)
    func literal() -> String {
      let taken = rest.prefix { $0 != "{" }
      rest = rest.dropFirst(taken.count)
      return String(taken)
    }
    lead = literal()
    var parts: [Part] = []
    while !rest.isEmpty {
      guard let end = rest.firstIndex(of: "}") else { return nil }
      let name = trimmed(String(rest[rest.index(after: rest.startIndex)..<end]))
      guard !name.isEmpty, !name.contains("{") else { return nil }
      rest = rest[rest.index(after: end)...]
      parts.append(Part(column: name, after: literal()))
    }
    guard !parts.isEmpty, !lead.contains("}"), !parts.contains(where: { $0.after.contains("}") }) else { return nil }
    self.parts = parts
  }

  /// - Parameter values: those of `parts`, in order.
  func fill(_ values: [String]) -> String {
    var text = ""
    var separator = lead
    for (index, (part, value)) in zip(parts, values).enumerated() {
      if !value.isEmpty {
        if !text.isEmpty || index == 0 { text += separator }
        text += value
        if index == parts.count - 1 { text += part.after }
        separator = part.after
      } else if !text.isEmpty, index < parts.count - 1, separator.isEmpty {
        separator = part.after
      }
    }
    return text
  }
}
