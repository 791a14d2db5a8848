/// What a playbook calls what facts name by an id. The id stands where the playbook does not know it, or none is given.
struct PlaybookNames {
  let playbook: Playbook?

  init(_ playbook: Playbook?) { self.playbook = playbook }

  func item(_ decision: ItemDecision) -> String {
    let list = playbook?.checklists.first { $0.id == decision.checklist }
    let item = list?.items.first { $0.id == decision.item }
    return item?.label ?? "\(decision.checklist)/\(decision.item)"
  }

  func step(_ id: String) -> String { playbook?.process.first { $0.id == id }?.label ?? id }

  func gate(_ id: String) -> String { quoted(playbook?.gates.first { $0.id == id }?.label) ?? id }

  func path(_ id: String) -> String { quoted(playbook?.paths.first { $0.id == id }?.label) ?? id }

  func signal(_ id: String) -> String { quoted(playbook?.signals.first { $0.id == id }?.label) ?? id }

  func template(_ id: String) -> String { playbook?.templates.first { $0.id == id }?.label ?? id }

  private func quoted(_ label: String?) -> String? { label.map { "“\($0)”" } }
}
