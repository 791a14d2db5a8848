import EscalationDomain
import YAMLReading

/// Reads what can be read of a playbook and collects what cannot.
struct PlaybookReader {
  /// Passes over keys that no section has: a file that was installed once may hold what the format has dropped since.
  var isLenient = false
  private(set) var errors: [PolicyFileError] = []
  /// Ids of entries that stand in the file and not in the playbook.
  private(set) var skipped: Set<String> = []
  /// For each list of the file, by its path, the places of the entries that the playbook has.
  private(set) var kept: [[String]: [Int]] = [:]
  /// Which grades each scale has.
  var grades: [Scale: [String]] = [:]

  mutating func report(_ error: PolicyFileError) { errors.append(error) }

  /// What a closure reads, or nil and an error more.
  mutating func attempt<T>(_ read: () throws(PolicyFileError) -> T) -> T? {
    do {
      return try read()
    } catch {
      report(error)
      return nil
    }
  }

  /// A mapping with the keys of a section; each other key is an error of its own.
  mutating func mapping(_ value: YAMLValue, _ section: PlaybookKeys) -> YAMLMapping? {
    guard let mapping = attempt({ () throws(PolicyFileError) in try value.mapping() }) else { return nil }
    let known = section.keys
    if isLenient { return mapping }
    for entry in mapping.entries where !known.contains(entry.key) {
      report(entry.keyValue.failure(.unknownKey(entry.key, known: known)))
    }
    return mapping
  }

  /// The entries of a list that can be read.
  mutating func list<T>(
    _ parent: YAMLMapping, _ key: String, required: Bool = false, _ read: (inout PlaybookReader, YAMLValue) -> T?
  ) -> [T] {
    guard let value = value(parent, key, required: required),
      let items = attempt({ () throws(PolicyFileError) in try value.sequence() })
    else { return [] }
    var entries: [T] = []
    for (index, item) in items.enumerated() {
      if let entry = read(&self, item) {
        entries.append(entry)
        kept[value.path, default: []].append(index)
      } else if let id = try? item.mapping().optional("id")?.string() {
        skipped.insert(id)
      }
    }
    return entries
  }

  mutating func value(_ parent: YAMLMapping, _ key: String, required: Bool) -> YAMLValue? {
    if required {
      return attempt { () throws(PolicyFileError) in try parent.required(key) }
    }
    return parent.optional(key)
  }

  /// A key's value as `read` reads it; nil where it is absent or unreadable.
  mutating func field<T>(
    _ parent: YAMLMapping, _ key: String, required: Bool = false, _ read: (YAMLValue) throws(PolicyFileError) -> T
  ) -> T? {
    guard let value = value(parent, key, required: required) else { return nil }
    return attempt { () throws(PolicyFileError) in try read(value) }
  }

  mutating func text(_ parent: YAMLMapping, _ key: String) -> String? {
    field(parent, key) { value throws(PolicyFileError) in try value.string() }
  }

  mutating func requiredText(_ parent: YAMLMapping, _ key: String) -> String {
    field(parent, key, required: true) { value throws(PolicyFileError) in try value.string() } ?? ""
  }

  /// One text, or a list of texts.
  mutating func texts(_ parent: YAMLMapping, _ key: String, required: Bool = false) -> [String] {
    guard let value = value(parent, key, required: required) else { return [] }
    if value.kind == .sequence {
      return list(parent, key) { reader, item in
        reader.attempt { () throws(PolicyFileError) in try item.string() }
      }
    }
    return attempt { () throws(PolicyFileError) in [try value.string()] } ?? []
  }

  mutating func integer(_ parent: YAMLMapping, _ key: String, required: Bool = false) -> Int? {
    field(parent, key, required: required) { value throws(PolicyFileError) in try value.integer() }
  }

  mutating func boolean(_ parent: YAMLMapping, _ key: String) -> Bool {
    field(parent, key) { value throws(PolicyFileError) in try value.boolean() } ?? false
  }

  mutating func choice<T: RawRepresentable<String> & CaseIterable>(
    _ parent: YAMLMapping, _ key: String, _ type: T.Type
  ) -> T? {
    field(parent, key) { value throws(PolicyFileError) in try Self.choice(value, type) }
  }

  static func choice<T: RawRepresentable<String> & CaseIterable>(
    _ value: YAMLValue, _ type: T.Type
  ) throws(PolicyFileError) -> T {
    try value.value("one of " + T.allCases.map(\.rawValue).joined(separator: ", ")) { T(rawValue: $0) }
  }

  /// A table by grade of the one scale that its keys belong to. `read` gives nil for a grade that is left out.
  mutating func table<T>(
    _ value: YAMLValue, _ read: (YAMLValue) throws(PolicyFileError) -> T?
  ) -> (scale: Scale, table: [String: T])? {
    guard let mapping = attempt({ () throws(PolicyFileError) in try value.mapping() }) else { return nil }
    let names = mapping.entries.map(\.key)
    let scales = Scale.allCases.filter { scale in names.contains { grades[scale, default: []].contains($0) } }
    guard let scale = scales.first, scales.count == 1 else {
      if scales.count > 1 { report(value.failure(PlaybookProblem.Fault.ambiguousGrades(scales).problem)) }
      if scales.isEmpty { reportUnknown(mapping) }
      return nil
    }
    var table: [String: T] = [:]
    for entry in mapping.entries {
      if let read = attempt({ () throws(PolicyFileError) in try read(entry.value) }) { table[entry.key] = read }
    }
    return (scale, table)
  }

  /// No key of a table is a grade of any scale.
  private mutating func reportUnknown(_ mapping: YAMLMapping) {
    if mapping.entries.isEmpty { report(mapping.value.failure(PlaybookProblem.Fault.emptyTable.problem)) }
    let known = Scale.allCases.flatMap { grades[$0, default: []] }
    for entry in mapping.entries {
      let fault = PlaybookProblem.Fault.unknownGrade(entry.key, known: known)
      report(entry.keyValue.failure(fault.problem))
    }
  }
}
