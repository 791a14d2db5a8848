/// What a figure is to reach.
struct Bar {
  private var limit: Double?
  private var isStrict = false
  private var isBesideTheirs = false

  /// So much or less.
  static func atMost(_ limit: Double) -> Bar { Bar(limit: limit) }
  /// Less than that.
  static func under(_ limit: Double) -> Bar { Bar(limit: limit, isStrict: true) }
  /// No worse than the other program.
  static let noWorse = Bar(isBesideTheirs: true)

  var noWorse: Bar { Bar(limit: limit, isStrict: isStrict, isBesideTheirs: true) }

  /// `under 60.0 ms, no worse: met`. What cannot be compared here is left out of the answer.
  func text(_ ours: Double, _ theirs: Double?, _ unit: Unit) -> String {
    var words: [String] = []
    if let limit { words.append("\(isStrict ? "under" : "at most") \(unit.text(limit))") }
    if isBesideTheirs { words.append("no worse") }
    return words.joined(separator: ", ") + ": " + (isMet(ours, theirs) ? "met" : "missed")
  }

  private func isMet(_ ours: Double, _ theirs: Double?) -> Bool {
    if let limit, isStrict ? ours >= limit : ours > limit { return false }
    if isBesideTheirs, let theirs, ours > theirs { return false }
    return ours.isFinite
  }
}
