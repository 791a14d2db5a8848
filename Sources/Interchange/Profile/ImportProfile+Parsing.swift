import EscalationDomain
import YAMLReading

extension ImportProfile {
  private static let keys = [
    "id", "name", "format", "layout", "separator", "encoding", "field_limit", "playbook", "id_prefix", "empty", "dates",
    "columns", "required", "defaults", "severities", "statuses", "otherwise", "same_update", "tag_separator",
  ]

  /// Reads a profile; see ``ImportProfile/reference`` for its keys.
  /// - Parameter file: what errors call the file.
  public static func parse(_ text: String, file: String) throws(YAMLFileError) -> ImportProfile {
    let root = try YAMLDocument.read(text, file: file).mapping(keys: keys)
    let id = try root.required("id").string()
    let layout = try root.required("layout").choice(Layout.self)
    let columns = try fields(root, layout)
    let severities = try root.optional("severities")?.entries { value throws(YAMLFileError) in try value.string() }
    let statuses = try root.optional("statuses")?
      .entries { value throws(YAMLFileError) in try value.choice(Status.self) }
    let otherwise = try root.optional("otherwise")?.mapping(keys: ["severity", "status"])
    let tagSeparator = try root.optional("tag_separator")?.string() ?? ";"
    var profile = ImportProfile(
      id: id, name: try root.optional("name")?.string() ?? id,
      format: try root.optional("format")?.choice(Format.self) ?? .csv, layout: layout,
      separator: try root.optional("separator").map(separator) ?? UInt8(ascii: ","),
      encoding: try root.optional("encoding")?.choice(TextEncoding.self) ?? .utf8,
      limits: try limits(root.optional("field_limit")),
      playbook: try root.optional("playbook")?.string(), idPrefix: try root.optional("id_prefix")?.string() ?? "",
      empty: try root.optional("empty")?.texts().filter { !$0.isEmpty } ?? [], dates: try dates(root.optional("dates")),
      fields: columns, required: Set(columns.keys), defaults: [:], severities: nil, statuses: nil,
      sameUpdate: try root.optional("same_update")?.texts() ?? [], tagSeparator: tagSeparator)
    if let severities {
      profile.severities = ValueMap(values: severities, otherwise: try otherwise?.optional("severity")?.string())
    } else if let stray = otherwise?.optional("severity") {
      throw stray.failure(.refused("there is no map of severities", remedy: "add \"severities\", or leave this out"))
    }
    profile.statuses = try statusMap(root, columns, statuses, otherwise?.optional("status"))
    if let required = root.optional("required") { profile.required = Set(try required.sequence().map(field)) }
    if let defaults = root.optional("defaults") { profile.defaults = try defaultTexts(defaults, layout) }
    try check(profile, root)
    return profile
  }

  private static func fields(_ root: YAMLMapping, _ layout: Layout) throws(YAMLFileError) -> [ImportField: Source] {
    var fields: [ImportField: Source] = [:]
    for entry in try root.required("columns").mapping().entries {
      let field = try field(entry.keyValue)
      try checkLayout(field, layout, entry.keyValue)
      let text = try entry.value.string()
      if text.contains("{") || text.contains("}") {
        guard let template = RowTemplate(text) else {
          throw entry.value.failure(.unreadable(text, expected: "columns in braces, like {category} · {symptom}"))
        }
        fields[field] = .template(template)
      } else {
        fields[field] = .column(text)
      }
    }
    return fields
  }

  private static func field(_ value: YAMLValue) throws(YAMLFileError) -> ImportField {
    let name = try value.string()
    guard let field = ImportField(rawValue: name) else {
      throw value.failure(.unknownKey(name, known: ImportField.allCases.map(\.rawValue)))
    }
    return field
  }

  private static func checkLayout(_ field: ImportField, _ layout: Layout, _ value: YAMLValue) throws(YAMLFileError) {
    guard let only = field.layout, only != layout else { return }
    throw value.failure(
      .refused("\(field.rawValue) belongs to the layout \(only.rawValue)", remedy: "leave it out, or change the layout")
    )
  }

  private static func defaultTexts(
    _ value: YAMLValue, _ layout: Layout
  ) throws(YAMLFileError) -> [ImportField: String] {
    var defaults: [ImportField: String] = [:]
    for entry in try value.mapping().entries {
      let field = try field(entry.keyValue)
      try checkLayout(field, layout, entry.keyValue)
      defaults[field] = try entry.value.string()
    }
    return defaults
  }

  private static func statusMap(
    _ root: YAMLMapping, _ columns: [ImportField: Source], _ statuses: [String: Status]?, _ otherwise: YAMLValue?
  ) throws(YAMLFileError) -> ValueMap<Status>? {
    guard let statuses else {
      if columns[.status] != nil { throw root.value.failure(.missingKey("statuses")) }
      if let otherwise {
        throw otherwise.failure(.refused("there is no map of statuses", remedy: "add \"statuses\", or leave this out"))
      }
      return nil
    }
    return ValueMap(values: statuses, otherwise: try otherwise?.choice(Status.self))
  }

  /// What no row could be read without.
  private static func check(_ profile: ImportProfile, _ root: YAMLMapping) throws(YAMLFileError) {
    var needed: [ImportField] = [.id, .title, .account]
    needed.append(profile.layout == .updates ? .at : .opened)
    for field in needed where profile.fields[field] == nil && profile.defaults[field] == nil {
      throw try root.required("columns").failure(.missingKey(field.rawValue))
    }
    for field in profile.required where profile.fields[field] == nil {
      throw (root.optional("required") ?? root.value).failure(
        .refused("\(field.rawValue) is required and has no column", remedy: "add it under \"columns\""))
    }
  }

  private static func dates(_ value: YAMLValue?) throws(YAMLFileError) -> DateReading {
    let given = try value?.mapping(keys: ["formats", "zone"])
    var formats: [DateFormat] = []
    for item in try given?.optional("formats")?.sequence() ?? [] {
      formats.append(
        try item.value("iso, epoch-seconds, epoch-millis or a pattern like \"dd.MM.yyyy HH:mm\"") { DateFormat($0) })
    }
    if formats.isEmpty { formats = ["iso"].compactMap { DateFormat($0) } }
    let zone = try given?.optional("zone")?.value("an IANA time zone like Europe/Berlin") { try? Zone($0) }
    return DateReading(formats: formats, zone: zone ?? .utc)
  }

  private static func separator(_ value: YAMLValue) throws(YAMLFileError) -> UInt8 {
    try value.value("one ASCII character that is no quote, or tab") { text in
      if text == "tab" { return UInt8(ascii: "\t") }
      guard text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80, !"\"\n\r\0".utf8.contains(byte) else {
        return nil
      }
      return byte
    }
  }

  private static func limits(_ value: YAMLValue?) throws(YAMLFileError) -> RowLimits {
    guard let value else { return RowLimits() }
    return RowLimits(
      field: try value.value("a number of bytes from 1024 to 33554432") { text in
        Int(text).flatMap { (1024...(32 << 20)).contains($0) ? $0 : nil }
      })
  }
}

extension YAMLValue {
  fileprivate func choice<T: RawRepresentable & CaseIterable>(
    _ type: T.Type
  ) throws(YAMLFileError) -> T where T.RawValue == String {
    try value("one of \(T.allCases.map(\.rawValue).joined(separator: ", "))") { T(rawValue: $0) }
  }

  fileprivate func texts() throws(YAMLFileError) -> [String] {
    var texts: [String] = []
    for item in try sequence() { texts.append(try item.string()) }
    return texts
  }

  fileprivate func entries<T>(
    _ read: (YAMLValue) throws(YAMLFileError) -> T
  ) throws(YAMLFileError) -> [String: T] {
    var entries: [String: T] = [:]
    for entry in try mapping().entries { entries[entry.key] = try read(entry.value) }
    return entries
  }
}
