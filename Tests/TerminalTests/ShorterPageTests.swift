import CNcurses
import Testing

@Suite struct ShorterPageTests {
  /// Something that a terminal drew, and how.
  struct Drawn: Hashable {
    var character: Character
    var style: [String: String]
    var charset: Character
    /// Where it stands, from 1; none where the page does not say.
    var row: Int?
  }

  /// A terminal that keeps what it draws, in that order.
  struct Model {
    var style: [String: String] = [:]
    var charset: Character = "B"
    var drawn: [Drawn] = []
    private var row: Int?

    mutating func take(_ page: String) {
      var rest = page[...]
      row = nil
      while let first = rest.popFirst() {
        guard first == "\u{1B}", let kind = rest.popFirst() else {
          let isMove = "\r\u{08}".contains(first)
          drawn.append(Drawn(character: first, style: isMove ? [:] : style, charset: charset, row: row))
          continue
        }
        if kind == "(" {
          charset = rest.popFirst() ?? charset
        } else {
          let parameters = rest.prefix { !$0.isLetter }
          rest = rest.dropFirst(parameters.count)
          let last = rest.popFirst()
          if last == "m" {
            take(parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 })
          } else if let last, "HdB".contains(last) {
            // A move to a row is seen by where the next is drawn.
            let first = Int(parameters.prefix { $0.isNumber }) ?? 1
            row = last == "B" ? row.map { $0 + first } : first
            if last == "H" { drawn.append(Drawn(character: last, style: [:], charset: "B", row: row)) }
          } else {
            // A move is seen by where it stands among what is drawn, an erasure also by its colours.
            let erases = last == "K" || last == "J"
            drawn.append(Drawn(character: last ?? "?", style: erases ? style : [:], charset: "B", row: row))
          }
        }
      }
    }

    private mutating func take(_ parameters: [Int]) {
      var left = parameters[...]
      while let code = left.popFirst() {
        switch code {
        case 0: style = [:]
        case 24: style["4"] = nil
        case 1...9: style["\(code)"] = "on"
        case 38, 48:
          let count = left.first == 2 ? 4 : 2
          style[code == 38 ? "fore" : "back"] = left.prefix(count).map(String.init).joined(separator: ";")
          left = left.dropFirst(count)
        case 39: style["fore"] = nil
        case 49: style["back"] = nil
        case 30...37, 90...97: style["fore"] = "\(code)"
        default: style["back"] = "\(code)"
        }
      }
    }
  }

  static func shorten(_ page: String, _ state: inout cn_sgr) -> String {
    let bytes = page.utf8.map { CChar(bitPattern: $0) }
    var shorter = [CChar](repeating: 0, count: cn_sgr_room(bytes, bytes.count))
    let length = cn_sgr_shorten(&state, bytes, bytes.count, &shorter)
    return String(decoding: shorter[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Plain text as ncurses leaves it in a theme of its own.
  static let plain = "\u{1B}(B\u{1B}[m\u{1B}[39;49m\u{1B}[38;5;253m\u{1B}[48;5;233m"

  @Test(arguments: [
    (
      "a tick of the selected row and of another",
      "\u{1B}[6;75H\u{1B}[38;5;253m\u{1B}[48;5;237m8\u{1B}[7d\u{08}\(plain)4\r\u{1B}[6d",
      "\u{1B}[6;75H\u{1B}[48;5;237m8\u{1B}[B\u{08}\u{1B}[48;5;233m4\r\u{1B}[6d"
    ),
    ("row by row", "\u{1B}[9;75H1\u{1B}[10d\u{08}2\u{1B}[11d\u{08}3", "\u{1B}[9;75H1\u{1B}[B\u{08}2\u{1B}[B\u{08}3"),
    ("a row further down", "\u{1B}[9;75H1\u{1B}[11d\u{08}2\u{1B}[10d3", "\u{1B}[9;75H1\u{1B}[11d\u{08}2\u{1B}[10d3"),
    ("after what may scroll", "\u{1B}[9;75H1\n\u{1B}[10d2", "\u{1B}[9;75H1\n\u{1B}[10d2"),
    (
      "both colours", "\u{1B}[38;5;255m\u{1B}[48;5;237m8\(plain)", "\u{1B}[38;5;255;48;5;237m8\u{1B}[38;5;253;48;5;233m"
    ),
    ("a style that draws nothing", "\u{1B}[1m\u{1B}[5;9H\(plain)7", "\u{1B}[5;9H7"),
    ("an attribute goes only with all", "\u{1B}[1mA\(plain)B", "\u{1B}[1mA\u{1B}[0;38;5;253;48;5;233mB"),
    ("an erasure is drawn in its colours", "\u{1B}[41m\u{1B}[K\(plain)", "\u{1B}[41m\u{1B}[K\u{1B}[48;5;233m"),
    ("another character set", "\u{1B}(0q\u{1B}(B\u{1B}(Bq", "\u{1B}(0q\u{1B}(Bq"),
    (
      "what is not known is left as it is", "\u{1B}[58;5;1mA\(plain)",
      "\u{1B}[58;5;1mA\u{1B}[m\u{1B}[38;5;253;48;5;233m"
    ),
    ("digits alone", "\u{1B}[7d\u{08}4", "\u{1B}[7d\u{08}4"),
    ("scrolled down by several", "\u{1B}[18;35r\u{1B}[18;1H\u{1B}[8T", "\u{1B}[18;35r\u{1B}[18;1H\u{1B}[8L"),
    (
      "scrolled up by several", "\u{1B}[35;1H\u{1B}[12S",
      "\u{1B}[35;1H" + String(repeating: "\u{1B}D", count: 12)
    ),
    ("the end of a page that was cut", "8\u{1B}[38;5", "8\u{1B}[38;5"),
  ])
  func `a page shows the same in fewer bytes`(name: String, page: String, shorter: String) {
    var state = cn_sgr()
    _ = Self.shorten(Self.plain, &state)
    #expect(Self.shorten(page, &state) == shorter, "\(name)")
  }

  @Test func `nothing is spared before the style is known`() {
    var state = cn_sgr()
    let page = "\u{1B}[48;5;237m8\u{1B}[48;5;237m9"
    #expect(Self.shorten(page, &state) == page)
  }

  @Test func `whatever comes, the terminal draws the same and is left the same, in no more bytes`() {
    let pieces = [
      "A", "é", "漢", "\u{1B}[3;4H", "\u{1B}[K", "\u{1B}[2d", "\u{1B}[3d", "\u{1B}[4d", "\u{1B}[5d", "\r", "\u{08}",
      "\u{1B}[m", "\u{1B}[0;1m", "\u{1B}[;4m",
      "\u{1B}[1m",
      "\u{1B}[4m", "\u{1B}[24m", "\u{1B}[7m", "\u{1B}[31m", "\u{1B}[97m", "\u{1B}[39m", "\u{1B}[41m", "\u{1B}[102m",
      "\u{1B}[49m",
      "\u{1B}[39;49m", "\u{1B}[38;5;7m", "\u{1B}[48;5;200m", "\u{1B}[38;2;1;2;3m", "\u{1B}[38;5;7;48;5;200m",
      "\u{1B}(B", Self.plain,
    ]
    var dice = Dice(state: 7)
    for _ in 0..<120 {
      var (state, long, short) = (cn_sgr(), Model(), Model())
      for _ in 0..<5 {
        let page = (0..<dice.next(20)).map { _ in pieces[dice.next(pieces.count)] }.joined()
        let shorter = Self.shorten(page, &state)
        long.take(page)
        short.take(shorter)
        #expect(long.drawn == short.drawn && long.style == short.style, "\(page.debugDescription)")
        // Leaving all is written with its nought.
        #expect(shorter.utf8.count <= page.utf8.count + page.count { $0 == ";" })
      }
    }
  }

  struct Dice {
    var state: UInt64
    mutating func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
  }
}
