/// A competitor's toolkit is read where all advice is: as a card.
extension Toolkit {
  /// - Parameter name: the competitor that the customer weighs; by default the toolkit's own.
  public func card(against name: String? = nil) -> GuidanceCard {
    let who = name ?? (isForAny ? "any competitor" : competitor)
    let parts = [
      GuidanceCard.Part("Where they are weak", weaknesses), .init("Reviews and references", reviews),
      .init("What customers object", objections), .init("What a move asks of them", migration),
    ]
    return GuidanceCard(id: cardID, title: "Against \(who)", parts: parts.filter { !$0.lines.isEmpty })
  }

  /// `toolkit`, or `toolkit-NAME` with nothing that a command line would have to quote.
  private var cardID: String {
    if isForAny { return "toolkit" }
    let words = competitor.lowercased().split { !$0.isLetter && !$0.isNumber }
    return (["toolkit"] + words.map(String.init)).joined(separator: "-")
  }

  fileprivate var isForAny: Bool { competitor.lowercased() == "any" }
}

extension Playbook {
  /// The toolkit for a competitor, in whatever case it is spelled, else the one for any.
  public func toolkit(for competitor: String) -> Toolkit? {
    let name = competitor.trimmingSpace.lowercased()
    return toolkits.first { $0.competitor.trimmingSpace.lowercased() == name } ?? toolkits.first(where: \.isForAny)
  }

  /// All advice, the toolkits after the guidance.
  public var cards: [GuidanceCard] { guidance + toolkits.map { $0.card() } }
}
