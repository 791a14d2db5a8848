import Foundation

/// Part of a desk as it is written down, whatever a newer or older console knows of it.
enum DeskPart: Hashable, Codable, Sendable {
  case object([String: DeskPart])
  case list([DeskPart])
  case text(String)
  case flag(Bool)
  case whole(Int64)
  case number(Double)
  case nothing

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let object = try? value.decode([String: DeskPart].self) {
      self = .object(object)
    } else if let list = try? value.decode([DeskPart].self) {
      self = .list(list)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let whole = try? value.decode(Int64.self) {
      self = .whole(whole)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      self = .nothing
    }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .object(let object): try value.encode(object)
    case .list(let list): try value.encode(list)
    case .text(let text): try value.encode(text)
    case .flag(let flag): try value.encode(flag)
    case .whole(let whole): try value.encode(whole)
    case .number(let number): try value.encode(number)
    case .nothing: try value.encodeNil()
    }
  }
}

/// How two consoles of one person share a desk: each writes the parts that it changed since it last read or wrote, and
/// leaves the others as they are. Drafts, views and earlier filters count one by one, every other part as a whole.
enum DeskMerge {
  /// The parts that are made of entries with names of their own.
  private static let entries: Set<String> = ["drafts", "filters"]

  /// O(bytes).
  ///
  /// - Parameters:
  ///   - base: what this console last read or wrote.
  ///   - mine: what it wants to be kept.
  ///   - theirs: what is there now.
  static func merged(
    base: [String: DeskPart], mine: [String: DeskPart], theirs: [String: DeskPart]
  ) -> [String: DeskPart] {
    merged(base, mine, theirs) { key, base, mine, theirs in
      if key == "views" { return views(base: base, mine: mine, theirs: theirs) }
      guard entries.contains(key) else { return mine }
      let all = merged(base?.object ?? [:], mine?.object ?? [:], theirs?.object ?? [:]) { _, _, mine, _ in mine }
      return all.isEmpty ? nil : .object(all)
    }
  }

  /// - Parameter both: what becomes of what this console changed.
  private static func merged(
    _ base: [String: DeskPart], _ mine: [String: DeskPart], _ theirs: [String: DeskPart],
    changed: (String, DeskPart?, DeskPart?, DeskPart?) -> DeskPart?
  ) -> [String: DeskPart] {
    var result = theirs
    for key in Set(base.keys).union(mine.keys) where base[key] != mine[key] {
      result[key] = changed(key, base[key], mine[key], theirs[key])
    }
    return result
  }
}

extension DeskPart {
  var object: [String: DeskPart]? {
    if case .object(let object) = self { return object }
    return nil
  }
}
