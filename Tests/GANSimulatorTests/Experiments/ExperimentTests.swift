import Foundation
import GANSimulator
import Testing

@Suite struct ExperimentTests {
  @Test(arguments: Experiment.presetNames)
  func `each preset has its name, is valid and survives JSON`(name: String) throws {
    let experiment = try Experiment.preset(named: name)
    #expect(experiment.name == name)
    try experiment.validate()
    let data = try JSONEncoder().encode(experiment)
    #expect(try JSONDecoder().decode(Experiment.self, from: data) == experiment)
  }

  @Test func `a mode with a covariance survives JSON, and has no variance beside it`() throws {
    let json = #"{"modes": [{"weight": 1, "mean": [0, 1], "covariance": [[1, 0.5], [0.5, 3]]}]}"#
    let data = try JSONDecoder().decode(MixtureDataSet.self, from: Data(json.utf8))
    #expect(data.modes[0].covariance == [[1, 0.5], [0.5, 3]])
    #expect(data.modes[0].variance == 2)
    let again = try JSONEncoder().encode(data)
    #expect(try JSONDecoder().decode(MixtureDataSet.self, from: again) == data)
    let both = json.replacingOccurrences(of: #""weight""#, with: #""variance": 1, "weight""#)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(MixtureDataSet.self, from: Data(both.utf8))
    }
  }

  @Test func `an unknown preset is answered with those there are`() {
    let error = #expect(throws: SimulationError.self) {
      try Experiment.preset(named: "gaussian-3d")
    }
    for name in Experiment.presetNames { #expect("\(error!)".contains(name)) }
  }

  /// A change that breaks a rule, and the argument that the error must name.
  struct Fault: CustomTestStringConvertible, Sendable {
    var argument: String
    var apply: @Sendable (inout Experiment) -> Void
    var testDescription: String { argument }
  }

  static let faults: [Fault] = [
    Fault(argument: "name") { $0.name = "" },
    Fault(argument: "batchSize") { $0.batchSize = 0 },
    Fault(argument: "iterations") { $0.iterations = -1 },
    Fault(argument: "latentDimension") { $0.latentDimension = 0 },
    Fault(argument: "discriminatorSteps") { $0.discriminatorSteps = 0 },
    Fault(argument: "probeInterval") { $0.probeInterval = 0 },
    Fault(argument: "probeSize") { $0.probeSize = 0 },
    Fault(argument: "checkpointInterval") { $0.checkpointInterval = 0 },
    Fault(argument: "batchSize and probeSize") { $0.batchSize = .max },
    Fault(argument: "batchSize and probeSize") { $0.probeSize = .max },
    Fault(argument: "batchSize and probeSize") { $0.latentDimension = .max },
    Fault(argument: "data.modes") { $0.data.modes = [] },
    Fault(argument: "data.modes[0].mean") { $0.data.modes[0].mean = [] },
    Fault(argument: "data.modes[1].weight") { $0.data.modes[1].weight = -0.5 },
    Fault(argument: "data.modes[1].variance") { $0.data.modes[1].variance = 0 },
    Fault(argument: "data.modes[0].covariance") {
      $0.data.modes[0] = .init(weight: 1, mean: [0], covariance: [[1, 0]])
    },
    Fault(argument: "data.modes[0].covariance") {
      $0.data.modes = [.init(weight: 1, mean: [0, 0], covariance: [[1, 0.5], [0.4, 1]])]
    },
    Fault(argument: "data.modes[0].covariance") {
      $0.data.modes = [.init(weight: 1, mean: [0, 0], covariance: [[1, 2], [2, 1]])]
    },
    Fault(argument: "data.modes[1].mean") { $0.data.modes[1].mean = [1, 2] },
    Fault(argument: "data.modes[0].mean") { $0.data.modes[0].mean = [.nan] },
    Fault(argument: "generator.hiddenWidths[1]") { $0.generator.hiddenWidths = [3, 0] },
    Fault(argument: "discriminator.activation.leakyReLU.slope") {
      $0.discriminator.activation = .leakyReLU(slope: -1)
    },
    Fault(argument: "generator.initialisation.normal.standardDeviation") {
      $0.generator.initialisation = .normal(standardDeviation: .infinity)
    },
    Fault(argument: "generatorOptimiser.learningRate") {
      $0.generatorOptimiser = .adam(learningRate: .nan)
    },
    Fault(argument: "discriminatorOptimiser.momentum") {
      $0.discriminatorOptimiser = .sgd(learningRate: 1, momentum: 1)
    },
    Fault(argument: "generatorStart.density") {
      $0.generatorStart = GeneratorStart(.normal(mean: [0, 0], variance: 1))
    },
    Fault(argument: "generatorStart.density.normal") {
      $0.generatorStart = GeneratorStart(.normal(mean: [0], variance: 0))
    },
    Fault(argument: "generatorStart.density.uniform") {
      $0.generatorStart = GeneratorStart(.uniform(lower: [1], upper: [1]))
    },
    Fault(argument: "generatorStart.steps") {
      $0.generatorStart = GeneratorStart(.normal(mean: [0], variance: 1), steps: 0)
    },
    Fault(argument: "generatorOptimiser.denominatorOffset") {
      $0.generatorOptimiser = .adam(
        learningRate: 1, firstDecay: 0, secondDecay: 0, denominatorOffset: 0)
    },
  ]

  @Test(arguments: faults)
  func `an experiment that breaks a rule is refused by the argument's name`(fault: Fault) {
    var experiment = Experiment.small
    fault.apply(&experiment)
    let error = #expect(throws: SimulationError.self) { try experiment.validate() }
    guard case .invalidArgument(let name, let value, let rule, let remedy) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(name == fault.argument)
    #expect(!value.isEmpty && !rule.isEmpty && !remedy.isEmpty)
    #expect(throws: SimulationError.self) { try Trainer(experiment: experiment, seed: 1) }
  }
}
