/// The playbooks that ship with the product, as the texts that are installed into a store.
public enum BuiltinPlaybooks {
  public struct File: Hashable, Sendable {
    public let id: String
    public let text: String

    /// What errors call it.
    public var name: String { "\(id).yaml" }
  }

  /// In the order of the product's documentation.
  public static let all = [
    File(id: "risk", text: String(decoding: PackageResources.risk_yaml, as: UTF8.self)),
    File(id: "response", text: String(decoding: PackageResources.response_yaml, as: UTF8.self)),
    File(id: "levels", text: String(decoding: PackageResources.levels_yaml, as: UTF8.self)),
    File(id: "protocol", text: String(decoding: PackageResources.protocol_yaml, as: UTF8.self)),
    File(id: "health", text: String(decoding: PackageResources.health_yaml, as: UTF8.self)),
  ]
}

/// The reference of the playbook format, for a team that writes its own.
public enum PlaybookFormat {
  /// Markdown.
  public static let text = String(decoding: PackageResources.FORMAT_md, as: UTF8.self)
}
