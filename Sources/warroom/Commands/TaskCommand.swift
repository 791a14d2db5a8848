import ArgumentParser
import EscalationDomain
import Interchange

struct TaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task", abstract: "What somebody has to do, by when; a due time is a clock.",
    subcommands: [Listing.self, Add.self, Done.self, Drop.self, Move.self, Assign.self])

  struct Listing: WorkList {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the tasks, open ones first.")
    @Argument(help: "The escalation's id, as list shows it.") var id: String
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try list(\.tasks, json: { found, _ in EscalationJSON.tasks(found.record) }, ifNone: "has no tasks")
    }
  }

  struct Add: ActVerb {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a task.")
    @OptionGroup var act: ActOptions
    @Argument(help: "What is to be done.") var title: String
    @Option(help: "Who does it; “me” is you.") var owner: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("By when.", valueName: "time")) var due: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try perform { context in
        .addTask(
          title: title, owner: owner.flatMap { Owner.named($0, actor: context.session.actor) },
          due: try due.map { try context.times().by($0, as: "due") }, origin: nil)
      }
    }
  }

  struct Done: ActVerb {
    static let configuration = CommandConfiguration(commandName: "done", abstract: "Record that a task is done.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The task's id, as task list shows it.") var task: String
    @Option(help: "What came of it.") var note: String?
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .finishTask(task, note: note) } }
  }

  struct Drop: ActVerb {
    static let configuration = CommandConfiguration(commandName: "drop", abstract: "Decide that a task is not done.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The task's id, as task list shows it.") var task: String
    @Option(help: "Why not.") var reason: String
    @OptionGroup var global: GlobalOptions

    func run() throws { try perform { _ in .dropTask(task, reason: reason) } }
  }

  struct Assign: ActVerb {
    static let configuration = CommandConfiguration(
      commandName: "assign", abstract: "Give a task or a blocker to somebody.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The task's id, as task list shows it.") var task: String
    @Argument(help: "Who does it; “me” is you, “nobody” is nobody.") var owner: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try perform { context in .assignTask(task, owner: Owner.named(owner, actor: context.session.actor)) }
    }
  }

  struct Move: ActVerb {
    static let configuration = CommandConfiguration(commandName: "move", abstract: "Change by when a task is due.")
    @OptionGroup var act: ActOptions
    @Argument(help: "The task's id, as task list shows it.") var task: String
    @Argument(help: "The new time; “none” for no fixed one.") var time: String
    @Option(help: "Why.") var reason: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try perform { context in
        .moveTask(
          task, due: time == "none" ? nil : try context.times().by(time, as: "due"), reason: reason)
      }
    }
  }
}
