import ArgumentParser
import EscalationDomain

/// What people do to a session's agenda, and who is there.
extension WarRoomCommand {
  struct Skip: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "skip", abstract: "Leave an escalation out of this session.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Option(help: "Why.") var why: String
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform(.skipped(EscalationID(id)), why: why) }
  }

  struct Unskip: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "unskip", abstract: "Put back what was left out of this session.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform(.unskipped(EscalationID(id))) }
  }

  struct Add: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Put an escalation on the agenda that nothing else puts there.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Option(help: "Why.") var why: String
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform(.added(EscalationID(id)), why: why) }
  }

  struct Pin: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "pin", abstract: "Put an escalation first; in a session that has started, next.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform(.pinned(EscalationID(id))) }
  }

  struct Unpin: RoomVerb {
    static let configuration = CommandConfiguration(commandName: "unpin", abstract: "Take a pin off again.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform(.unpinned(EscalationID(id))) }
  }

  struct Order: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "order", abstract: "Put these first in this order; the rest of the agenda follows.")
    @Argument(help: "The escalations' ids, as list shows them.") var ids: [String]
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform(.ordered(ids.map { EscalationID($0) })) }
  }

  struct Attend: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "attend", abstract: "Record who is there, or is not.")
    @Argument(help: "Who; “me” is you.") var name: String
    @Flag(help: "They are not there.") var absent = false
    @Flag(help: "They said beforehand that they cannot come.") var excused = false
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      if absent, excused { throw CommandFailure(.usage, "say --absent or --excused, not both") }
      try perform { context in
        let who = name == "me" ? context.session.actor : name
        return (.attended(.init(name: who, state: absent ? .absent : excused ? .excused : .present)), nil)
      }
    }
  }

  struct Role: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "role", abstract: "Give somebody a role in the session: commander, scribe, customer lead …")
    @Argument(help: "The role.") var role: String
    @Argument(help: "Who takes it; “me” is you, “nobody” is nobody.") var name: String
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try perform { context in
        (.roleTaken(role: role, by: Owner.named(name, actor: context.session.actor)), nil)
      }
    }
  }

  struct Timebox: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "timebox", abstract: "Change how long the room means to talk.")
    @Option(help: ArgumentHelp("About each.", valueName: "minutes")) var each: Int?
    @Option(help: ArgumentHelp("In all.", valueName: "minutes")) var all: Int?
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      guard each != nil || all != nil else { throw CommandFailure(.usage, "say how long: --each or --all MINUTES") }
      try perform { context in
        let box = try context.timebox()
        return (.timeboxed(.init(each: each ?? box.each, all: all ?? box.all)), nil)
      }
    }
  }

  struct Note: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "note", abstract: "Write down what was said about no one escalation.")
    @Argument(help: "The note.") var text: String
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform(.noted(text)) }
  }

  struct Drive: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "drive", abstract: "Take the lead through the agenda; other consoles follow.")
    @Option(help: ArgumentHelp("Where you lead from.", valueName: "name")) var console = "the command line"
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform(.driven(console: console)) }
  }
}

extension WarRoomCommand {
  struct TakeBack: RoomVerb {
    static let configuration = CommandConfiguration(
      commandName: "undo",
      abstract: "Take back what was said last about the agenda, who is there, the roles, the time, or in a note.")
    @Flag(help: "Answer with the session as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try perform { context in
        let log = context.room.log
        guard let last = log.effective.filter(\.fact.canGoBack).max(by: { $0.sequence < $1.sequence }) else {
          throw Refusal.nothingToUndo
        }
        return (.takenBack(entry: last.sequence), nil)
      }
    }
  }
}

struct Decide: ActVerb {
  static let configuration = CommandConfiguration(commandName: "decide", abstract: "Record what the room decided.")
  @OptionGroup var act: ActOptions
  @Argument(help: "What was decided.") var text: String
  @OptionGroup var global: GlobalOptions

  func run() throws { try perform { _ in .takeDecision(text: text) } }
}

struct Blocker: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "blocker",
    abstract: "Record what is in the way, who removes it and by when; task done and task move are its verbs too.")
  @OptionGroup var act: ActOptions
  @Argument(help: "What is in the way.") var text: String
  @Option(help: "Who removes it; “me” is you.") var owner: String?
  @Option(
    name: .customLong("needed-by"), parsing: .unconditional, help: ArgumentHelp("By when.", valueName: "time"))
  var neededBy: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try perform { context in
      .raiseBlocker(
        title: text, owner: owner.flatMap { Owner.named($0, actor: context.session.actor) },
        neededBy: try neededBy.map { try context.times().by($0, as: "needed by") })
    }
  }
}
