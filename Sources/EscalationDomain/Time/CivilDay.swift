/// Arithmetic of the proleptic Gregorian calendar on day numbers (days since 1970-01-01).
///
/// Every function is exact for any year this package can name, allocates nothing and is O(1).
enum CivilDay {
  static let secondsPerDay: Int64 = 86_400

  /// 0000-12-31 and 10000-01-01: one day beyond the years 0001…9999 on either side, so that every instant has a local
  /// date in every zone.
  static let first = -719_163
  static let last = 2_932_897

  /// The day number of a date that is known to exist.
  static func number(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func date(_ number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  static func year(_ number: Int) -> Int { date(number).year }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// 1 for Monday to 7 for Sunday.
  static func weekday(_ number: Int) -> Int { floorModulo(number + 3, 7) + 1 }

  static func floorDivide<I: BinaryInteger>(_ a: I, _ b: I) -> I {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder < 0 ? quotient - 1 : quotient
  }

  static func floorModulo<I: BinaryInteger>(_ a: I, _ b: I) -> I {
    let remainder = a % b
    return remainder < 0 ? remainder + b : remainder
  }
}
