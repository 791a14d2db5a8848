import Testing

@testable import EscalationDomain

@Suite("Filters as they are printed and read again")
struct FilterPropertyTests {
  /// A generator that gives the same again for a seed.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var value = state
      value ^= value >> 33
      value &*= 0xff51_afd7_ed55_8ccd
      return value ^ (value >> 33)
    }
  }

  static let texts = [
    "acme", "two words", "a\"b", "a\\b", "\\", "or", "AND", "me", "nobody", "none", "-x", "(", "a)b", "a:b", "<", "=x",
    "日本",
    "S0..S1", "..", "a,b", ",", "breached", "paused", " ", "\"\"", "W-1", "e\u{301}", "🇩🇪",
  ]

  static func term(_ dice: inout Dice) -> FilterTerm {
    func text() -> String { texts.randomElement(using: &dice) ?? "a" }
    func comparison() -> FilterComparison { FilterComparison.allCases.randomElement(using: &dice) ?? .equal }
    func day() -> FilterDay {
      [
        .today, .tomorrow, .yesterday, .weekday(.fri),
        .date(LocalDate(daysSinceEpoch: .random(in: 0...40_000, using: &dice))),
      ]
      .randomElement(using: &dice) ?? .today
    }
    func span(_ units: [FilterSpan.Unit]) -> FilterMoment {
      .span(
        FilterSpan(
          .random(in: -FilterSpan.most...FilterSpan.most, using: &dice), units.randomElement(using: &dice) ?? .day))
    }
    switch Int.random(in: 0..<10, using: &dice) {
    case 0: return .word(text())
    case 1:
      let field =
        [FilterField.owner, .account, .title, .id, .playbook, .clock, .tag].randomElement(using: &dice) ?? .tag
      return .text(field, text())
    case 2: return .missing([.owner, .due, .arr, .renewal, .tag, .clock].randomElement(using: &dice) ?? .due)
    case 3: return .mine
    case 4:
      let scale = Scale.allCases.randomElement(using: &dice) ?? .severity
      let one = text()
      return [
        .grade(scale, from: one, to: one), .grade(scale, from: "S0", to: "S2"), .grade(scale, from: nil, to: "P1"),
        .grade(scale, from: "L2", to: nil),
      ].randomElement(using: &dice) ?? .mine
    case 5: return .status(FilterStatus.all.randomElement(using: &dice) ?? .open)
    case 6: return .band(comparison(), .random(in: 1...4, using: &dice))
    case 7:
      let currency = [nil, "EUR", "JPY", "KWD"].randomElement(using: &dice) ?? nil
      return .amount(
        comparison(),
        FilterAmount(minorUnits: .random(in: -10_000_000_000...10_000_000_000, using: &dice), currency: currency))
    case 8:
      let field = [FilterField.due, .opened, .changed].randomElement(using: &dice) ?? .due
      let moment = [span(FilterSpan.Unit.allCases), .day(day())].randomElement(using: &dice) ?? .day(.today)
      return Bool.random(using: &dice) ? .time(field, comparison(), moment) : .time(field, .less, .typed("fri 17:00"))
    default:
      return Bool.random(using: &dice) ? .breached : .time(.renewal, comparison(), span([.day, .week]))
    }
  }

  static func filter(_ dice: inout Dice, depth: Int) -> Filter {
    if depth == 0 { return .term(term(&dice)) }
    let parts = (0..<Int.random(in: 1...3, using: &dice)).map { _ in filter(&dice, depth: depth - 1) }
    return switch Int.random(in: 0..<4, using: &dice) {
    case 0: Filter.all(of: parts)
    case 1: Filter.any(of: parts)
    case 2: parts[0].negated
    default: .term(term(&dice))
    }
  }

  @Test(arguments: 0..<400) func `a printed filter is read as itself`(seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 7919)
    let filter = Self.filter(&dice, depth: seed % 5)
    let printed = filter.description
    #expect(try Filter(parsing: printed) == filter, "\(printed)")
  }

  /// Whatever is typed, it is read or it is told where it is wrong.
  @Test(arguments: 0..<400) func `no text breaks the parser`(seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 104_729)
    let pieces = Self.texts + ["sev:", "due<", "arr>", "(", ")", "\"", "-", " ", "or ", "4h", "100k", "..", ","]
    let text = (0..<Int.random(in: 0...12, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
    do throws(FilterError) {
      let filter = try Filter(parsing: text)
      #expect((try? Filter(parsing: filter.description)) == filter, "\(text)")
    } catch {
      #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.count, "\(text)")
      #expect(!error.sentence(in: text).isEmpty)
    }
  }
}
