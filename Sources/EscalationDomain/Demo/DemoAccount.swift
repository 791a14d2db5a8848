/// A customer of the demonstration: invented, with the date of its renewal counted from today.
struct DemoAccount: Sendable {
  var name: String
  var segment: String
  var arr: Money
  var calendar: DemoCalendar
  /// Days from today.
  var renewsIn: Int
  var reviewIn: Int?
  var contacts: [Contact]

  init(
    _ name: String, _ segment: Segment, _ amount: Int64, _ currency: String, _ calendar: DemoCalendar, renewsIn: Int,
    reviewIn: Int? = nil, _ contacts: Contact...
  ) {
    self.name = name
    self.segment = segment.rawValue
    let unit = Money(minorUnits: 1, currency: currency).scale
    arr = Money(minorUnits: amount * unit, currency: currency)
    self.calendar = calendar
    self.renewsIn = renewsIn
    self.reviewIn = reviewIn
    self.contacts = contacts
  }

  enum Segment: String {
    case enterprise = "Enterprise"
    case midMarket = "Mid-Market"
    case small = "SMB"
  }

  func facts(today: LocalDate) -> AccountFacts {
    AccountFacts(
      name: name, segment: segment, arr: arr, renewal: today.adding(days: renewsIn),
      qbr: reviewIn.map { today.adding(days: $0) }, calendar: calendar.rawValue)
  }
}

private func person(_ name: String, _ role: String, _ email: String, _ phone: String? = nil) -> Contact {
  Contact(name: name, role: role, email: email, phone: phone)
}

// A risk below S0 is to be resolved by 30 days before the renewal, so accounts that renew sooner carry none.
extension DemoAccount {
  static let quillmark = DemoAccount(
    "Quillmark Insurance", .enterprise, 1_240_000, "USD", .usEast, renewsIn: 210, reviewIn: 24,
    person("Denise Abara", "Sponsor", "d.abara@quillmark.example", "+1 212 555 0142"),
    person("Hal Brandvold", "Technical lead", "h.brandvold@quillmark.example"))
  static let harrowgate = DemoAccount(
    "Harrowgate Clinics", .midMarket, 312_000, "USD", .usEast, renewsIn: 88, reviewIn: 12,
    person("Dr. Inés Cárdenas", "Sponsor", "i.cardenas@harrowgate.example"),
    person("Troy Ellery", "Point of contact", "t.ellery@harrowgate.example"))
  static let pemberlane = DemoAccount(
    "Pemberlane Foods", .small, 84_000, "USD", .usEast, renewsIn: 130,
    person("Gus Otterby", "Point of contact", "gus@pemberlane.example"))
  static let sablecreek = DemoAccount(
    "Sablecreek Outfitters", .midMarket, 146_500, "USD", .usWest, renewsIn: 62, reviewIn: 33,
    person("Lena Marsh-Whitby", "Sponsor", "lena@sablecreek.example"),
    person("Arturo Peña", "Point of contact", "arturo@sablecreek.example"))
  static let tidewell = DemoAccount(
    "Tidewell Robotics", .enterprise, 640_000, "USD", .usWest, renewsIn: 101, reviewIn: 8,
    person("Mei-Lin Ostrander", "Economic buyer", "mlo@tidewell.example"),
    person("Ravi Kelkar", "Technical lead", "r.kelkar@tidewell.example", "+1 415 555 0177"))
  static let thistledown = DemoAccount(
    "Thistledown Rail", .enterprise, 520_000, "GBP", .london, renewsIn: 21, reviewIn: 5,
    person("Rosalind Eccleshaw", "Sponsor", "r.eccleshaw@thistledown.example", "+44 20 7946 0911"),
    person("Callum Dyce", "Technical lead", "c.dyce@thistledown.example"))
  static let wexcombe = DemoAccount(
    "Wexcombe Estates", .small, 96_000, "GBP", .london, renewsIn: 75,
    person("Imogen Threlfall", "Sponsor", "imogen@wexcombe.example"))
  static let larkspur = DemoAccount(
    "Larkspur & Daughters Press", .small, 58_400, "GBP", .london, renewsIn: 160, reviewIn: 41,
    person("Siân Prosser", "Point of contact", "sian@larkspurpress.example"))
  static let gruenfeld = DemoAccount(
    "Grünfeld Pumpen", .enterprise, 410_000, "EUR", .berlin, renewsIn: 28, reviewIn: 3,
    person("Dr. Jürgen Möhlmann", "Economic buyer", "moehlmann@gruenfeld.example"),
    person("Käthe Süß", "Point of contact", "k.suess@gruenfeld.example", "+49 30 5550 118"))
  static let ofenglueck = DemoAccount(
    "Bäckerei Ofenglück", .small, 28_000, "EUR", .berlin, renewsIn: 320,
    person("Björn Rößler", "Point of contact", "bjoern@ofenglueck.example"))
  static let duna = DemoAccount(
    "Dunaparti Szállítás", .midMarket, 175_000, "EUR", .berlin, renewsIn: 58, reviewIn: 17,
    person("Zsófia Bördős", "Sponsor", "zs.bordos@dunaparti.example"))
  static let norte = DemoAccount(
    "Señal del Norte", .midMarket, 220_000, "EUR", .berlin, renewsIn: 95,
    person("Íñigo Barrenechea", "Point of contact", "inigo@senaldelnorte.example"))
  static let nilgiri = DemoAccount(
    "Nilgiri Mist Lending", .enterprise, 42_000_000, "INR", .kolkata, renewsIn: 140, reviewIn: 28,
    person("Ananya Deshpande", "Sponsor", "ananya@nilgirimist.example"),
    person("Farhan Qureshi", "Technical lead", "farhan@nilgirimist.example", "+91 33 5550 0166"))
  static let chandrika = DemoAccount(
    "Chandrika Looms", .midMarket, 8_500_000, "INR", .kolkata, renewsIn: 190,
    person("Meenakshi Iyer", "Point of contact", "meenakshi@chandrikalooms.example"))
  static let kallang = DemoAccount(
    "Kallang Tide Shipping", .enterprise, 780_000, "SGD", .singapore, renewsIn: 47, reviewIn: 14,
    person("陈慧玲 Tan Hui Ling", "Sponsor", "huiling@kallangtide.example"),
    person("Suresh Pillai", "Technical lead", "suresh@kallangtide.example", "+65 5550 0139"))
  static let pandanus = DemoAccount(
    "Pandanus Pay", .midMarket, 240_000, "SGD", .singapore, renewsIn: 33,
    person("Nadia Rahmat", "Point of contact", "nadia@pandanuspay.example"))
  static let kitahama = DemoAccount(
    "北浜製作所", .enterprise, 96_000_000, "JPY", .tokyo, renewsIn: 270, reviewIn: 55,
    person("佐伯 真理子", "Sponsor", "saeki@kitahama.example"),
    person("Watanabe Kō", "Technical lead", "watanabe@kitahama.example"))
  static let kotori = DemoAccount(
    "ことり文具", .small, 7_200_000, "JPY", .tokyo, renewsIn: 115,
    person("小鳥遊 葵", "Point of contact", "aoi@kotori.example"))
  static let teratai = DemoAccount(
    "Kopi Teratai Pagi", .midMarket, 1_900_000_000, "IDR", .jakarta, renewsIn: 80, reviewIn: 20,
    person("Bambang Setiadi", "Economic buyer", "bambang@terataipagi.example"))
  static let lontar = DemoAccount(
    "Lontar Angkutan", .enterprise, 6_400_000_000, "IDR", .jakarta, renewsIn: 150, reviewIn: 36,
    person("Sri Wahyuni", "Sponsor", "sri@lontarangkutan.example"),
    person("I Made Artawan", "Technical lead", "made@lontarangkutan.example"))
}
