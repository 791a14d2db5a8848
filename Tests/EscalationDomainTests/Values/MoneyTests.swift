import Testing

@testable import EscalationDomain

@Suite("Money")
struct MoneyTests {
  @Test(
    arguments: [
      ("120000 USD", 12_000_000, "USD"), ("USD 1,250.50", 125_050, "USD"), ("usd1250.5", 125_050, "USD"),
      ("IDR 10M", 1_000_000_000, "IDR"), ("eur 120k", 12_000_000, "EUR"), ("120kEUR", 12_000_000, "EUR"),
      ("1.25m usd", 125_000_000, "USD"), ("2b JPY", 2_000_000_000, "JPY"), ("JPY 1500", 1500, "JPY"),
      ("KWD 1.234", 1234, "KWD"), ("-5 USD", -500, "USD"), (".5 USD", 50, "USD"), ("1.500 USD", 150, "USD"),
      ("INR 1,00,000", 10_000_000, "INR"), ("1_000 USD", 100_000, "USD"), ("50000", 5_000_000, "GBP"),
      ("0 USD", 0, "USD"), ("Rp 10,000,000", 1_000_000_000, "IDR"), ("rp12M", 1_200_000_000, "IDR"),
    ] as [(String, Int64, String)])
  func reads(text: String, minor: Int64, currency: String) throws {
    #expect(try Money(parsing: text, defaultCurrency: "GBP") == Money(minorUnits: minor, currency: currency))
  }

  @Test(
    arguments: [
      ("", .noAmount("")), ("USD", .noAmount("USD")), ("12.345 USD", .noAmount("12.345 USD")),
      ("1.5 JPY", .noAmount("1.5 JPY")), ("1.2.3 USD", .noAmount("1.2.3 USD")), ("5-3 USD", .noAmount("5-3 USD")),
      ("5x USD", .noAmount("5x USD")), ("12 dollars", .noCurrency("12 dollars")), ("50", .noCurrency("50")),
      ("USD 5 EUR", .noCurrency("USD 5 EUR")), ("Rs 5", .noCurrency("Rs 5")), ("٥ USD", .noAmount("٥ USD")),
      ("99999999999999999999 USD", .tooLarge("99999999999999999999 USD")),
      ("99999999999b USD", .tooLarge("99999999999b USD")),
      // A comma that groups no thousands may be someone's decimal comma: refused, not read a hundredfold.
      ("1,25 EUR", .noAmount("1,25 EUR")), ("1.250,50 EUR", .noAmount("1.250,50 EUR")), (",5 EUR", .noAmount(",5 EUR")),
      ("1,2345 EUR", .noAmount("1,2345 EUR")), ("1,250, EUR", .noAmount("1,250, EUR")),
    ] as [(String, MoneyError)])
  func refuses(text: String, error: MoneyError) {
    #expect(throws: error) { try Money(parsing: text) }
  }

  @Test(
    arguments: [
      (125_050, "USD", "USD 1,250.50", "USD 1.25k"), (12_000_000, "USD", "USD 120,000", "USD 120k"),
      (125_000_000, "USD", "USD 1,250,000", "USD 1.25M"), (0, "USD", "USD 0", "USD 0"), (5, "USD", "USD 0.05", "USD 0"),
      (-125_050, "USD", "USD -1,250.50", "USD -1.25k"), (1_500, "JPY", "JPY 1,500", "JPY 1.5k"),
      (1_234, "KWD", "KWD 1.234", "KWD 1"), (1_050_000, "USD", "USD 10,500", "USD 10.5k"),
      (1_005_000, "USD", "USD 10,050", "USD 10k"), (100_500, "USD", "USD 1,005", "USD 1k"),
      (101_000, "USD", "USD 1,010", "USD 1.01k"), (99_999_900, "USD", "USD 999,999", "USD 999k"),
      (100_000_000_000_00, "IDR", "IDR 100,000,000,000", "IDR 100B"), (99_900, "USD", "USD 999", "USD 999"),
      (.min, "JPY", "JPY -9,223,372,036,854,775,808", "JPY -9223372036B"),
    ] as [(Int64, String, String, String)])
  func writes(minor: Int64, currency: String, full: String, short: String) {
    let money = Money(minorUnits: minor, currency: currency)
    #expect(money.description == full)
    #expect(money.short == short)
  }

  @Test("What is written in full reads back the same")
  func roundTrip() throws {
    for minor in [0, 1, 99, 100, 12_345, -7, 1_000_000_007] as [Int64] {
      for currency in ["USD", "JPY", "KWD"] {
        let money = Money(minorUnits: minor, currency: currency)
        #expect(try Money(parsing: money.description) == money)
        #expect(try Money(parsing: money.decimal, defaultCurrency: currency) == money)
      }
    }
  }

  @Test("A total never mixes currencies, and never overflows")
  func totals() {
    var totals = MoneyTotals()
    for (minor, currency) in [
      (100, "USD"), (250, "EUR"), (50, "usd"), (.max, "JPY"), (1, "JPY"), (.min, "INR"), (-1, "INR"),
    ]
      as [(Int64, String)]
    {
      totals.add(Money(minorUnits: minor, currency: currency))
    }
    #expect(totals.amounts.map(\.currency) == ["EUR", "INR", "JPY", "USD"])
    #expect(totals.amounts.map(\.minorUnits) == [250, .min, .max, 150])
  }
}
