import YAMLReading

extension ImportProfile {
  /// The names of the profiles that ship.
  public static let builtinNames = ["native", "servicenow"]

  /// A profile that ships; nil where there is none of this name.
  public static func builtin(_ name: String) throws(YAMLFileError) -> ImportProfile? {
    guard let text = builtinText(name) else { return nil }
    return try parse(text, file: "\(name).yaml")
  }

  /// The file of a profile that ships, to start one's own from.
  public static func builtinText(_ name: String) -> String? {
    switch name {
    case "native": String(decoding: PackageResources.native_yaml, as: UTF8.self)
    case "servicenow": String(decoding: PackageResources.servicenow_yaml, as: UTF8.self)
    default: nil
    }
  }

  /// How to write a profile, and the columns of the native one; Markdown.
  public static var reference: String { String(decoding: PackageResources.reference_md, as: UTF8.self) }
}
