extension Policy {
  /// The playbook that governs a new escalation: the one asked for, else the account's, else its segment's, else the
  /// only one that has the grade and the signal. Where the grade is one playbook's id, names of others' do not count.
  ///
  /// - Parameter standing: the one that is taken where nothing else decides.
  public func governing(
    asked: String?, account: AccountFacts, team: Team, grade: String?, signal: String?, standing: String? = nil
  ) throws -> Playbook {
    if let id = asked ?? team.playbook(for: account) {
      return try known(id)
    }
    let all = playbooks.sorted { $0.key < $1.key }.map(\.value.value)
    guard grade != nil || signal != nil else {
      if let standing { return try known(standing) }
      throw Refusal.playbookUnclear(known: all.flatMap(\.severities).map(\.id).sorted())
    }
    var having = all
    if let grade {
      // An id is what people mean before a name: High is one playbook's id and the name of several others' S1 or P2.
      let byID = having.filter { $0.hasGrade(id: grade) }
      having = byID.isEmpty ? having.filter { $0.gradeID(matching: grade) != nil } : byID
      if having.isEmpty { throw Refusal.noPlaybookHas(grade, known: all.map(\.id)) }
    }
    if let signal { having = try Policy.having(signal, having) }
    if having.count > 1, let standing, let mine = having.first(where: { $0.id == standing }) { return mine }
    guard having.count == 1, let only = having.first else {
      throw Refusal.severalPlaybooksHave(signal ?? grade ?? "", having.map(\.id))
    }
    return only
  }

  private func known(_ id: String) throws -> Playbook {
    guard let playbook = playbooks[id]?.value else {
      throw Refusal.unknownPlaybook(id, known: playbooks.keys.sorted())
    }
    return playbook
  }

  /// Those that have the signal by its id, else by its words.
  private static func having(_ text: String, _ playbooks: [Playbook]) throws -> [Playbook] {
    let exact = playbooks.filter { $0.signals.contains { $0.id.lowercased() == text.lowercased() } }
    if !exact.isEmpty { return exact }
    let fitting = playbooks.filter { playbook in
      do {
        _ = try playbook.signal(matching: text)
        return true
      } catch Refusal.severalSignals {
        return true
      } catch {
        return false
      }
    }
    guard fitting.isEmpty else { return fitting }
    throw Refusal.unknownSignal(text, known: Set(playbooks.flatMap(\.signals).map(\.id)).sorted())
  }
}

extension Playbook {
  /// Whether a severity, level or stage has that id, whatever its case.
  fileprivate func hasGrade(id: String) -> Bool {
    (severities + levels + stages).contains { $0.id.lowercased() == id.lowercased() }
  }
}
