// swift-tools-version: 6.0
import PackageDescription

/// Set in CI (`WARROOM_STRICT=1`): a warning in our own code is an error.
let strict: [SwiftSetting] =
  Context.environment["WARROOM_STRICT"] == "1" ? [.unsafeFlags(["-warnings-as-errors"])] : []

func library(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "warroom",
  products: [
    .executable(name: "warroom", targets: ["warroom"]),
    .library(name: "EscalationDomain", targets: ["EscalationDomain"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    library("EscalationDomain"),
    library("YAMLReading", ["Yams"]),
    library(
      "PolicyFiles", ["EscalationDomain", "YAMLReading"],
      resources: [.embedInCode("Playbooks"), .embedInCode("Calendars")]),
    library(
      "EscalationStore",
      [
        "EscalationDomain", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    library(
      "Interchange", ["EscalationDomain", "YAMLReading"],
      resources: [.embedInCode("Profiles")]),
    library("Screen"),
    library("Messages", ["EscalationDomain", "Screen", .product(name: "Mustache", package: "swift-mustache")]),
    library("ThemeFiles", ["Screen", "YAMLReading"], resources: [.embedInCode("Themes")]),
    library("Console", ["EscalationDomain", "Messages", "Screen"]),
    library("SettingsFiles", ["Console", "EscalationDomain", "Screen", "YAMLReading"]),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    library("Terminal", ["CNcurses", "Screen"]),
    .executableTarget(
      name: "warroom",
      dependencies: [
        "EscalationDomain", "PolicyFiles", "EscalationStore", "Interchange", "Screen", "ThemeFiles", "Console",
        "Terminal", "YAMLReading", "Messages", argumentParser,
        "SettingsFiles",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "bench",
      dependencies: ["EscalationDomain", "PolicyFiles", "EscalationStore", "Interchange", argumentParser],
      swiftSettings: strict),

    tests("EscalationDomainTests", ["EscalationDomain"]),
    tests("PolicyFilesTests", ["PolicyFiles", "YAMLReading"]),
    .target(
      name: "StoreFixtures", dependencies: ["EscalationStore"], path: "Tests/StoreFixtures", swiftSettings: strict),
    .executableTarget(
      name: "storeprobe", dependencies: ["EscalationStore", "StoreFixtures"], path: "Tests/storeprobe",
      swiftSettings: strict),
    tests(
      "EscalationStoreTests",
      ["EscalationStore", "StoreFixtures", "storeprobe", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(
      "InterchangeTests", ["Interchange", "PolicyFiles", "YAMLReading"],
      resources: [.copy("Excerpt"), .copy("Batch/reference.jsonl")]),
    tests("ScreenTests", ["Screen"]),
    tests("ThemeFilesTests", ["ThemeFiles", "YAMLReading"]),
    tests("MessagesTests", ["Messages", "PolicyFiles"]),
    tests("ConsoleTests", ["Console", "ThemeFiles"], exclude: ["Golden"]),
    tests("SettingsFilesTests", ["SettingsFiles", "YAMLReading"]),
    tests("TerminalTests", ["CNcurses", "Terminal"]),
    tests("WarroomTests", ["warroom"]),
  ]
)
