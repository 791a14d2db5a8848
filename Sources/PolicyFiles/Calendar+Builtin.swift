import EscalationDomain

/// The calendars that ship with the product.
public enum BuiltinCalendars {
  /// `standard` (Monday to Friday, 09:00–17:00 UTC) first, then `24x7`.
  public static var all: [BusinessCalendar] {
    get throws(PolicyFileError) {
      let files = [
        ("standard.yaml", PackageResources.standard_yaml), ("24x7.yaml", PackageResources._4x7_yaml),
      ]
      var calendars: [BusinessCalendar] = []
      for (name, bytes) in files {
        calendars.append(try CalendarFile.parse(String(decoding: bytes, as: UTF8.self), file: name))
      }
      return calendars
    }
  }
}
