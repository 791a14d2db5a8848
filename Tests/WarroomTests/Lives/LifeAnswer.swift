/// What verbs other than `show` answer as JSON, as far as a life looks at it.
enum LifeAnswer {
  struct Row: Decodable {
    var id: String
    var band: Int
    var nextClock: LifeRecord.Clock?
  }

  struct Draft: Decodable {
    var missing: [String]
    var subject, body: String
    var to: [String]
  }

  struct Signal: Decodable {
    var id: String
    var holds: Bool?
  }

  /// What `health import --json` did.
  struct Scores: Decodable {
    var rows, written, unchanged: Int
    var opened: [String]
  }

  /// What `health record --json` did.
  struct Recorded: Decodable { var health: LifeRecord.Health }

  struct Refused: Decodable { var gates: [LifeRecord.Gate] }

  /// What `retrospective --json` tells of gates that were passed over.
  struct Retrospective: Decodable {
    var zone: String
    var gatesOverridden: [Overridden]

    struct Overridden: Decodable {
      var id, gate, by, authority, why, at: String
      var words: String { "\(id) \(gate) by \(by) as \(authority), \(at.lifeTime): \(why)" }
    }
  }
}
