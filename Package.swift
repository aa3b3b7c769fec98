// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + dependencies,
    swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "dealgraph",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "DealGraph", targets: ["DealGraph"]),
    .executable(name: "dealgraph", targets: ["DealGraphCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    library("DealModel"),
    .target(name: "CDealTables", exclude: ["tables"]),
    library("DealTables", ["CDealTables"]),
    library("DealText", ["DealModel", "DealTables"]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    library("DealPrograms"),
    library(
      "DealReading", ["DealModel", "DealPrograms", "DealText", "CLibXML2", "CLibArchive"]),
    library("DealLexicon", ["DealModel", "DealTables", "DealText"]),
    library("DealMentions", ["DealModel", "DealTables", "DealText", "DealLexicon"]),
    .target(name: "CDealKernels"),
    library(
      "DealExtraction",
      ["DealModel", "DealTables", "DealText", "DealLexicon", "DealMentions", "CDealKernels"]),
    library("DealEvaluation", ["DealModel"]),
    library("DealFlow", ["DealModel"]),
    library("DealLoops", ["DealModel", "DealFlow"]),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    library(
      "DealRendering",
      ["DealModel", "DealPrograms", "DealTables", "DealFlow", "DealLoops", "CGraphviz"]),
    .systemLibrary(
      name: "CSQLite3", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    library("DealExport", ["DealModel", "DealPrograms", "CSQLite3"]),
    library("DealImport", ["DealModel", "DealReading"]),
    library(
      "DealGraph", ["DealModel", "DealText", "DealReading", "DealExtraction", "DealLoops"]),
    .target(name: "CDealPage", exclude: ["page"]),
    library(
      "DealReport", ["DealModel", "DealFlow", "DealLoops", "DealRendering", "CDealPage"]),
    .executableTarget(
      name: "DealGraphCLI",
      dependencies: [
        "DealModel", "DealTables", "DealText", "DealReading", "DealExtraction", "DealFlow",
        "DealLoops",
        "DealRendering", "DealReport", "DealExport", "DealImport", "DealMentions", "DealGraph",
        "DealEvaluation", "DealPrograms",
        argumentParser,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "CountDeals", dependencies: ["DealGraph"], path: "Examples/CountDeals",
      swiftSettings: strict),
    .executableTarget(
      name: "DealTraining",
      dependencies: ["DealModel", "DealText", "DealLexicon", "DealMentions", "DealExtraction"],
      swiftSettings: strict),
    .executableTarget(
      name: "LoopBenchmark", dependencies: ["DealFlow"], path: "Benchmarks/LoopBenchmark",
      swiftSettings: strict),
    .executableTarget(
      name: "ExportBenchmark", dependencies: ["DealExport", "DealModel"],
      path: "Benchmarks/ExportBenchmark", swiftSettings: strict),
    .executableTarget(
      name: "ReadingFuzz", dependencies: ["DealReading", "DealImport", "DealText", "DealModel"],
      path: "Fuzz/ReadingFuzz", swiftSettings: strict),
    .executableTarget(
      name: "ReadingBenchmark", dependencies: ["DealExtraction", "DealModel", "DealText"],
      path: "Benchmarks/ReadingBenchmark", swiftSettings: strict),
    tests("DealModel"),
    tests("DealText"),
    tests("DealPrograms"),
    tests("DealReading", ["DealText"]),
    .testTarget(
      name: "DealExportTests", dependencies: ["DealExport", "DealModel"],
      exclude: ["Snapshots"], swiftSettings: strict),
    tests("DealImport", ["DealModel"]),
    tests("DealEvaluation", ["DealModel"]),
    tests("DealFlow", ["DealModel"]),
    tests("DealLoops", ["DealModel"]),
    tests("DealReport", ["DealModel", "DealRendering"]),
    .testTarget(
      name: "DealRenderingTests",
      dependencies: ["DealRendering", "DealModel", "DealLoops", "DealGraphCLI"],
      exclude: ["Snapshots"], swiftSettings: strict),
    tests(
      "DealExtraction", ["DealModel", "DealTables", "DealText", "DealLexicon", "DealMentions"]),
    .testTarget(
      name: "DealGraphCLITests", dependencies: ["DealGraphCLI", "DealModel"],
      swiftSettings: strict),
    tests("DealMentions", ["DealModel", "DealTables", "DealText"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
