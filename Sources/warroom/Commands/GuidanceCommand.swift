import ArgumentParser
import EscalationDomain
import Interchange
import Screen

struct GuidanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guidance", abstract: "Advice for hard moments, what fits an escalation now first.",
    usage: "warroom guidance [<id>] [<card>] [--json]\nwarroom guidance --playbook <playbook> [<card>] [--json]")
  @Argument(help: "The escalation's id, where no playbook is named; then a card's id, for that one alone.")
  var words: [String] = []
  @Option(help: "The cards of a playbook, whatever the escalation.") var playbook: String?
  @Flag(help: "As JSON.") var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let limit = playbook == nil ? 2 : 1
    guard words.count <= limit else { throw CommandFailure(.usage, "unexpected “\(words[limit])”") }
    var shelves = try shelves()
    if let card = playbook == nil ? words.dropFirst().first : words.first {
      let known = shelves.flatMap(\.fits).map(\.card.id)
      shelves = shelves.map { ($0.playbook, $0.fits.filter { $0.card.id == card }) }
      guard shelves.contains(where: { !$0.fits.isEmpty }) else {
        throw CommandFailure(
          .noInput, "there is no card “\(card)”; known: \(known.isEmpty ? "none" : known.joined(separator: ", "))")
      }
    }
    if json {
      Output.json(
        .list(shelves.flatMap { shelf in shelf.fits.map { EscalationJSON.guidance($0, playbook: shelf.playbook) } }))
    } else {
      CardText(cards: shelves.flatMap(\.fits)).print()
    }
  }

  /// Cards by playbook: the record's, the one that is named, or all that are installed.
  private func shelves() throws -> [(playbook: String, fits: [GuidanceFit])] {
    if playbook == nil, let id = words.first {
      let found = try FoundRecord(id, global)
      guard let playbook = found.policy.playbooks[found.record.playbook]?.value else { return [] }
      return [(playbook.id, found.record.guidance(of: playbook))]
    }
    let installed = try global.session().store().policies().current.playbooks
    if let playbook, installed[playbook] == nil {
      let known = installed.keys.sorted().joined(separator: ", ")
      throw CommandFailure(.noInput, "there is no playbook “\(playbook)”; known: \(known)")
    }
    return installed.sorted { $0.key < $1.key }.filter { playbook == nil || $0.key == playbook }.map {
      ($0.key, $0.value.value.cards.map { GuidanceFit($0) })
    }
  }
}

/// Cards in words, at the width of a small terminal.
struct CardText {
  let cards: [GuidanceFit]
  private static let width = 80

  func print() {
    if cards.isEmpty { Output.line("there are no cards") }
    for (index, fit) in cards.enumerated() {
      if index > 0 { Output.line("") }
      wrapped("\(fit.card.title)  (\(fit.card.id))", first: "", rest: "  ")
      for reason in fit.reasons { wrapped(reason.words, first: "  fits now: ", rest: "    ") }
      for line in fit.card.approach { wrapped(line, first: "  ", rest: "  ") }
      for line in fit.card.dos { wrapped(line, first: "  do     ", rest: "         ") }
      for line in fit.card.donts { wrapped(line, first: "  don't  ", rest: "         ") }
      for part in fit.card.parts {
        wrapped(part.heading, first: "  ", rest: "  ")
        for line in part.lines { wrapped(line, first: "  - ", rest: "    ") }
      }
    }
  }

  private func wrapped(_ text: String, first: String, rest: String) {
    let text = Output.visible(text)
    let lines = Wrap.lines(text, width: Self.width - max(first.count, rest.count))
    for (index, line) in lines.enumerated() { Output.line((index == 0 ? first : rest) + line) }
  }
}

extension GuidanceFit.Reason {
  var words: String {
    switch self {
    case .competitor(let name): "the customer weighs \(name)"
    case .signal(_, let label): "the signal “\(label)”"
    case .step(_, let label): "the open step “\(label)”"
    case .template(_, let label): "the next message, “\(label)”"
    }
  }
}
