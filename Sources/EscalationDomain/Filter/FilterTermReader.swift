/// Reads what is asked of one field.
struct FilterTermReader {
  let subject: FilterSubject?
  let vocabulary: FilterVocabulary?

  typealias Question = FilterLexer.Question
  typealias Value = FilterLexer.Value

  func filter(_ question: Question, _ range: Range<Int>) throws(FilterError) -> Filter {
    guard let field = FilterField(named: question.name) else {
      let nearest = FilterField.nearest(to: question.name)
      throw FilterError(
        .unknownField(question.name, nearest: nearest),
        range.lowerBound..<(range.lowerBound + question.name.count))
    }
    if let subject, !subject.has(field) {
      throw FilterError(
        .notOf(subject, field), range.lowerBound..<(range.lowerBound + question.name.count))
    }
    let values = field.takesLists ? question.values : [FilterTermReader.joined(question.values)]
    var parts: [Filter] = []
    for value in values {
      guard !value.text.isEmpty else { throw FilterError(.noValue(field), range) }
      parts.append(try part(field, question.comparison, value, range))
    }
    return .any(of: parts)
  }

  /// A comma between words of a name belongs to it.
  private static func joined(_ values: [Value]) -> Value {
    Value(
      text: values.map(\.text).joined(separator: ","), isQuoted: values.contains(where: \.isQuoted),
      range: (values.first?.range.lowerBound ?? 0)..<(values.last?.range.upperBound ?? 0))
  }

  private func part(
    _ field: FilterField, _ comparison: FilterComparison, _ value: Value, _ range: Range<Int>
  ) throws(FilterError) -> Filter {
    if comparison != .equal, !field.isOrdered { throw FilterError(.notOrdered(field), range) }
    if !value.isQuoted, let none = field.noneWord, value.text.lowercased() == none, comparison == .equal {
      return .term(.missing(field))
    }
    let ends = value.isQuoted ? nil : FilterTermReader.ends(value.text)
    if let scale = field.scale { return .term(try grade(scale, value, ends)) }
    if let ends, field.isOrdered { return try between(field, comparison, ends, value) }
    return .term(try term(field, comparison, value))
  }

  /// `a..b`; either may be missing, not both.
  private static func ends(_ text: String) -> (from: String?, to: String?)? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    let (from, to) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    return from.isEmpty && to.isEmpty ? nil : (from.nonEmpty, to.nonEmpty)
  }

  private func between(
    _ field: FilterField, _ comparison: FilterComparison, _ ends: (from: String?, to: String?), _ value: Value
  ) throws(FilterError) -> Filter {
    var parts: [Filter] = []
    for (end, comparison) in [(ends.from, FilterComparison.atLeast), (ends.to, .atMost)] {
      guard let end else { continue }
      parts.append(
        .term(try term(field, comparison, Value(text: end, isQuoted: false, range: value.range))))
    }
    return .all(of: parts)
  }

  private func term(
    _ field: FilterField, _ comparison: FilterComparison, _ value: Value
  ) throws(FilterError) -> FilterTerm {
    let word = value.text.lowercased()
    switch field {
    case .owner where word == "me" && !value.isQuoted: return .mine
    case .status:
      let known = subject?.statuses ?? FilterStatus.all
      guard let status = known.first(where: { $0.name == word }) else {
        throw FilterError(.unknownStatus(value.text, known: known), value.range)
      }
      return .status(status)
    case .playbook:
      if let known = vocabulary?.playbooks, !known.isEmpty, !known.contains(where: { $0.lowercased() == word }) {
        throw FilterError(.unknownPlaybook(value.text, known: known), value.range)
      }
      return .text(field, value.text)
    case .clock:
      if let vocabulary, !vocabulary.knowsClock(value.text) {
        throw FilterError(.unknownClock(value.text, known: vocabulary.clocks), value.range)
      }
      return .text(field, value.text)
    case .plan:
      guard let plan = FilterPlan(rawValue: word) else { throw FilterError(.notAPlan(value.text), value.range) }
      return .plan(plan)
    case .kind:
      let known = subject.map(\.kinds) ?? FilterSubject.allCases.flatMap(\.kinds)
      guard known.contains(word) else { throw FilterError(.unknownKind(value.text, known: known), value.range) }
      return .text(field, word)
    case .score:
      guard let score = Int(word), (0...1000).contains(score) else {
        throw FilterError(.notAScore(value.text), value.range)
      }
      return .score(comparison, score)
    case .band:
      guard let band = Int(word), (1...4).contains(band) else {
        throw FilterError(.notABand(value.text), value.range)
      }
      return .band(comparison, band)
    case .arr:
      guard let amount = try? FilterAmount(parsing: value.text) else {
        throw FilterError(.notAnAmount(value.text), value.range)
      }
      if let currency = amount.currency, let vocabulary, !vocabulary.knowsCurrency(currency) {
        throw FilterError(.unknownCurrency(currency, known: vocabulary.currencies), value.range)
      }
      return .amount(comparison, amount)
    case .due, .milestone, .renewal, .review, .opened, .changed:
      return .time(field, comparison, try moment(field, comparison, value))
    default: return .text(field, value.text)
    }
  }

  private func grade(
    _ scale: Scale, _ value: Value, _ ends: (from: String?, to: String?)?
  ) throws(FilterError) -> FilterTerm {
    let (from, to) = ends ?? (value.text, value.text)
    for end in [from, to] {
      guard let end, let vocabulary, !vocabulary.knows(end, on: scale) else { continue }
      if let other = Scale.allCases.first(where: { vocabulary.knows(end, on: $0) }) {
        throw FilterError(.gradeOf(other.field, end), value.range)
      }
      let known = vocabulary.grades(scale)
      if !known.isEmpty { throw FilterError(.unknownGrade(scale.field, end, known: known), value.range) }
    }
    return .grade(scale, from: from, to: to)
  }

  private func moment(
    _ field: FilterField, _ comparison: FilterComparison, _ value: Value
  ) throws(FilterError) -> FilterMoment {
    let word = value.text.lowercased()
    if let span = FilterSpan(word) {
      if field.isDate, span.days == nil { throw FilterError(.notDays(field, value.text), value.range) }
      return .span(span)
    }
    if let day = FilterDay(word) { return .day(day) }
    let anywhen = Instant(0)
    guard (try? TypedTime.parse(word, now: anywhen, zone: .utc, timeline: nil, leaning: .by)) != nil,
      !field.isDate
    else { throw FilterError(.notATime(field, value.text), value.range) }
    if comparison == .equal { throw FilterError(.notADay(value.text), value.range) }
    return .typed(word)
  }
}

extension FilterSpan {
  /// `4h`, `30m`, `-2d`; nil for anything else.
  init?(_ text: String) {
    guard let unit = text.last.flatMap({ Unit(rawValue: String($0)) }) else { return nil }
    let number = text.dropLast()
    guard number.drop(while: { $0 == "-" }).allSatisfy({ $0.isASCII && $0.isNumber }), let count = Int64(number),
      count.magnitude <= FilterSpan.most
    else { return nil }
    self.init(count, unit)
  }
}

extension FilterDay {
  /// `today`, `fri`, `friday`, `2026-03-01`; nil for anything else.
  init?(_ word: String) {
    switch word {
    case "today": self = .today
    case "tomorrow": self = .tomorrow
    case "yesterday": self = .yesterday
    default:
      if let day = TypedTime.weekday(word[...]) {
        self = .weekday(day)
      } else if let date = LocalDate(iso: word) {
        self = .date(date)
      } else {
        return nil
      }
    }
  }
}

extension FilterField {
  /// The name that a mistyped one most likely stands for: one that begins so, or no more than two slips away.
  static func nearest(to text: String) -> String? {
    let typed = text.lowercased()
    guard typed.count <= 20 else { return nil }
    let names = allCases.flatMap(\.names)
    if let start = names.first(where: { typed.count > 1 && $0.hasPrefix(typed) }) { return start }
    let close = names.map { (name: $0, slips: slips(Array(typed), Array($0))) }.min { $0.slips < $1.slips }
    return close.flatMap { $0.slips <= min(2, typed.count / 2) ? $0.name : nil }
  }

  /// Letters to change, add or leave out. O(a × b).
  private static func slips(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, corner + (x == y ? 0 : 1))
        corner = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
