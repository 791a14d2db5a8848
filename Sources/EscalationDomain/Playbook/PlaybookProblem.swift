/// What is wrong with a playbook, and where: facts only, worded by whoever shows them.
public struct PlaybookProblem: Hashable, Sendable {
  /// The keys that lead there.
  public var path: [Step]
  public var fault: Fault

  public init(_ path: [Step], _ fault: Fault) {
    self.path = path
    self.fault = fault
  }

  /// A key of a mapping, or a place in a list, from 0.
  public enum Step: Hashable, Sendable {
    case key(String)
    case item(Int)
  }

  public enum Fault: Hashable, Sendable {
    case emptyText
    case badID(String)
    /// `min(…)` can only name rules that are spelled in small letters.
    case badRuleID(String)
    case duplicateID(String)

    case noGrades
    case bandOutOfRange(Int)
    /// Nothing runs for a record that opens at or enters this grade.
    case gradeWithoutClock(Scale, String)
    /// A clock's table says nothing of it, neither a target nor that it has none.
    case gradeLeftOut(String)
    case advanceIsNoSpan(Target)
    case lastStageAdvances(String)
    case advanceStartsElsewhere
    case advanceNeedsStages

    case unknownGrade(String, known: [String])
    /// The grades of a table belong to several scales.
    case ambiguousGrades([Scale])
    /// A table that gives no grade anything.
    case emptyTable
    case unknownStep(String, known: [String])
    case unknownGroup(String, known: [String])
    case unknownRule(String, known: [String])
    /// A checklist, or a line of one.
    case unknownList(String, known: [String])
    /// Only what is asked day by day has days.
    case daysOfNoDaily
    /// A milestone of the outline waits for one that does not stand before it.
    case unknownMilestone(String, known: [String])
    case unknownPath(String, known: [String])
    case unknownCalendar(String, known: [String])
    case unknownDimension(String, known: [String])
    /// Guidance for something that is no signal, step or template.
    case unknownFit(String, known: [String])
    /// Guidance for an id that several things bear.
    case ambiguousFit(String, kinds: [String])

    case startsNever
    case startNeedsScale(Trigger, Scale)
    case stopsNever
    /// Such a thing cannot happen any more once the clock runs.
    case stopTooLate(Trigger)
    case laterRule(String)
    case ruleHasNoTarget(String, grade: String)
    case cadenceWithoutRepeat(Target)
    case cadenceInside(Target)
    case repeatsWithoutSpan(Target)
    case elapsesAndRepeats
    case promiseWithoutPromise
    case neverPauses

    case warningOutOfRange(Int)
    case warningsNotRising
    case negativeWarning

    case calendarNeverOpens(String)
    /// A clock that ends by itself never breaches, so it never calls for anyone.
    case pathNeverCalled(clock: String)
    /// Everyone is told where there is nobody to tell; without a grade, at none.
    case nobodyToNotify(grade: String?)
    /// No grade is asked.
    case neverApplies
    case nothingToDecide(grade: String)
    case streakDiffers(gate: Int, health: Int)
    case namedForAnotherStep(String)
    case gradeOfTwoScales(String, Scale)

    case gateNeedsHealth
    case gateNeedsChecklists
    case countBelowOne(Int)
    case dueIsNoSpan(Target)
    case notAnAccountDate(Target)

    case sectionLeftOpen(String)
    case sectionNotOpen(String)
    case tagLeftOpen
    case unreadableTag(String)
    case undeclaredField(String, known: [String])
    /// Asked for before sending, and then used nowhere.
    case unusedField(String)
    /// An internal message cannot answer the customer.
    case onlyForCustomers(SentMessage.Effect)
    case declaredTwice(String)

    case scoreOutOfRange(Int)
    case yellowNotAboveRed
    case badGoal(String)
  }
}
