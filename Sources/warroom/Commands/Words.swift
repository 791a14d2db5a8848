import ArgumentParser
import EscalationDomain

/// Verbs that say or note something without changing an escalation's course.

struct Acknowledge: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "ack", abstract: "Record the first response to the customer.")
  @OptionGroup var act: ActOptions
  @Option(help: "What was said.") var note: String?
  @OptionGroup var global: GlobalOptions

  func run() throws { try perform { _ in .acknowledge(note: note) } }
}

struct Update: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Record an update to the customer, and when the next one was promised.")
  @OptionGroup var act: ActOptions
  @Argument(help: "What the customer was told.") var text: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When the next update was promised; it becomes a clock.", valueName: "time"))
  var next: String?
  @Option(help: "How: email, call, Slack …") var channel: String?
  @Flag(help: "A sign of life only: not what is known, what is not, and what comes next.") var brief = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try perform { context in
      let next = try next.map { try context.times().by($0, as: "next update") }
      return .update(CustomerUpdate(text: text, channel: channel, next: next, substantive: !brief))
    }
  }
}

struct Reply: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Record that the customer replied; a pause ends.")
  @OptionGroup var act: ActOptions
  @Argument(help: "What the customer said.") var text: String = ""
  @OptionGroup var global: GlobalOptions

  func run() throws { try perform { _ in .customerReplied(text: text) } }
}

struct Note: ActVerb {
  static let configuration = CommandConfiguration(commandName: "note", abstract: "Add a note to the timeline.")
  @OptionGroup var act: ActOptions
  @Argument(help: "The note.") var text: String
  @OptionGroup var global: GlobalOptions

  func run() throws { try perform { _ in .note(text: text) } }
}

struct Check: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Record an internal progress check.")
  @OptionGroup var act: ActOptions
  @Option(help: "What the check found.") var note: String?
  @OptionGroup var global: GlobalOptions

  func run() throws { try perform { _ in .check(note: note) } }
}

struct Assign: ActVerb {
  static let configuration = CommandConfiguration(commandName: "assign", abstract: "Give an escalation its owner.")
  @OptionGroup var act: ActOptions
  @Argument(help: "The new owner; “me” is you, “nobody” is nobody.") var owner: String
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try perform { context in .assign(owner: Owner.named(owner, actor: context.session.actor)) }
  }
}

/// An owner as typed: “me” is who acts, “nobody” is none.
enum Owner {
  static func named(_ text: String, actor: String) -> String? {
    text == "me" ? actor : text == "nobody" ? nil : text.nonEmpty
  }
}

struct Mark: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Record that a step of the playbook is done.")
  @OptionGroup var act: ActOptions
  @Argument(help: "The step's id, as playbook show lists it.") var step: String
  @OptionGroup var global: GlobalOptions

  func run() throws { try perform { _ in .mark(step) } }
}

struct NeededBy: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "needed-by", abstract: "Set by when it is needed; “none” takes it back.")
  @OptionGroup var act: ActOptions
  @Argument(help: "The time.") var time: String
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try perform { context in
      .setNeededBy(time == "none" ? nil : try context.times().by(time, as: "needed by"))
    }
  }
}

struct Amend: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Change the title, details or tags, or write down cause and prevention.")
  @OptionGroup var act: ActOptions
  @Option(help: "The new title.") var title: String?
  @Option(help: "The new details.") var details: String?
  @Option(help: "The new tags; may be given more than once; an empty one takes all away.") var tag: [String] = []
  @Option(name: .customLong("root-cause"), help: "Why it happened.") var rootCause: String?
  @Option(help: "What keeps it from happening again, besides what is written down; may be given more than once.")
  var prevention: [String] = []
  @Option(help: "What solved it.") var summary: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let resolution = Resolution(summary: summary, rootCause: rootCause, prevention: prevention)
    let describes = title != nil || details != nil || !tag.isEmpty
    guard describes || resolution != Resolution() else {
      throw CommandFailure(
        .usage, "nothing to change; say --title, --details, --tag, --root-cause, --prevention or --summary")
    }
    let amendment = Amendment(title: title, details: details, tags: tag.isEmpty ? nil : tag.compactMap(\.nonEmpty))
    try performAll { _ in
      (describes ? [.amend(amendment)] : []) + (resolution == Resolution() ? [] : [.amendResolution(resolution)])
    }
  }
}
