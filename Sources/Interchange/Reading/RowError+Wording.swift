extension RowError: CustomStringConvertible {
  /// One line: `log.csv:12: column 23 (priority): … ; what to do`.
  public var description: String { "\(file):\(line): \(reason)" }

  /// The same without file and line, for a table that has them beside it.
  public var reason: String {
    let place =
      switch (column?.number, column?.name) {
      case (let number?, let name?): "column \(number) (\(name.visible)): "
      case (let number?, nil): "column \(number): "
      case (nil, let name?): "\(name.visible): "
      case (nil, nil): ""
      }
    return place + problem.description
  }
}

extension RowProblem: CustomStringConvertible {
  /// What is wrong; and what to do about it.
  public var description: String {
    switch self {
    case .emptyFile: "the file holds no rows; export it again"
    case .utf16: "the file is UTF-16; save it as UTF-8"
    case .missingColumn(let name, let found):
      "the column \"\(name.visible)\" is missing; add it, or name another in the profile (found: "
        + found.map(\.visible).joined(separator: ", ") + ")"
    case .duplicateColumn(let name): "the header names \"\(name.visible)\" twice; rename one of them"
    case .notInEncoding(let encoding):
      "not \(encoding.rawValue); save the file as \(encoding.rawValue) or set \"encoding\" in the profile"
    case .nul: "a NUL character; remove it"
    case .bareCarriageReturn: "a carriage return without a line feed; save the file with LF or CRLF line ends"
    case .unclosedQuote: "a quote opens here and never closes properly; close it, and write a quote inside as \"\""
    case .textAfterQuote: "text after a closing quote; write a quote inside a quoted field as \"\""
    case .columnCount(let found, let expected):
      "\(found) columns where the header has \(expected); quote fields that hold a separator or a line break"
    case .fieldTooLong(let limit): "a field of more than \(limit) bytes; shorten it, or raise \"field_limit\""
    case .rowTooLong(let limit): "a row of more than \(limit) bytes; shorten it"
    case .notJSON(let what): "this is not JSON: \(what); write one object a line"
    case .notAnObject: "not a JSON object; write one object a line, {\"key\": value, …}"
    case .duplicateKey(let key): "the key \"\(key.visible)\" stands here twice; keep one"
    case .notAText: "a list or object where a single value is due; name a key inside it with a dotted path"
    case .required(let field): "no \(field.rawValue); fill it in, or give the profile a default"
    case .tooLong(let field, let bytes, let limit):
      "the \(field.rawValue) has \(bytes) bytes; keep it to \(limit)"
    case .controlCharacter(let field): "a control character in the \(field.rawValue); remove it"
    default: furtherDescription
    }
  }

  private var furtherDescription: String {
    switch self {
    case .unreadableTime(let text, let formats):
      "\"\(text.visible)\" is no time that exists, written as \(formats.joined(separator: " or ")); correct it, or"
        + " add its format to the profile"
    case .noValue: "nothing here; fill it in"
    case .noDate(let text): "\"\(text.visible)\" is no date; write it like 2026-03-01"
    case .unreadableNumber(let text): "\"\(text.visible)\" is no whole number; correct it"
    case .unreadableMoney(let text):
      "\"\(text.visible)\" is no amount with a currency; write 120000 USD, or fill in the currency"
    case .notInMap(let text, let field, let known):
      "\"\(text.visible)\" is not in the profile's map of \(field.rawValue); add it there, or set \"otherwise\" (known: "
        + known.joined(separator: ", ") + ")"
    case .notOneOf(let text, let known): "\"\(text.visible)\" is none of \(known.joined(separator: ", ")); use one"
    case .outOfRange(let text, let low, let high):
      "\"\(text.visible)\" is no whole number from \(low) to \(high); correct it"
    case .unknownPlaybook(let id, let known):
      "no playbook \"\(id.visible)\"; use one of \(known.joined(separator: ", "))"
    case .unknownCalendar(let id, let known):
      "no calendar \"\(id.visible)\"; install it, or use one of \(known.joined(separator: ", "))"
    case .unknownGrade(let id, let field, let playbook, let known):
      "the playbook \(playbook) has no \(field.rawValue) \"\(id.visible)\"; use one of "
        + known.joined(separator: ", ")
    case .gradeRequired(let playbook, let known):
      "no severity, and the playbook \(playbook) needs one; use one of \(known.joined(separator: ", "))"
    case .outOfOrder(let later, let earlier): "\(later.rawValue) is before \(earlier.rawValue); correct one of them"
    case .needs(let field, let other): "\(field.rawValue) without \(other.rawValue); fill in both or neither"
    case .endedTwice: "both closed_at and cancelled_at; keep the one that happened"
    case .secondRow(let id, let line): "\(id.visible) stands on line \(line) already and differs; keep one row for each"
    case .openedElsewhere(let id, let origin):
      origin.map { "\(id.visible) came with the profile \($0); import it with that one" }
        ?? "\(id.visible) was opened here, not imported; give the profile an id_prefix"
    case .beforeOpening(let id): "dated before \(id.visible) opened in the log; correct the time"
    default: ""
    }
  }
}

extension String {
  /// The text with what could steer a terminal made visible, and cut where it is long.
  var visible: String {
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in unicodeScalars {
      if count == 80 {
        result.append("…")
        break
      }
      count += 1
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
