/// What somebody else who looks at a screen must not read: names, and amounts of money. Marks stand in its place, as wide
/// as what they hide, so that nothing moves when a screen is veiled.
public struct Veil: Hashable, Sendable {
  /// The veil over what is being drawn. A view cuts texts, breaks them into lines and lays windows over them: each text is
  /// hidden before that, for of a name that was cut a piece would show.
  @TaskLocal public static var current: Veil?

  /// A place in the names, reached by the characters before it.
  private struct Node: Hashable {
    var next: [Character: Int] = [:]
    var endsName = false
  }

  private var nodes = [Node()]
  private let currencies: Set<String>
  /// What stands for a character that is one cell wide.
  public var mark: Character = "•"

  /// - Parameters:
  ///   - names: the words to hide; those of one letter are left.
  ///   - currencies: codes: a number beside one goes too, as does one beside a currency's sign.
  /// O(characters of the names).
  public init(names: some Sequence<String>, currencies: Set<String>) {
    self.currencies = currencies
    for name in names where name.count > 1 {
      var place = 0
      for letter in name {
        if let next = nodes[place].next[letter] {
          place = next
        } else {
          nodes[place].next[letter] = nodes.count
          place = nodes.count
          nodes.append(Node())
        }
      }
      nodes[place].endsName = true
    }
  }

  /// The text with a mark in place of each character that is hidden, but for blanks; twice is as once. O(n × the longest
  /// name).
  public func hide(_ text: String) -> String {
    let letters = Array(text)
    let ranges = hidden(in: letters)
    guard !ranges.isEmpty else { return text }
    var result = ""
    var index = 0
    for range in ranges {
      result += String(letters[index..<range.lowerBound])
      // A wide mark for a wide one: lines break where they would.
      result += String(letters[range].map { $0 == " " ? $0 : Cluster($0).width == 2 ? "＊" : mark })
      index = range.upperBound
    }
    return result + String(letters[index...])
  }

  /// A text as it may be shown: for what takes it apart before it is drawn.
  public static func over(_ text: String) -> String { current?.hide(text) ?? text }

  /// The parts of a text to hide, in their order.
  ///
  /// - Parameter ellipsis: behind the beginning of a name it says that the name was cut.
  func hidden(in text: [Character], ellipsis: Character? = nil) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let length = max(name(in: text, at: index, ellipsis), amount(in: text, at: index))
      if length > 0 { ranges.append(index..<index + length) }
      index += max(1, length)
    }
    return ranges
  }

  /// Characters of the longest name that stands there, whole or cut short; 0 for none.
  private func name(in text: [Character], at start: Int, _ ellipsis: Character?) -> Int {
    if start > 0, text[start].isASCII, text[start - 1].isLetter { return 0 }
    var (node, count, longest) = (nodes[0], 0, 0)
    while start + count < text.count, let next = node.next[text[start + count]] {
      node = nodes[next]
      count += 1
      if node.endsName { longest = count }
    }
    let isCut = count >= 2 && start + count < text.count && text[start + count] == ellipsis
    return isCut ? count : longest
  }
}

// MARK: Money

extension Veil {
  /// What people write beside an amount where it is no code and no sign of its own.
  private static let words: Set<String> = ["Rp", "Rs", "RM", "kr", "Kr", "zł", "Kč", "Ft", "Fr"]

  /// Characters of an amount with its currency before or behind it; 0 for none.
  private func amount(in text: [Character], at start: Int) -> Int {
    if start > 0, text[start - 1].isLetter || text[start - 1].isNumber { return 0 }
    let unit = unit(in: text, at: start)
    if unit > 0 {
      var end = start + unit
      if end < text.count, text[end] == "." { end += 1 }
      let number = number(in: text, at: gap(in: text, at: end))
      return number > 0 ? gap(in: text, at: end) + number - start : 0
    }
    let number = number(in: text, at: start)
    guard number > 0 else { return 0 }
    let place = gap(in: text, at: start + number)
    let behind = self.unit(in: text, at: place)
    guard behind > 0 else { return 0 }
    let end = place + behind
    // What stands before the next number belongs to that one: `at 14:05 EUR 3`.
    if place > start + number, self.number(in: text, at: gap(in: text, at: end)) > 0 { return 0 }
    return end < text.count && text[end].isLetter && text[end - 1].isLetter ? 0 : end - start
  }

  /// Behind one blank at the most.
  private func gap(in text: [Character], at place: Int) -> Int {
    place < text.count && (text[place] == " " || text[place] == "\u{A0}" || text[place] == "\u{202F}")
      ? place + 1 : place
  }

  /// Characters of a currency's code, sign or short word.
  private func unit(in text: [Character], at start: Int) -> Int {
    guard start < text.count else { return 0 }
    if text[start].isCurrencySymbol { return 1 }
    guard text[start].isLetter else { return 0 }
    for length in [3, 2] where start + length <= text.count {
      let word = String(text[start..<start + length])
      // `US$`, `R$`.
      if start + length < text.count, text[start + length].isCurrencySymbol, word.allSatisfy(\.isUppercase) {
        return length + 1
      }
      if (length == 3 ? currencies : Veil.words).contains(word) { return length }
    }
    return start + 1 < text.count && text[start].isUppercase && text[start + 1].isCurrencySymbol ? 2 : 0
  }

  /// Characters of a number as people write amounts: `-1,250.50`, `48 000`, `1.2M`, `120k`.
  private func number(in text: [Character], at start: Int) -> Int {
    var end = start
    if end < text.count, "-−+".contains(text[end]) { end += 1 }
    guard end < text.count, text[end].isNumber else { return 0 }
    while end < text.count {
      if text[end].isNumber || "kKmMbBnTt".contains(text[end]) {
        end += 1
      } else if end + 1 < text.count, ".,'’-–\u{A0}\u{202F}".contains(text[end]), text[end + 1].isNumber {
        end += 2
      } else if isGroup(in: text, at: end) {
        end += 4
      } else {
        break
      }
    }
    return end - start
  }

  /// A blank and three digits that go on with a number.
  private func isGroup(in text: [Character], at place: Int) -> Bool {
    guard place + 3 < text.count, text[place] == " ", text[place + 1...place + 3].allSatisfy(\.isNumber) else {
      return false
    }
    return place + 4 >= text.count || !(text[place + 4].isNumber || text[place + 4].isLetter)
  }
}
