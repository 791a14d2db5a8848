/// The same with room in height: what lies above the red threshold, the threshold as a line, what lies below it, and
/// what happened when.
extension Sparkline {
  /// The rows of the chart, from the top.
  public enum Band: Hashable, Sendable, CaseIterable {
    case above, threshold, below, marks
  }

  /// A cell of the chart. A score above the threshold fills the row below it and stands on the line with the rest; a red
  /// one does not reach the line. A date without a score is a gap with a dot.
  public func cell(_ bucket: Bucket, _ band: Band, _ look: Look) -> Character {
    switch band {
    case .above:
      guard let score = bucket.score, !bucket.isRed else { return " " }
      return look == .ascii ? look.level(score) : look.part(score - threshold, of: 100 - threshold)
    case .threshold: return look == .ascii ? "-" : "╌"
    case .below:
      guard let score = bucket.score else { return look.noData }
      if !bucket.isRed { return look == .ascii ? " " : "█" }
      return look == .ascii ? look.level(score) : look.part(score, of: threshold)
    case .marks: return letter(of: bucket.marks)
    }
  }

  /// What stands before a row, three cells wide.
  public func label(_ band: Band) -> String {
    let text =
      switch band {
      case .above: "100"
      case .threshold: "\(threshold)"
      case .below: "red"
      case .marks: ""
      }
    return String(repeating: " ", count: max(0, 3 - text.count)) + text
  }

  /// The rows that there is something to show in, each with its label.
  public var bands: [Band] { marks.isEmpty ? [.above, .threshold, .below] : Band.allCases }

  /// The chart as lines of text.
  public func chart(_ look: Look) -> [String] {
    bands.map { band in "\(label(band)) " + String(buckets.map { cell($0, band, look) }) }
  }

  /// What the chart shows, in words, a clause each: the dates, the line, the dot, and each mark with its date.
  public var legend: [String] {
    guard let first = buckets.first?.first, let last = buckets.last?.last else { return [] }
    let days = last - first + 1
    let each = (days + buckets.count - 1) / buckets.count
    var parts = ["\(days) days to \(last)" + (each > 1 ? ", the lowest of \(each) a cell" : "")]
    parts.append("red below \(threshold)")
    if buckets.contains(where: { $0.score == nil }) { parts.append("a dot for no score") }
    var told: [(date: LocalDate, letter: Character, names: [String])] = []
    for dated in marks {
      let name = dated.mark.name
      if let index = told.firstIndex(where: { $0.date == dated.date }) {
        told[index].names.append(name)
        told[index].letter = told[index].letter == Mark.trigger.letter ? told[index].letter : dated.mark.letter
      } else {
        told.append((dated.date, dated.mark.letter, [name]))
      }
    }
    return parts + told.map { "\($0.letter) \($0.names.joined(separator: " and ")) on \($0.date)" }
  }

  /// The trigger before any stage, for the record opens at its first one; the latest of several stages.
  private func letter(of marks: [Mark]) -> Character {
    marks.contains(.trigger) ? Mark.trigger.letter : marks.last?.letter ?? " "
  }
}

extension Sparkline.Mark {
  /// `T` for the trigger, a stage's number, or the first letter of one that has none.
  var letter: Character {
    guard case .stage(let id) = self else { return "T" }
    return id.last.flatMap { $0.isNumber ? $0 : nil } ?? id.first ?? "s"
  }

  var name: String {
    switch self {
    case .trigger: "trigger"
    case .stage(let id): "stage \(id)"
    }
  }
}

extension Sparkline.Look {
  /// A part of a whole as an eighth of a block, never none.
  fileprivate func part(_ part: Int, of whole: Int) -> Character {
    Sparkline.Look.eighths[min(7, max(0, part * 8 / max(1, whole + 1)))]
  }
}
