import ArgumentParser
import EscalationDomain
import EscalationStore
import Foundation
import Interchange

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the store, the time zones and the terminal.")
  @Flag(help: "Write the projections anew from the log.") var rebuild = false
  @Flag(help: "As JSON.") var json = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.session()
    if rebuild, session.isReadOnly { throw StoreFailure.readOnly(path: session.path) }
    let findings = try examination(session) + Surroundings.findings(zone: session.zone)
    if json {
      Output.json(
        .list(
          findings.map { finding in
            .object(["check": .text(finding.check), "ok": .bool(finding.isGood), "detail": .text(finding.detail)])
          }))
    } else {
      Output.table(findings.map { [$0.isGood ? "ok" : "BAD", $0.check, $0.detail] })
    }
    if let bad = findings.first(where: { !$0.isGood }) {
      throw CommandFailure(.badData, "\(bad.check): \(bad.detail)")
    }
  }

  /// What is found in the store; damage that keeps it from being read is a finding too, not a failure to look.
  private func examination(_ session: Session) throws -> [Finding] {
    do {
      let store = try session.store()
      if rebuild {
        let count = try store.rebuild(now: session.now)
        if !json { Output.line("rebuilt the projections of \(Output.count(count, "escalation"))") }
      }
      return StoreFindings(report: try store.examine(), path: session.path).findings
    } catch StoreFailure.damaged(_, let detail) {
      return [damage(detail, session)]
    } catch let error as ReplayError {
      return [damage("a log cannot be read: \(error.damage)", session)]
    }
  }

  private func damage(_ detail: String, _ session: Session) -> Finding {
    Finding(
      check: "store", isGood: false,
      detail:
        "\(session.path) is damaged (\(detail)); go back to a copy, or save what can be read with sqlite3 .recover")
  }
}

/// One line of the doctor's report.
struct Finding {
  var check: String
  var isGood: Bool
  var detail: String
}

/// What the store's report means.
struct StoreFindings {
  let report: StoreReport
  let path: String

  var findings: [Finding] {
    let application = report.applicationID == Schema.applicationID
    let fix = "run warroom doctor --rebuild, or go back to a copy where a log cannot be read"
    return [
      Finding(
        check: "store", isGood: true, detail: "\(path): \(report.escalations) escalations, \(report.events) events"),
      Finding(check: "SQLite", isGood: true, detail: "\(report.sqliteVersion), journal \(report.journal)"),
      Finding(
        check: "journal", isGood: report.journal == "delete",
        detail: report.journal == "delete"
          ? "rollback" : "\(report.journal); it must be delete, as several processes write"),
      Finding(
        check: "integrity", isGood: report.integrity.isEmpty,
        detail: report.integrity.first ?? "every page and index is sound"),
      Finding(
        check: "references", isGood: report.brokenReferences == 0,
        detail: report.brokenReferences == 0 ? "all hold" : "\(report.brokenReferences) broken"),
      Finding(check: "application id", isGood: application, detail: application ? "WRM1" : "\(report.applicationID)"),
      Finding(
        check: "schema", isGood: report.schemaVersion == Schema.current.version,
        detail: "version \(report.schemaVersion), policy edition \(report.editions)"),
      Finding(
        check: "projections", isGood: report.differing.isEmpty,
        detail: report.differing.first.map { "\(report.differing.count) differ from the log, first \($0); \(fix)" }
          ?? "equal to the log"),
      Finding(
        check: "imports", isGood: true,
        detail: report.leftovers == 0 ? "none unfinished" : "one unfinished; the next import clears it"),
    ]
  }
}

/// What the machine offers: zones, locale, terminal.
enum Surroundings {
  static func findings(zone: Zone) -> [Finding] {
    let environment = ProcessInfo.processInfo.environment
    let named = try? Zone("America/New_York")
    let winter = named.map { $0.offset(at: Instant(1_768_478_400)) }
    let terminal = isatty(1) == 1 ? "a terminal" : "not a terminal"
    let facts = [
      environment["TERM"].map { "TERM \($0)" } ?? "no TERM", environment["COLORTERM"].map { "COLORTERM \($0)" },
      environment["NO_COLOR"].map { _ in "NO_COLOR" },
      environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? "no locale",
    ]
    return [
      Finding(
        check: "zones", isGood: winter == -18000,
        detail: winter == -18000
          ? "America/New_York resolves; yours is \(zone.id)" : "America/New_York does not resolve"),
      Finding(
        check: "terminal", isGood: true,
        detail: "\(terminal), \(facts.compactMap(\.self).joined(separator: ", "))"),
    ]
  }
}
