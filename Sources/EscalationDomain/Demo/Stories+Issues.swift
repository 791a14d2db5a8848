/// P3: part of a function, with a way round it.
extension Narrator {
  func issues() throws -> [Story] {
    [
      try story(
        "Calendar shows the holidays of the wrong country", .wexcombe, .p3, .jonas, opened: .hours(1, 30), by: .sam,
        tags: ["calendar"], "Viewings were offered on a bank holiday."),
      try story(
        "Exported dates lose their time zone", .larkspur, .p3, .tomas, opened: .days(2, 3), tags: ["export"],
        "Print slots in the export are an hour off since the last release.",
        acknowledged(.days(2, 1), "Ticket SR-2190. Add the zone column by hand until then; guide attached."),
        heard(.days(1, 20), "The guide works, thank you. I only worry about the autumn catalogue."),
        said(
          .hours(6), "Found: the export drops the zone when the list is filtered. Fix is in review.", next: .hours(26))),
      try story(
        "Launch page 🎉 shows last year's prices", .sablecreek, .p3, .aiko, opened: .hours(7, 20),
        tags: ["web"], "Only visitors with an old page in their browser see it.",
        acknowledged(.hours(6, 5), "Ticket SR-2202. A reload helps; we make it unnecessary."),
        said(
          .hours(3), "The old page may live for a day in a browser. We shorten that to a minute.", next: .hours(4, 40))),
      try story(
        "Two-factor codes arrive late in one region", .pandanus, .p3, .dewi, opened: .days(4), tags: ["login", "sms"],
        "Codes to numbers of one phone company take up to nine minutes.",
        acknowledged(.days(3, 22), "Ticket SR-2179. Codes by app are not affected."),
        said(
          .days(2, 4), "All late codes end at one phone company. It asks for a letter from you, our draft is attached."),
        waiting(.days(2, 2), for: "Signed letter to the phone company", until: .days(2))),
      try story(
        "Filter forgets its setting after every update", .ofenglueck, .p3, .jonas, opened: .days(6), neededIn: .days(6),
        tags: ["usability"], "Each shop sets its filter again after an update, about once a week.",
        acknowledged(.days(5, 21), "Ticket SR-2166. The setting can be saved as a view; short film sent."),
        heard(.days(4), "Der Film hilft. Schöner wäre es ohne.")),
      try story(
        "Reminders carry the sender name of the old company", .chandrika, .p3, .priya, opened: .days(3),
        tags: ["mail"], "Renamed last month; reminders still say Chandrika Mills.",
        acknowledged(.days(2, 21), "Ticket SR-2185. We look for every place where the name is kept."),
        said(.days(1, 2), "Three places found, two changed. The third needs a release.", next: .days(3))),
      try story(
        "検索結果の並び順が毎回変わる", .kotori, .p3, .aiko, opened: .days(1, 3), tags: ["search"],
        "Same search, another order each time. Seen with products of equal rank.",
        acknowledged(.days(1), "お問い合わせ番号 SR-2197。並び順を確認します。"),
        said(.hours(10), "Equal ranks have no second order. We add one by product number.", next: .hours(20))),
      try story(
        "Uploads over 2 GB fail without a message", .duna, .p3, nil, opened: .minutes(12, 20), by: .sam,
        tags: ["upload"], "Scanned consignment notes. The bar reaches the end, the file is not there."),
    ]
  }

  /// P4: minor, cosmetic, a question.
  func smallIssues() throws -> [Story] {
    [
      try story(
        "Logo looks squashed on printed offers", .pemberlane, .p4, .maya, opened: .days(3, 5), tags: ["print"],
        "On paper only.",
        acknowledged(.days(3), "Ticket SR-2182. Goes into the next print template."),
        heard(.days(2, 20), "No hurry. Our printer noticed, not our buyers.")),
      try story(
        "Question: can reports go out on the first working day?", .teratai, .p4, .dewi, opened: .hours(2, 10),
        "Today they go out on the first of the month, weekend or not."),
      try story(
        "Typing error in the Portuguese help pages", .norte, .p4, .tomas, opened: .hours(9, 40), tags: ["docs"],
        "\"Guardar\" is written \"Gaurdar\" on three pages.",
        noted(.hours(8), "Found on five pages, in fact.")),
    ]
  }
}
