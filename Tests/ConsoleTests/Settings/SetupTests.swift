import EscalationDomain
import Screen
import Testing

@testable import Console

extension Setup {
  static let ground = Ground(
    actor: "ann", zone: Fixture.berlin,
    zones: ["America/New_York", "Asia/Tokyo", "Europe/Berlin", "Europe/Dublin", "Europe/London", "UTC"],
    playbooks: [
      Offer(id: "risk", name: "Customer risk", sentence: "Find risks early and have each owned within a day."),
      Offer(id: "response", name: "Escalation response", sentence: "Answer at the speed that its severity asks for."),
      Offer(id: "levels", name: "Levels", sentence: "Bring trouble to whoever has the authority for it."),
      Offer(id: "protocol", name: "Crisis protocol", sentence: "Take up every issue at the speed of its priority."),
      Offer(id: "health", name: "Health", sentence: "Act on a falling score before the customer has decided."),
    ], profiles: ["native", "servicenow"], config: "/home/ann/.config/warroom/config.yaml",
    store: "/home/ann/.local/share/warroom/warroom.db", hasStore: false)

  /// Keys by their names, or texts; answers the effects of them all.
  @discardableResult
  mutating func type(_ keys: [String]) -> [Effect] {
    keys.flatMap { name -> [Effect] in
      if name.hasPrefix("text:") { return name.dropFirst(5).flatMap { press(.character($0)) } }
      return Key(name: name).map { press($0) } ?? []
    }
  }
}

/// The questions of a first run.
@Suite struct SetupTests {
  @Test func enterAllTheWayTakesWhatIsOffered() throws {
    var setup = Setup(Setup.ground)
    let effects = setup.type(Array(repeating: "enter", count: 7))
    let answers = Setup.Answers(
      actor: "ann", zone: Fixture.berlin, week: WorkingWeek(days: "mon-fri", hours: "09:00-17:00"), playbook: nil,
      beginning: .empty, file: "", profile: "native")
    #expect(effects == [.write(answers)])
    #expect(setup.isWriting)
  }

  @Test func everyAnswerArrives() {
    var setup = Setup(Setup.ground)
    let keys = [
      "ctrl-u", "text:Ann Lee", "enter", "ctrl-u", "text:tok", "enter", "ctrl-u", "text:sun-thu", "enter", "ctrl-u",
      "text:8-12, 13-17", "enter", "k", "k", "enter", "down", "down", "enter", "enter",
    ]
    let answers = Setup.Answers(
      actor: "Ann Lee", zone: Fixture.zone("Asia/Tokyo"), week: WorkingWeek(days: "sun-thu", hours: "8-12, 13-17"),
      playbook: "protocol", beginning: .demo, file: "", profile: "native")
    #expect(setup.type(keys) == [.write(answers)])
  }

  @Test func aFileIsLookedAtFirst() {
    var setup = Setup(Setup.ground)
    setup.type(["enter", "enter", "enter", "enter", "enter", "down", "enter", "text:/x.csv", "tab", "right"])
    #expect(setup.type(["enter"]) == [.preview(file: "/x.csv", profile: "servicenow")])
    setup.previewed("/other.csv", profile: "servicenow", .found("3 rows"))
    #expect(setup.step == .beginning)
    setup.previewed("/x.csv", profile: "servicenow", .refused("row 2: no account"))
    #expect(setup.problem == "row 2: no account")
    setup.type(["enter"])
    setup.previewed("/x.csv", profile: "servicenow", .found("3 rows, 2 escalations"))
    #expect(setup.step == .review)
    guard case .write(let answers)? = setup.type(["enter"]).first else {
      Issue.record("nothing is written")
      return
    }
    #expect(answers.beginning == .file && answers.file == "/x.csv" && answers.profile == "servicenow")
  }

  @Test(
    arguments: [
      (["ctrl-u", "enter"], Setup.Step.who, "a name is needed"),
      (["enter", "ctrl-u", "text:Mars", "enter"], .zone, "no zone is called “Mars”"),
      (["enter", "enter", "ctrl-u", "text:funday", "enter"], .hours, "“funday” are no days"),
      (["enter", "enter", "enter", "ctrl-u", "text:9-25", "enter"], .hours, "“9-25” are no hours"),
      (["enter", "enter", "enter", "enter", "enter", "down", "enter", "enter"], .beginning, "name the file"),
    ])
  func whatIsWrongKeepsTheStep(keys: [String], step: Setup.Step, problem: String) {
    var setup = Setup(Setup.ground)
    #expect(setup.type(keys).isEmpty)
    #expect(setup.step == step)
    #expect(setup.problem?.hasPrefix(problem) ?? false, "\(setup.problem ?? "none")")
  }

  @Test func escStepsBackAndCtrlCLeavesFromAnywhere() {
    var setup = Setup(Setup.ground)
    for count in 0...6 {
      var here = setup
      #expect(here.type(["ctrl-c"]) == [.leave], "step \(count)")
      _ = setup.press(.enter)
    }
    setup = Setup(Setup.ground)
    setup.type(["enter", "enter", "enter", "enter", "enter"])
    #expect(setup.step == .beginning)
    setup.type(["esc", "esc", "esc", "esc", "esc"])
    #expect(setup.step == .who)
  }

  @Test func whereThereIsAStoreItIsLeftAlone() {
    var ground = Setup.ground
    ground.hasStore = true
    ground.playbook = "levels"
    var setup = Setup(ground)
    #expect(setup.steps == [.who, .zone, .playbook, .review])
    guard case .write(let answers)? = setup.type(["enter", "enter", "enter", "enter"]).first else {
      Issue.record("nothing is written")
      return
    }
    #expect(answers.week == nil && answers.playbook == "levels" && answers.beginning == .empty)
  }

  @Test func whatFailedCanBeTriedAgain() {
    var setup = Setup(Setup.ground)
    setup.type(Array(repeating: "enter", count: 7))
    setup.writingFailed("the disk is full")
    #expect(setup.problem == "the disk is full")
    #expect(setup.type(["enter"]).count == 1)
  }

  @Test(
    arguments: [
      ("ber", "Europe/Berlin"), ("york", "America/New_York"), ("new york", "America/New_York"),
      ("eulon", "Europe/London"),
      ("lon eu", "Europe/London"), ("utc", "UTC"), ("Europe/Dublin", "Europe/Dublin"),
    ])
  func zonesAreFoundByWhatOneTypes(typed: String, zone: String) {
    var setup = Setup(Setup.ground)
    setup.type(["enter", "ctrl-u", "text:\(typed)"])
    #expect(setup.chosenZone?.id == zone)
  }
}

extension SetupTests {
  /// What is offered gives way to what is typed, as a selected text does; going about in it keeps it.
  @Test(
    arguments: [
      (["text:Tokyo"], "Asia/Tokyo"), (["backspace", "text:Tokyo"], "Asia/Tokyo"), (["left"], "Europe/Berlin"),
      ([], "Europe/Berlin"), (["text:Tok", "text:yo", "enter", "esc", "text:Dublin"], "Europe/Dublin"),
    ] as [([String], String)])
  func whatIsTypedReplacesTheOfferedZone(keys: [String], zone: String) {
    var setup = Setup(Setup.ground)
    setup.type(["enter"] + keys)
    #expect(setup.chosenZone?.id == zone)
  }
}

/// Whole screens of the setup.
@Suite struct SetupSceneTests {
  static let scenes: [(name: String, keys: [String])] = [
    ("who", []), ("who-wrong", ["ctrl-u", "enter"]), ("zone", ["enter", "ctrl-u", "text:eu", "down"]),
    ("hours", ["enter", "enter", "enter"]), ("playbook", ["enter", "enter", "enter", "enter", "up", "up"]),
    ("import", ["enter", "enter", "enter", "enter", "enter", "down", "enter", "text:/x.csv"]),
    ("review", ["enter", "enter", "enter", "enter", "up", "enter", "enter"]),
  ]
  static let sizes = ["80x24", "120x40", "200x60", "60x16"].compactMap { Size(text: $0) }

  @Test(arguments: sizes, scenes) func screen(size: Size, scene: (name: String, keys: [String])) throws {
    var setup = Setup(Setup.ground)
    setup.type(scene.keys)
    try Golden.expect(SetupView.frame(setup, size: size), "setup-\(scene.name)-\(size.columns)x\(size.rows)")
  }

  /// Nothing traps however small it is, and the cursor is where one types or chooses.
  @Test(arguments: ["1x1", "10x4", "40x10", "80x24"], scenes)
  func fits(text: String, scene: (name: String, keys: [String])) throws {
    var setup = Setup(Setup.ground)
    setup.type(scene.keys)
    let frame = SetupView.frame(setup, size: try #require(Size(text: text)), glyphs: .ascii)
    #expect(Golden.fits(frame.plainText(), frame.size))
    guard frame.size.columns >= 60 else { return }
    #expect(frame.cursor ?? frame.rest != Point(column: 0, row: 0))
  }
}
