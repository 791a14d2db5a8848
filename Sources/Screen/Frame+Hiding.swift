extension Frame {
  /// Puts marks in place of words that somebody else who looks at this screen must not read.
  ///
  /// - Parameters:
  ///   - names: the words, each also where it was cut short with an ellipsis; those of one letter are left.
  ///   - amounts: the codes of currencies: a number beside one goes too.
  /// O(cells × names that begin alike).
  public mutating func hide(_ names: some Sequence<String>, amounts: Set<String>) {
    var byStart: [Character: [[Character]]] = [:]
    for name in names {
      let letters = Array(name)
      if letters.count > 1, let first = letters.first { byStart[first, default: []].append(letters) }
    }
    for key in byStart.keys { byStart[key]?.sort { $0.count > $1.count } }
    for row in 0..<size.rows { hide(byStart, amounts, row) }
  }

  private mutating func hide(_ names: [Character: [[Character]]], _ amounts: Set<String>, _ row: Int) {
    // Where each character stands; what covers a wide one has none of its own.
    var text: [Character] = []
    var places: [Int] = []
    for column in 0..<size.columns {
      guard let letter = portable(at: Point(column: column, row: row)).first else { continue }
      text.append(letter)
      places.append(column)
    }
    var index = 0
    while index < text.count {
      let length = max(length(of: names, in: text, at: index), length(of: amounts, in: text, at: index))
      guard length > 0 else {
        index += 1
        continue
      }
      for place in index..<index + length where text[place] != " " {
        let column = places[place]
        let end = place + 1 < places.count ? places[place + 1] : size.columns
        let cells = Rect(column: column, row: row, columns: end - column, rows: 1)
        let style = self[cells.origin].style
        fill(cells, with: glyphs.bullet, style)
      }
      index += length
    }
  }

  /// Characters of the longest name that stands there, whole or cut short; 0 for none.
  private func length(of names: [Character: [[Character]]], in text: [Character], at start: Int) -> Int {
    let isWithin = start > 0 && text[start - 1].isLetter && text[start].isASCII
    guard !isWithin, let known = names[text[start]] else { return 0 }
    for name in known {
      var count = 0
      while count < name.count, start + count < text.count, text[start + count] == name[count] { count += 1 }
      if count == name.count { return count }
      if count >= 2, start + count < text.count, glyphs.ellipsis.first == text[start + count] { return count }
    }
    return 0
  }

  /// Characters of an amount of money: a currency's code and the number behind it; 0 for none.
  private func length(of codes: Set<String>, in text: [Character], at start: Int) -> Int {
    guard start + 4 < text.count, text[start].isUppercase, start == 0 || !text[start - 1].isLetter,
      text[start + 3] == " " || text[start + 3] == "\u{A0}", text[start + 4].isNumber || text[start + 4] == "-",
      codes.contains(String(text[start..<start + 3]))
    else { return 0 }
    var count = 4
    while start + count < text.count, text[start + count].isNumber || ".,-kMBT".contains(text[start + count]) {
      count += 1
    }
    return count
  }
}
