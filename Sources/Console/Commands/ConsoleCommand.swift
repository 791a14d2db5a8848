import Screen

/// Something a key does. One table of them feeds the keys, the help, the footer and the documentation.
public struct ConsoleCommand: Hashable, Sendable, Identifiable {
  public let id: ID
  /// A word or two, for the footer.
  public let label: String
  /// A sentence, for help and documentation.
  public let help: String
  /// The first one is the one to show.
  public let keys: [Key]
  /// Where it works.
  public let scopes: Set<Scope>
  public let group: Group
  /// The command line's verb for the same, if there is one.
  public let verb: String?
  /// Other words that people use for it: found by the palette and by help, never shown.
  public let synonyms: String
  /// Whether the footer shows it, where it works and has something to work on.
  public let isPrompted: Bool

  public enum ID: String, Hashable, Sendable, CaseIterable {
    case acknowledge, update, note, assign, severity, pause, resume, resolve, undo
    case level, stage, close, task, hypothesis, confirmed, role, guidance
    case compose, pickTemplate, fillMessage, editMessage, copyMessage, writeMessage, postMessage, logMessage,
      leaveMessage
    case selectRow, selectAll, letGo
    case takeBack, doAgain, earlier
    case markDone, notNeeded, override
    case doneMilestone, reopenMilestone, addMilestone, editPlan, shiftMilestone, startMilestone, dropMilestone
    case milestoneUp, milestoneDown, outline
    case takeUp, changePerson, takeAway
    case newEscalation, move, reopen, cancel, raise, lookAmongEnded, openEnded, closeEnded
    case turnPlans, chartLater, chartEarlier, chartToday
    case plansScope
    case goBoard, goEscalation, goPlans, goRoom, goRegister
    case startRoom, nextOnAgenda, previousOnAgenda, enterOnAgenda, skipOnAgenda, addToAgenda, pinOnAgenda,
      earlierOnAgenda, laterOnAgenda
    case adjourn, endRoom, takeLead, attendance, timebox, roomNote, decision, blocker, review, carryOver
    case copyMinutes, writeMinutes, postMinutes
    case registerScope, chooseColumns, newRisk, assessRisk, reviewRisk, promoteRisk, closeRisk, leaveRisk
    case toggleColumn, columnEarlier, columnLater, sortByColumn, resetColumns, closeColumns
    case open, explain, explainClock, back, nextPane, previousPane
    case nextEscalation, previousEscalation
    case nextSection, previousSection, nextLate, jumpBack
    case down, up, first, last, pageDown, pageUp, halfPageDown, halfPageUp
    case filter, keepFilter, clearFilter
    case completeFilter
    case showView, nextView, previousView, listViews, pickView, closeViews, saveView, changeView, dropView, viewUp,
      viewDown
    case sort, reverse, pickOrder, closeOrders
    case confirm, decline
    case nextField, previousField, submit, leaveForm, discardDraft
    case closeHelp, closeExplanation, closeGuidance
    case drafts, openDraft, dropDraft, closeDrafts
    case chooseMine, chooseTheirs, chooseOther, settle
    case editText
    case messages, closeMessages
    case stance, density
    case help, redraw, theme, suspend, quit
    case palette, pickEntry, closePalette
    case commandLine, runLine, completeLine, completeBack, earlierLine, laterLine, leaveLine, closeOutput
    case jumpForward, mouse
    case hideNames, showNames
  }

  /// Who has the keys.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    case board, escalation, plans, room, register, filter, orders, templates, message, form, confirmation, explanation,
      guidance, ended, help
    case risk, columns
    case views
    case palette, commandLine, output
    case drafts, conflict, messages

    public var title: String {
      switch self {
      case .board: "Board"
      case .escalation: "Escalation"
      case .plans: "Plans"
      case .room: "War room"
      case .register: "Register"
      case .filter: "Typing a filter"
      case .orders: "Choosing an order"
      case .templates: "Choosing a template"
      case .message: "In a message"
      case .form: "In a form"
      case .confirmation: "When asked"
      case .explanation: "In an explanation"
      case .guidance: "In the guidance"
      case .ended: "Among what has ended"
      case .risk: "Looking at a risk"
      case .columns: "Choosing columns"
      case .views: "Among the views"
      case .help: "In this help"
      case .palette: "In the palette"
      case .commandLine: "Typing a command"
      case .output: "In a command's answer"
      case .drafts: "Among drafts"
      case .conflict: "When somebody changed it too"
      case .messages: "Among what was said"
      }
    }
  }

  /// What it is about: the headings of help.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    case acts, looking, moving, typing, console

    public var title: String {
      switch self {
      case .acts: "Acting on an escalation"
      case .looking: "Looking closer"
      case .moving: "Moving"
      case .typing: "Typing and answering"
      case .console: "The console"
      }
    }
  }

  init(
    _ id: ID, _ label: String, _ keys: [Key], in scopes: Set<Scope>, _ group: Group, verb: String? = nil,
    also synonyms: String = "", prompted: Bool = false, _ help: String
  ) {
    self.id = id
    self.label = label
    self.keys = keys
    self.scopes = scopes
    self.group = group
    self.verb = verb
    self.help = help
    self.synonyms = synonyms
    isPrompted = prompted
  }

  /// The commands that work somewhere, in the order of the table.
  public static func all(in scope: Scope) -> [ConsoleCommand] { all.filter { $0.scopes.contains(scope) } }

  /// Those that a key means somewhere: more than one where they take turns, as pausing and resuming do, or as the panes do.
  static func meant(by key: Key, in scope: Scope) -> [ConsoleCommand] { byKey[scope]?[key] ?? [] }

  private static let byKey: [Scope: [Key: [ConsoleCommand]]] = {
    var table: [Scope: [Key: [ConsoleCommand]]] = [:]
    for command in all {
      for scope in command.scopes {
        for key in command.keys { table[scope, default: [:]][key, default: []].append(command) }
      }
    }
    return table
  }()
}
