/// One grapheme of visible text and the cells it takes: the unit of truncation, of cursor movement and of drawing.
struct Cluster {
  enum Content {
    /// One scalar that stands alone.
    case scalar(UInt32)
    /// Several scalars, or one that needs Unicode's tables.
    case character(Character)
  }

  let content: Content
  /// Cells: 1 or 2, or more for the few scripts whose graphemes hold several spacing letters.
  let width: Int

  /// Calls `body` with each cluster of the text's visible form, in order, until it answers false. Printable ASCII costs
  /// a few nanoseconds a character; text outside `Width.simple` pays for Unicode's grapheme rules.
  @inline(__always)
  static func forEach(in text: String, _ body: (Cluster) -> Bool) {
    if isSimple(text) {
      for scalar in text.unicodeScalars {
        let width = Width.simple(scalar.value) ?? 1
        if !body(Cluster(content: .scalar(scalar.value), width: width)) { return }
      }
      return
    }
    for character in Visible.text(text) {
      let cluster = Cluster(character)
      if !body(cluster) { return }
    }
  }

  /// Every scalar is a cluster of its own.
  private static func isSimple(_ text: String) -> Bool {
    if Visible.isPlain(text) { return true }
    for scalar in text.unicodeScalars where Width.simple(scalar.value) == nil { return false }
    return true
  }

  private init(content: Content, width: Int) {
    self.content = content
    self.width = width
  }

  /// Of a character that is visible already.
  init(_ character: Character) {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      content = .scalar(first.value)
      width = max(1, Width.of(first))
    } else {
      content = .character(character)
      width = Self.isEmojiSequence(character) ? 2 : Self.units(of: character).reduce(0) { $0 + $1.width }
    }
  }

  /// A flag, a keycap, a joined or toned emoji, or one that a selector makes an emoji: two cells whatever it is made of.
  static func isEmojiSequence(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, first.properties.isEmoji else { return false }
    return scalars.dropFirst().contains { scalar in
      switch scalar.value {
      case 0x200D, 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF: true
      default: false
      }
    }
  }

  /// The parts of a character that each start a cell of their own on a terminal: a spacing scalar with the marks that
  /// follow it. Left out are marks beyond the fourth (a terminal cell holds no more, and a tower of them hides others) and
  /// variation selectors, which terminals take in different ways.
  static func units(of character: Character) -> [(text: String, width: Int)] {
    var units: [(text: String, width: Int)] = []
    var marks = 0
    for scalar in character.unicodeScalars where !(0xFE00...0xFE0F).contains(scalar.value) {
      let width = Width.of(scalar)
      if width > 0 || units.isEmpty {
        units.append((String(Character(scalar)), max(1, width)))
        marks = 0
      } else if marks < 4 {
        units[units.count - 1].text.unicodeScalars.append(scalar)
        marks += 1
      }
    }
    return units
  }

  /// The two letters of a flag; nil for anything else.
  private static func flagLetters(_ text: String) -> String? {
    let scalars = text.unicodeScalars
    guard scalars.count == 2, scalars.allSatisfy({ (0x1F1E6...0x1F1FF).contains($0.value) }) else { return nil }
    return String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0.value - 0x1F1E6 + 0x41) }))
  }

  /// What every terminal draws in exactly the cluster's cells. Terminals disagree on flags (two cells, or four) and on
  /// joined, toned and selected emoji (some draw each part), so a flag gives way to its letters and a sequence to its
  /// first emoji, with a blank where that is narrow.
  static func portable(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, text.unicodeScalars.count > 1 else { return text }
    if let letters = flagLetters(text) { return letters }
    guard isEmojiSequence(Character(text)) else { return text }
    return Width.of(first) == 2 ? String(Character(first)) : String(Character(first)) + " "
  }
}
