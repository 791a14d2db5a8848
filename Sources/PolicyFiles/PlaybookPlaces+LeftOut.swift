import EscalationDomain
import YAMLReading

extension PlaybookPlaces {
  /// Grades of which a clock's table says nothing: forgotten, or without such a clock? A playbook does not tell, its
  /// file does, by writing none.
  ///
  /// O(clocks × grades).
  func leftOut(of playbook: Playbook) -> [PlaybookProblem] {
    playbook.clocks.enumerated().flatMap { index, rule -> [PlaybookProblem] in
      guard case .by(let scale, _) = rule.target else { return [] }
      let path: [PlaybookProblem.Step] = [.key("clocks"), .item(index), .key("target")]
      guard case .mapping(let pairs) = place(of: path).node else { return [] }
      let spelled = Set(pairs.compactMap { $0.key.scalar?.string })
      let grades = playbook.grades(of: scale).map(\.id)
      // A misspelled grade is a fault of its own, and the one that was meant.
      guard spelled.isSubset(of: grades) else { return [] }
      let last = rule.advances ? grades.last : nil
      return grades.filter { !spelled.contains($0) && $0 != last }.map { PlaybookProblem(path, .gradeLeftOut($0)) }
    }
  }
}
