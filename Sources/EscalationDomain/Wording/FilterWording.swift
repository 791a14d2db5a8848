extension FilterError {
  /// What is wrong and what to do, in one sentence.
  public var sentence: String {
    switch problem {
    case .unknownField(let name, let nearest?): "there is no “\(name)”; did you mean \(nearest)?"
    case .unknownField(let name, nil):
      "there is no “\(name)” to ask for; in quotes it is looked for as it stands"
    case .noField: "say what is compared: due<4h, arr>100k"
    case .noValue(let field): "\(field.name) needs a value: \(field.meaning)"
    case .notOrdered(let field): "\(field.name) has no more or less; write \(field.name):…"
    case .unknownGrade(let field, let grade, let known):
      "no playbook has the \(field.word) “\(grade)”; known: \(FilterError.some(known))"
    case .gradeOf(let field, let grade): "“\(grade)” is a \(field.word); write \(field.name):\(grade)"
    case .unknownPlaybook(let id, let known): "there is no playbook “\(id)”; known: \(FilterError.some(known))"
    case .unknownClock(let name, let known): "there is no clock “\(name)”; known: \(FilterError.some(known))"
    case .unknownCurrency(let code, let known):
      "“\(code)” is no currency" + (known.isEmpty ? "; write EUR, USD …" : "; in use: \(FilterError.some(known))")
    case .unknownStatus(let text, let known):
      "“\(text)” is no status; known: \(known.map(\.name).joined(separator: ", "))"
    case .unknownKind(let text, let known): "“\(text)” is no kind; known: \(known.joined(separator: ", "))"
    case .notOf(let subject, let field):
      "\(subject.noun) have no \(field.name); ask \(FilterError.places(of: field)) for it"
    case .notAPlan(let text):
      "“\(text)” is nothing a plan can be; known: \(FilterPlan.allCases.map(\.rawValue).joined(separator: ", ")), none"
    case .notAScore(let text): "“\(text)” is no score; scores are 1 to 25"
    case .notABand(let text): "“\(text)” is no band; bands are 1, the most pressing, to 4"
    case .notATime(.review, let text): "“\(text)” is no time to a review; write 7d, 2w or 2026-12-31"
    case .notAnAmount(let text): "“\(text)” is no amount; write 100k, 1.5M or 100kEUR"
    case .notATime(.renewal, let text): "“\(text)” is no time to a renewal; write 60d, 8w or 2026-12-31"
    case .notATime(let field, let text):
      "“\(text)” is no time; write \(field.isPast ? "7d, 1h, yesterday, mon" : "4h, 30m, today, fri, 17:00")"
    case .notDays(let field, let text):
      "a \(field.name) is a date, and “\(text)” counts less than days; write 60d or 8w"
    case .notADay(let text): "“\(text)” is no day; write < or > before a time"
    case .nothingBefore(let word): "“\(word)” needs something before it; in quotes it is a word to look for"
    case .nothingAfter("-"): "“-” turns round what follows it, and nothing does"
    case .nothingAfter(let word): "“\(word)” needs something after it"
    case .emptyGroup: "there is nothing between the parentheses"
    case .notClosed: "this parenthesis is not closed"
    case .notOpened: "no parenthesis is open here"
    case .quoteNotClosed: "this quote is not closed"
    case .tooDeep: "parentheses reach too deep; \(FilterParser.mostDepth) within one another at the most"
    case .tooLong: "this is too long; \(FilterParser.mostTerms) terms at the most"
    }
  }

  /// The same with the place, for where the text is not before the reader's eyes: `at “duee<4h” (column 5): …`.
  public func sentence(in text: String) -> String {
    let characters = Array(text)
    let place = characters[min(range.lowerBound, characters.count)..<min(range.upperBound, characters.count)]
    let shown = place.count > 40 ? String(place.prefix(40)) + "…" : String(place)
    return "at “\(shown)” (column \(range.lowerBound + 1)): \(sentence)"
  }

  private static func places(of field: FilterField) -> String {
    FilterSubject.allCases.filter { $0.has(field) }.map(\.place).joined(separator: " or ")
  }

  /// The first of a long list.
  private static func some(_ known: [String]) -> String {
    known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
  }
}

extension FilterField {
  /// The whole word where the name is a short one.
  fileprivate var word: String { names.last ?? name }
}
