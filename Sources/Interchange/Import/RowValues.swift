import EscalationDomain

/// One row's values by field, read as what they should be.
struct RowValues {
  let interpreter: RowInterpreter
  let source: SourceRow

  private var dates: DateReading { interpreter.profile.dates }

  func failure(_ problem: RowProblem, _ field: ImportField?) -> RowError {
    RowError(
      file: interpreter.file, line: source.place.line, column: field.map { interpreter.column($0) }, problem: problem)
  }

  /// The field's text, or the profile's default; nil where there is neither.
  func text(_ field: ImportField) throws(RowError) -> String? {
    var text = interpreter.raw(field, source.values)
    if text.isEmpty {
      guard let standing = interpreter.profile.defaults[field] else { return nil }
      text = standing
    }
    if let limit = field.textLimit, text.utf8.count > limit {
      throw failure(.tooLong(field, bytes: text.utf8.count, limit: limit), field)
    }
    return text
  }

  func required(_ field: ImportField) throws(RowError) -> String {
    guard let text = try text(field) else { throw failure(.required(field), field) }
    return text
  }

  /// Nil where the file has no such column.
  func mapped<T>(
    _ field: ImportField, _ read: (RowValues) throws(RowError) -> T?
  ) throws(RowError) -> T?? {
    guard interpreter.isPresent(field) else { return nil }
    return .some(try read(self))
  }

  /// - Parameter secondOfDay: what a date without a time means.
  func time(_ field: ImportField, secondOfDay: Int = 0) throws(RowError) -> Instant? {
    guard let text = try text(field) else { return nil }
    guard let instant = dates.instant(text, secondOfDay: secondOfDay) else { throw unreadable(text, field) }
    return instant
  }

  func date(_ field: ImportField) throws(RowError) -> LocalDate? {
    guard let text = try text(field) else { return nil }
    guard let date = dates.date(text) else { throw unreadable(text, field) }
    return date
  }

  private func unreadable(_ text: String, _ field: ImportField) -> RowError {
    failure(.unreadableTime(text, formats: dates.formats.map(\.pattern)), field)
  }

  func integer(_ field: ImportField) throws(RowError) -> Int64? {
    guard let text = try text(field) else { return nil }
    guard let value = Int64(text) else { throw failure(.unreadableNumber(text), field) }
    return value
  }

  /// The ARR, in its own currency or that of the currency's column.
  func money() throws(RowError) -> Money? {
    guard let text = try text(.arr) else { return nil }
    let currency = try self.text(.currency)
    if let currency, let money = RowValues.plainAmount(text, currency) { return money }
    guard let money = try? Money(parsing: text, defaultCurrency: currency) else {
      throw failure(.unreadableMoney(text), .arr)
    }
    return money
  }

  /// Digits and nothing else, which most exports write: the domain's reader of amounts takes twenty times as long.
  private static func plainAmount(_ text: String, _ currency: String) -> Money? {
    guard currency.utf8.count == 3, text.utf8.count <= 15, text.utf8.first != UInt8(ascii: "+"), let whole = Int64(text)
    else { return nil }
    let scale = (0..<Money.digits(of: currency.uppercased())).reduce(Int64(1)) { scale, _ in scale * 10 }
    return Money(minorUnits: whole * scale, currency: currency)
  }

  func tags() throws(RowError) -> [String]? {
    let separator = interpreter.profile.tagSeparator
    return try mapped(.tags) { row throws(RowError) in
      guard let text = try row.text(.tags) else { return [] }
      guard !separator.isEmpty else { return [text] }
      return text.split(separator: separator).map { trimmed(String($0)) }.filter { !$0.isEmpty }
    } ?? nil
  }

  func oneOf<T: RawRepresentable & CaseIterable>(
    _ field: ImportField, _ type: T.Type
  ) throws(RowError) -> T? where T.RawValue == String {
    guard let text = try text(field) else { return nil }
    guard let value = T(rawValue: text.lowercased()) else {
      throw failure(.notOneOf(text, known: T.allCases.map(\.rawValue)), field)
    }
    return value
  }
}
