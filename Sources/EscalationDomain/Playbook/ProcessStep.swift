/// A step of the playbook's process, with who does it.
public struct ProcessStep: Hashable, Sendable {
  public var id: String
  public var label: String
  public var help: String
  /// Steps that are complete together, for `all-done:GROUP`.
  public var group: String?
  /// Exactly one person or role answers for it.
  public var accountable: String?
  public var responsible: [String]
  public var consulted: [String]
  public var informed: [String]

  public init(
    id: String, label: String, help: String = "", group: String? = nil, accountable: String? = nil,
    responsible: [String] = [], consulted: [String] = [], informed: [String] = []
  ) {
    self.id = id
    self.label = label
    self.help = help
    self.group = group
    self.accountable = accountable
    self.responsible = responsible
    self.consulted = consulted
    self.informed = informed
  }
}
