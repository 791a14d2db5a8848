import EscalationDomain
import YAMLReading

/// The sentences for what is wrong in a playbook: the rule broken, and what to do.
enum PlaybookWording {
  static let triggers =
    "one of \(Trigger.spellings.joined(separator: ", ")), done:STEP, all-done:GROUP, raised:PATH, called:PATH"

  static let targets =
    "a target like 15m, 4bh, 2bd, 14d, same-day, renewal-30d, 24h..48h, min(24h, other-clock) or mon,wed,fri"

  static func problem(_ error: TargetError, in text: String) -> PolicyFileError.Problem {
    switch error {
    case .empty, .unreadable: .unreadable(text, expected: targets)
    case .tooLarge: .refused("\"\(text)\" is more than 10,000 years", remedy: "write a shorter time")
    case .invertedWindow: .refused("\"\(text)\" is late before it opens", remedy: "swap its two ends")
    case .nested: .refused("\"\(text)\" has a window or a min inside another", remedy: "use one of them")
    case .lonelyMinimum: .refused("\"\(text)\" compares nothing", remedy: "name at least two targets in it")
    case .emptyCadence: .refused("\"\(text)\" repeats at once", remedy: "write every 1d or more")
    }
  }

  static func unknown(_ what: String, _ name: String, _ known: [String]) -> PolicyFileError.Problem {
    let list = known.isEmpty ? "there is none" : "known: " + known.prefix(40).joined(separator: ", ")
    return .refused("no \(what) is called \"\(name)\"", remedy: NearestWord.hint(name, among: known) + list)
  }
}

extension PlaybookProblem.Fault {
  var problem: PolicyFileError.Problem {
    switch self {
    case .emptyText, .badID, .badRuleID, .duplicateID: ofText
    case .noGrades, .bandOutOfRange, .gradeWithoutClock, .gradeLeftOut, .advanceIsNoSpan, .lastStageAdvances,
      .advanceStartsElsewhere, .advanceNeedsStages:
      ofScale
    case .unknownGrade, .ambiguousGrades, .emptyTable, .unknownStep, .unknownGroup, .unknownRule, .unknownList,
      .daysOfNoDaily, .unknownMilestone,
      .unknownCalendar, .unknownDimension, .unknownPath, .unknownFit, .ambiguousFit:
      ofReference
    case .sectionLeftOpen, .sectionNotOpen, .tagLeftOpen, .unreadableTag, .undeclaredField, .declaredTwice,
      .unusedField, .onlyForCustomers:
      ofTemplate
    case .calendarNeverOpens, .pathNeverCalled, .nobodyToNotify, .neverApplies, .nothingToDecide, .streakDiffers,
      .namedForAnotherStep, .gradeOfTwoScales:
      ofReach
    case .startsNever, .startNeedsScale, .stopsNever, .stopTooLate, .laterRule, .ruleHasNoTarget,
      .cadenceWithoutRepeat, .cadenceInside, .repeatsWithoutSpan, .elapsesAndRepeats, .promiseWithoutPromise,
      .neverPauses:
      ofClock
    default: ofFigure
    }
  }

  var ofText: PolicyFileError.Problem {
    switch self {
    case .badID(let id):
      .refused("\"\(id)\" is no id", remedy: "use letters, digits, \"-\", \"_\" and \".\", without spaces")
    case .badRuleID(let id):
      .refused(
        "\"\(id)\" cannot be named in min(…)", remedy: "begin with a small letter and use small letters, digits, \"-\"")
    case .duplicateID(let id): .refused("\"\(id)\" stands twice in this list", remedy: "rename or remove one")
    default: .refused("nothing stands here", remedy: "fill it in, or remove the entry")
    }
  }

  private var ofScale: PolicyFileError.Problem {
    switch self {
    case .bandOutOfRange(let band):
      .refused("\(band) is no band", remedy: "choose 1 (most pressing) to 4")
    case .gradeWithoutClock(let scale, let grade):
      .refused(
        "no clock runs at \(scale) \(grade)",
        remedy: "give at least one clock that starts at opened, level-entered or stage-entered a target for it")
    case .gradeLeftOut(let grade):
      .refused("\(grade) has no target here", remedy: "give it one, or write none where it has no such clock")
    case .advanceIsNoSpan(let target):
      .refused("a stage cannot last \"\(target)\"", remedy: "write an amount of time like 14d or 5bd")
    case .lastStageAdvances(let stage):
      .refused("no stage comes after \(stage)", remedy: "write none for it")
    case .advanceStartsElsewhere:
      .refused("a stage's time runs from its start", remedy: "write starts: stage-entered")
    case .advanceNeedsStages:
      .refused("how long each stage lasts is missing", remedy: "write a table by stage, like {1: 14d, 2: 21d}")
    default: .refused("there is no grade", remedy: "list at least one under severities, levels or stages")
    }
  }

  private var ofReference: PolicyFileError.Problem {
    switch self {
    case .unknownGrade(let name, let known): PlaybookWording.unknown("severity, level or stage", name, known)
    case .unknownStep(let name, let known): PlaybookWording.unknown("step of the process", name, known)
    case .unknownGroup(let name, let known): PlaybookWording.unknown("group of steps", name, known)
    case .unknownRule(let name, let known): PlaybookWording.unknown("clock", name, known)
    case .unknownList(let name, let known): PlaybookWording.unknown("checklist or line of one", name, known)
    case .daysOfNoDaily: .refused("only a daily list has days", remedy: "write when: daily, or remove them")
    case .unknownMilestone(let name, let known): PlaybookWording.unknown("milestone before it", name, known)
    case .unknownCalendar(let name, let known): PlaybookWording.unknown("calendar", name, known)
    case .unknownDimension(let name, let known): PlaybookWording.unknown("dimension of health", name, known)
    case .unknownPath(let name, let known): PlaybookWording.unknown("internal path", name, known)
    case .unknownFit(let name, let known): PlaybookWording.unknown("signal, step or template", name, known)
    case .ambiguousFit(let name, let kinds):
      .refused("\"\(name)\" is a \(kinds.joined(separator: " and a "))", remedy: "rename one of them")
    case .ambiguousGrades(let scales):
      .refused(
        "these grades belong to \(scales.map(\.key).joined(separator: " and "))",
        remedy: "use the grades of one scale, and give grades of different scales different ids")
    default:
      .refused("no grade has a target here", remedy: "give at least one grade a target, or remove the clock")
    }
  }

  private var ofClock: PolicyFileError.Problem {
    switch self {
    case .startNeedsScale(let trigger, let scale):
      .refused("\(trigger) never happens without \(scale.key)", remedy: "list them, or start the clock otherwise")
    case .stopsNever:
      .refused(
        "nothing stops this clock",
        remedy:
          "name what does under stops, or write on_resolve: stop, or elapses: true for a period that ends by itself")
    case .stopTooLate(let trigger):
      .refused(
        "\(trigger) cannot happen once this clock runs", remedy: "stop it by a step (done:STEP), or start it earlier")
    case .laterRule(let rule):
      .refused("the clock \"\(rule)\" comes later or is this one", remedy: "move it above the clock that looks at it")
    case .ruleHasNoTarget(let rule, let grade):
      .refused("the clock \"\(rule)\" has no target at \(grade)", remedy: "give it one, or leave it out of min(…) here")
    case .cadenceWithoutRepeat(let target):
      .refused(
        "\"\(target)\" is a cadence, and this clock runs once", remedy: "write repeats: true, or a single target")
    case .cadenceInside(let target):
      .refused("the cadence \"\(target)\" cannot stand inside another target", remedy: "write it alone")
    case .repeatsWithoutSpan(let target):
      .refused("\"\(target)\" cannot be counted anew each time", remedy: "remove repeats, or write a time or a cadence")
    case .elapsesAndRepeats:
      .refused("a period that ends by itself does not repeat", remedy: "remove elapses or repeats")
    case .promiseWithoutPromise:
      .refused("there is no promised time before a promise", remedy: "write starts: promised")
    case .neverPauses:
      .refused("first responses, notifications and promises never pause", remedy: "remove pausable")
    default: .refused("nothing starts this clock", remedy: "name what does under starts, opened for instance")
    }
  }

  private var ofTemplate: PolicyFileError.Problem {
    switch self {
    case .sectionLeftOpen(let name):
      .refused("the section {{#\(name)}} is not closed", remedy: "add {{/\(name)}}")
    case .sectionNotOpen(let name):
      .refused("{{/\(name)}} closes a section that is not open here", remedy: "close the innermost open section")
    case .unreadableTag(let tag):
      .refused(
        "the tag {{\(tag)}} is not known here",
        remedy: "use {{field}}, {{#field}}…{{/field}}, {{^field}}…{{/field}} or {{! a remark}}")
    case .undeclaredField(let name, let known):
      .refused(
        "the field \"\(name)\" is not declared",
        remedy: NearestWord.hint(name, among: known) + "list it under fields, or under optional if it may stay empty")
    case .declaredTwice(let name):
      .refused("\"\(name)\" is both required and optional", remedy: "keep it under fields or under optional")
    case .unusedField(let name):
      .refused("no text uses the field \"\(name)\"", remedy: "write {{\(name)}} in it, or remove the field")
    case .onlyForCustomers(let effect):
      .refused("an internal message is no \(effect.rawValue)", remedy: "write audience: customer, or remove it")
    default: .refused("a {{ is not closed", remedy: "add }}")
    }
  }

  private var ofFigure: PolicyFileError.Problem {
    switch self {
    case .warningOutOfRange(let percent):
      .refused("a warning at \(percent) % cannot come in time", remedy: "choose 1 to 99")
    case .warningsNotRising: .refused("the warnings do not rise", remedy: "order them, each once")
    case .negativeWarning: .refused("a warning cannot come after the deadline", remedy: "write a time like 15m")
    case .gateNeedsHealth:
      .refused("nobody can satisfy this gate without scores", remedy: "add a health section, or another need")
    case .gateNeedsChecklists:
      .refused("there is no checklist to decide", remedy: "add checklists, or remove the gate")
    case .countBelowOne(let count): .refused("\(count) is too few", remedy: "write 1 or more")
    case .dueIsNoSpan(let target):
      .refused("a first action cannot be due \"\(target)\"", remedy: "write a time like 24h or 5bd")
    case .notAnAccountDate(let target):
      .refused("\"\(target)\" is no date of an account", remedy: "write renewal-30d or qbr, for instance")
    case .scoreOutOfRange(let score): .refused("\(score) is no score", remedy: "write 0 to 100")
    case .yellowNotAboveRed:
      .refused("yellow must lie above red", remedy: "raise yellow or lower red")
    case .badGoal(let goal):
      .unreadable(goal, expected: "a goal like <1h, >=7, <5%, falling, rising or in-target")
    default: ofText
    }
  }
}
