import Screen

/// Spans as one text in several lines of at most `width` cells: the lead on the first, the rest indented by as much, each
/// word in the style that it came with.
func wrapped(_ lead: Span, _ spans: [Span], width: Int) -> [Line] {
  let indent = Width.of(lead.text)
  let visible = spans.map { (characters: Array(Visible.text($0.text)), style: $0.style) }
  let whole = Veil.over(String(visible.flatMap(\.characters)))
  var styles = visible.flatMap { span in span.characters.map { _ in span.style } }[...]
  var rest = Array(whole)[...]
  let blank = Span(String(repeating: " ", count: indent))
  return Wrap.lines(whole, width: max(8, width - indent)).enumerated().map { number, text in
    var line = [number == 0 ? lead : blank]
    var run: (text: String, style: Style)?
    for character in text {
      // Spaces at a break were left out.
      while let next = rest.first, next != character {
        rest.removeFirst()
        styles.removeFirst()
      }
      rest = rest.dropFirst()
      let style = styles.popFirst() ?? .text
      if run?.style == style {
        run?.text.append(character)
      } else {
        if let run { line.append(Span(run.text, run.style)) }
        run = (String(character), style)
      }
    }
    if let run { line.append(Span(run.text, run.style)) }
    return line
  }
}
