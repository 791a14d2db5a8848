import EscalationDomain
import YAMLReading

extension PlaybookProblem.Fault {
  /// What can never come about, or contradicts itself.
  var ofReach: PolicyFileError.Problem {
    switch self {
    case .calendarNeverOpens(let id):
      .refused("the calendar \"\(id)\" has no working time ahead", remedy: "name another, or give it hours")
    case .pathNeverCalled(let clock):
      .refused(
        "the clock \"\(clock)\" ends by itself and is never late", remedy: "name one that can be late, or none")
    case .nobodyToNotify(let grade):
      .refused(
        "all-notified waits for the matrix, which names nobody\(grade.map { " at \($0)" } ?? "")",
        remedy: "list who hears under notify, or leave the clock out there")
    case .neverApplies: .refused("no grade is asked", remedy: "give at least one grade yes or if-needed, or remove it")
    case .nothingToDecide(let grade):
      .refused(
        "no checklist that closing waits for asks anything at \(grade)",
        remedy: "add an item for it, or leave the grade out of the gate")
    case .streakDiffers(let gate, let health):
      .refused(
        "the gate asks for \(gate) days and health for \(health)", remedy: "write the same under closes_after_days")
    case .namedForAnotherStep(let id):
      .refused("\"\(id)\" is a step, and this list is not its own", remedy: "write step: \(id), or rename the list")
    case .gradeOfTwoScales(let id, let other):
      .refused("\"\(id)\" stands under \(other.key) as well", remedy: "rename one of them")
    default: ofText
    }
  }
}
