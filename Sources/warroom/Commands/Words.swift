import ArgumentParser
import EscalationDomain

/// Verbs that say or note something without changing an escalation's course.

struct Acknowledge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ack", abstract: "Record the first response to the customer.")
  @OptionGroup var options: ActOptions
  @Option(help: "What was said.") var note: String?

  func run() throws { try options.perform { _ in .acknowledge(note: note) } }
}

struct Update: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update", abstract: "Record an update to the customer, and when the next one was promised.")
  @OptionGroup var options: ActOptions
  @Argument(help: "What the customer was told.") var text: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When the next update was promised; it becomes a clock.", valueName: "time"))
  var next: String?
  @Option(help: "How: email, call, Slack …") var channel: String?
  @Flag(help: "A sign of life only: not what is known, what is not, and what comes next.") var brief = false

  func run() throws {
    try options.perform { context in
      let next = try next.map { try context.times().readEchoing($0, as: "next update") }
      return .update(CustomerUpdate(text: text, channel: channel, next: next, substantive: !brief))
    }
  }
}

struct Reply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "Record that the customer replied; a pause ends.")
  @OptionGroup var options: ActOptions
  @Argument(help: "What the customer said.") var text: String = ""

  func run() throws { try options.perform { _ in .customerReplied(text: text) } }
}

struct Note: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "note", abstract: "Add a note to the timeline.")
  @OptionGroup var options: ActOptions
  @Argument(help: "The note.") var text: String

  func run() throws { try options.perform { _ in .note(text: text) } }
}

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Record an internal progress check.")
  @OptionGroup var options: ActOptions
  @Option(help: "What the check found.") var note: String?

  func run() throws { try options.perform { _ in .check(note: note) } }
}

struct Notify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notify", abstract: "Record that stakeholders were told.")
  @OptionGroup var options: ActOptions
  @Option(help: "Who was told; may be given more than once.") var who: [String]
  @Option(help: "How: email, call, Slack …") var channel: String?
  @Option(help: "What was said.") var note: String?

  func run() throws {
    try options.perform { _ in .notify(Notification(who: who, channel: channel, note: note)) }
  }
}

struct Assign: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "assign", abstract: "Give an escalation its owner.")
  @OptionGroup var options: ActOptions
  @Argument(help: "The new owner; leave it out for nobody.") var owner: String?

  func run() throws { try options.perform { _ in .assign(owner: owner) } }
}

struct Mark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Record that a step of the playbook is done.")
  @OptionGroup var options: ActOptions
  @Argument(help: "The step's id, as playbook show lists it.") var step: String

  func run() throws { try options.perform { _ in .mark(step) } }
}

struct NeededBy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "needed-by", abstract: "Set by when it is needed; “none” takes it back.")
  @OptionGroup var options: ActOptions
  @Argument(help: "The time.") var time: String

  func run() throws {
    try options.perform { context in
      .setNeededBy(time == "none" ? nil : try context.times().readEchoing(time, as: "needed by"))
    }
  }
}

struct Amend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Change the title, the details or the tags.")
  @OptionGroup var options: ActOptions
  @Option(help: "The new title.") var title: String?
  @Option(help: "The new details.") var details: String?
  @Option(help: "The new tags; may be given more than once.") var tag: [String] = []

  func run() throws {
    guard title != nil || details != nil || !tag.isEmpty else {
      throw CommandFailure(.usage, "nothing to change; say --title, --details or --tag")
    }
    try options.perform { _ in
      .amend(Amendment(title: title?.nonEmpty, details: details, tags: tag.isEmpty ? nil : tag))
    }
  }
}
