import EscalationDomain

/// A JSON value whose keys keep their order, so that output reads as documented.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  /// An amount of money, as a number in whole units of its currency.
  case amount(Money)
  /// A figure, as a number of at most two decimals.
  case ratio(Ratio)
  case text(String)
  case list([JSONValue])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public var name: String
    public var value: JSONValue

    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member(name: $0.key, value: $0.value) })
  }

  public static func maybe(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
  public static func maybe(_ money: Money?) -> JSONValue { money.map(JSONValue.amount) ?? .null }
  public static func maybe(_ ratio: Ratio?) -> JSONValue { ratio.map(JSONValue.ratio) ?? .null }
  public static func maybe(_ number: Int64?) -> JSONValue { number.map(JSONValue.int) ?? .null }
  public static func maybe<Value: CustomStringConvertible>(_ value: Value?) -> JSONValue {
    value.map { .text($0.description) } ?? .null
  }
  public static func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.text)) }

  /// The same object with more members at its end; anything else stays as it is.
  public func adding(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    adding(members.map { Member(name: $0.key, value: $0.value) })
  }

  public func adding(_ members: [Member]) -> JSONValue {
    guard case .object(let own) = self else { return self }
    return .object(own + members)
  }
}

extension JSONValue: CustomStringConvertible {
  /// Compact JSON, one line.
  public var description: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// Indented by two.
  public var pretty: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += String(value)
    case .amount(let money): text += money.decimal
    case .ratio(let ratio): text += ratio.text
    case .text(let value): JSONValue.quote(value, to: &text)
    case .list(let values):
      JSONValue.write(values, "[", "]", to: &text, indent) { value, text, indent in
        value.write(to: &text, indent: indent)
      }
    case .object(let members):
      JSONValue.write(members, "{", "}", to: &text, indent) { member, text, indent in
        JSONValue.quote(member.name, to: &text)
        text += indent == nil ? ":" : ": "
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout String, _ indent: Int?,
    each: (Element, inout String, Int?) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if let indent { text += "\n" + String(repeating: " ", count: indent + 2) }
      each(element, &text, indent.map { $0 + 2 })
    }
    if let indent, !elements.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
    text += close
  }

  /// Quotes a text; control characters are escaped, so that no output line carries one.
  static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      default:
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isBidiControl {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
