/// Text in several lines.
public enum Wrap {
  /// Visible text broken into lines of at most `width` cells: at its own line ends, else behind spaces, else between wide
  /// clusters, else wherever a word is longer than a line. Spaces at a break are left out. O(n).
  public static func lines(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    let visible = Visible.text(text, newlines: .keep)
    let paragraphs = (Veil.current?.hide(visible) ?? visible).split(separator: "\n", omittingEmptySubsequences: false)
    return paragraphs.flatMap { paragraph($0, width) }
  }

  private static func paragraph(_ text: Substring, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for (word, cells) in words(text) {
      if used + cells > width, used > 0 {
        if word == " " { continue }
        lines.append(trimmed(line))
        (line, used) = ("", 0)
      }
      if word == " ", used == 0, !lines.isEmpty { continue }
      if cells <= width {
        line += word
        used += cells
        continue
      }
      for character in word {
        let next = Cluster(character).width
        if used + next > width, used > 0 {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += next
      }
    }
    lines.append(trimmed(line))
    return lines
  }

  /// Pieces between which a line may break: each space, each wide cluster, and the runs between them.
  private static func words(_ text: Substring) -> [(String, Int)] {
    var words: [(String, Int)] = []
    var open = false
    for character in text {
      let width = Cluster(character).width
      let alone = character == " " || width == 2
      if open, !alone {
        words[words.count - 1].0.append(character)
        words[words.count - 1].1 += width
      } else {
        words.append((String(character), width))
      }
      open = !alone
    }
    return words
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
