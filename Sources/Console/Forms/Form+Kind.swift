import EscalationDomain

extension Form.Kind {
  var title: String {
    switch self {
    case .acknowledge: "First response"
    case .update: "Customer update"
    case .note: "Note"
    case .assign: "Owner"
    case .severity: "Severity"
    case .level: "Level"
    case .stage: "Stage"
    case .pause: "Pause"
    case .resume: "Resume"
    case .resolve: "Resolve"
    case .close: "Close"
    case .task: "New task"
    case .hypothesis: "Hypothesis"
    case .confirmed: "Customer confirmed"
    case .findings: "Root cause and prevention"
    case .role: "Role"
    case .told: "Told"
    case .path: "Bring in"
    case .notNeeded: "Not needed"
    case .override: "Pass a gate over"
    case .message: "Message"
    case .file: "Write to a file"
    case .contact: "Contact"
    case .slot: "Contact matrix"
    case .executive: "Executive"
    case .reached: "Reached"
    case .milestone: "New milestone"
    case .changeMilestone: "Milestone"
    case .shift: "Shift"
    case .finishMilestone: "Done"
    case .dropMilestone: "Drop"
    case .planText: "Plan"
    case .metric: "Success metric"
    case .exitCriteria: "Exit criteria"
    case .lookDue: "Due"
    case .finding: "Found"
    case .signOff: "Sign-off"
    case .outline: "Outline"
    case .open: "New escalation"
    case .move: "Move"
    case .reopen: "Open again"
    case .cancel: "Cancel"
    case .raise: "Raise inside"
    case .addRisk: "New risk"
    case .assessRisk: "Assess"
    case .reviewRisk: "Review"
    case .closeRisk: "Close"
    case .promoteRisk: "Promote"
    case .decision: "Decision"
    case .blocker: "Blocker"
    case .review: "Stage review"
    case .startRoom: "Start the session"
    case .attendance: "Who is here"
    case .timebox: "Timebox"
    case .roomNote: "Note about the session"
    case .skipOnAgenda: "Skip"
    case .addToAgenda: "Add to the agenda"
    case .minutesFile: "Minutes to a file"
    case .view: "Save as a view"
    }
  }

  /// The scale on which it takes a step, for a form that does.
  var scale: Scale? {
    switch self {
    case .severity: .severity
    case .level: .level
    case .stage: .stage
    default: nil
    }
  }

  init?(_ command: ConsoleCommand.ID) {
    switch command {
    case .acknowledge: self = .acknowledge
    case .update: self = .update
    case .note: self = .note
    case .assign: self = .assign
    case .severity: self = .severity
    case .level: self = .level
    case .stage: self = .stage
    case .pause: self = .pause
    case .resume: self = .resume
    case .resolve: self = .resolve
    case .close: self = .close
    case .task: self = .task
    case .hypothesis: self = .hypothesis
    case .confirmed: self = .confirmed
    case .role: self = .role
    case .newEscalation: self = .open
    case .move: self = .move
    case .reopen: self = .reopen
    case .cancel: self = .cancel
    case .raise: self = .raise
    default: return nil
    }
  }
}
