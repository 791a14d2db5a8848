/// Text cut or filled to a number of cells.
public enum Fit {
  public enum Alignment: Sendable { case left, right, centre }

  /// The longest beginning of the text that takes at most `width` cells, ending in `ellipsis` where anything is left out.
  /// No grapheme is split, so the result may be a cell short. O(n) in what is kept.
  public static func truncated(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    guard width > 0 else { return "" }
    let text = Veil.current.map { $0.hide(Visible.text(text)) } ?? text
    if Visible.isPlain(text), text.utf8.count <= width { return text }
    let visible = Visible.text(text)
    if Width.of(visible) <= width { return visible }
    let mark = Width.of(ellipsis) <= width ? ellipsis : ""
    return prefix(visible, width: width - Width.of(mark)) + mark
  }

  /// Truncated or filled with spaces to exactly `width` cells.
  public static func padded(
    _ text: String, to width: Int, _ alignment: Alignment = .left, ellipsis: String = "…"
  ) -> String {
    let fitted = truncated(text, to: width, ellipsis: ellipsis)
    let room = max(0, width - Width.of(fitted))
    switch alignment {
    case .left: return fitted + spaces(room)
    case .right: return spaces(room) + fitted
    case .centre: return spaces(room / 2) + fitted + spaces(room - room / 2)
    }
  }

  /// The whole graphemes that fit in `width` cells.
  static func prefix(_ visible: String, width: Int) -> String {
    var used = 0
    var end = visible.startIndex
    while end < visible.endIndex {
      let next = Cluster(visible[end]).width
      if used + next > width { break }
      used += next
      end = visible.index(after: end)
    }
    return String(visible[..<end])
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
