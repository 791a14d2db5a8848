/// An account's scores as a row of cells, oldest first, with what happened marked: a value that a view draws and a
/// script prints.
public struct Sparkline: Hashable, Sendable {
  public enum Mark: Hashable, Sendable {
    /// The score that opened the record.
    case trigger
    /// A stage was entered, by its id.
    case stage(String)
  }

  /// One cell: a date, or several where there is no room for each.
  public struct Bucket: Hashable, Sendable {
    public var first: LocalDate
    public var last: LocalDate
    /// The lowest score of its dates; none where no date has one.
    public var score: Int?
    /// Whether that is strictly below red.
    public var isRed: Bool
    public var marks: [Mark]
  }

  /// What happened on a date that it shows.
  public struct Dated: Hashable, Sendable {
    public var date: LocalDate
    public var mark: Mark
  }

  public let buckets: [Bucket]
  /// By date.
  public let marks: [Dated]
  /// Scores strictly below are red.
  public let threshold: Int

  /// O(scores + cells + marks).
  ///
  /// - Parameters:
  ///   - scores: one a date, in any order; those outside the dates are left out.
  ///   - width: the most cells.
  ///   - marks: each with its date.
  public init(
    _ scores: [HealthScore], over dates: ClosedRange<LocalDate>, width: Int, policy: HealthPolicy,
    marks: [(LocalDate, Mark)] = []
  ) {
    threshold = policy.red
    let count = dates.upperBound - dates.lowerBound + 1
    let cells = min(max(1, width), count)
    func start(_ cell: Int) -> LocalDate { dates.lowerBound.adding(days: (cell * count + cells - 1) / cells) }
    var buckets = (0..<cells).map { cell in
      Bucket(first: start(cell), last: start(cell + 1).adding(days: -1), score: nil, isRed: false, marks: [])
    }
    func cell(of date: LocalDate) -> Int? {
      dates.contains(date) ? (date - dates.lowerBound) * cells / count : nil
    }
    for score in scores {
      guard let cell = cell(of: score.date) else { continue }
      let lowest = min(buckets[cell].score ?? score.composite, score.composite)
      (buckets[cell].score, buckets[cell].isRed) = (lowest, lowest < policy.red)
    }
    let shown = marks.filter { dates.contains($0.0) }.map { Dated(date: $0.0, mark: $0.1) }
    for dated in shown {
      if let cell = cell(of: dated.date) { buckets[cell].marks.append(dated.mark) }
    }
    self.buckets = buckets
    self.marks = shown.sorted { $0.date < $1.date }
  }
}

extension Sparkline {
  /// The characters of a row: eighths of a block, or digits for tens.
  public enum Look: Hashable, Sendable {
    case unicode
    case ascii

    func level(_ score: Int) -> Character {
      switch self {
      case .unicode: Look.eighths[min(7, max(0, score * 8 / 101))]
      case .ascii: Look.digits[min(9, max(0, score / 10))]
      }
    }
    /// No score.
    public var noData: Character { self == .unicode ? "·" : "." }

    static let eighths: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let digits: [Character] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
  }

  /// A cell of a single row of scores.
  public func level(_ bucket: Bucket, _ look: Look) -> Character {
    bucket.score.map(look.level) ?? look.noData
  }

  /// The scores in a single row.
  public func row(_ look: Look) -> String { String(buckets.map { level($0, look) }) }
}

extension Escalation {
  /// The trigger and the stages of a record, for its sparkline: those that somebody entered and those that time brought.
  public func healthMarks(_ history: History, zone: Zone) -> [(LocalDate, Sparkline.Mark)] {
    let entered = history.until(asOf).effective.compactMap { event -> (Instant, String)? in
      switch event.fact {
      case .opened(let opening): opening.stage.map { (event.occurred, $0) }
      case .stageEntered(let stage) where event.source != .derived: (event.occurred, stage)
      default: nil
      }
    }
    let stages = (entered + work.advances.map { ($0.at, $0.stage) }).sorted { $0.0 < $1.0 }
    return (work.trigger.map { [($0.score.date, .trigger)] } ?? [])
      + stages.map { (zone.local($0.0).date, .stage($0.1)) }
  }
}
