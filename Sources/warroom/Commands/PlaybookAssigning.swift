import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

/// Whose new escalations a playbook governs.
struct ScopeOptions: ParsableArguments {
  @Option(help: "An account's name.") var account: String?
  @Option(help: "A segment: SMB, Mid-Market, Enterprise …") var segment: String?

  func scope() throws -> PlaybookScope {
    switch (account?.nonEmpty, segment?.nonEmpty) {
    case (let account?, nil): .account(account)
    case (nil, let segment?): .segment(segment)
    default: throw CommandFailure(.usage, "say --account or --segment, one of them")
    }
  }
}

extension PlaybookCommand {
  struct Assigning: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "assign", abstract: "Let a playbook govern an account's or a segment's new escalations.")
    @Argument(help: "The playbook's id.") var id: String
    @OptionGroup var of: ScopeOptions
    @Option(help: "Why.") var reason: String?
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let scope = try of.scope()
      try TeamVerb(global).write(.assigned(scope), of: id, why: reason) { team, _ in
        if json { return Output.json(team.assignment(scope).map(TeamJSON.assignment) ?? .null) }
        Output.line(Output.visible("\(id) governs new escalations of the \(scope.words)"))
      }
    }
  }

  struct Unassigning: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "unassign", abstract: "Take a playbook's assignment to an account or a segment back.")
    @Argument(help: "The playbook's id.") var id: String
    @OptionGroup var of: ScopeOptions
    @Option(help: "Why.") var reason: String?
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let scope = try of.scope()
      try TeamVerb(global).write(.unassigned(scope), of: id, why: reason) { team, _ in
        if json { return Output.json(.list(team.assignments.map(TeamJSON.assignment))) }
        Output.line(Output.visible("\(id) no longer governs new escalations of the \(scope.words)"))
      }
    }
  }

  struct Assignments: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "assignments", abstract: "List which playbook governs which account or segment.")
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let session = try global.session()
      let team = try session.store().team(now: session.now)
      if json { return Output.json(.list(team.assignments.map(TeamJSON.assignment))) }
      Output.table(
        team.assignments.map { assignment in
          [
            assignment.scope.words, assignment.playbook, assignment.stamp.by,
            assignment.stamp.at.words(in: session.zone), assignment.stamp.why ?? "",
          ]
        }, header: ["whose", "playbook", "by", "since", "why"])
    }
  }
}
