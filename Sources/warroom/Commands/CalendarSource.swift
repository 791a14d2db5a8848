import EscalationDomain
import Foundation
import PolicyFiles

/// A calendar named by a file, by an id of the store, or by one that ships with the product.
struct CalendarSource {
  let calendar: BusinessCalendar

  /// A file's calendar, fit to be installed.
  static func usable(_ file: String) throws -> BusinessCalendar {
    try opening(try CalendarFile.parse(try TextFile.read(file), file: file), file)
  }

  /// A file's calendar or a known one, fit to be a store's default.
  static func usable(_ name: String, _ global: GlobalOptions) throws -> BusinessCalendar {
    try opening(try read(name, global).calendar, name)
  }

  /// One that never opens would leave every deadline waiting.
  private static func opening(_ calendar: BusinessCalendar, _ file: String) throws -> BusinessCalendar {
    guard calendar.everOpens else {
      throw PolicyFileError(
        file: file, path: ["hours"],
        problem: .refused("the calendar never opens", remedy: "give at least one day its hours"))
    }
    return calendar
  }

  static func read(_ name: String?, _ global: GlobalOptions) throws -> CalendarSource {
    if let name, FileManager.default.fileExists(atPath: name) {
      return CalendarSource(calendar: try CalendarFile.parse(try TextFile.read(name), file: name))
    }
    let session = try global.session()
    if FileManager.default.fileExists(atPath: session.path) {
      let policy = try session.store().policies().current
      if let found = policy.calendars[name ?? policy.defaultCalendar] {
        return CalendarSource(calendar: found.value.calendar)
      }
    }
    let builtin = try BuiltinCalendars.all
    guard let found = builtin.first(where: { $0.id == name ?? FirstPolicy.calendar }) else {
      throw CommandFailure(.noInput, "“\(name ?? "")” is neither a file nor a known calendar")
    }
    return CalendarSource(calendar: found)
  }
}

/// A text file that must be there and be UTF-8.
enum TextFile {
  static func read(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.noInput, "\(path) cannot be read; check its name and its permissions")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandFailure(.badData, "\(path) is not UTF-8; convert it first")
    }
    return text
  }
}
