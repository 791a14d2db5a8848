import EscalationDomain

/// What the columns of some system's export mean: how a row becomes events.
public struct ImportProfile: Hashable, Sendable {
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case csv
    /// A JSON object a line.
    case jsonl
  }

  public enum Layout: String, Hashable, Sendable, CaseIterable {
    /// A row is one update of an escalation.
    case updates
    /// A row is one escalation.
    case records
  }

  /// Where a field's text comes from.
  public enum Source: Hashable, Sendable {
    case column(String)
    case template(RowTemplate)
  }

  /// What a status column may mean.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case new
    case active
    /// Waiting on the customer: pauses.
    case waiting
    case resolved
    case closed
    case cancelled
  }

  /// The meaning of each value a column may have.
  public struct ValueMap<Value: Hashable & Sendable>: Hashable, Sendable {
    public var values: [String: Value]
    /// For what is not in the map; without it such a row is refused.
    public var otherwise: Value?
  }

  public var id: String
  public var name: String
  public var format: Format
  public var layout: Layout
  public var separator: UInt8
  public var encoding: TextEncoding
  public var limits: RowLimits
  public var playbook: String?
  public var idPrefix: String
  /// Values that stand for none; the empty text always does.
  public var empty: [String]
  public var dates: DateReading
  public var fields: [ImportField: Source]
  /// The fields whose columns a file must have.
  public var required: Set<ImportField>
  /// For fields that have no value in a row.
  public var defaults: [ImportField: String]
  /// Without a map a severity is taken as it is written.
  public var severities: ValueMap<String>?
  public var statuses: ValueMap<Status>?
  /// The columns that, equal in two rows of one escalation, make them one update.
  public var sameUpdate: [String]
  /// Stands between tags, and joins the members of a JSON list.
  public var tagSeparator: String

  /// The names of all columns that are asked for, each once, with whether a file must have it.
  var sources: [(name: String, required: Bool)] {
    var order: [String] = []
    var needs: [String: Bool] = [:]
    func add(_ name: String, _ required: Bool) {
      if needs[name] == nil { order.append(name) }
      needs[name] = required || needs[name] ?? false
    }
    for field in ImportField.allCases {
      switch fields[field] {
      case .column(let name): add(name, required.contains(field))
      case .template(let template): for part in template.parts { add(part.column, required.contains(field)) }
      case nil: break
      }
    }
    for name in sameUpdate { add(name, true) }
    return order.map { ($0, needs[$0] ?? false) }
  }
}
