import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

/// What a line of the register says, as options. An empty text, or none for a date, takes a value away.
struct RiskOptions: ParsableArguments {
  @Option(help: "Its kind: adoption, people, commercial, support …") var category: String?
  @Option(help: "More about it.") var description: String?
  @Option(help: "What would make it come true.") var cause: String?
  @Option(help: "The signal that gave it away, by its id or by words of its label.") var signal: String?
  @Option(help: "What it would do, in words.") var impact: String?
  @Option(help: "avoid, reduce, transfer or accept.") var response: String?
  @Option(help: "What is done if it comes true.") var contingency: String?
  @Option(help: "Who owns it; “me” is you, “nobody” is nobody.") var owner: String?
  @Option(help: "The score that is left once the response works, 1 to 25.") var residual: Int?
  @Option(
    name: .customLong("next-review"), help: ArgumentHelp("The date of the next look, or none.", valueName: "date"))
  var nextReview: String?
  @Option(help: ArgumentHelp("The ARR that is exposed: “120k USD”, or none.", valueName: "money")) var arr: String?

  func change(actor: String) throws -> RiskChange {
    var change = RiskChange()
    if let category { change.category = .set(category.nonEmpty) }
    if let description { change.description = .set(description.nonEmpty) }
    if let cause { change.cause = .set(cause.nonEmpty) }
    if let signal { change.signal = .set(signal.nonEmpty) }
    if let impact { change.impact = .set(impact.nonEmpty) }
    if let response { change.response = .set(try RiskOptions.response(response)) }
    if let contingency { change.contingency = .set(contingency.nonEmpty) }
    if let owner { change.owner = .set(Owner.named(owner, actor: actor)) }
    if let residual { change.residual = .set(residual) }
    if let nextReview { change.nextReview = .set(try date(nextReview)) }
    if let arr { change.arrExposed = .set(arr == "none" ? nil : try Money(parsing: arr)) }
    return change
  }

  private static func response(_ text: String) throws -> RiskEntry.Response? {
    guard let text = text.nonEmpty else { return nil }
    guard let response = RiskEntry.Response(rawValue: text.lowercased()) else {
      let known = RiskEntry.Response.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure(.usage, "“\(text)” is no response; known: \(known)")
    }
    return response
  }
}

/// What every act on one risk takes.
struct RiskActOptions: ParsableArguments {
  @Argument(help: "The risk's id, as risk list shows it.") var id: String
  @Flag(help: "Answer with the risk as JSON.") var json = false
}

extension RiskGroup {
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Put a risk into the register.")
    @Argument(help: "What it is, in a line.") var title: String
    @Option(help: "The customer's account.") var account: String
    @Option(help: "How likely it is, 1 to 5.") var likelihood: Int
    @Option(name: .customLong("impact-score"), help: "How bad it would be, 1 to 5.") var impactScore: Int
    @Option(
      name: .customLong("identified-on"), help: ArgumentHelp("When it was seen, if not today.", valueName: "date"))
    var identifiedOn: String?
    @Option(name: .customLong("identified-by"), help: "Who saw it; by default you.") var identifiedBy: String?
    @OptionGroup var options: RiskOptions
    @Flag(help: "Answer with the risk as JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try global.session().retrying(isDated: false) { session in
        let register = try RiskBook(session, changing: true)
        let entry = RiskEntry(
          title: title, account: account, likelihood: likelihood, impactScore: impactScore,
          identifiedOn: try identifiedOn.flatMap(date) ?? register.today(of: account),
          identifiedBy: identifiedBy ?? session.actor)
        let told = try options.change(actor: session.actor).applied(to: entry)
        let act = Act(actor: session.actor, now: session.now)
        let risk = try register.store.register(told, zone: register.zone(of: account), act: act)
        if json { return try register.show(risk.id, json: true) }
        Output.line(
          Output.visible("\(risk.id) \(RiskFact.registered(risk.entry).sentence): \(risk.entry.title)"))
      }
    }
  }

  struct Revise: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "revise", abstract: "Change what a risk's entry says.")
    @OptionGroup var act: RiskActOptions
    @Option(help: "The new title.") var title: String?
    @Option(help: "How likely it is, 1 to 5.") var likelihood: Int?
    @Option(name: .customLong("impact-score"), help: "How bad it would be, 1 to 5.") var impactScore: Int?
    @OptionGroup var options: RiskOptions
    @Option(help: "Why.") var reason: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try RiskVerb(act, global).perform { session in
        var change = try options.change(actor: session.actor)
        (change.title, change.likelihood, change.impactScore) = (title, likelihood, impactScore)
        return .revise(change, reason: reason)
      }
    }
  }

  struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "review", abstract: "Record that somebody looked at a risk, and when the next look is due.")
    @OptionGroup var act: RiskActOptions
    @Option(help: ArgumentHelp("The date of the next look, or none.", valueName: "date")) var next: String
    @Option(help: "What the look found.") var note: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try RiskVerb(act, global).perform { _ in .review(next: try date(next), note: note) }
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: "Take a risk off the register.")
    @OptionGroup var act: RiskActOptions
    @Option(help: "Why it is over.") var reason: String
    @OptionGroup var global: GlobalOptions

    func run() throws { try RiskVerb(act, global).perform { _ in .close(reason: reason) } }
  }
}

/// Carries out an act on one risk and says what came of it.
struct RiskVerb {
  let options: RiskActOptions
  let session: Session

  init(_ options: RiskActOptions, _ global: GlobalOptions) throws {
    (self.options, session) = (options, try global.session())
  }

  func perform(_ make: (Session) throws -> RiskCommand) throws {
    try carryOut { register in
      let id = RiskID(options.id)
      let session = register.session
      let zone = try register.zone(of: register.found(id).risk.entry.account)
      let act = Act(actor: session.actor, now: session.now)
      let risk = try register.store.perform(make(session), on: id, zone: zone, act: act)
      if options.json { return try register.show(risk.id, json: true) }
      let last = try register.found(risk.id).entries.last
      Output.line(Output.visible("\(risk.id) \(last?.fact.sentence ?? "")"))
    }
  }

  /// Runs an act; what a rule refuses is told with the risk it is about.
  func carryOut(_ body: (RiskBook) throws -> Void) throws {
    do {
      try session.retrying(isDated: false) { session in
        if session.isReadOnly { throw StoreFailure.readOnly(path: session.path) }
        try body(try RiskBook(session))
      }
    } catch {
      throw try CommandFailure(error, about: options.id, zone: session.zone)
    }
  }
}
