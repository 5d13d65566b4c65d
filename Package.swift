// swift-tools-version: 6.2
// The targets are layers: a target imports only targets of a lower level.

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let numerics = Target.Dependency.product(name: "RealModule", package: "swift-numerics")

/// A library target of this package with the settings that all of them share.
func layer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The test target of a layer.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strict)
}

let package = Package(
  name: "steepness",
  products: [
    .executable(name: "steepness", targets: ["steepness"]),
    .library(
      name: "Steepness",
      targets: [
        "Scalars", "NumericKernel", "GANTheory", "ClaimKit", "ParticleFlow", "GANSimulator",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    // Level 0: C libraries, a module map and a shim header each.
    .systemLibrary(name: "CGSL", providers: [.apt(["libgsl-dev"])]),
    .systemLibrary(name: "CFLINT", providers: [.apt(["libflint-dev", "libflint-arb-dev"])]),
    .systemLibrary(
      name: "CCalcium",
      providers: [
        .apt(["libcalcium-dev", "libantic-dev", "libflint-dev", "libflint-arb-dev", "libgmp-dev"])
      ]),
    .systemLibrary(name: "CBLAS", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CSUNDIALS", providers: [.apt(["libsundials-dev"])]),

    // And those that are compiled: inner loops in vector instructions that are chosen at run time, and
    // a count of allocations for the program's benchmarks.
    .target(name: "CFieldKernels"),
    .target(name: "CTrainingKernels"),
    .target(name: "CAllocationCount"),

    // Level 1: number systems, and the Swift face of GSL and of CVODE.
    layer("Scalars", ["CGSL", "CFLINT", "CCalcium", numerics]),
    layer("NumericKernel", ["CGSL", "CSUNDIALS"]),

    // Level 2: the paper's formulas, and how a claim is judged. Neither knows the other.
    layer("GANTheory", ["CFieldKernels", "Scalars", "NumericKernel", numerics]),
    layer("ClaimKit", ["Scalars", "NumericKernel", numerics]),

    // Level 3: the dynamics, and networks that really train.
    // GANSimulator never imports GANTheory: what they agree on is evidence.
    layer("ParticleFlow", ["CFieldKernels", "Scalars", "NumericKernel", "GANTheory", numerics]),
    layer("GANSimulator", ["NumericKernel", "Scalars", "CBLAS", "CTrainingKernels", numerics]),

    // Level 4: the paper's claims, and what people look at.
    layer(
      "Claims", ["Scalars", "NumericKernel", "GANTheory", "ClaimKit", "ParticleFlow", numerics]),
    layer(
      "Reporting",
      [
        "Scalars", "NumericKernel", "GANTheory", "ClaimKit", "ParticleFlow", "GANSimulator",
        "Claims", numerics,
      ]),

    // Level 5: the command line.
    .executableTarget(
      name: "steepness",
      dependencies: [
        "Scalars", "NumericKernel", "GANTheory", "ClaimKit", "ParticleFlow", "GANSimulator",
        "Claims", "Reporting", "CAllocationCount", numerics,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    tests("Scalars", [numerics]),
    tests("NumericKernel"),
    // What Tests/leaks.sh runs under Valgrind.
    .executableTarget(
      name: "LeakExerciser", dependencies: ["NumericKernel", "Scalars", "CGSL", numerics],
      path: "Tests/LeakExerciser",
      swiftSettings: strict),
    tests("GANTheory", ["CFieldKernels", "Scalars", "NumericKernel", numerics]),
    tests("ClaimKit", ["Scalars", numerics]),
    tests("ParticleFlow", ["GANTheory", "NumericKernel", "Scalars", numerics]),
    tests("GANSimulator", ["NumericKernel", "Scalars", numerics]),
    tests("Claims", ["ClaimKit", "Scalars"]),
    tests(
      "Reporting",
      [
        "Scalars", "NumericKernel", "GANTheory", "ClaimKit", "ParticleFlow", "GANSimulator",
        "Claims",
        numerics,
      ]),
    // The code that the documentation prints.
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "Scalars", "NumericKernel", "GANTheory", "ClaimKit", "ParticleFlow", "GANSimulator",
        "Claims", "Reporting", numerics,
      ], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["steepness", "NumericKernel"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
