import EscalationDomain
import EscalationStore
import Foundation
import StoreFixtures

/// Another process at work on a store, for the tests of several at once and of sudden death. It prints a line after
/// each commit, and no line before one.
@main
enum StoreProbe {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2 else { exit(64) }
    let (verb, path, rest) = (arguments[1], arguments[2], Array(arguments.dropFirst(3)))
    do {
      switch verb {
      case "create":
        let made = try SQLiteStore.create(
          path: path, reader: RoomPolicy.reader, policy: RoomPolicy.texts(), actor: "probe", now: RoomPolicy.start)
        say(made ? "made" : "there already")
      case "migrate":
        try SQLiteStore(path: path, reader: RoomPolicy.reader, schema: .next).close()
        say("migrated")
      case "pairs": try pairs(path, id: rest[0], count: Int(rest[1]) ?? 0, actor: rest[2], now: Int64(rest[3]) ?? 0)
      case "open": try open(path, count: Int(rest[0]) ?? 0)
      case "session": try session(path, id: EscalationID(rest[0]))
      case "capture": try capture(path, id: EscalationID(rest[0]), console: rest[1], count: Int(rest[2]) ?? 0)
      case "scores": try scores(path, day: Int(rest[0]) ?? 0)
      case "import": try importing(path, new: Int(rest[0]) ?? 0, known: Array(rest.dropFirst()))
      case "install":
        let store = try SQLiteStore(path: path, reader: RoomPolicy.reader)
        _ = try store.install([RoomPolicy.stricter], actor: "probe", now: RoomPolicy.start)
        say("installed")
      default: exit(64)
      }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(error as? StoreFailure == .busy(path: path) ? 75 : 74)
    }
  }

  private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  /// So many acts of two events each: a note of its own number and, in the same transaction, the same as an update.
  private static func pairs(_ path: String, id: String, count: Int, actor: String, now: Int64) throws {
    var options = SQLiteStore.Options()
    options.patience = 60
    let store = try SQLiteStore(path: path, reader: RoomPolicy.reader, options: options)
    for number in 0..<count {
      let act = Act(actor: actor, now: RoomPolicy.start + now)
      let text = "\(actor) \(number)"
      _ = try store.perform([
        (EscalationID(id), .note(text: text), act), (EscalationID(id), .update(CustomerUpdate(text: text)), act),
      ])
      say(text)
    }
  }

  static let room = RoomID(date: Zone.utc.local(RoomPolicy.start).date)

  /// A session of the war room on one escalation, from its first word to its end, a minute a step.
  private static func session(_ path: String, id: EscalationID) throws {
    let store = try SQLiteStore(path: path, reader: RoomPolicy.reader)
    let start = RoomStart(
      agenda: [id], since: RoomPolicy.start, until: RoomPolicy.start + 172_800,
      timebox: RoomTimebox(each: 5, all: 25))
    let steps: [RoomFact] = [
      .noted("before"), .started(start), .driven(console: "probe"), .entered(id), .left, .ended(),
    ]
    for (number, fact) in steps.enumerated() {
      let act = Act(actor: "probe", now: RoomPolicy.start + 9000 + Int64(number * 60))
      _ = try store.write(fact, in: room, why: nil, act: act)
      say(fact.sentence)
    }
  }

  /// So many times: takes the lead on a console of its own, and writes a note about the session and a decision about an
  /// escalation.
  private static func capture(_ path: String, id: EscalationID, console: String, count: Int) throws {
    var options = SQLiteStore.Options()
    options.patience = 60
    let store = try SQLiteStore(path: path, reader: RoomPolicy.reader, options: options)
    let act = Act(actor: console, now: RoomPolicy.start + 9000)
    for number in 0..<count {
      let text = "\(console) \(number)"
      do {
        _ = try store.write(.driven(console: console), in: room, why: nil, act: act)
      } catch Refusal.nothingToChange {
        // Nobody else took it meanwhile.
      }
      _ = try store.write(.noted(text), in: room, why: nil, act: act)
      _ = try store.perform(.takeDecision(text: text), on: id, act: act)
      say(text)
    }
  }

  private static func open(_ path: String, count: Int) throws {
    let store = try SQLiteStore(path: path, reader: RoomPolicy.reader)
    for number in 0..<count {
      let done = try store.open(.room("Number \(number)"), id: nil, act: Act(actor: "probe", now: RoomPolicy.start))
      say(done.record.id.text)
    }
  }

  /// A third red date of one account and a fourth of another whose record is open.
  private static func scores(_ path: String, day: Int) throws {
    let store = try SQLiteStore(path: path, reader: RoomPolicy.reader)
    let score = HealthScore(date: LocalDate(daysSinceEpoch: day), composite: 40, dimensions: [.init("usage", 9)])
    let act = Act(actor: "feed", now: RoomPolicy.start + 9000)
    let outcomes = try store.record([AccountScore("Northwind", score), AccountScore("Acme", score)], act: act)
    say(outcomes == [.opened(EscalationID("W-2")), .written] ? "written" : "\(outcomes)")
  }

  private static func importing(_ path: String, new: Int, known: [String]) throws {
    let store = try SQLiteStore(path: path, reader: RoomPolicy.reader)
    let session = try ImportSession(store, source: "probe", now: RoomPolicy.start + 7200)
    for number in 0..<new {
      let at = RoomPolicy.start + Int64(-number)
      try session.stage([
        ImportedRecord(
          id: EscalationID("X-\(number)"), isNew: true,
          drafts: [
            .imported(.opened(.room("Imported \(number)")), at: at), .imported(.acknowledged(note: nil), at: at + 60),
          ])
      ])
    }
    try session.stage(
      known.map {
        ImportedRecord(
          id: EscalationID($0), isNew: false,
          drafts: [
            .imported(.noted(text: "imported"), at: RoomPolicy.start + 10),
            .imported(.assigned(owner: "Imported"), at: RoomPolicy.start + 20),
          ])
      })
    say("staged")
    try session.publish()
    say("published")
  }
}
